"""Dates that refer to others of the text: "that day", "two weeks later", "a year earlier"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from .resolution import Resolution, resolution
from .rules import Rule
from .tense import looks_back
from .values import (
    Unit,
    add_months,
    day_value,
    first_day,
    same_a_year_before,
    shift,
    unit_of,
    year_in,
    year_value,
)

if TYPE_CHECKING:
    from .phrases import Phrase
    from .setting import Setting

TOPIC_REACH = 1200
"""Characters for which a report goes on about the quarter or year it has named."""

REFERENCE_REACH = 600
"""Characters for which "the day", "the month" refer to one that was named."""

# A date is counted on from one of a grain at least as fine, or of any with a year.
_COUNTED_FROM = {
    Unit.DAY: (Unit.DAY,),
    Unit.WEEK: (Unit.DAY, Unit.WEEK),
    Unit.WEEKEND: (Unit.DAY, Unit.WEEK),
    Unit.MONTH: (Unit.DAY, Unit.MONTH),
    Unit.QUARTER: (Unit.DAY, Unit.MONTH, Unit.QUARTER),
    Unit.YEAR: (Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.SEASON, Unit.WEEK, Unit.YEAR),
}


_NEIGHBOURS = frozenset({"next", "following", "previous", "preceding", "prior", "before", "after"})
"""Such neighbours of a day or a year may be publication's; "two days later" is never."""


def topic_year_earlier(setting: Setting, phrase: Phrase) -> Resolution | None:
    """One year before the quarter or half that the report is about, while it is."""
    topic = setting.named.topic
    if topic is None or phrase.start - topic[0] > TOPIC_REACH:
        return None
    return resolution(same_a_year_before(topic[1]), Rule.YEAR_EARLIER, against=topic[1])


