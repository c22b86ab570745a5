"""Next to a date of the text: "the next day", "the previous quarter", "the following January"."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefbook.text.dates.date_words import (
    MONTH_FULL,
    PART_OF_DAY,
    SEASON,
    UNIT,
    WEEKDAY,
    S,
    grain,
    month_number,
    season_number,
    weekday_number,
)
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.count import Counted
from briefbook.text.dates.rules.form import FISCAL, Form, Match
from briefbook.text.dates.shift import shift
from briefbook.text.dates.tense import looks_back
from briefbook.text.dates.veto import after
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from datetime import date

    from briefbook.text.dates.setting import Setting

_DURATION = after(r"\b(?:over|for|in|within|during|through|throughout|into)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUnit(Counted):
    """As in "the next day", "the previous quarter"."""

    def doubtful(self, text: str, before: str) -> bool:
        """As in "over the next week": a duration."""
        return self.way == "next" and _DURATION.search(before) is not None

    def resolve(self, setting: Setting) -> Resolution | None:
        """A story goes on from the year that it has reached, whatever it looked back to."""
        year = setting.named.year
        if self.unit is Unit.YEAR and self.base is None and setting.narrative and year is not None:
            told = Timex.of_year(year)
            return resolution(shift(told, self.count, Unit.YEAR), Rule.COUNTED, against=told)
        if self.unit is Unit.DAY and self.base is None and self._counts_from_ahead(setting):
            return None
        return Counted.resolve(self, setting)

    def _counts_from_ahead(self, setting: Setting) -> bool:
        """Whether no day was named, or what is told of the past would be after one to come."""
        last = setting.named.latest(Unit.DAY)
        day = last.first_day if last else None
        if setting.anchor is None or (day is not None and day <= setting.anchor.day):
            return False
        if day is None:
            return self.count > 0
        return looks_back(setting.text, self.start, self.end) is True


@dataclass(frozen=True, slots=True, kw_only=True)
class NextNamed(Phrase):
    """As in "the following Monday": the nearest to the date that the text named last."""

    step: int
    """-1 or 1."""

    def is_aside(self, text: str) -> bool:
        return self.step < 0

    def resolve(self, setting: Setting) -> Resolution | None:
        last = setting.named.latest(Unit.DAY, Unit.MONTH, Unit.YEAR, Unit.SEASON)
        start = last.first_day if last else None
        return self.beside(last, start) if last and start else None

    def year_of(self, month: int, start: date) -> int:
        """The year of what begins in a month, and is the nearest before or after ``start``."""
        later = month > start.month
        return start.year + (0 if later == (self.step > 0) else self.step)

    @abstractmethod
    def beside(self, last: Timex, start: date) -> Resolution | None:
        """Its value beside the last date named, which begins on ``start``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextWeekday(NextNamed):
    weekday: int

    @property
    def names_weekday(self) -> bool:
        return True

    def beside(self, last: Timex, start: date) -> Resolution | None:
        if last.unit is not Unit.DAY:
            return None
        days = (self.weekday - start.isoweekday()) % 7 or 7
        return resolution(
            shift(last, days if self.step > 0 else days - 7 or -7, Unit.DAY), Rule.COUNTED
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMonth(NextNamed):
    month: int

    def beside(self, last: Timex, start: date) -> Resolution:
        year = self.year_of(self.month, start)
        return Resolution(Timex.of_month(year, self.month), Rule.COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSeason(NextNamed):
    season: int

    def beside(self, last: Timex, start: date) -> Resolution:
        season = Timex(unit=Unit.SEASON, year=start.year, number=self.season)
        year = self.year_of(season.opening[1], start)
        return Resolution(replace(season, year=year), Rule.COUNTED)


def read_relative(match: Match) -> list[Phrase]:
    start, end = match.span()
    way = match["relative_dir"]
    step = 1 if way in ("next", "following", "subsequent") else -1
    if unit := grain(match["relative_unit"] or match["relative_part"]):
        return [NextUnit(start=start, end=end, count=step, unit=unit, way=way)]
    if month := match["relative_month"]:
        return [NextMonth(start=start, end=end, step=step, month=month_number(month))]
    if weekday := match["relative_weekday"]:
        return [NextWeekday(start=start, end=end, step=step, weekday=weekday_number(weekday))]
    season = season_number(match["relative_season"]) or 0
    return [NextSeason(start=start, end=end, step=step, season=season)]


NEXT_TO_NAMED = Form(
    name="relative",
    pattern=rf"""
        (?:[Tt]he|[Ii]ts){S}(?P<relative_dir>next|following|previous|preceding|prior|subsequent)
        (?:{S}|-){FISCAL}
        (?:(?P<relative_unit>{UNIT})|(?P<relative_month>{MONTH_FULL})|(?P<relative_weekday>{WEEKDAY})
          |(?P<relative_season>{SEASON})|(?P<relative_part>{PART_OF_DAY}))(?!\w)""",
    read=read_relative,
    examples=(
        (
            "On June 3 it fell. The next day, it rose.",
            "June 3 = 2021-06-03; The next day = 2021-06-04",
        ),
        (
            "On June 3 it fell. The previous night, it rose.",
            "June 3 = 2021-06-03; The previous night = 2021-06-02",
        ),
        ("It fell in 2019. The previous year, it rose.", "2019 = 2019; The previous year = 2018"),
        ("It will go on over the next week.", ""),
        (
            "On June 3 it fell. The following January, it rose.",
            "June 3 = 2021-06-03; The following January = 2022-01",
        ),
        (
            "On June 3 it fell. The previous January, it rose.",
            "June 3 = 2021-06-03; The previous January = 2021-01",
        ),
        (
            "On June 3 it fell. The following Monday, it rose.",
            "June 3 = 2021-06-03; The following Monday = 2021-06-07",
        ),
        (
            "On June 3 it fell. The preceding Monday, it rose.",
            "June 3 = 2021-06-03; The preceding Monday = 2021-05-31",
        ),
        (
            "On June 3 it fell. The following Thursday, it rose.",
            "June 3 = 2021-06-03; The following Thursday = 2021-06-10",
        ),
        (
            "On June 3 it fell. The following spring, it rose.",
            "June 3 = 2021-06-03; The following spring = 2022-SP",
        ),
        (
            "On June 3 it fell. The prior autumn, it rose.",
            "June 3 = 2021-06-03; The prior autumn = 2020-FA",
        ),
    ),
)
