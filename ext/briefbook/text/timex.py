"""The calendar value: what a date mention says, as TIMEX3 writes it, and as readers say it.

TIMEX3 is ISO 8601 with its extensions: ``2022-01-12``, ``2022-01``, ``2021-Q4``, ``2021-H1``,
``2021-W52``, ``2021-W52-WE`` (a weekend), ``2021-SU`` (a season), ``2022``, ``199X`` (a decade),
``19XX`` (a century); years, months, days, decades and centuries before Christ open with ``BC``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS: Final = ("SP", "SU", "FA", "WI")
"""By the month they begin in: March, June, September, December. A winter is of that December's
year."""
_SEASON_WORDS: Final = ("spring", "summer", "autumn", "winter")
_ORDINALS: Final = ("first", "second", "third", "fourth")


class Unit(StrEnum):
    """The grain of a calendar value."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


MONTHS_IN: Final = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
"""The months that a value of each grain covers, where it covers whole ones."""

_FORM = re.compile(
    r"(?P<bc>BC)?(?:(?P<century>\d\d)XX|(?P<decade>\d{3})X|(?P<year>(?!0000)\d{4})(?:-(?:"
    r"(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|AU|WI)"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?))?)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A day, week, month … century of the calendar."""

    unit: Unit
    year: int
    """Its first year: 1990 of 199X. 0 is the year 1 BC, -1 is 2 BC. Of an ISO week, its own."""
    number: int = 0
    """Of a month, quarter, half, season or ISO week: which one of the year, from 1. Of a day, its
    month."""
    day: int = 0
    """Of a day: which one of the month."""

    @classmethod
    def parse(cls, value: str) -> Timex | None:
        """The value that TIMEX3 writes so; None where it writes none, or none of the calendar."""
        form = _FORM.fullmatch(value)
        if form is None:
            return None
        if form["century"] or form["decade"]:
            return _of_many_years(form)
        year = int(form["year"])
        if form["bc"]:
            year = 1 - year
        number = int(form["month"] or form["quarter"] or form["half"] or form["week"] or 0)
        if form["season"]:
            number = SEASONS.index(form["season"].replace("AU", "FA")) + 1
        unit = next(unit for name, unit in _GRAINS if form[name])
        found = cls(unit=unit, year=year, number=number, day=int(form["day"] or 0))
        return found if found._stands() else None

    @classmethod
    def of_year(cls, year: int) -> Timex:
        return cls(unit=Unit.YEAR, year=year)

    @classmethod
    def of_month(cls, year: int, month: int) -> Timex:
        return cls(unit=Unit.MONTH, year=year, number=month)

    @classmethod
    def of_day(cls, day: date) -> Timex:
        return cls(unit=Unit.DAY, year=day.year, number=day.month, day=day.day)

    @classmethod
    def in_month(cls, year: int, month: int, day: int) -> Timex | None:
        """A day by its numbers; None where the calendar has none such."""
        found = cls(unit=Unit.DAY, year=year, number=month, day=day)
        return found if found._stands() else None

    @classmethod
    def containing(cls, day: date, unit: Unit) -> Timex:
        """The value of a grain that a day falls in."""
        match unit:
            case Unit.DAY:
                return cls.of_day(day)
            case Unit.WEEK | Unit.WEEKEND:
                year, week, _ = day.isocalendar()
                return cls(unit=unit, year=year, number=week)
            case Unit.SEASON:
                # By whole months: December to February is winter.
                year = day.year - (day.month < 3)
                return cls(unit=unit, year=year, number=(day.month % 12 // 3 or 4))
            case Unit.DECADE | Unit.CENTURY:
                return cls(unit=unit, year=day.year - day.year % (MONTHS_IN[unit] // 12))
            case Unit.YEAR:
                return cls.of_year(day.year)
            case _:
                number = (day.month - 1) // MONTHS_IN[unit] + 1
                return cls(unit=unit, year=day.year, number=number)

    def __str__(self) -> str:
        if self.unit in (Unit.DECADE, Unit.CENTURY):
            figures = 3 if self.unit is Unit.DECADE else 2
            # Before Christ they count down: 499 to 400 BC is BC04XX.
            known = (1 - self.year if self.year < 0 else self.year) // 10 ** (4 - figures)
            return f"{'BC' if self.year < 0 else ''}{known:0{figures}d}{'X' * (4 - figures)}"
        year = f"{self.year:04d}" if self.year > 0 else f"BC{1 - self.year:04d}"
        match self.unit:
            case Unit.DAY:
                return f"{year}-{self.number:02d}-{self.day:02d}"
            case Unit.MONTH:
                return f"{year}-{self.number:02d}"
            case Unit.WEEK:
                return f"{year}-W{self.number:02d}"
            case Unit.WEEKEND:
                return f"{year}-W{self.number:02d}-WE"
            case Unit.SEASON:
                return f"{year}-{SEASONS[self.number - 1]}"
            case Unit.QUARTER:
                return f"{year}-Q{self.number}"
            case Unit.HALF:
                return f"{year}-H{self.number}"
            case _:
                return year

    @property
    def month(self) -> int | None:
        """The month that a day or a month names."""
        return self.number if self.unit in (Unit.DAY, Unit.MONTH) else None

    @property
    def opening(self) -> tuple[int, int, int]:
        """Year, month and number of the first day, before Christ too: the order of time."""
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            first = date.fromisocalendar(self.year, self.number, _FIRST_WEEKDAY[self.unit])
            return first.year, first.month, first.day
        if self.unit in (Unit.DAY, Unit.MONTH):
            return self.year, self.number, self.day or 1
        if self.unit is Unit.SEASON:
            return self.year, 3 * self.number, 1
        months = MONTHS_IN[self.unit]
        return self.year, months * (self.number - 1) + 1 if self.number else 1, 1

    @property
    def first_day(self) -> date | None:
        """None where Python's calendar, of the years 1 to 9999, does not reach."""
        year, month, day = self.opening
        if self.unit in (Unit.DECADE, Unit.CENTURY) and year == 0:
            year = MINYEAR  # There is no year 0.
        return date(year, month, day) if year >= MINYEAR else None

    @property
    def last_day(self) -> date | None:
        """None where Python's calendar, of the years 1 to 9999, does not reach."""
        first = self.first_day
        if first is None or self.unit is Unit.DAY:
            return first
        if self.unit in _FIRST_WEEKDAY:
            until_sunday = timedelta(days=7 - _FIRST_WEEKDAY[self.unit])
            return first + until_sunday if date.max - first >= until_sunday else None
        year, month, _ = self.opening
        year, month = divmod(12 * year + month - 1 + MONTHS_IN[self.unit] - 1, 12)
        if year > MAXYEAR:
            return None
        return date(year, month + 1, monthrange(year, month + 1)[1])

    @property
    def words(self) -> str:
        """In plain English: ``2022-01-12`` is "12 January 2022", ``BC0480`` "480 BC"."""
        if self.year < 1 and (self.year < 0 or self.unit not in (Unit.DECADE, Unit.CENTURY)):
            return f"{self._in_year(str(1 - self.year))} BC"
        return self._in_year(str(self.year))

    def _in_year(self, year: str) -> str:
        match self.unit:
            case Unit.DAY:
                return f"{self.day} {MONTHS[self.number - 1]} {year}"
            case Unit.MONTH:
                return f"{MONTHS[self.number - 1]} {year}"
            case Unit.QUARTER | Unit.HALF:
                return f"{_ORDINALS[self.number - 1]} {self.unit} of {year}"
            case Unit.WEEK:
                return f"week {self.number} of {year}"
            case Unit.WEEKEND:
                return f"weekend of week {self.number} of {year}"
            case Unit.SEASON:
                return f"{_SEASON_WORDS[self.number - 1]} {year}"
            case Unit.DECADE:
                return f"{int(year) // 10}0s"
            case Unit.CENTURY:
                return f"{_ordinal(int(year) // 100 + 1)} century"
            case _:
                return year

    def _stands(self) -> bool:
        """Whether the calendar has it; before Christ, where it is anyone's, in a leap year."""
        if self.unit is Unit.DAY:
            if not 1 <= self.number <= 12 or self.year > MAXYEAR:
                return False
            year = self.year if self.year >= MINYEAR else 4
            return 1 <= self.day <= monthrange(year, self.number)[1]
        if self.unit is Unit.MONTH:
            return 1 <= self.number <= 12
        if self.unit in _FIRST_WEEKDAY:
            # Those of the last year run off the calendar.
            return MINYEAR <= self.year < MAXYEAR and 1 <= self.number <= weeks_in(self.year)
        return self.year >= MINYEAR or self.unit in (Unit.YEAR, Unit.SEASON)


