"""What surrounds a phrase: the tense of its clause, and the dates the text has named so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .values import Unit, month_in, unit_of, year_in

REACH = 160
"""Characters on either side of a phrase within which its clause is looked for."""

_IRREGULAR = (
    "was|were|had|did|said|told|rose|fell|grew|began|came|went|took|made|got|won|lost|met|held|sold"
    "|bought|gave|kept|left|led|sent|spent|wrote|became|found|knew|saw|paid|put|ran|hit|cut|set|shot"
    "|struck|broke|brought|built|caught|chose|drew|drove|fought|flew|heard|hurt|laid|sank|shook|shut"
    "|spoke|stood|swept|taught|thought|threw|won|withdrew|been"
)
_VERB = re.compile(
    rf"\b(?:(?P<past>{_IRREGULAR}|[a-z]{{2,14}}ed(?<!need)(?<!indeed)(?<!hundred))"
    r"|(?P<future>will|would|shall|could|should|may|might|must|to\s(?:be|begin|meet|start|take|hold|decide|open|go|run"
    r"|come|end|vote|visit|discuss|complete|make)|going\sto|expected|scheduled|slated|due|effective|payable|planned"
    r"|plans?|set\sto|until|upcoming|expires?|redeemable|deadline|tomorrow)|(?:['’]ll))\b"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘(])|\n\s*\n")
_FALSE_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd|vs))\.$"
)


def clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence's words before and after a phrase, at most ``REACH`` characters each."""
    before = text[max(0, start - REACH) : start]
    for found in _SENTENCE_END.finditer(before):
        if not _FALSE_END.search(before, 0, found.start() + 1):
            before = before[found.end() :]
            break
    return before, ""


def looks_back(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around a phrase is in the past (True), ahead (False) or neither (None).

    The nearest verb decides; one before the phrase is taken for nearer than one after it.
    """
    before = text[max(0, start - REACH) : start]
    cut = 0
    for found in _SENTENCE_END.finditer(before):
        if not _FALSE_END.search(before[: found.start() + 1]):
            cut = found.end()
    last = None
    for last in _VERB.finditer(before, cut):  # noqa: B007 - the last one is what is wanted
        pass
    after = text[end : end + REACH]
    stop = _SENTENCE_END.search(after)
    following = _VERB.search(after, 0, stop.start() + 1 if stop else len(after))
    chosen = last
    if following and (last is None or following.start() * 2 < len(before) - last.end()):
        chosen = following
    if chosen is None:
        return None
    return chosen["past"] is not None


@dataclass(slots=True)
class Named:
    """The dates a text has named so far, the latest of each grain."""

    latest: str | None = None
    by_unit: dict[Unit, str] = field(default_factory=dict)
    year: int | None = None
    """The year spoken of last."""
    month: int | None = None
    """The month spoken of last, if later than the year."""

    def note(self, value: str) -> None:
        """Remember a date the text has named."""
        self.latest = value
        self.by_unit[unit_of(value)] = value
        year = year_in(value)
        if year is not None:
            self.year = year
            self.month = month_in(value)
