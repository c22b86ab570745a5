"""ISO weeks, "2021-W52", and "the week of April 10"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from briefbook.text.dates.date_words import YEAR
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.timex import Timex, Unit, weeks_in

if TYPE_CHECKING:
    from briefbook.text.dates.setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class IsoWeek(Phrase):
    """A week, or a day of it, by numbers."""

    year: int
    week: int
    weekday: int | None

    def resolve(self, setting: Setting) -> Resolution | None:
        if not 1 <= self.week <= weeks_in(self.year):
            return None
        week = Timex(unit=Unit.WEEK, year=self.year, number=self.week)
        monday = week.first_day
        if self.weekday is None or monday is None:
            return Resolution(week, Rule.EXPLICIT)
        day = monday + timedelta(days=self.weekday - 1)
        return Resolution(Timex.of_day(day), Rule.EXPLICIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf(Phrase):
    """The week that a day lies in."""

    day: Phrase

    def resolve(self, setting: Setting) -> Resolution | None:
        given = self.day.resolve(setting)
        day = given.value.first_day if given else None
        if given is None or day is None:
            return None
        return Resolution(Timex.containing(day, Unit.WEEK), given.rule)


def read_iso_week(match: Match) -> list[Phrase]:
    start, end = match.span()
    year, week, weekday = int(match["isoweek_y"]), int(match["isoweek_w"]), match["isoweek_d"]
    return [IsoWeek(start=start, end=end, year=year, week=week, weekday=int(weekday or 0) or None)]


ISO_WEEK = Form(
    name="isoweek",
    pattern=rf"""
        (?P<isoweek_y>{YEAR})-?W(?P<isoweek_w>[0-4]\d|5[0-3])(?:-(?P<isoweek_d>[1-7]))?(?!\w)""",
    read=read_iso_week,
    examples=(
        ("It is due in 2022-W05.", "2022-W05 = 2022-W05"),
        ("It is due on 2022W05-7.", "2022W05-7 = 2022-02-06"),
        ("It was due in 2020-W53, not 2021-W53.", "2020-W53 = 2020-W53"),
    ),
)
