"""Arithmetic on TIMEX3 values, and the days that holidays fall on."""

from __future__ import annotations

from datetime import date

import pytest

from briefbook.text.dates.holiday_table import easter, holiday, holiday_name, nth_weekday
from briefbook.text.dates.shift import same_a_year_before, shift
from briefbook.text.timex import Timex, Unit


def value(written: str) -> Timex:
    found = Timex.parse(written)
    assert found is not None
    return found


def written(found: Timex | None) -> str | None:
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("start", "count", "unit", "moved"),
    [
        ("2021-12-30", 3, Unit.DAY, "2022-01-02"),
        ("2021-12-30", 1, Unit.WEEK, "2022-W01"),
        ("2021-01-02", 0, Unit.WEEK, "2020-W53"),
        ("2021-12-30", 0, Unit.WEEKEND, "2021-W52-WE"),
        ("2022-01-31", 1, Unit.MONTH, "2022-02"),
        ("2022-01", -1, Unit.MONTH, "2021-12"),
        ("2021-Q1", -1, Unit.QUARTER, "2020-Q4"),
        ("2021-H1", 1, Unit.HALF, "2021-H2"),
        ("2021-SP", -1, Unit.SEASON, "2020-WI"),
        ("2021-02-01", 0, Unit.SEASON, "2020-WI"),
        ("1990-05-04", 2, Unit.YEAR, "1992"),
        ("0001", -1, Unit.YEAR, "BC0001"),
        ("BC0480", 10, Unit.YEAR, "BC0470"),
        ("1987", -1, Unit.DECADE, "197X"),
        ("1987", 1, Unit.CENTURY, "20XX"),
        ("1987", 3, Unit.DAY, None),
        ("1987", 3, Unit.MONTH, None),
        ("199X", 1, Unit.YEAR, None),
        ("BC0480", 1, Unit.MONTH, None),
        ("9999-12-31", 1, Unit.DAY, None),
    ],
)
def test_shift(start: str, count: int, unit: Unit, moved: str | None) -> None:
    assert written(shift(value(start), count, unit)) == moved


@pytest.mark.parametrize(
    ("start", "earlier"),
    [
        ("1989-Q3", "1988-Q3"),
        ("1989-08-12", "1988-08-12"),
        ("1989", "1988"),
        ("2020-02-29", None),
        ("1989-W03", None),
        ("198X", None),
    ],
)
def test_same_a_year_before(start: str, earlier: str | None) -> None:
    assert written(same_a_year_before(value(start))) == earlier


# The earliest and the latest Easter there can be, and two between.
@pytest.mark.parametrize(
    "day", [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2018, 4, 1)]
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Thanksgiving", 2021, date(2021, 11, 25)),
        ("Election Day", 2016, date(2016, 11, 8)),
        ("Memorial  Day", 2021, date(2021, 5, 31)),
        ("Presidents’ Day", 2021, date(2021, 2, 15)),
        ("new years eve", 2021, date(2021, 12, 31)),
        ("Ash Wednesday", 2021, date(2021, 2, 17)),
        ("Christmas", 1500, None),
    ],
)
def test_holiday(name: str, year: int, day: date | None) -> None:
    assert holiday(holiday_name(name), year) == day


def test_last_weekday_of_a_month() -> None:
    assert nth_weekday(2021, 12, 5, -1) == date(2021, 12, 31)
    assert nth_weekday(2022, 2, 1, -1) == date(2022, 2, 28)