def relative(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """So much before or after ``base``, or after what the text named last."""
    count, unit = phrase.count or 0, phrase.unit
    if phrase.base is not None:
        if base is None or unit is None:
            return None
        if unit is Unit.WEEK and unit_of(base.value) is Unit.DAY:
            count, unit = 7 * count, Unit.DAY
        return resolution(shift(base.value, count, unit), Rule.COUNTED, against=base.value)
    if unit is None:
        return _next_named(setting, phrase, count)
    if unit is Unit.YEAR and count == -1:
        return _a_year_earlier(setting, phrase)
    last = setting.named.latest(*_COUNTED_FROM.get(unit, ()))
    if last is None and phrase.name in _NEIGHBOURS and not setting.narrative and setting.anchor:
        last = setting.anchor.now(unit)
    return resolution(shift(last, count, unit) if last else None, Rule.COUNTED, against=last)


def _next_named(setting: Setting, phrase: Phrase, count: int) -> Resolution | None:
    """As in "the following Monday", "the next summer": the nearest to the last named."""
    named = setting.named
    last = named.latest(Unit.DAY, Unit.MONTH, Unit.YEAR, Unit.SEASON)
    start = first_day(last) if last else None
    if start is None:
        return None
    if phrase.weekday is not None:
        if last is None or unit_of(last) is not Unit.DAY:
            return None
        days = (phrase.weekday - start.isoweekday()) % 7 or 7
        return resolution(
            shift(last, days if count > 0 else days - 7 or -7, Unit.DAY), Rule.COUNTED
        )
    if phrase.month is not None:
        later = phrase.month > start.month
        year = start.year + (0 if later == (count > 0) else count)
        return Resolution(f"{year:04d}-{phrase.month:02d}", Rule.COUNTED)
    if phrase.season is not None:
        opens = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[phrase.season]
        year = start.year + (0 if (opens > start.month) == (count > 0) else count)
        return Resolution(f"{year:04d}-{phrase.season}", Rule.COUNTED)
    return None


def _a_year_earlier(setting: Setting, phrase: Phrase) -> Resolution | None:
    """As in "a year earlier", "the previous year": of the topic, else of what was named."""
    earlier = topic_year_earlier(setting, phrase)
    if earlier is not None and phrase.name not in ("previous", "preceding"):
        return earlier
    last = setting.named.latest(*_COUNTED_FROM[Unit.YEAR])
    if last is None:
        if setting.narrative or setting.anchor is None:
            return None
        last = setting.anchor.now(Unit.YEAR) or ""
    if unit_of(last) in (Unit.MONTH, Unit.SEASON) and phrase.name in ("earlier", "before"):
        return resolution(same_a_year_before(last), Rule.YEAR_EARLIER, against=last)
    return resolution(shift(last, -1, Unit.YEAR), Rule.COUNTED, against=last)


def nth(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """As in "the 18th": of the month spoken of, in news only if it was just named."""
    month = base.value if base else None
    if phrase.weekday is not None:
        return _weekday_nth(setting, phrase.weekday, phrase.day or 0)
    if month is None:
        since = 0 if setting.narrative else phrase.start - REFERENCE_REACH
        last = setting.named.latest(Unit.DAY, Unit.MONTH, since=since)
        month = shift(last, 0, Unit.MONTH) if last else None
    if month is None and setting.anchor is not None and not setting.narrative:
        month = setting.anchor.now(Unit.MONTH)
    if month is None or phrase.day is None:
        return None
    year, number = int(month[:4]), int(month[5:7])
    rule = base.rule if base else Rule.REFERS_BACK
    return resolution(day_value(year, number, phrase.day), rule)


def _weekday_nth(setting: Setting, weekday: int, day: int) -> Resolution | None:
    """As in "Friday the 13th": the nearest to publication."""
    if setting.anchor is None or setting.narrative:
        return None
    now = setting.anchor.day
    months = [add_months(now.replace(day=1), step) for step in range(-14, 15)]
    values = [day_value(month.year, month.month, day) for month in months]
    days = [date.fromisoformat(value) for value in values if value]
    days = setting.nearest([found for found in days if found.isoweekday() == weekday])
    return resolution(days[0].isoformat() if days else None, Rule.MONTH_DAY)


def same(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """As in "that day", "the same month", "the quarter", "the end of the year"."""
    unit = phrase.unit
    if phrase.base is not None or phrase.year is not None:
        return _of_year(setting, phrase, base)
    if phrase.season is not None:
        year = setting.named.year
        return resolution(f"{year:04d}-{phrase.season}" if year else None, Rule.REFERS_BACK)
    if unit in (Unit.QUARTER, None):
        topic = setting.named.topic
        if topic is None:
            return None
        return Resolution(topic[1], Rule.REFERS_BACK)
    if phrase.name in ("the", "end", "latest"):
        return _the(setting, phrase, unit)
    return spoken_of(setting, unit)


def spoken_of(setting: Setting, unit: Unit) -> Resolution | None:
    """As in "that year", "the same month": the one named last, at that grain."""
    finer = {
        Unit.DAY: (Unit.DAY,),
        Unit.WEEK: (Unit.WEEK, Unit.DAY),
        Unit.WEEKEND: (Unit.WEEKEND, Unit.WEEK, Unit.DAY),
        Unit.MONTH: (Unit.MONTH, Unit.DAY),
        Unit.DECADE: (Unit.DECADE, Unit.YEAR),
        Unit.CENTURY: (Unit.CENTURY, Unit.YEAR),
    }
    if unit is Unit.YEAR:
        year = setting.named.year
        return resolution(None if year is None else year_value(year), Rule.REFERS_BACK)
    last = setting.named.latest(*finer.get(unit, (unit,)))
    return resolution(shift(last, 0, unit) if last else None, Rule.REFERS_BACK)


def _the(setting: Setting, phrase: Phrase, unit: Unit) -> Resolution | None:
    """As in "the day", "the year": the one the text speaks of, else that of publication."""
    since = phrase.start - (TOPIC_REACH if unit is Unit.YEAR else REFERENCE_REACH)
    if setting.narrative or setting.anchor is None:
        return spoken_of(setting, unit)
    if unit is Unit.YEAR:
        topic = setting.named.topic
        if topic is not None and topic[0] >= since:
            return resolution(topic[1][:4], Rule.REFERS_BACK)
        return _publication_year(setting, phrase)
    if unit is Unit.WEEKEND:
        return _weekend(setting, phrase)
    last = None
    if unit is not Unit.WEEK:
        last = setting.named.latest(Unit.DAY, unit, since=since)
    last = last or setting.anchor.now(unit)
    return resolution(shift(last, 0, unit) if last else None, Rule.REFERS_BACK)


def _weekend(setting: Setting, phrase: Phrase) -> Resolution | None:
    """As in "over the weekend": the last one, unless the clause looks ahead."""
    now = setting.anchor.now(Unit.WEEKEND) if setting.anchor else None
    if now is None or setting.anchor is None:
        return None
    ahead = looks_back(setting.text, phrase.start, phrase.end) is False
    back = not ahead and setting.anchor.day.isoweekday() < 6
    return resolution(shift(now, -1, Unit.WEEKEND) if back else now, Rule.LAST_THIS_NEXT)


def _publication_year(setting: Setting, phrase: Phrase) -> Resolution | None:
    """The year of publication; in its first weeks, in the past tense, the year before."""
    if setting.anchor is None:
        return None
    now = setting.anchor.day
    if phrase.name == "latest":
        return Resolution(f"{now.year - 1:04d}", Rule.REFERS_BACK)
    early = now.month <= 2 and looks_back(setting.text, phrase.start, phrase.end) is True
    return Resolution(f"{now.year - early:04d}", Rule.REFERS_BACK)


def _of_year(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """As in "last year's quarter": the report's quarter in that year."""
    year = phrase.year if phrase.year is not None else year_in(base.value) if base else None
    topic = setting.named.topic
    if year is None or topic is None:
        return None
    return Resolution(f"{year:04d}{topic[1][4:]}", Rule.YEAR_EARLIER)


def year_earlier(setting: Setting, phrase: Phrase, base: Resolution | None) -> Resolution | None:
    """As in "the year-ago quarter", "the same period of 1988"."""
    topic, year = setting.named.topic, phrase.year
    if base is not None:
        year = year_in(base.value)
    if topic is not None and phrase.unit in (Unit.QUARTER, Unit.HALF, None):
        if year is not None:
            return Resolution(f"{year:04d}{topic[1][4:]}", Rule.YEAR_EARLIER)
        return resolution(same_a_year_before(topic[1]), Rule.YEAR_EARLIER, against=topic[1])
    if phrase.name == "same" and year is None:
        return None
    units = (Unit.DAY, Unit.MONTH) if phrase.unit is Unit.MONTH else _COUNTED_FROM[Unit.YEAR]
    last = setting.named.latest(*units)
    if last is None and setting.anchor is not None:
        last = setting.anchor.now(phrase.unit or Unit.YEAR)
    if last is None:
        return None
    if phrase.unit is not None:
        last = shift(last, 0, phrase.unit) or last
    if year is not None:
        return Resolution(f"{year:04d}{last[4:]}", Rule.YEAR_EARLIER)
    return resolution(same_a_year_before(last), Rule.YEAR_EARLIER, against=last)
