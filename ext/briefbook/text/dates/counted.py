"""Dates counted from publication: today, last week, next Friday, three years ago."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .holidays import holiday
from .referring import spoken_of, topic_year_earlier
from .resolution import Resolution, resolution
from .rules import Rule
from .values import Unit, containing, month_value, shift

if TYPE_CHECKING:
    from .anchor import Anchor
    from .phrases import Phrase
    from .setting import Setting


def deictic(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:  # noqa: ARG001
    """Last, this, next: a unit of time, a weekday, a month, a season or a holiday."""
    anchor, count = setting.anchor, phrase.count or 0
    if count == 0 and phrase.unit is not None and anchor is None:
        return spoken_of(setting, phrase.unit)
    if anchor is None:
        return None
    rule = Rule.LAST_THIS_NEXT
    if phrase.unit is not None:
        now = anchor.now(phrase.unit)
        return resolution(shift(now, count, phrase.unit) if now else None, rule)
    if phrase.weekday is not None:
        return _weekday(anchor, phrase.weekday, count, nearest=phrase.name == "nearest")
    if phrase.month is not None:
        return Resolution(_month(anchor.day, phrase.month, count), rule)
    if phrase.season is not None:
        return Resolution(_season(anchor.day, phrase.season, count), rule)
    if phrase.name is not None:
        return resolution(_holiday(anchor.day, phrase.name, count), rule)
    return None


def _weekday(anchor: Anchor, weekday: int, count: int, *, nearest: bool) -> Resolution | None:
    """Last Monday is of last week and next Friday of next week: this week's go without a word.

    In 35 news uses (PolNeAR, training part) the readings differ but once, for this one. "This past
    Monday" and "this coming Friday" are the nearest.
    """
    if not anchor.exact:
        return None
    now = anchor.day
    ahead = (weekday - now.isoweekday()) % 7 or 7
    near = now + timedelta(days=ahead if count > 0 else ahead - 7 or -7)
    if count == 0:
        near = now + timedelta(days=weekday - now.isoweekday())
    same_week = near.isocalendar()[:2] == now.isocalendar()[:2]
    if count == 0 or nearest or not same_week:
        return Resolution(near.isoformat(), Rule.LAST_THIS_NEXT)
    far = near + timedelta(days=7 * count)
    return Resolution(far.isoformat(), Rule.LAST_THIS_NEXT, near.isoformat())


def _month(now: date, month: int, count: int) -> str:
    """As in "last February" said in March is not the month just gone, which is "last month"."""
    year = now.year
    if count < 0 and month >= now.month - 1:
        year -= 1
    if count > 0 and month <= now.month:
        year += 1
    return month_value(year, month)


_IN_YEAR = ("SP", "SU", "FA", "WI")
"""Seasons by the month they begin in: a winter is of the year of its December."""


def _season(now: date, season: str, count: int) -> str:
    current = containing(now, Unit.SEASON)
    here, there = _IN_YEAR.index(current[5:]), _IN_YEAR.index(season)
    year = int(current[:4])
    if count < 0 and there >= here:
        year -= 1
    if (count > 0 and there <= here) or (count == 0 and year < now.year and there < here):
        year += 1
    return f"{year:04d}-{season}"


def _holiday(now: date, name: str, count: int) -> str | None:
    days = [day for near in (-1, 0, 1) if (day := holiday(name, now.year + near))]
    if count < 0:
        days = [day for day in days if day < now][-1:]
    elif count > 0:
        days = [day for day in days if day > now][:1]
    else:
        days = [day for day in days if day.year == now.year]
    return days[0].isoformat() if days else None


def offset(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:  # noqa: ARG001
    """Today, tomorrow; three weeks ago; in two years. "A year ago" may be said of a quarter."""
    if setting.anchor is None or phrase.unit is None:
        return None
    if setting.narrative and phrase.name == "today":
        return None  # nowadays
    if phrase.unit is Unit.YEAR and phrase.count == -1:
        earlier = topic_year_earlier(setting, phrase)
        if earlier is not None:
            return earlier
    now = setting.anchor.now(phrase.unit)
    value = shift(now, phrase.count or 0, phrase.unit) if now else None
    return resolution(value, Rule.AGO if phrase.name in (None, "in") else Rule.DAY_WORD)
