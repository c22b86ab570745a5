"""The words of dates in a language: its table ``dates``, read and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.lang.table import Table
from briefbook.text.timex import SEASONS, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORD = re.compile("[a-z]+")
_LETTERS = "it could match no word of a text", "write the letters a to z alone, in small letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Things in a fixed order, as months are: their names and their short forms."""

    names: tuple[str, ...]
    short: tuple[str, ...]
    numbers: Mapping[str, int]
    """The place, from 1, of each name and short form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRows:
    """What the table says. All words are in small letters."""

    months: Named
    ambiguous: tuple[str, ...]
    """Names of months that are other words as well."""
    weekdays: Named
    """By their ISO numbers: Monday is 1."""
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, tuple[Unit, int]]
    """A unit's grain, and how many of it: a fortnight is two weeks."""
    seasons: Mapping[str, int]
    """By their place in the year: spring is 1."""
    days: Mapping[str, int]
    """Days from publication; these may be several words."""
    parts_of_day: tuple[str, ...]
    moments: tuple[str, ...]


@cache
def date_rows(code: str = "en") -> DateRows:
    """The words of a language; raises TableError where its table is wrong."""
    return read_date_rows(Table(code, "dates"))


def read_date_rows(table: Table) -> DateRows:
    """What a table says; raises TableError where a row is wrong."""
    rows = table.rows
    months = _named(table, rows["months"], 12)
    ambiguous = _words(table, "months", rows["ambiguous"]["months"])
    if not set(ambiguous) <= set(months.names):
        raise table.problem("months", "not all are names of months", "name months alone")
    for phrase in rows["days"]:
        _words(table, phrase, phrase)
    times = rows["times-of-day"]
    return DateRows(
        months=months,
        ambiguous=ambiguous,
        weekdays=_named(table, rows["weekdays"], 7),
        cardinals=_numbered(table, rows["cardinals"]),
        ordinals=_numbered(table, rows["ordinals"]),
        units={word: _unit(table, word, row) for word, row in rows["units"].items()},
        seasons={word: _season(table, word, row) for word, row in rows["seasons"].items()},
        days=rows["days"],
        parts_of_day=_words(table, "parts", times["parts"]),
        moments=_words(table, "moments", times["moments"]),
    )


def _words(table: Table, key: str, row: str) -> tuple[str, ...]:
    words = tuple(row.split())
    if not all(map(_WORD.fullmatch, words)):
        raise table.problem(key, *_LETTERS)
    return words


def _named(table: Table, rows: Mapping[str, str], count: int) -> Named:
    numbers: dict[str, int] = {}
    short: list[str] = []
    for number, (name, row) in enumerate(rows.items(), 1):
        if number > count:
            raise table.problem(name, f"there are but {count}", "add it to the row of its name")
        forms = _words(table, name, row)
        short.extend(forms)
        for word in (*_words(table, name, name), *forms):
            if word in numbers:
                raise table.problem(name, f"{word} stands there twice", "leave one out")
            numbers[word] = number
    return Named(names=tuple(rows), short=tuple(short), numbers=numbers)


def _numbered(table: Table, rows: Mapping[str, int]) -> Mapping[str, int]:
    for word, number in rows.items():
        _words(table, word, word)
        if not 1 <= number < 100 or (number > 20 and number % 10):
            remedy = "give 1 to 20, or tens: the others are made of these"
            raise table.problem(word, f"{number} is no number of one word", remedy)
    return rows


def _unit(table: Table, word: str, row: Any) -> tuple[Unit, int]:
    _words(table, word, word)
    name, times = (row["grain"], row["times"]) if isinstance(row, dict) else (row, 1)
    if name not in _GRAINS:
        raise table.problem(word, f"{name} is no grain", f"use {_joined(_GRAINS)}")
    return Unit(name), times


def _season(table: Table, word: str, code: str) -> int:
    _words(table, word, word)
    if code not in SEASONS:
        raise table.problem(word, f"{code} is no season", f"use {_joined(SEASONS)}")
    return SEASONS.index(code) + 1


def _joined(words: Iterable[str]) -> str:
    return ", ".join(words)


_GRAINS: Final = tuple(Unit)
