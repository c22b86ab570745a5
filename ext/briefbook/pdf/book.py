"""The PDFs of a book: laid out, compiled, and their links led to their places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typst

from briefbook.pdf.compiler import Compiled, Told, compile_part
from briefbook.pdf.guesses import guessed
from briefbook.pdf.parts import compile_parts
from briefbook.pdf.pdf_file import Place, finished
from briefbook.pdf.workshop import characters_of, set_up
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from briefbook.pdf.config import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One PDF of a book."""

    pdf: bytes
    warnings: Sequence[typst.TypstWarning] = ()
    boxed: Sequence[str] = ()
    """The characters of it that no font has, drawn as boxes with their codes."""
    private: Sequence[str] = ()
    """The characters for private use, which keep it from being PDF/A-2a; none where it is that."""


class CannotPrintError(Exception):
    """Typst stopped at a PDF."""

    def __init__(self, at: int, error: typst.TypstError) -> None:
        super().__init__(str(error))
        self.at = at
        """Its place among all, from 0."""
        self.error = error


def compile_book(
    sources: Sequence[str], options: Sequence[Options], images: Mapping[str, Path], folder: Path
) -> Iterator[Printed]:
    """The PDFs of a book, tagged as PDF/UA-1, one after another.

    ``sources`` is the code of each, without the template, and ``options`` what it is asked for;
    ``images`` maps the names that they call images by to files; ``folder`` is empty and becomes the
    root of what Typst may read. Raises CannotPrintError before the first is given.
    """
    workshop = set_up(folder, sources, options, images)

    def compile_one(at: int, told: Told) -> Compiled:
        pdf = None if told.is_guess else folder / f"{at}.pdf"
        try:
            return compile_part(workshop, sources[at], options[at], told, pdf)
        except typst.TypstError as error:
            raise CannotPrintError(at, error) from None

    made = compile_parts(len(sources), guessed(sources), compile_one)
    places = {
        number: replace(place, file=each.filename)
        for compiled, each in zip(made, options, strict=True)
        for number, place in compiled.places.items()
    }
    for source, each, compiled in zip(sources, options, made, strict=True):
        boxed = workshop.boxed & characters_of(source, each)
        yield _printed(compiled, boxed, {**places, **compiled.places})


def _printed(compiled: Compiled, boxed: AbstractSet[str], places: Mapping[int, Place]) -> Printed:
    assert compiled.pdf is not None  # noqa: S101 - only the first round makes drafts
    pdf, _lost = finished(compiled.pdf.read_bytes(), places, at_page=_("p. {page}"))
    return Printed(
        pdf=pdf,
        warnings=compiled.warnings,
        boxed=sorted(boxed),
        private=compiled.private,
    )
