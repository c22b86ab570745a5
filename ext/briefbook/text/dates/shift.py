"""Moving calendar values: two weeks on, a year back."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from briefbook.text.timex import MONTHS_IN, Timex, Unit

_DAYS_IN: Final = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}


def shift(value: Timex, count: int, unit: Unit) -> Timex | None:
    """``value`` moved by ``count`` units, at the coarser of the two grains.

    Two years after ``1990-05-04`` is ``1992``; three days after it is ``1990-05-07``; a month moved
    by days stays unresolved (None), as does what leaves the calendar.
    """
    if unit is Unit.YEAR:
        known = value.unit not in (Unit.DECADE, Unit.CENTURY)
        year = value.year + count
        return Timex.of_year(year) if known and -MAXYEAR < year <= MAXYEAR else None
    start = value.first_day
    if start is None:
        return _before_christ(value.year, count, unit)
    try:
        return _shifted(start, value.unit, count, unit)
    except (ValueError, OverflowError):
        return None


def _shifted(start: date, grain: Unit, count: int, unit: Unit) -> Timex | None:
    if unit in _DAYS_IN:
        if grain not in _DAYS_IN:
            return None
        return Timex.containing(start + timedelta(days=count * _DAYS_IN[unit]), unit)
    months = MONTHS_IN[unit]
    if unit in (Unit.DECADE, Unit.CENTURY):
        return Timex.containing(date(start.year + count * months // 12, 1, 1), unit)
    if MONTHS_IN.get(grain, 0) >= 12:
        return None
    return Timex.containing(add_months(start, count * months), unit)


def _before_christ(year: int, count: int, unit: Unit) -> Timex | None:
    """A decade or century some on from that of a year that is off Python's calendar."""
    if unit not in (Unit.DECADE, Unit.CENTURY):
        return None
    length = MONTHS_IN[unit] // 12
    place = (1 - year) // length - count  # They count down: 499 to 400 BC is one century.
    return Timex(unit=unit, year=2 - length * (place + 1)) if place > 0 else None


def add_months(day: date, months: int) -> date:
    """The same day of the month some months on, or the month's last day.

    Raises ValueError off the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("off the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_year(value: Timex, year: int) -> Timex | None:
    """The same week, month, quarter, season … day of another year; None where it has none."""
    if value.unit in (Unit.DECADE, Unit.CENTURY):
        return None
    return Timex.parse(str(Timex(unit=value.unit, year=year, number=value.number, day=value.day)))


def same_a_year_before(value: Timex) -> Timex | None:
    """The same quarter, month, season or day of the year before; of weeks, whose numbers drift,
    and before Christ there is none.
    """
    if value.unit is Unit.WEEK or value.year <= MINYEAR:
        return None
    return in_year(value, value.year - 1)
