"""Arithmetic on TIMEX3 values, and the days that holidays fall on."""

from __future__ import annotations

from datetime import date

import pytest

from briefbook.text.dates import holidays, tag
from briefbook.text.dates.holidays import easter, holiday, holiday_name, nth_weekday
from briefbook.text.dates.values import Unit, first_day, same_a_year_before, shift, unit_of


@pytest.mark.parametrize(
    ("value", "count", "unit", "moved"),
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
def test_shift(value: str, count: int, unit: Unit, moved: str | None) -> None:
    assert shift(value, count, unit) == moved


@pytest.mark.parametrize(
    ("value", "unit", "first"),
    [
        ("2021-W01", Unit.WEEK, date(2021, 1, 4)),
        ("2021-W01-WE", Unit.WEEKEND, date(2021, 1, 9)),
        ("2021-WI", Unit.SEASON, date(2021, 12, 1)),
        ("2021-Q3", Unit.QUARTER, date(2021, 7, 1)),
        ("199X", Unit.DECADE, date(1990, 1, 1)),
        ("19XX", Unit.CENTURY, date(1900, 1, 1)),
        ("BC0480", Unit.YEAR, None),
        ("BC04XX", Unit.CENTURY, None),
    ],
)
def test_unit_and_first_day(value: str, unit: Unit, first: date | None) -> None:
    assert unit_of(value) is unit
    assert first_day(value) == first


@pytest.mark.parametrize(
    ("value", "earlier"),
    [
        ("1989-Q3", "1988-Q3"),
        ("1989-08-12", "1988-08-12"),
        ("1989", "1988"),
        ("2020-02-29", None),
        ("1989-W03", None),
        ("198X", None),
    ],
)
def test_same_a_year_before(value: str, earlier: str | None) -> None:
    assert same_a_year_before(value) == earlier


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


@pytest.mark.parametrize("name", sorted(holidays._RULES))
def test_every_holiday_is_found(name: str) -> None:
    written = " ".join(word.capitalize() for word in name.split())
    text = f"The town keeps {written} as of old."
    found = [(text[item.start : item.end], item.value) for item in tag(text, "2021-07-01")]
    days = [holiday(name, year) for year in (2020, 2021, 2022)]
    assert len(found) == 1
    assert found[0][0] == written
    assert found[0][1] in [day.isoformat() for day in days if day]


def test_last_weekday_of_a_month() -> None:
    assert nth_weekday(2021, 12, 5, -1) == date(2021, 12, 31)
    assert nth_weekday(2022, 2, 1, -1) == date(2022, 2, 28)
