"""Joining phrases that stand together: "the third quarter" and "of last year" are one date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .phrases import Kind, Phrase
from .values import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_GAP = 12
_RANGE_WORDS = frozenset({"to", "through", "until", "till", "and", "or", "-", "–", "—", "into"})
_YEAR_KINDS = frozenset({Kind.DEICTIC, Kind.SAME, Kind.RELATIVE, Kind.OFFSET})


def compose(text: str, phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases of a text, those that say one date together joined into one."""
    out: list[Phrase] = []
    for phrase in phrases:
        current = phrase
        while out and (joined := _join(text, out[-1], current)):
            out.pop()
            current = joined[-1]
            out.extend(joined[:-1])
            if len(joined) > 1:
                break
        out.append(current)
    return [phrase for phrase in out if phrase.kind is not Kind.TIME]


def _join(text: str, left: Phrase, right: Phrase) -> list[Phrase] | None:
    """What two neighbours become: one phrase, two that know of each other, or None."""
    if not 0 <= right.start - left.end <= _LONGEST_GAP:
        return None
    gap = " ".join(text[left.end : right.start].lower().split())
    for rule in (_time, _weekday, _of_year, _possessive, _counted, _week_of, _nth_of):
        joined = rule(gap, left, right)
        if joined is not None:
            return [joined]
    if gap in ("and", "or") and right.name == "repeated" and left.weekday:
        return [replace(left, name="repeated"), right]
    return _ended(gap, left, right) or _range(gap, left, right)


def _is_day(phrase: Phrase) -> bool:
    """Whether the phrase names one day."""
    if phrase.kind is Kind.DATE:
        return phrase.day is not None or (phrase.weekday is not None and phrase.month is None)
    if phrase.kind is Kind.DEICTIC:
        return phrase.weekday is not None or phrase.unit is Unit.DAY
    return phrase.kind in (Kind.HOLIDAY, Kind.FIGURES) or phrase.unit is Unit.DAY


def _is_year(phrase: Phrase) -> bool:
    if phrase.kind is Kind.DATE:
        return phrase.year is not None and phrase.month is None
    return phrase.kind in _YEAR_KINDS and phrase.unit is Unit.YEAR


def _time(gap: str, left: Phrase, right: Phrase) -> Phrase | None:
    """As in "8 p.m. on Tuesday", "Monday night": the day, the time within its span."""
    if left.kind is Kind.TIME and gap in ("", "on", "of", ",", "on the", "local time", "gmt"):
        timed = _is_day(right) or right.kind is Kind.TIME
        return replace(right, start=left.start) if timed else None
    if right.kind is Kind.TIME and gap in ("", "at"):
        return replace(left, end=right.end, name=right.name or left.name) if _is_day(left) else None
    return None


def _weekday(gap: str, left: Phrase, right: Phrase) -> Phrase | None:
    """As in "Friday (Jan. 5)", "next week Wednesday", "Monday of last week"."""
    if left.kind in (Kind.DATE, Kind.DEICTIC) and left.weekday and not left.month:
        dated = right.kind in (Kind.DATE, Kind.FIGURES) and right.day is not None
        if gap in ("", ",", "(", "-", ", the") and dated and right.weekday is None:
            return replace(right, start=left.start, weekday=left.weekday)
        if gap in ("", "of") and right.unit is Unit.WEEK and left.kind is Kind.DATE:
            return replace(left, end=right.end, base=right)
    lone_weekday = right.kind is Kind.DATE and right.weekday and not right.month
    if left.unit is Unit.WEEK and gap in ("", "on", "-", ",") and lone_weekday:
        return replace(right, start=left.start, base=left)
    return None


def _of_year(gap: str, left: Phrase, right: Phrase) -> Phrase | None:
    """As in "the third quarter of last year", "May of that year", "the summer of 1944"."""
    if left.kind is Kind.PART and right.kind in (Kind.DECADE, Kind.CENTURY) and gap == "of":
        return replace(left, end=right.end, base=right)
    if not _is_year(right) or left.year is not None or left.base is not None:
        return None
    if left.kind is Kind.YEAR_EARLIER and gap in ("of", "in") and right.kind is Kind.DATE:
        return replace(left, end=right.end, year=right.year)
    month = left.kind is Kind.DATE and left.month is not None
    gaps = ("", "of", "in", "of the") if month else ("", "of", "in", "of the", ",")
    if gap not in gaps or not (month or left.kind in (Kind.PART, Kind.HOLIDAY)):
        return None
    if right.kind is Kind.DATE:
        return replace(left, end=right.end, year=right.year)
    return replace(left, end=right.end, base=right)


def _possessive(gap: str, left: Phrase, right: Phrase) -> Phrase | None:
    """As in "next year's first quarter", "1988's third quarter"."""
    if gap not in ("'s", "’s", "'s fiscal", "’s fiscal") or not _is_year(left):
        return None
    if right.kind not in (Kind.PART, Kind.SAME) or right.year is not None:
        return None
    if left.kind is Kind.DATE:
        return replace(right, start=left.start, year=left.year)
    return replace(right, start=left.start, base=left)


def _counted(gap: str, left: Phrase, right: Phrase) -> Phrase | None:
    """As in "two weeks before Christmas", "the day after Jan. 5"."""
    counts = left.kind is Kind.RELATIVE and left.name in ("before", "after", "from")
    if not counts or gap not in ("", "the") or right.kind is Kind.TIME:
        return None
    return replace(left, end=right.end, base=right)


def _week_of(gap: str, left: Phrase, right: Phrase) -> Phrase | None:
    """As in "the week of April 10"."""
    if gap not in ("of", "starting", "commencing", "beginning") or not _is_day(right):
        return None
    if left.kind is not Kind.SAME or left.unit is not Unit.WEEK:
        return None
    return Phrase(left.start, right.end, Kind.WEEK, base=right)


def _nth_of(gap: str, left: Phrase, right: Phrase) -> Phrase | None:
    """As in "the first week of January", "the last day of the year"."""
    if left.kind is Kind.NTH_OF and gap in ("of", "in"):
        return replace(left, end=right.end, base=right)
    return None


def _ended(gap: str, left: Phrase, right: Phrase) -> list[Phrase] | None:
    """As in "the quarter ended Sept. 30": a stretch of time, and the day that closes it."""
    if gap not in ("ended", "ending", "to", "through", "that ended"):
        return None
    closed = left.kind is Kind.SAME and left.unit is not Unit.DAY
    if not closed or right.kind is not Kind.DATE or right.month is None:
        return None
    return [replace(right, unit=left.unit)]


def _range(gap: str, left: Phrase, right: Phrase) -> list[Phrase] | None:
    """As in "May 15 to August 16, 1988", "May and June 1998": the year is both ends'."""
    if gap not in _RANGE_WORDS or left.kind is not Kind.DATE or right.kind is not Kind.DATE:
        return None
    if left.month is None or left.year is not None or right.month is None or right.year is None:
        return None
    later = (left.month, left.day or 0) > (right.month, right.day or 31)
    return [replace(left, year=right.year - later, name="range"), right]
