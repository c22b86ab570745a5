"""Transcripts: turns that a name and a colon open, verbatim without quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.lang.load import language

if TYPE_CHECKING:
    from briefbook.text.statements.readings import Passage

_ENGLISH = language("en")
_LABEL = re.compile(
    r"(?P<who>Q|A|(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen)\. )?"
    r"[A-Z][\w.'\u2019-]{1,30}(?: [A-Z][\w.'\u2019-]{0,30}){0,4})(?: \([^()\n]{1,40}\))?: +(?=\S)"
    r"|(?P<ask>Q)(?:\. | {1,4}|\t)(?=[A-Z])"
)
_MANY = 3
"""Turns that make a transcript; two colons may be labels of sections."""
_NAMELESS = _ENGLISH.lists["labels-of-parts"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one passage: characters, the label left out."""

    line: int
    start: int
    end: int
    who: tuple[int, int] | None
    """Characters of the speaker's label; None where the turn goes on."""
    nameless: bool
    """The label is a part ("Q", "MODERATOR"), not a name."""


def turns_of(text: str, passages: list[Passage]) -> dict[int, Turn]:
    """The turns by the index of their passage; none where the article is no transcript.

    It is one if at least three passages open with labels, of at least two speakers, one of whom
    speaks twice.
    """
    labels = [_LABEL.match(text, passage.start, passage.end) for passage in passages]
    named = [match.group("who") or match.group("ask") for match in labels if match]
    if len(named) < _MANY or not 1 < len(set(named)) < len(named):
        return {}
    turns: dict[int, Turn] = {}
    opened = nameless = False
    for index, (passage, match) in enumerate(zip(passages, labels, strict=True)):
        if match:
            group = "who" if match.group("who") else "ask"
            nameless = match.group(group).split()[0].lower().rstrip(".") in _NAMELESS
            turns[index] = Turn(passage.line, match.end(), passage.end, match.span(group), nameless)
            opened = True
        elif opened:
            turns[index] = Turn(passage.line, passage.start, passage.end, None, nameless)
    return turns