_GRAINS: Final = (
    ("day", Unit.DAY),
    ("month", Unit.MONTH),
    ("quarter", Unit.QUARTER),
    ("half", Unit.HALF),
    ("season", Unit.SEASON),
    ("weekend", Unit.WEEKEND),
    ("week", Unit.WEEK),
    ("year", Unit.YEAR),
)
"""The groups of ``_FORM`` that settle the grain, the finest first."""

_FIRST_WEEKDAY: Final = {Unit.WEEK: 1, Unit.WEEKEND: 6}


def _of_many_years(form: re.Match[str]) -> Timex:
    unit, years = (Unit.CENTURY, 100) if form["century"] else (Unit.DECADE, 10)
    known = int(form["century"] or form["decade"])
    first = 1 - (known * years + years - 1) if form["bc"] else known * years
    return Timex(unit=unit, year=first)


def weeks_in(year: int) -> int:
    """The ISO weeks of a year. 28 December is always in the last ISO week of its year."""
    return date(year, 12, 28).isocalendar().week


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def in_words(value: str) -> str:
    """A TIMEX3 value in words, as ``Timex.words``; what is none comes back unchanged."""
    found = Timex.parse(value)
    return value if found is None else found.words


def time_order(value: str) -> tuple[int, int, int, str]:
    """What sorts TIMEX3 values in order of time; those that are none come last."""
    found = Timex.parse(value)
    return (MAXYEAR + 1, 0, 0, value) if found is None else (*found.opening, "")
