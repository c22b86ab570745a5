"""TIMEX3 values brought to one canonical form, so that equal dates compare equal."""

from __future__ import annotations

import re
from datetime import date

_NAMES = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
_TRIPLE = re.compile(r"\(([^,()]+),([^,()]+)(?:,P[^,()]*)?\)")
_WEEK = re.compile(r"(\d{4})-W(\d\d?)(?:-(WE|\d))?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)")
_PLAIN = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|Q[1-4]|H[12]))?")


def canonical(value: str | None) -> str | None:
    """The canonical calendar value, or None where ``value`` names no place in the calendar.

    A time is cut to its day; ``YYYY-Wnn-d`` becomes the day; autumn is FA; decades are ``YYYX``,
    centuries ``YYXX``; BC years begin with ``BC``; an interval ``A/B`` or ``(A,B,P…)`` is written
    as one unit where ``[A, B)`` is one, else as ``A/B``. Durations, vague references and values
    left open (``1989-WXX``) give None.
    """
    value = (value or "").strip().upper()
    if not value or value in _NAMES:
        return None
    if match := _TRIPLE.fullmatch(value):
        value = f"{match[1]}/{match[2]}"
    if "/" in value:
        first, _, last = value.partition("/")
        start, end = canonical(first), canonical(last)
        return _interval(start, end) if start and end else None
    value = re.sub(r"T.*", "", value)
    era = ""
    if value.startswith("BC"):
        era, value = "BC", value[2:]
    elif re.match(r"-\d", value):
        era, value = "BC", value[1:]
    plain = _plain(value)
    return era + plain if plain else None


def _plain(value: str) -> str | None:
    if not value[:1].isdigit():
        return None  # a duration, or nothing
    if match := _WEEK.fullmatch(value):
        year, week, day = int(match[1]), int(match[2]), match[3]
        if day and day != "WE":
            try:
                return date.fromisocalendar(year, week, int(day)).isoformat()
            except ValueError:
                return None
        return f"{year:04d}-W{week:02d}{'-WE' if day else ''}"
    if match := _SEASON.fullmatch(value):
        return f"{match[1]}-{'FA' if match[2] == 'AU' else match[2]}"
    if _PLAIN.fullmatch(value):
        return value
    if re.fullmatch(r"\d{3}X?", value):
        return f"{value[:3]}X"
    if re.fullmatch(r"\d{2}(?:XX)?", value):
        return f"{value[:2]}XX"
    return None


def _interval(start: str, end: str) -> str:
    try:
        first, after = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return f"{start}/{end}"
    starts_year = (first.month, first.day, after.month, after.day) == (1, 1, 1, 1)
    if starts_year and after.year == first.year + 1:
        return f"{first.year:04d}"
    months = (after.year - first.year) * 12 + after.month - first.month
    if first.day == after.day == 1 and months == 1:
        return start[:7]
    if (after - first).days == 7 and first.weekday() == 0:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02d}"
    return f"{start}/{end}"
