"""By a place in a row: "the 18th", "the first week of January", "the last Friday of the month"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from briefbook.text.dates.date_words import WEEKDAY, S, day_number, grain, weekday_number
from briefbook.text.dates.holiday_table import nth_weekday
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.refers_back import REFERENCE_REACH
from briefbook.text.dates.rules.this_unit import ThisUnit
from briefbook.text.dates.shift import shift
from briefbook.text.dates.tense import Tense, tense
from briefbook.text.timex import MONTHS_IN, Timex, Unit, weeks_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefbook.text.dates.resolution import Resolution
    from briefbook.text.dates.setting import Setting


_CENTURY = re.compile(r"\bcentur(?:y|ies)\b[^.;!?]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class NthDay(Phrase):
    """A day of the month spoken of, or of this, last or next month."""

    day: int
    month: Phrase | None = None

    stands_glued: ClassVar[bool] = True

    def doubtful(self, text: str, before: str) -> bool:
        """As in "from the 19th century to the 21st"."""
        return _CENTURY.search(text[max(0, self.start - 80) : self.start]) is not None

    def resolve(self, setting: Setting) -> Resolution | None:
        if self.month is not None and (given := self.month.resolve(setting)):
            return resolution(self._of(given.value), given.rule)
        month, named = self._spoken_of(setting)
        found = self._of(month) if month else None
        if found is None or named or setting.anchor is None or month is None:
            return resolution(found, Rule.REFERS_BACK)
        return self._nearest(setting, setting.anchor.day, found, month)

    def _nearest(
        self, setting: Setting, now: date, found: Timex, month: Timex
    ) -> Resolution | None:
        """Of this month, unless that is over or to come and the clause says otherwise."""
        day, told = found.first_day, tense(setting.text, self.start, self.end)
        if day is None or told is None:
            return resolution(found, Rule.REFERS_BACK)
        step = 0
        if told is Tense.PAST and day > now:
            step = -1
        elif told is not Tense.PAST and day < now:
            step = 1
        other = shift(month, step, Unit.MONTH)
        return resolution(self._of(other) if other else None, Rule.REFERS_BACK)

    def _of(self, month: Timex) -> Timex | None:
        return Timex.in_month(month.year, month.number, self.day)

    def _spoken_of(self, setting: Setting) -> tuple[Timex | None, bool]:
        """In a story the month named last; in news only if it was just named."""
        since = 0 if setting.narrative else self.start - REFERENCE_REACH
        last = setting.named.latest(Unit.DAY, Unit.MONTH, since=since)
        month = shift(last, 0, Unit.MONTH) if last else None
        if month and setting.anchor and month == setting.anchor.now(Unit.MONTH):
            month = None  # that of publication, which needs no naming
        if month is None and setting.anchor is not None and (last or not setting.narrative):
            return setting.anchor.now(Unit.MONTH), False
        return month, True


@dataclass(frozen=True, slots=True, kw_only=True)
class NthOf(Phrase):
    """A unit or a weekday by its place within another date, once that is joined to it."""

    count: int
    """From 1; -1 is the last."""
    unit: Unit | None = None
    weekday: int | None = None
    """Either this or ``unit``."""
    of: Phrase | None = None

    @property
    def grain(self) -> Unit | None:
        return self.unit

    @property
    def names_weekday(self) -> bool:
        return self.weekday is not None

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        return [replace(self, end=right.end, of=right)] if gap in ("of", "in") else None

    def doubtful(self, text: str, before: str) -> bool:
        return self.of is None

    def resolve(self, setting: Setting) -> Resolution | None:
        given = self.of.resolve(setting) if self.of else None
        if given is None:
            return None
        if self.weekday is not None:
            return resolution(self._weekday_of(given.value, self.weekday), given.rule)
        return resolution(self._unit_of(given.value, self.unit or Unit.DAY), given.rule)

    def _weekday_of(self, whole: Timex, weekday: int) -> Timex | None:
        first = whole.first_day
        if first is None or whole.unit is not Unit.MONTH:
            return None
        day = nth_weekday(first.year, first.month, weekday, self.count)
        return Timex.of_day(day) if day.month == first.month else None

    def _unit_of(self, whole: Timex, unit: Unit) -> Timex | None:
        first, last = whole.first_day, whole.last_day
        if first is None or last is None or MONTHS_IN.get(whole.unit, 120) > MONTHS_IN[Unit.YEAR]:
            return None
        if whole.unit is Unit.YEAR and unit is Unit.WEEK:
            number = self.count if self.count > 0 else weeks_in(whole.year)
            return Timex(unit=Unit.WEEK, year=whole.year, number=number)
        if self.count < 0:
            return shift(Timex.of_day(last), 0, unit)
        return shift(Timex.of_day(first), self.count - 1, unit)


def read_nth(match: Match) -> list[Phrase]:
    start, end = match.span()
    day, which = day_number(match["nth_d"]), match["nth_month"]
    step = {"last": -1, "this": 0, "next": 1}.get(which)
    month = None
    if step is not None:
        month = ThisUnit(start=start, end=end, unit=Unit.MONTH, step=step)
    return [NthDay(start=start, end=end, day=day, month=month)]


def read_nth_of(match: Match) -> list[Phrase]:
    start, end = match.span()
    which, unit, weekday = match["nthof_n"].lower(), match["nthof_unit"], match["nthof_weekday"]
    count = -1 if which in ("last", "final") else day_number(which)
    number = weekday_number(weekday) if weekday else None
    return [NthOf(start=start, end=end, count=count, unit=grain(unit), weekday=number)]


_FIGURES: Final = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"

NTH_DAY = Form(
    name="nth",
    pattern=rf"""
        [Tt]he{S}(?P<nth_d>{_FIGURES})(?:{S}day)?
        (?=\s*(?:[.,;:!?)]|$)|\s(?:and|but|at|in|by|from|to|he|she|they|it|the|with|when|as|of{S}(?:that|the{S}same|this|last|next){S}month)\b)
        (?:{S}of{S}(?P<nth_month>that|the{S}same|this|last|next){S}month\b)?""",
    read=read_nth,
    examples=(
        ("They meet on Jan. 5 and on the 18th.", "Jan. 5 = 2022-01-05; the 18th = 2022-01-18"),
        ("They met on the 18th.", "the 18th = 2021-12-18"),
        ("They will meet on the 9th.", "the 9th = 2022-01-09"),
        ("They met on the 18th of last month.", "the 18th of last month = 2021-11-18"),
        (
            "They meet on Jan. 5, then the 18th of that month.",
            "Jan. 5 = 2022-01-05; the 18th of that month = 2022-01-18",
        ),
        ("They met on the 30th of next month.", "the 30th of next month = 2022-01-30"),
        ("It led from the 19th century to the 21st.", "the 19th century = 18XX"),
    ),
)

NTH_OF = Form(
    name="nthof",
    pattern=rf"""
        (?:[Tt]he{S})?(?P<nthof_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[1-4](?:st|nd|rd|th))
        {S}(?:(?P<nthof_unit>week|day|month)|(?P<nthof_weekday>{WEEKDAY}))(?={S}(?:of|in)\b)""",
    read=read_nth_of,
    examples=(
        (
            "It opens in the first week of January 2020.",
            "the first week of January 2020 = 2020-W01",
        ),
        ("It opened in the third month of 2019.", "the third month of 2019 = 2019-03"),
        ("It opened on the last day of May 2020.", "the last day of May 2020 = 2020-05-31"),
        ("It opened in the second week of 2020.", "the second week of 2020 = 2020-W02"),
        ("It opened in the last week of 2020.", "the last week of 2020 = 2020-W53"),
        ("It opened in the last week of 2021.", "the last week of 2021 = 2021-W52"),
        ("It opened in the last month of 2021.", "the last month of 2021 = 2021-12"),
        ("It opened on the last Friday in May 2020.", "the last Friday in May 2020 = 2020-05-29"),
        ("It opened on the 2nd Tuesday of May 2020.", "the 2nd Tuesday of May 2020 = 2020-05-12"),
        ("It opened on the last day of a war.", ""),
    ),
)
