"""Holidays whose date follows from the year alone."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def easter(year: int) -> date:
    """Western Easter Sunday of a year.

    The anonymous Gregorian algorithm: J. Meeus, Astronomical Algorithms, chapter 8.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday (ISO number) of a month, counted from its end if ``nth`` is -1."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _nth(month: int, weekday: int, nth: int, plus: int = 0) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, nth) + timedelta(days=plus)


_RULES: dict[str, Callable[[int], date]] = {
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "valentine's day": _fixed(2, 14),
    "st. patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "may day": _fixed(5, 1),
    "independence day": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "ascension day": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit monday": _from_easter(50),
    "martin luther king jr. day": _nth(1, 1, 3),
    "martin luther king day": _nth(1, 1, 3),
    "presidents' day": _nth(2, 1, 3),
    "mother's day": _nth(5, 7, 2),
    "memorial day": _nth(5, 1, -1),
    "father's day": _nth(6, 7, 3),
    "labor day": _nth(9, 1, 1),
    "columbus day": _nth(10, 1, 2),
    "election day": _nth(11, 1, 1, plus=1),
    "thanksgiving day": _nth(11, 4, 4),
    "thanksgiving": _nth(11, 4, 4),
    "black friday": _nth(11, 4, 4, plus=1),
    "cyber monday": _nth(11, 4, 4, plus=4),
}
"""Lower-case names, straight apostrophes; the United States' date where countries differ."""


def _written(name: str) -> str:
    words = [
        rf"[{word[0].upper()}{word[0]}]{word[1:]}" if word[0].isalpha() else word
        for word in name.replace(".", r"\.").split()
    ]
    return r"\s{1,3}".join(words).replace("'", "['’]?")


HOLIDAY = "(?:" + "|".join(_written(name) for name in sorted(_RULES, key=len, reverse=True)) + ")"
"""Any holiday's name, as a piece of a regular expression."""

_SQUEEZED = {name.replace("'", "").replace(" ", ""): name for name in _RULES}


def holiday_name(text: str) -> str:
    """The table's name for what ``HOLIDAY`` matched."""
    return _SQUEEZED["".join(text.lower().split()).replace("'", "").replace("’", "")]


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday in a year, or None outside the Gregorian calendar."""
    return _RULES[name](year) if 1583 <= year < MAXYEAR else None
