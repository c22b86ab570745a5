"""A text as the rules for dates read it: each block one line, and nothing beside the blocks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefbook.text.lines import ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_LINE: Final = 4000
"""Characters before a place that are looked through for the quotation marks of its line."""

_LINE_ENDS: Final = dict.fromkeys(map(ord, ENDS), " ")
_BROKEN = re.compile(f"[{ENDS}]")
_PART = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_LINE = re.compile(r"[^\n]+")


def reading(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with a space for each line end within a span, and line ends for all outside.

    Every character keeps its place. So a line end ends a sentence, and no rule sees past it.
    """
    parts, reached = [], 0
    for start, end in spans:
        words = text[start:end]
        if _BROKEN.search(words):
            words = words.translate(_LINE_ENDS)
        parts += ["\n" * (start - reached), words]
        reached = end
    parts.append("\n" * (len(text) - reached))
    return "".join(parts)


def in_quotation(text: str, place: int) -> bool:
    """Whether a character of a text so read stands between quotation marks that its line opened."""
    reach = max(0, place - LONGEST_LINE)
    before = text[max(reach, text.rfind("\n", reach, place) + 1) : place]
    if before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”"):
        return True
    if "``" in before:
        return before.rfind("``") > before.rfind("''")
    return before.count("''") % 2 == 1


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of plain text stand, however it was broken into lines.

    They end at blank lines, and where a line is followed by a word that it had room for.
    """
    found = []
    for part in _PART.finditer(text):
        lines = [line.span() for line in _LINE.finditer(text, *part.span())]
        width = max(end - start for start, end in lines)
        opens = lines[0][0]
        for (start, end), (following, last) in pairwise(lines):
            word = len(next(iter(text[following:last].split(maxsplit=1)), ""))
            if end - start + 1 + word <= width:
                found.append((opens, end))
                opens = following
        found.append((opens, part.end()))
    return found
