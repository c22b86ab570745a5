"""Back to a date that the text has named: "that day", "the same month", "that summer"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import (
    MONTH_FULL,
    PART_OF_DAY,
    SEASON,
    UNIT,
    YEAR,
    S,
    grain,
    month_number,
    season_number,
)
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.month import Month
from briefbook.text.dates.rules.month_day import MonthDay
from briefbook.text.dates.rules.of_year import WithYear
from briefbook.text.dates.rules.week import WeekOf
from briefbook.text.dates.rules.year_earlier import YearEarlier
from briefbook.text.dates.shift import in_year, shift
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.setting import Setting

REFERENCE_REACH: Final = 600
"""Characters for which "the day", "the month" refer to one that was named."""

JUST_MENTIONED: Final = 120
"""Characters from the mention of a year to "that year"."""

_CLOSED_BY = frozenset({"ended", "ending", "to", "through", "that ended"})
_ON_OPENS: Final = re.compile(r"(?:^|[.!?\n]\s?)On\s$")
_OF_OTHER: Final = re.compile(rf"\s(?:back\s)?(?:in|of)\s(?:{MONTH_FULL}|{YEAR})\b")
# "it says that night trains will run"
_CLAUSE_OF: Final = re.compile(r"\s[a-z]+s\s(?:will|would|are|were|can|could|have|had)\b")
_WEEK_OF = frozenset({"of", "starting", "commencing", "beginning"})

_FINER: Final = {
    Unit.DAY: (Unit.DAY,),
    Unit.WEEK: (Unit.WEEK, Unit.DAY),
    Unit.WEEKEND: (Unit.WEEKEND, Unit.WEEK, Unit.DAY),
    Unit.MONTH: (Unit.MONTH, Unit.DAY),
    Unit.DECADE: (Unit.DECADE, Unit.YEAR),
    Unit.CENTURY: (Unit.CENTURY, Unit.YEAR),
}


def spoken_of(setting: Setting, unit: Unit) -> Resolution | None:
    """As in "that year", "the same month": the one named last, at that grain."""
    if unit is Unit.YEAR:
        year = setting.named.year
        return resolution(None if year is None else Timex.of_year(year), Rule.REFERS_BACK)
    last = setting.named.latest(*_FINER.get(unit, (unit,)))
    if unit is Unit.DAY and setting.named.has_left(last):
        return None
    if unit is Unit.MONTH and last is not None and not setting.narrative:
        newest = setting.named.latest(Unit.MONTH, Unit.DAY, Unit.YEAR)
        if newest is not None and newest.year != last.year:
            return None  # "in March 2015 … in 2012 … that month"
    return resolution(shift(last, 0, unit) if last else None, Rule.REFERS_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Back(WithYear):
    """A unit that the text speaks of."""

    unit: Unit | None
    """None for "the period"."""

    @property
    def grain(self) -> Unit | None:
        return self.unit

    def follow(self, gap: str, left: Phrase) -> Sequence[Phrase] | None:
        """As in "last year's quarter"."""
        return self.possessed(gap, left)

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """As in "the week of April 10"; "the quarter ended Sept. 30", whose date is the day."""
        if gap in _WEEK_OF and right.names_day and self.unit is Unit.WEEK:
            return [WeekOf(start=self.start, end=right.end, day=right)]
        if gap in _CLOSED_BY and self.unit is not Unit.DAY:
            if isinstance(right, MonthDay):
                closing = replace(right, closes=self.unit)
                if self.unit is Unit.QUARTER:
                    quarter = Closed(start=self.start, end=self.end, unit=self.unit, day=closing)
                    return [quarter, closing]
                return [closing]
            return [right] if isinstance(right, Month) else None
        return None

    def resolve(self, setting: Setting) -> Resolution | None:
        topic = setting.named.topic
        if self.of is not None or self.year is not None:
            given = self.of.resolve(setting) if self.of else None
            year = self.year if given is None else given.value.year
            if year is None or topic is None:
                return None
            return resolution(in_year(topic[1], year), Rule.YEAR_EARLIER)
        if self.unit is None or self.unit is Unit.QUARTER:
            return Resolution(topic[1], Rule.REFERS_BACK) if topic else None
        return self.named(setting, self.unit)

    def named(self, setting: Setting, unit: Unit) -> Resolution | None:
        """The one meant, of those that are no quarter."""
        return spoken_of(setting, unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Phrase):
    """As in "the quarter ended Sept. 30": the one that the day is the end of."""

    unit: Unit
    day: Phrase

    def resolve(self, setting: Setting) -> Resolution | None:
        day = self.day.resolve(setting)
        return resolution(shift(day.value, 0, self.unit), day.rule) if day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class That(Back):
    """As in "that day", "the same month"; "that year" is also one only mentioned, just before."""

    def doubtful(self, text: str, before: str) -> bool:
        """As in "that day back in March 2010", "On the same day that he won": none named before;
        or where "that" opens a clause.
        """
        if _CLAUSE_OF.match(text, self.end):
            return True
        if self.unit is not Unit.DAY:
            return False
        ahead = _ON_OPENS.search(before) is not None and text.startswith(" that ", self.end)
        return ahead or _OF_OTHER.match(text, self.end) is not None

    def named(self, setting: Setting, unit: Unit) -> Resolution | None:
        if unit is Unit.YEAR:
            end, last = setting.named.mentioned or (0, None)
            if last is not None and end >= self.start - JUST_MENTIONED:
                return Resolution(last, Rule.REFERS_BACK)
            year = _past_year(setting, self.start)
            return resolution(Timex.of_year(year) if year else None, Rule.REFERS_BACK)
        return spoken_of(setting, unit)


def _past_year(setting: Setting, start: int) -> int | None:
    """The year spoken of; where that is publication's, one that was mentioned not long before.

    "the race of 2012 … today … his victory that fall"; "since August 2022 … June of that year"
    """
    year, now = setting.named.year, setting.anchor.day.year if setting.anchor else None
    if setting.narrative or year not in (None, now, 0):
        mentioned = setting.named.latest(Unit.YEAR, since=start - JUST_MENTIONED)
        return mentioned.year if mentioned and not setting.narrative else year
    mentioned = setting.named.latest(Unit.YEAR, since=start - REFERENCE_REACH)
    end, dated = setting.named.with_year or (0, None)
    if dated and end >= start - JUST_MENTIONED and dated.year != now:
        return dated.year
    return mentioned.year if mentioned else year


@dataclass(frozen=True, slots=True, kw_only=True)
class ThatSeason(That):
    """As in "that summer": of the year spoken of."""

    season: int

    def resolve(self, setting: Setting) -> Resolution | None:
        if self.of is not None or self.year is not None:
            return That.resolve(self, setting)
        year = _past_year(setting, self.start)
        if not year or year < 1:
            return None
        return Resolution(Timex(unit=Unit.SEASON, year=year, number=self.season), Rule.REFERS_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThatMonth(That):
    """As in "lost that November": of the year spoken of."""

    month: int

    def resolve(self, setting: Setting) -> Resolution | None:
        year = _past_year(setting, self.start)
        if not year or year < 1:
            return None
        return Resolution(Timex.of_month(year, self.month), Rule.REFERS_BACK)


def read_same(match: Match) -> list[Phrase]:
    """As in "the same day"; "the same period" and what has a tail is a year earlier."""
    start, end = match.span()
    word = match["same_unit"].lower()
    if match["same_tail"] or word == "period":
        compared = match["same_tail"] is None
        return [YearEarlier(start=start, end=end, unit=grain(word), compared=compared)]
    return _that(start, end, word)


def read_that(match: Match) -> list[Phrase]:
    start, end = match.span()
    if month := match["that_month"]:
        return [ThatMonth(start=start, end=end, unit=None, month=month_number(month))]
    return _that(start, end, match["that_unit"].lower())


def _that(start: int, end: int, word: str) -> list[Phrase]:
    if season := season_number(word):
        return [ThatSeason(start=start, end=end, unit=None, season=season)]
    return [That(start=start, end=end, unit=grain(word))]


SAME = Form(
    name="same",
    pattern=rf"""
        (?:(?:[Tt]he|[Ii]ts){S})?(?:same|corresponding|comparable|equivalent|year-ago)(?:{S}|-)
        (?:[a-z]{{2,9}}[-\s]months?{S})?(?P<same_unit>period|{UNIT}|{SEASON}|{PART_OF_DAY})
        (?P<same_tail>,?{S}(?:(?:in|of){S})?
          (?:a{S}year{S}(?:ago|earlier|before)|last{S}year
            |the{S}(?:previous|prior|preceding|year){S}(?:year|before)))?(?!\w)""",
    read=read_same,
    examples=(
        (
            "It fell on May 3. The same day, it rose.",
            "May 3 = 2021-05-03; The same day = 2021-05-03",
        ),
        ("It fell in 2019. The same summer, it rose.", "2019 = 2019; The same summer = 2019-SU"),
        (
            "It rose in the third quarter from the same quarter last year.",
            "the third quarter = 2021-Q3; the same quarter last year = 2020-Q3",
        ),
        (
            "It rose in the third quarter from the same period of 2015.",
            "the third quarter = 2021-Q3; the same period of 2015 = 2015-Q3",
        ),
        (
            "It rose in the third quarter from the comparable period.",
            "the third quarter = 2021-Q3; the comparable period = 2020-Q3",
        ),
        ("They came in the same period.", ""),
    ),
)

THAT = Form(
    name="that",
    pattern=rf"""
        [Tt]hat{S}(?:same{S})?
        (?:(?P<that_unit>day|week|weekend|month|quarter|year|decade|century|{SEASON}|{PART_OF_DAY})(?!\w)
          |(?P<that_month>{MONTH_FULL})(?=[.,;:)]|{S}(?:and|but|when|after|as|by|with|in){S}))""",
    read=read_that,
    examples=(
        ("It fell on Nov. 3. That day, it rose.", "Nov. 3 = 2021-11-03; That day = 2021-11-03"),
        ("It fell on Nov. 3. That week, it rose.", "Nov. 3 = 2021-11-03; That week = 2021-W44"),
        ("It fell on Nov. 3. That month, it rose.", "Nov. 3 = 2021-11-03; That month = 2021-11"),
        (
            "It fell in 2019. In May of that year, it rose.",
            "2019 = 2019; May of that year = 2019-05",
        ),
        ("It fell in 2019. That winter, it rose.", "2019 = 2019; That winter = 2019-WI"),
        ("It fell in 2019. That decade, it rose.", "2019 = 2019; That decade = 201X"),
    ),
)
