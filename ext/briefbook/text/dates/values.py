"""Arithmetic on TIMEX3 calendar values: units, shifts, distances.

A value is a string of TIMEX3 (ISO 8601 with its extensions): ``2022-01-12``, ``2022-01``,
``2021-Q4``, ``2021-H1``, ``2021-W52``, ``2021-SU``, ``2022``, ``199X`` (decade), ``19XX``
(century), and any of the plainer ones with ``BC`` before a four-digit year.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from briefbook.text.timex import Unit as Unit  # noqa: PLC0414 - until the rules read it there

SEASONS = ("WI", "SP", "SU", "FA")
"""In the order of the year. A winter bears the year it begins in: its months are December on."""


def unit_of(value: str) -> Unit:
    """The grain of a well-formed value."""
    value = value.removeprefix("BC")
    if value.endswith("XX"):
        return Unit.CENTURY
    if value.endswith("X"):
        return Unit.DECADE
    if len(value) == 4:
        return Unit.YEAR
    if len(value) == 10:
        return Unit.DAY
    mark = value[5]
    if value[5:] in SEASONS:
        return Unit.SEASON
    if mark == "W":
        return Unit.WEEKEND if value.endswith("WE") and len(value) > 7 else Unit.WEEK
    if mark == "Q":
        return Unit.QUARTER
    if mark == "H":
        return Unit.HALF
    return Unit.MONTH


def day_value(year: int, month: int, day: int) -> str | None:
    """``YYYY-MM-DD``, or None where the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def month_value(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def year_value(year: int) -> str:
    """``YYYY``; years before 1 are BC: 0 is BC0001."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def quarter_of(day: date) -> int:
    return (day.month + 2) // 3


def season_of(day: date) -> str:
    """The northern season a day falls in, by whole months: December to February is winter."""
    return SEASONS[day.month % 12 // 3]


def week_value(day: date) -> str:
    """The ISO week a day falls in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def year_in(value: str) -> int | None:
    """The year a value names, negative and zero for BC; None for decades and centuries."""
    if value.startswith("BC"):
        return 1 - int(value[2:6]) if value[2:6].isdigit() else None
    return int(value[:4]) if value[:4].isdigit() else None


def month_in(value: str) -> int | None:
    """The month a day or month value names."""
    month = value.removeprefix("BC")[5:7]
    return int(month) if unit_of(value) in (Unit.DAY, Unit.MONTH) else None


def first_day(value: str) -> date | None:
    """The first day of what a value names; None where Python's calendar does not reach."""
    if value.startswith("BC"):
        return None
    try:
        return _first_day(value, unit_of(value))
    except ValueError:
        return None


def _first_day(value: str, unit: Unit) -> date:
    year = int(value[:4].replace("X", "0"))
    match unit:
        case Unit.DAY:
            return date.fromisoformat(value)
        case Unit.WEEK | Unit.WEEKEND:
            first = date.fromisocalendar(year, int(value[6:8]), 1)
            return first + timedelta(days=5) if unit is Unit.WEEKEND else first
        case Unit.MONTH:
            return date(year, int(value[5:7]), 1)
        case Unit.QUARTER:
            return date(year, 3 * int(value[6]) - 2, 1)
        case Unit.HALF:
            return date(year, 6 * int(value[6]) - 5, 1)
        case Unit.SEASON:
            return date(year, {"WI": 12, "SP": 3, "SU": 6, "FA": 9}[value[5:]], 1)
        case _:
            return date(max(year, 1), 1, 1)


def containing(day: date, unit: Unit) -> str:
    """The value of the unit that a day falls in."""
    match unit:
        case Unit.DAY:
            return day.isoformat()
        case Unit.WEEK:
            return week_value(day)
        case Unit.WEEKEND:
            return week_value(day) + "-WE"
        case Unit.MONTH:
            return month_value(day.year, day.month)
        case Unit.QUARTER:
            return f"{day.year:04d}-Q{quarter_of(day)}"
        case Unit.HALF:
            return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
        case Unit.SEASON:
            year = day.year - (1 if day.month < 3 else 0)
            return f"{year:04d}-{season_of(day)}"
        case Unit.YEAR:
            return f"{day.year:04d}"
        case Unit.DECADE:
            return f"{day.year // 10:03d}X"
        case Unit.CENTURY:
            return f"{day.year // 100:02d}XX"


def shift(value: str, count: int, unit: Unit) -> str | None:
    """``value`` moved by ``count`` units, at the coarser of the two grains.

    Two years after ``1990-05-04`` is ``1992``; three days after it is ``1990-05-07``; a month moved
    by days stays unresolved (None), as does what leaves the calendar.
    """
    year = year_in(value)
    if unit is Unit.YEAR:
        if year is None or not -9998 <= year + count <= MAXYEAR:
            return None
        return year_value(year + count)
    start = first_day(value)
    if start is None:
        return None
    try:
        return _shifted(start, unit_of(value), count, unit)
    except (ValueError, OverflowError):
        return None


def _shifted(start: date, grain: Unit, count: int, unit: Unit) -> str | None:
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        if grain not in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
            return None
        moved = start + timedelta(days=count * (1 if unit is Unit.DAY else 7))
        return containing(moved, unit)
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6}.get(unit)
    if months is None:
        return containing(
            date(start.year + count * (10 if unit is Unit.DECADE else 100), 1, 1), unit
        )
    if grain in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        return None
    return containing(add_months(start, count * months), unit)


def add_months(day: date, months: int) -> date:
    """The same day of the month some months on, or the month's last day.

    Raises ValueError off the calendar.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("off the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def same_a_year_before(value: str) -> str | None:
    """The same quarter, month, season or day of the year before."""
    year = year_in(value)
    if year is None or year <= 1 or unit_of(value) is Unit.WEEK:
        return None
    earlier = f"{year - 1:04d}{value[4:]}"
    return earlier if first_day(earlier) else None
