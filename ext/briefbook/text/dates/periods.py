"""Quarters, halves, seasons and weeks of a year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .holidays import nth_weekday
from .resolution import Resolution, resolution
from .rules import Rule
from .tense import looks_back
from .values import Unit, add_months, first_day, shift, unit_of, week_value, year_in

if TYPE_CHECKING:
    from .phrases import Phrase
    from .setting import Setting

CLEARLY_NEAREST = 60
"""Days: a quarter or season that ended so short before publication is the one meant."""


def part(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """A quarter, half or season, of the year that the phrase, the story or publication gives."""
    code = phrase.season or f"{'Q' if phrase.unit is Unit.QUARTER else 'H'}{phrase.count}"
    year, rule = phrase.year, Rule.EXPLICIT
    if phrase.base is not None:
        if base is None:
            return None
        if unit_of(base.value) in (Unit.DECADE, Unit.CENTURY):
            return base
        year, rule = year_in(base.value), base.rule
    elif year is None and (setting.narrative or setting.anchor is None):
        year, rule = setting.named.year, Rule.NARRATIVE
        if year is None:
            return None
    if year is not None:
        return resolution(f"{year:04d}-{code}" if year > 0 else None, rule)
    return _nearest(setting, phrase, code)


def _nearest(setting: Setting, phrase: Phrase, code: str) -> Resolution | None:
    """The one going on or just over; else by the tense; else the nearest to publication."""
    if setting.anchor is None:
        return None
    now = setting.anchor.day
    rule = Rule.SEASON if phrase.season else Rule.QUARTER
    found = [_away(f"{year:04d}-{code}", now) for year in (now.year - 1, now.year, now.year + 1)]
    past = [entry for entry in found if entry[0] <= 0][-1:]
    ahead = [entry for entry in found if entry[0] > 0][:1]
    if not past or not ahead:
        return None
    (ago, last), (until, following) = past[0], ahead[0]
    if -ago <= CLEARLY_NEAREST:
        return Resolution(last, rule)
    back = looks_back(setting.text, phrase.start, phrase.end)
    if back is not None:
        return Resolution(last if back else following, rule)
    value, other = (last, following) if -ago <= until else (following, last)
    return Resolution(value, rule, other)


def _away(value: str, now: date) -> tuple[int, str]:
    """The days from ``now`` to the nearer end of a period, below zero for one that is over."""
    start = first_day(value) or now
    end = add_months(start, 6 if value[5] == "H" else 3) - timedelta(days=1)
    if start <= now <= end:
        return 0, value
    return ((start - now).days if start > now else (end - now).days), value


def week(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """As in "2021-W52", "week 31", "the week of April 10"."""
    if phrase.base is not None:
        day = first_day(base.value) if base else None
        return Resolution(week_value(day), base.rule) if day and base else None
    year = phrase.year
    if year is None and setting.anchor is not None:
        year = setting.anchor.day.year
    if year is None:
        return None
    value = f"{year:04d}-W{phrase.count or 0:02d}"
    start = first_day(value)
    if start is None:
        return None
    if phrase.weekday is not None:
        value = (start + timedelta(days=phrase.weekday - 1)).isoformat()
    return Resolution(value, Rule.EXPLICIT if phrase.year else Rule.LAST_THIS_NEXT)


def nth_of(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:  # noqa: ARG001
    """As in "the first week of January", "the last day of the year", "the third month of 2021"."""
    start = first_day(base.value) if base else None
    count, unit = phrase.count or 1, phrase.unit
    if start is None or base is None:
        return None
    whole = unit_of(base.value)
    if phrase.weekday is not None:
        if whole is not Unit.MONTH:
            return None
        day = nth_weekday(start.year, start.month, phrase.weekday, count)
        return resolution(day.isoformat() if day.month == start.month else None, base.rule)
    if unit is None:
        return None
    if whole is Unit.YEAR and unit is Unit.WEEK:
        weeks = date(start.year, 12, 28).isocalendar().week
        return Resolution(f"{start.year:04d}-W{count if count > 0 else weeks:02d}", base.rule)
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6, Unit.YEAR: 12}
    if whole not in months:
        return None
    if count < 0:
        start = add_months(start, months[whole]) - timedelta(days=1)
        return resolution(shift(start.isoformat(), 0, unit), base.rule)
    return resolution(shift(start.isoformat(), count - 1, unit), base.rule)
