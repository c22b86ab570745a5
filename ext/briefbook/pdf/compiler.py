"""Typst code to PDF, in this process."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import typst

from briefbook.build_time import build_time
from briefbook.pdf.pdf_file import Place
from briefbook.pdf.workshop import characters_of, info_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefbook.pdf.config import Options
    from briefbook.pdf.workshop import Workshop

_ABOVE: Final = 14
"""Points that a link shows above its place, which is that of a line's foot."""

_HEAD: Final = '#import "template/book.typ": *\n#show: book\n#{\n'
_PLACE = re.compile(r"(?<!template[/\\])\bbook\.typ:(\d+):\d+\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The page that something stands on."""

    page: int
    """Among all pages of the book, from 1."""
    shown: str
    """The number printed on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the code of a PDF is told, and would not know by itself."""

    places: Mapping[int, Where] = field(default_factory=dict)
    """By their numbers: of the whole book, as it was last laid out, or as guessed."""
    first_number: int = 1
    """The number printed on its first page."""
    total: int | None = None
    """The last number of the book; None where that is the PDF's own."""
    is_guess: bool = False
    """Whether the places are guessed, so that it is laid out only to know better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What Typst made."""

    pdf: Path | None = None
    """As Typst wrote it, with links that have yet to be led to their places; None for a draft."""
    warnings: tuple[typst.TypstWarning, ...] = ()
    private: tuple[str, ...] = ()
    """The characters for private use, which keep it from being PDF/A-2a; none where it is that."""
    places: Mapping[int, Place] = field(default_factory=dict)
    """By their numbers."""
    pages: int = 0
    last_number: int = 0
    """Printed on its last page."""


def compile_part(
    workshop: Workshop, source: str, options: Options, told: Told, pdf: Path | None
) -> Compiled:
    """A book, or a part of one, laid out by its own code; and written as ``pdf``, unless that is
    None. Raises typst.TypstError.

    What is told of pages is a file, and no input of Typst's: where an input changes, Typst forgets
    all that it has laid out, and of a file only what has to do with it.
    """
    main = workshop.folder / "book.typ"
    main.write_text(_HEAD + source + "}\n", encoding="utf-8", newline="\n")
    pages = {number: {"page": at.page, "shown": at.shown} for number, at in told.places.items()}
    (workshop.folder / "pages.json").write_text(json.dumps(pages), encoding="utf-8")
    info = info_of(options, workshop.families)
    info |= {"first-number": told.first_number, "total": told.total}
    compiler = typst.Compiler(
        str(main),
        root=str(workshop.folder),
        font_paths=[*workshop.font_paths],
        ignore_system_fonts=True,
        sys_inputs={"book": json.dumps(info, ensure_ascii=False)},
    )
    # ISO 19005-2, 6.2.11.7: what means nothing to anybody else may not stand in an archive.
    private = sorted(
        each for each in characters_of(source, options) if unicodedata.category(each) == "Co"
    )
    is_archive = options.archive and not private
    warnings: list[typst.TypstWarning] = []
    if pdf is not None:
        _none, warnings = compiler.compile_with_warnings(
            output=str(pdf),
            format="pdf",
            pdf_standards=["ua-1", "a-2a"] if is_archive else ["ua-1"],
            timestamp=int(build_time().timestamp()),
        )
    found = json.loads(compiler.query("<places>", field="value", one=True))
    places = {
        int(each["number"]): Place(page=each["page"], shown=each["shown"], up=each["up"] + _ABOVE)
        for each in found["places"]
    }
    return Compiled(
        pdf=pdf,
        warnings=tuple(warnings),
        private=tuple(private) if options.archive else (),
        places=places,
        pages=found["pages"],
        last_number=found["last"],
    )


def line_in_book(diagnostic: str) -> int | None:
    """The line of the book's source, from 1, that a message of Typst's names; None without one."""
    found = _PLACE.search(diagnostic)
    return max(1, int(found[1]) - _HEAD.count("\n")) if found else None
