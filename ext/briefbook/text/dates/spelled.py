"""Dates that the text spells out, whole or in part: days, months, weekdays, decades, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .events import event_year
from .holidays import holiday
from .resolution import Resolution, resolution
from .rules import Rule
from .tense import Tense, looks_back, tense
from .values import Unit, day_value, first_day, month_value, unit_of, year_in, year_value

if TYPE_CHECKING:
    from .phrases import Phrase
    from .setting import Setting

CLEARLY_NEAREST = 120
"""Days: a month and day this near to publication can hardly be meant of another year."""

HOLIDAY_SEASON = 45
"""Days: around a holiday that near, people speak of no other."""

NEAR_PUBLICATION, CLEARLY_FARTHER = 7, 25
"""Days: of two readings of 03/05/2021 the one this near is meant if the other is this far."""

RECENT_WEEKDAYS = 3
"""Days back within which a weekday is the past one whatever the tense (93.8 % of news right)."""


# "the November election": the tense is that of something else.
_ATTRIBUTE = re.compile(r"\b(?:the|an?|its|his|her|their)\s+(?:[a-z]+\s+)?$")

_BY_NAME = {"range": Rule.RANGE, "event": Rule.EVENT}


def spelled(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """A date of which the text gives year, month, day or weekday."""
    rule = _BY_NAME.get(phrase.name or "", Rule.EXPLICIT)
    year = phrase.year
    if year is None and phrase.base is not None and phrase.month is not None:
        if base is None:
            return None
        year, rule = year_in(base.value), base.rule
    if year is not None:
        return resolution(_in_year(phrase, year), rule)
    if phrase.month is None:
        return _weekday(setting, phrase, base)
    if setting.narrative or setting.anchor is None:
        told = narrative_year(setting, phrase.month)
        value = None if told is None else _in_year(phrase, told)
        return resolution(value, Rule.NARRATIVE, against=year_value(setting.named.year or 0))
    if phrase.day is not None:
        return _month_day(setting, phrase, phrase.month, phrase.day)
    return _month(setting, phrase, phrase.month)


def narrative_year(setting: Setting, month: int) -> int | None:
    """The year a story is in; one on where it steps from the end of a year to a new beginning."""
    named = setting.named
    if named.year is None:
        return None
    return named.year + (1 if named.month is not None and named.month - month >= 9 else 0)


def _in_year(phrase: Phrase, year: int) -> str | None:
    if phrase.month is None:
        return year_value(year)
    if year < 1:
        day = "" if phrase.day is None else f"-{phrase.day:02d}"
        return f"{year_value(year)}-{phrase.month:02d}{day}"
    if phrase.day is None:
        return month_value(year, phrase.month)
    return day_value(year, phrase.month, phrase.day)


def _month_day(setting: Setting, phrase: Phrase, month: int, day: int) -> Resolution | None:
    """The nearest to publication; where it is far on either side, the tense decides."""
    if setting.anchor is None:
        return None
    now = setting.anchor.day
    event = event_year(setting.text, month, day, phrase.end)
    if event is not None and event <= now.year:
        return resolution(day_value(event, month, day), Rule.EVENT)
    values = [day_value(year, month, day) for year in range(now.year - 4, now.year + 5)]
    days = setting.nearest([date.fromisoformat(value) for value in values if value])
    if phrase.weekday is not None:
        fitting = [found for found in days if found.isoweekday() == phrase.weekday]
        days = fitting if fitting and abs((fitting[0] - now).days) < 370 else days
        return resolution(days[0].isoformat(), Rule.MONTH_DAY) if days else None
    if len(days) < 2:
        return None
    first, second = days[:2]
    if abs((first - now).days) <= CLEARLY_NEAREST:
        return Resolution(first.isoformat(), Rule.MONTH_DAY)
    back = looks_back(setting.text, phrase.start, phrase.end)
    if back is None:
        return Resolution(first.isoformat(), Rule.MONTH_DAY, second.isoformat())
    return Resolution((first if (first < now) is back else second).isoformat(), Rule.MONTH_DAY)


def _month(setting: Setting, phrase: Phrase, month: int) -> Resolution | None:
    if setting.anchor is None:
        return None
    now = setting.anchor.day
    if month == now.month:
        return Resolution(month_value(now.year, month), Rule.MONTH)
    last = now.year if month < now.month else now.year - 1
    back = None
    if not _ATTRIBUTE.search(setting.text[max(0, phrase.start - 24) : phrase.start]):
        back = looks_back(setting.text, phrase.start, phrase.end)
    if back is not None:
        return Resolution(month_value(last if back else last + 1, month), Rule.MONTH)
    recent = (now.month - month) % 12 <= 6
    year, other = (last, last + 1) if recent else (last + 1, last)
    return Resolution(month_value(year, month), Rule.MONTH, month_value(other, month))


def _weekday(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    weekday = phrase.weekday or 1
    if phrase.base is not None:
        week = first_day(base.value) if base and unit_of(base.value) is Unit.WEEK else None
        if week is None or base is None:
            return None
        return Resolution((week + timedelta(days=weekday - 1)).isoformat(), base.rule)
    if setting.narrative or setting.anchor is None:
        return _told_weekday(setting, weekday)
    if not setting.anchor.exact:
        return resolution(setting.named.weekdays.get(weekday), Rule.REFERS_BACK)
    now = setting.anchor.day
    ago = (now.isoweekday() - weekday) % 7
    before, after = now - timedelta(days=ago), now + timedelta(days=7 - ago)
    if ago == 0:
        return Resolution(now.isoformat(), Rule.WEEKDAY)
    told = tense(setting.text, phrase.start, phrase.end)
    if ago <= RECENT_WEEKDAYS:
        return Resolution((after if told is Tense.AHEAD else before).isoformat(), Rule.WEEKDAY)
    if told is None:
        return Resolution(after.isoformat(), Rule.WEEKDAY, before.isoformat())
    return Resolution((before if told is Tense.PAST else after).isoformat(), Rule.WEEKDAY)


def _told_weekday(setting: Setting, weekday: int) -> Resolution | None:
    """In a story: the first such weekday from the day named last."""
    last = setting.named.latest(Unit.DAY)
    start = first_day(last) if last else None
    if start is None:
        return None
    day = start + timedelta(days=(weekday - start.isoweekday()) % 7)
    return Resolution(day.isoformat(), Rule.NARRATIVE, against=last)


def figures(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:  # noqa: ARG001
    """A date all in figures: read in the one order possible, else in the text's order."""
    year, first, second = phrase.year, phrase.day or 0, phrase.month or 0
    day_first = _day_in(setting, year, second, first)
    month_first = _day_in(setting, year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return resolution(day_first or month_first, Rule.EXPLICIT if year else Rule.FIGURES)
    fitting = [
        value
        for value in (day_first, month_first)
        if date.fromisoformat(value).isoweekday() == phrase.weekday
    ]
    if len(fitting) == 1:
        return Resolution(fitting[0], Rule.FIGURES)
    if setting.anchor is not None and setting.day_first is None:
        near = setting.nearest([date.fromisoformat(month_first), date.fromisoformat(day_first)])
        close, far = (abs((day - setting.anchor.day).days) for day in near)
        if close <= NEAR_PUBLICATION and far > CLEARLY_FARTHER:
            return Resolution(near[0].isoformat(), Rule.FIGURES, near[1].isoformat())
    # Where nothing tells, dotted dates are read day first, as everyone writes them who dots them.
    by_day = phrase.name == "." if setting.day_first is None else setting.day_first
    chosen, other = (day_first, month_first) if by_day else (month_first, day_first)
    return Resolution(chosen, Rule.FIGURES, other)


def _day_in(setting: Setting, year: int | None, month: int, day: int) -> str | None:
    """The day in that year, or where there is none in the year that brings it near publication."""
    if year is not None:
        return day_value(year, month, day)
    if setting.anchor is None:
        return None
    years = range(setting.anchor.day.year - 1, setting.anchor.day.year + 2)
    values = [value for year in years if (value := day_value(year, month, day))]
    days = setting.nearest([date.fromisoformat(value) for value in values])
    return days[0].isoformat() if days else None


def decade(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:  # noqa: ARG001
    """As in "the 1990s"; "the '80s" of the century of a story, else the last that has begun."""
    year = phrase.year or 0
    if year < 100:
        now = setting.anchor.day.year if setting.anchor else 2000
        if setting.narrative and setting.named.year is not None and setting.named.year >= 100:
            year += setting.named.year // 100 * 100
        else:
            year += now // 100 * 100
            year -= 100 if year > now else 0
    return Resolution(f"{year // 10:03d}X", Rule.EXPLICIT)


def century(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:  # noqa: ARG001
    """As in "the 19th century" is 18XX; "the fifth century BC", 499 to 400, is BC04XX."""
    return Resolution(f"{phrase.name or ''}{phrase.year or 0:02d}XX", Rule.EXPLICIT)


def feast(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """A holiday of the year given, told or nearest."""
    name, year, rule = phrase.name or "", phrase.year, Rule.EXPLICIT
    if year is None and phrase.base is not None:
        if base is None:
            return None
        year, rule = year_in(base.value), base.rule
    if year is None and (setting.narrative or setting.anchor is None):
        year, rule = setting.named.year, Rule.NARRATIVE
    if year is not None:
        day = holiday(name, year)
        return resolution(day.isoformat() if day else None, rule)
    if setting.anchor is None:
        return None
    now = setting.anchor.day
    years = [now.year + step for step in (-1, 0, 1)]
    days = setting.nearest([day for year in years if (day := holiday(name, year))])
    if not days:
        return None
    if abs((days[0] - now).days) > HOLIDAY_SEASON:
        told = tense(setting.text, phrase.start, phrase.end)
        if told is not None:
            days = [day for day in days if (day < now) is (told is Tense.PAST)]
    return Resolution(days[0].isoformat(), Rule.HOLIDAY)
