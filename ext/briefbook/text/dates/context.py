"""What surrounds a phrase: publication, the tense of its clause, the dates named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from .rules import Rule
from .values import Unit, containing, first_day, month_in, unit_of, year_in

REACH = 160
"""Characters on either side of a phrase within which its clause is looked for."""

_IRREGULAR = (
    "was|were|had|did|said|told|rose|fell|grew|began|came|went|took|made|got|won|lost|met|held"
    "|sold|bought|gave|kept|left|led|sent|spent|wrote|became|found|knew|saw|paid|ran|struck|broke"
    "|brought|built|caught|chose|drew|drove|fought|flew|heard|laid|sank|shook|spoke|stood|swept"
    "|taught|thought|threw|withdrew|has|have"
)
_FUTURE = (
    "will|would|shall|could|should|may|might|must|expected|scheduled|slated|due|effective|payable"
    "|planned|plans?|until|upcoming|expires?|redeemable|deadline|going to|set to|about to"
    "|to (?:be|begin|meet|start|take|hold|decide|open|go|run|come|end|vote|visit|discuss|complete"
    "|make|give|leave|return|resume|attend|report|release|announce|publish|face|stand)"
)
# A participle after "be", an article or another auxiliary says nothing of when.
_VERB = re.compile(
    r"\b(?:(?:be|been|being|is|are|an?|the|its|his|her|their|still|newly) [a-z]{2,14}ed\b"
    rf"|(?P<future>{_FUTURE}|[a-z]{{1,5}}['’]ll)\b"
    rf"|(?P<past>{_IRREGULAR}|(?!un)[a-z]{{2,12}}[a-df-z]ed|agreed)\b)"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘(])|\n\s*\n")
_FALSE_END = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp"
    r"|Co|Ltd|vs|No)$"
)


def sentence_before(text: str, start: int) -> str:
    """The part of a phrase's sentence that stands before it, at most ``REACH`` characters."""
    before = text[max(0, start - REACH) : start]
    cut = 0
    for found in _SENTENCE_END.finditer(before):
        if before[found.start()] != "." or not _FALSE_END.search(before[: found.start()]):
            cut = found.end()
    return before[cut:]


def looks_back(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around a phrase is in the past (True), ahead (False) or neither (None).

    The nearest verb decides; the distance of one after the phrase counts double.
    """
    before = " ".join(sentence_before(text, start).split())
    last = None
    for verb in _VERB.finditer(before):
        if verb["future"] or verb["past"]:
            last = verb
    after = " ".join(text[end : end + REACH].split())
    stop = _SENTENCE_END.search(after)
    room = stop.start() + 1 if stop else len(after)
    following = next(
        (verb for verb in _VERB.finditer(after, 0, room) if verb["future"] or verb["past"]), None
    )
    if (
        last is not None
        and last["past"]
        and before.endswith((" by", " until"))
        and following is None
    ):
        return False
    if following and (last is None or 2 * following.start() < len(before) - last.end()):
        last = following
    return None if last is None else last["past"] is not None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of publication: its day where it is known, else only the month."""

    value: str
    """``YYYY-MM-DD`` or ``YYYY-MM``."""
    day: date
    """The day, or the middle of the month."""
    exact: bool
    """Whether the day is known."""

    def now(self, unit: Unit) -> str | None:
        """The day, week, month … of publication; None where only the month is known."""
        if not self.exact and unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
            return None
        return containing(self.day, unit)


def anchor_of(published: str | None) -> Anchor | None:
    """The anchor of an ISO day or month; None where there is none or it is no date."""
    if not published:
        return None
    try:
        if len(published) == 7:
            return Anchor(published, date.fromisoformat(published + "-15"), exact=False)
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return Anchor(day.isoformat(), day, exact=True)


@dataclass(slots=True)
class Named:
    """The dates a text has named so far, each with the character where its phrase ends."""

    by_unit: dict[Unit, tuple[int, str]] = field(default_factory=dict)
    """The latest of each grain."""
    year: int | None = None
    """The year spoken of last."""
    month: int | None = None
    """The month spoken of last, where that was after the year."""
    period: tuple[int, str] | None = None
    """The quarter, half or business year that a report is about."""

    def note(self, value: str, end: int, rule: Rule) -> None:
        """Remember a date; what was only compared with ("a year earlier") is no topic."""
        if rule is Rule.YEAR_EARLIER:
            return
        unit = unit_of(value)
        self.by_unit[unit] = (end, value)
        if unit in (Unit.QUARTER, Unit.HALF):
            self.period = (end, value)
        year = year_in(value)
        if year is not None:
            self.year, self.month = year, month_in(value)

    def latest(self, *units: Unit, since: int = 0) -> str | None:
        """The date named last among those of some grains, from the character ``since`` on."""
        found = [self.by_unit[unit] for unit in units if unit in self.by_unit]
        if not found or max(found)[0] < since:
            return None
        return max(found)[1]


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a phrase is resolved against."""

    text: str
    anchor: Anchor | None
    narrative: bool
    """Whether the text tells of past years, not of the days around its publication."""
    day_first: bool | None
    """The order of all-figures dates, where it is known."""
    named: Named

    def nearest(self, days: list[date]) -> list[date]:
        """Days sorted by their distance from publication."""
        if self.anchor is None:
            return days
        now = self.anchor.day
        return sorted(days, key=lambda day: (abs((day - now).days), day))
