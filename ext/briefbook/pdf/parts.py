"""A book in several PDFs whose page numbers go on, and whose references know each other's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typst

from briefbook.pdf.compiler import Compiled, Others
from briefbook.pdf.pdf_file import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ROUNDS: Final = 5
"""The first guesses the numbers of parts that are not made yet; what they do to lines is settled in
the second, or seldom the third."""

_KEPT: Final = 10
"""Compilations for which Typst keeps what it worked out."""


def compile_parts(
    files: Sequence[str], compile_part: Callable[[int, Others], Compiled]
) -> list[Compiled]:
    """Compile each part, again where the numbers it was told of the others have changed.

    ``files`` are the names of the PDFs; ``compile_part`` takes a part's place among them.
    """
    made: dict[int, Compiled] = {}
    told: dict[int, Others] = {}
    for _round in range(_ROUNDS if len(files) > 1 else 1):
        for at in range(len(files)):
            others = _others(at, files, made)
            if told.get(at) != others:
                told[at] = others
                made[at] = compile_part(at, others)
                if len(files) > 1:
                    _let_go()
        if all(told[at] == _others(at, files, made) for at in told):
            break
    return [made[at] for at in range(len(files))]


def _let_go() -> None:
    """Make Typst forget the part: it keeps what it worked out until ten compilations have not asked
    for it, and would come to hold ten parts.
    """
    for _compilation in range(_KEPT + 1):
        typst.compile(b"-", ignore_system_fonts=True, format="svg")


def _others(at: int, files: Sequence[str], made: dict[int, Compiled]) -> Others:
    """What the part ``at`` is told of those that are made."""
    elsewhere: dict[int, tuple[int, Place]] = {}
    before = 0
    for number, file in enumerate(files):
        part = made.get(number)
        if part is None:
            continue
        if number != at:
            elsewhere |= {
                place: (
                    before + found.page,
                    Place(page=found.page, shown=found.shown, up=found.up, file=file),
                )
                for place, found in part.places.items()
            }
        before += part.pages
    ready = [made[number] for number in range(at) if number in made]
    is_known = len(made) == len(files)
    return Others(
        before=sum(part.pages for part in ready),
        first_number=ready[-1].last_number + 1 if ready else 1,
        total=made[len(files) - 1].last_number if is_known and len(files) > 1 else None,
        elsewhere=elsewhere,
        has_guesses=not is_known and len(files) > 1,
    )
