"""What the lines around a transcript tell: on which terms it was given, and who answers in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.model import Basis

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefbook.text.statements.readings import Passage
    from briefbook.text.statements.turn import Turn

_ENGLISH = language("en")
TERMS = re.compile(
    rf"\b(?:{'|'.join(sorted(_ENGLISH.lists['background'], key=len, reverse=True))})\b"
    r"(?:,? (?:and )?(?:attributed|attributable) to [^.;:“\"\n]{0,60}"
    r"(?:[“\"][^“”\"\n]{1,60}[”\"])?)?"
)
"""The terms of a call."""


def terms_of(text: str, passages: list[Passage], turns: Mapping[int, Turn]) -> Basis | None:
    """The terms of a call, as its host or the lines before it state them: "on background"."""
    first = min(turns, default=0)
    for index, passage in enumerate(passages):
        turn = turns.get(index)
        if index > first and (turn is None or not turn.label.asks):
            continue
        found = TERMS.search(text, passage.start, passage.end) if turns else None
        if found:
            words = found[0].rstrip(" ,")
            end = found.start() + len(words)
            return Basis(line=passage.line, start=found.start(), end=end, text=words)
    return None


_FULL_NAME = re.compile(
    r"\b([A-Z][a-z][\w’'-]*)((?: [A-Z]\.)? (?:[a-z]{2,3} )?)([A-Z][a-z][\w’'-]*)\b"
)
_NO_NAMES = frozenset().union(*_ENGLISH.nouns.values(), *_ENGLISH.words.values())


def answerer(
    text: str, headlines: list[Passage], passages: list[Passage], turns: Mapping[int, Turn]
) -> str | None:
    """Whom the turns labelled "A" are of: the one person whom the lines before them name in full.

    With the ``headlines``, which are no passages. Where the lines name several, the one of the
    first line, if that is short as headlines are.

    None where they name nobody or several.
    """
    lines = (*headlines, *passages[: min(turns, default=0)])
    found = _named_in(text, lines)
    if len(found) > 1 and lines[0].end - lines[0].start <= _HEADLINE:
        found = _named_in(text, lines[:1])
    return found.pop() if len(found) == 1 else None


_HEADLINE = 120
"""Characters of a headline."""


def _named_in(text: str, lines: Sequence[Passage]) -> set[str]:
    return {
        match[0]
        for line in lines
        for match in _FULL_NAME.finditer(text, line.start, line.end)
        if _NO_NAMES.isdisjoint((match[1].lower(), match[3].lower()))
    }
