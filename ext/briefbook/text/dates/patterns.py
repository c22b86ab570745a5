"""Finding: the date phrases of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import PHRASE
from .read_relative import RELATIVE
from .read_spelled import SPELLED
from .starters import STARTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .phrases import Phrase

_READINGS = SPELLED | RELATIVE


def find_phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The date phrases between two offsets, in order, not overlapping, in time linear in length."""
    reached = start
    for starter in STARTER.finditer(text, start, end):
        place = starter.start()
        if place < reached:
            continue
        match = PHRASE.match(text, place, end)
        if match is not None and match.lastgroup is not None:
            reached = match.end()
            yield from _READINGS[match.lastgroup](match)
