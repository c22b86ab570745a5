"""What matches of the grammar say that count or refer: last week, two days later, that year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .holidays import holiday_name
from .lexicon import SEASONS, UNITS, month_number, number, weekday_number
from .phrases import Kind, Phrase
from .values import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

Match = re.Match[str]

_DAYWORDS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})


def _unit(word: str | None) -> Unit | None:
    """The unit a word names; a part of a day stands for the day."""
    if word is None:
        return None
    return Unit.DAY if word in _PARTS_OF_DAY else UNITS.get(word)


def day_word(match: Match) -> list[Phrase]:
    word = " ".join(match["dayword_w"].lower().split())
    return [Phrase(*match.span(), Kind.OFFSET, count=_DAYWORDS[word], unit=Unit.DAY, name=word)]


def deictic(match: Match) -> list[Phrase]:
    which = " ".join(match["deictic_which"].lower().split())
    count = 0
    if which in ("last", "this past"):
        count = -1
    elif which.endswith(("next", "coming")):
        count = 1
    nearest = "nearest" if which in ("this past", "this coming") else None
    month, weekday = match["deictic_month"], match["deictic_weekday"]
    season, holiday = match["deictic_season"], match["deictic_holiday"]
    return [
        Phrase(
            *match.span(),
            Kind.DEICTIC,
            count=count,
            unit=_unit(match["deictic_unit"] or match["deictic_part"]),
            month=month_number(month) if month else None,
            weekday=weekday_number(weekday) if weekday else None,
            season=SEASONS[season.lower()] if season else None,
            name=holiday_name(holiday) if holiday else nearest,
        )
    ]


def offset(match: Match) -> list[Phrase]:
    """As in "three weeks ago", "in two days", "ten days before"; all else is a duration."""
    count, unit = number(match["offset_n"]), UNITS[match["offset_unit"]]
    tail = " ".join((match["offset_tail"] or "").lower().split())
    if count is None or unit in (Unit.HALF, Unit.WEEKEND):
        return []
    if match["offset_unit"] == "fortnight":
        count *= 2
    if tail == "ago":
        return [Phrase(*match.span(), Kind.OFFSET, count=-count, unit=unit)]
    if tail in ("from now", "hence") or tail.endswith("time"):
        return [Phrase(*match.span(), Kind.OFFSET, count=count, unit=unit)]
    if tail in ("earlier", "before", "prior to", "previously"):
        name = "before" if tail == "prior to" else tail
        return [Phrase(*match.span(), Kind.RELATIVE, count=-count, unit=unit, name=name)]
    if tail in ("later", "after", "from", "following"):
        name = "after" if tail == "following" else tail
        return [Phrase(*match.span(), Kind.RELATIVE, count=count, unit=unit, name=name)]
    if match["offset_in"]:
        return [Phrase(*match.span(), Kind.OFFSET, count=count, unit=unit, name="in")]
    return []


def day_before(match: Match) -> list[Phrase]:
    unit, way = match["daybefore_unit"], match["daybefore_dir"]
    count = 1 if way == "after" else -1
    return [Phrase(*match.span(), Kind.RELATIVE, count=count, unit=_unit(unit), name=way)]


def relative(match: Match) -> list[Phrase]:
    """As in "the next day", "the previous quarter", "the following January"."""
    way, month = match["relative_dir"], match["relative_month"]
    weekday, season = match["relative_weekday"], match["relative_season"]
    return [
        Phrase(
            *match.span(),
            Kind.RELATIVE,
            count=1 if way in ("next", "following", "subsequent") else -1,
            unit=_unit(match["relative_unit"] or match["relative_part"]),
            month=month_number(month) if month else None,
            weekday=weekday_number(weekday) if weekday else None,
            season=SEASONS[season.lower()] if season else None,
            name=way,
        )
    ]


def year_ago(match: Match) -> list[Phrase]:
    year = match["yearago_year"]
    return [
        Phrase(
            *match.span(),
            Kind.YEAR_EARLIER,
            unit=_unit(match["yearago_unit"]),
            year=int(year) if year else None,
        )
    ]


def same(match: Match) -> list[Phrase]:
    """As in "the same day"; "the same period" and what has a tail is a year earlier."""
    word = match["same_unit"].lower()
    tail = match["same_tail"] is not None
    earlier = tail or word == "period"
    kind = Kind.YEAR_EARLIER if earlier else Kind.SAME
    unit, season = _unit(word), SEASONS.get(word)
    return [Phrase(*match.span(), kind, unit=unit, season=season, name="tail" if tail else "same")]


def that(match: Match) -> list[Phrase]:
    word = match["that_unit"].lower()
    unit, season = _unit(word), SEASONS.get(word)
    return [Phrase(*match.span(), Kind.SAME, unit=unit, season=season, name="that")]


def latest(match: Match) -> list[Phrase]:
    return [Phrase(*match.span(), Kind.SAME, unit=_unit(match["latest_unit"]), name="latest")]


def the_unit(match: Match) -> list[Phrase]:
    """As in "the year"; after "the end of" and as "the full year" it is a date in any place."""
    word = match["theunit_u"]
    unit = Unit.YEAR if word == "year-end" else _unit(word)
    sure = match.start() < match.start("theunit") or "full" in match[0] or "fiscal" in match[0]
    return [Phrase(*match.span(), Kind.SAME, unit=unit, name="end" if sure else "the")]


def year_end(match: Match) -> list[Phrase]:
    return [Phrase(*match.span(), Kind.SAME, unit=Unit.YEAR, name="end")]


def time(match: Match) -> list[Phrase]:
    """A part of a day; "nights" are many, so that the day before them is none."""
    name = "repeated" if match[0].endswith("s") else None
    return [Phrase(*match.span(), Kind.TIME, name=name)]


RELATIVE: dict[str, Callable[[Match], list[Phrase]]] = {
    "dayword": day_word,
    "deictic": deictic,
    "offset": offset,
    "daybefore": day_before,
    "relative": relative,
    "yearago": year_ago,
    "same": same,
    "that": that,
    "latest": latest,
    "theunit": the_unit,
    "yearend": year_end,
    "time": time,
}
"""By the grammar's alternative."""
