"""A book in one PDF or in several, laid out until its references say the right pages.

Typst could look the pages up itself, and lays a book out again and again until they are right; but
keeps every layout, and all that was looked up. So each PDF is told where everything stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import typst
from sphinx.locale import __
from sphinx.util import logging

from briefbook.pdf.compiler import Compiled, Told, Where
from briefbook.warnings import TYPE, Subtype

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

logger = logging.getLogger(__name__)

_ROUNDS: Final = 6
"""The first goes by guesses; the second or third is most often the last."""

_KEPT: Final = 10
"""Compilations for which Typst keeps what it worked out."""


def compile_parts(
    count: int,
    guesses: Mapping[int, Where],
    compile_part: Callable[[int, Told], Compiled],
) -> list[Compiled]:
    """Compile each of ``count`` parts, again where what it was told has changed.

    ``compile_part`` takes a part's number from 0, and what it is told.
    """
    made: dict[int, Compiled] = {}
    told: dict[int, Told] = {}
    for round_ in range(_ROUNDS):
        is_guess = round_ == 0 and bool(guesses)
        for at in range(count):
            now = replace(_told(at, count, made, guesses), is_guess=is_guess)
            if told.get(at) != now:
                told[at] = now
                made[at] = compile_part(at, now)
                if count > 1:
                    let_go()
        if all(told[at] == _told(at, count, made, guesses) for at in told):
            break
    else:
        logger.warning(
            __("page numbers in the PDF may be wrong by one: each change of them moves a line"),
            type=TYPE,
            subtype=Subtype.PDF,
        )
    return [made[at] for at in range(count)]


def let_go() -> None:
    """Make Typst forget what it laid out.

    It keeps what it worked out until ten compilations have not asked for it, and would come to hold
    ten parts.
    """
    for _compilation in range(_KEPT + 1):
        typst.compile(b"-", ignore_system_fonts=True, format="svg")


def _told(at: int, count: int, made: Mapping[int, Compiled], guesses: Mapping[int, Where]) -> Told:
    """What the part ``at`` is told, by those that are made."""
    places = dict(guesses)
    before = 0
    for number in range(count):
        if number in made:
            places |= {
                place: Where(page=before + found.page, shown=found.shown)
                for place, found in made[number].places.items()
            }
            before += made[number].pages
    ready = [made[number] for number in range(at) if number in made]
    is_known = len(made) == count
    return Told(
        places=places,
        first_number=ready[-1].last_number + 1 if ready else 1,
        total=made[count - 1].last_number if is_known and count > 1 else None,
    )
