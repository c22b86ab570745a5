"""The rows of holidays, whose date follows from the year alone, and their days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import S
from briefbook.text.lang.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable


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


Rows = Mapping[str, Mapping[str, int]]

_WAYS: Final = ({"month", "day"}, {"month", "weekday", "nth"}, {"easter"})


def read_holidays(table: Table) -> Rows:
    """The holidays of a table ``dates``, by their names.

    Raises TableError for a name that could match nothing and for a row that gives no day.
    """
    rows: Rows = table.rows["holidays"]
    squeezed: dict[str, str] = {}
    for name, row in rows.items():
        if name != " ".join(name.lower().split()) or not name or "’" in name:
            remedy = "write small letters, single spaces, straight apostrophes"
            raise table.problem(name, "it could match nothing", remedy)
        if twin := squeezed.get(_squeezed(name)):
            raise table.problem(name, f"it reads like {twin}", "leave one out")
        squeezed[_squeezed(name)] = name
        if row.keys() - {"plus"} not in _WAYS:
            remedy = "give month and day; month, weekday and nth; or easter"
            raise table.problem(name, "that is no day of a year", remedy)
        for year in (2023, 2024):
            if not _exists(row, year):
                raise table.problem(name, f"it has no day in {year}", "correct its numbers")
    return rows


def _exists(row: Mapping[str, int], year: int) -> bool:
    try:
        day = _day(row, year)
    except ValueError:
        return False
    return "plus" in row or day.month == row.get("month", day.month)


def _squeezed(name: str) -> str:
    """A name as it is compared: in small letters, without spaces and apostrophes."""
    return "".join(name.lower().split()).replace("'", "").replace("’", "")


def _day(row: Mapping[str, int], year: int) -> date:
    if "easter" in row:
        day = easter(year) + timedelta(days=row["easter"])
    elif "nth" in row:
        day = nth_weekday(year, row["month"], row["weekday"], row["nth"])
    else:
        day = date(year, row["month"], row["day"])
    return day + timedelta(days=row.get("plus", 0))


def _written(name: str) -> str:
    words = [
        f"[{word[0].upper()}{word[0]}]{word[1:]}" if word[0].isalpha() else word
        for word in name.replace(".", r"\.").split()
    ]
    return S.join(words).replace("'", "['’]?")


def _pattern(names: Iterable[str]) -> str:
    return "(?:" + "|".join(_written(name) for name in sorted(names, key=len, reverse=True)) + ")"


_TABLE = Table("en", "dates")
_ROWS = read_holidays(_TABLE)
INDEPENDENCE: Final = "independence day"
_OF_COUNTRIES: Final[Rows] = _TABLE.rows["independence-days"]
HOLIDAY: Final = _pattern(_ROWS)
"""Any holiday's name, as a piece of a regular expression."""
_BY_SQUEEZED = {_squeezed(name): name for name in _ROWS}


def holiday_name(text: str) -> str:
    """The table's name for what ``HOLIDAY`` matched."""
    return _BY_SQUEEZED[_squeezed(text)]


def holiday(name: str, year: int, country: str | None = None) -> date | None:
    """The day of a holiday in a year, or None outside the Gregorian calendar.

    Of a country that is named, an independence day is known only where the table has it.
    """
    if not 1583 <= year < MAXYEAR:
        return None
    if country is None:
        return _day(_ROWS[name], year)
    row = _OF_COUNTRIES.get(country.lower()) if name == INDEPENDENCE else None
    return _day(row, year) if row else None
