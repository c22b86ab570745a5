"""What the lines around a transcript tell: on which terms it was given, and who answers in it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.model import Basis
from briefbook.text.statements.phrases import NO_NAMES, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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


_CAPITALS = re.compile(r"\b[A-Z][a-z][\w’'-]*(?: [A-Z]\.)?(?: (?:[a-z]{2,3} )?[A-Z][a-z][\w’'-]*)+")
"""Words with capitals beside each other, of which some may be a name."""
_NAME = range(2, 5)
"""Words of a full name."""


def answerer(
    text: str, headlines: list[Passage], passages: list[Passage], turns: Mapping[int, Turn]
) -> str | None:
    """Whom the turns labelled "A" are of: the one person whom the lines before them name in full.

    With the ``headlines``, which are no passages. Where the lines name several, the one who is said
    to have spoken with the paper, or the one of the first line, if that is short as headlines are.

    None where they name nobody or several.
    """
    lines = (*headlines, *passages[: min(turns, default=0)])
    found = _named_in(text, lines)
    if len(found) > 1:
        spoke = {name for line in lines for name in found if _spoke(text, line, name)}
        found = spoke if len(spoke) == 1 else found
    if len(found) > 1 and lines[0].end - lines[0].start <= _HEADLINE:
        found = _named_in(text, lines[:1])
    return found.pop() if len(found) == 1 else None


def _spoke(text: str, line: Passage, name: str) -> bool:
    """Whether the line tells that the person called so spoke with somebody: *Doe spoke to* us."""
    surname = name.rpartition(" ")[2]
    at = text.find(surname, line.start, line.end)
    while at >= 0:
        if _SPOKE.match(text, at + len(surname)):
            return True
        at = text.find(surname, at + len(surname), line.end)
    return False


_SPOKE = re.compile(r" (?:chatted|sat down|speaks|spoke|talked|talks) (?:to|with) ")
_HEADLINE = 120
"""Characters of a headline."""


def _named_in(text: str, lines: Sequence[Passage]) -> set[str]:
    return {
        name
        for line in lines
        for match in _CAPITALS.finditer(text, line.start, line.end)
        for name in _names_in(match[0])
    }


def _names_in(words: str) -> Iterator[str]:
    """The full names among ``words`` with capitals: what those of the tables leave of them.

    Of *Vice President Jane Doe* and *Jane Doe Is Ready* it is Jane Doe.
    """
    for known, run in groupby(words.split(" "), lambda word: word.lower() in _NO_NAMES):
        name = list(run)
        if not known and len(name) in _NAME and name[0][0].isupper() and name[-1][0].isupper():
            yield " ".join(name)


_NO_NAMES = NO_NAMES - PARTICLES
