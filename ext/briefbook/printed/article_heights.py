"""About how high text, callouts and notes are in print: enough to say what fits beside what.

Points, by the faces and columns of A4 and US letter. The fewer characters of a line, the higher the
guess: what is kept on a page by it has room to spare.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Element, Node

TEXT_LINE: Final = 14.1
SMALL_LINE: Final = 9.1
"""Of a callout or a note."""
_GAP: Final = 9.9
"""Between blocks, and between callouts."""

_TEXT: Final = 66
_MARGIN: Final = 27
_HALF: Final = 37
"""Characters of a line: of the text column, of the margin's, of a note in half the text column."""
_WHOLE: Final = 85
"""And of one over all of it."""

OVERHANG: Final = 6 * SMALL_LINE
"""How far the margin may reach down below its block for a note, so that the page is not white."""


def text_height(block: Node) -> float:
    """Of a block of the article."""
    return _lines(block.astext(), _TEXT) * TEXT_LINE + _GAP


def margin_height(callout: Element) -> float:
    """Of a callout or note in the margin."""
    return _small_height(callout, _MARGIN)


def half_height(callout: Element) -> float:
    """Of a note under its block, beside another."""
    return _small_height(callout, _HALF)


def below_height(callouts: Sequence[Element]) -> float:
    """Of notes under their block, two side by side, one alone over the whole width."""
    if len(callouts) == 1:
        return _small_height(callouts[0], _WHOLE)
    return sum(map(half_height, callouts)) / 2


def best_in_margin(block: Node, fixed: Sequence[Element], notes: Sequence[Element]) -> range:
    """Which of a block's notes stand in the margin, below ``fixed``; the others under the block.

    All, if the margin then reaches down little further than the block; else the first ones or the
    last ones, so that both columns end as high up as they can.
    """
    text = text_height(block)
    taken = sum(map(margin_height, fixed))
    in_margin = [0.0, *accumulate(map(margin_height, notes))]
    below = [0.0, *accumulate(half_height(note) / 2 for note in notes)]
    count = len(notes)
    if taken + in_margin[count] <= text + OVERHANG:
        return range(count)
    best, best_height = range(0), max(taken, text + below_height(notes))
    for number in range(1, count):
        for chosen in (range(number), range(count - number, count)):
            left = count - number
            margin = taken + in_margin[chosen.stop] - in_margin[chosen.start]
            rest = below[count] - (below[chosen.stop] - below[chosen.start])
            if left == 1:
                rest = below_height([notes[-1 if chosen.start == 0 else 0]])
            height = max(margin, text + rest)
            if margin <= text + rest + OVERHANG and height <= best_height:
                best, best_height = chosen, height
    return best


def _small_height(callout: Element, width: int) -> float:
    return sum(_lines(part.astext(), width) * SMALL_LINE + 4 for part in callout) + _GAP


def _lines(text: str, width: int) -> int:
    return len(text) // width + 1
