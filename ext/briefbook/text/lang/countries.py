"""The countries: what they are called, and what the press calls what is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from briefbook.text.lang.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = frozenset(("names", "adjectives", "cities"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country, as ``lang/en/countries.toml`` gives it."""

    name: str
    """The common English name, by which the rest of the project calls it."""
    names: tuple[str, ...]
    """All its names, the common one first."""
    adjectives: tuple[str, ...]
    cities: tuple[str, ...]
    """The capital first; others speak for the country in a dateline."""


@cache
def countries() -> Mapping[str, Country]:
    """All countries by their common names. Raises TableError where a row is wrong."""
    return read_countries(Table("en", "countries"))


def read_countries(table: Table) -> Mapping[str, Country]:
    """The rows of a table of countries."""
    found: dict[str, Country] = {}
    owners: dict[str, str] = {}
    for name, row in table.rows.items():
        _check_row(table, name, row)
        country = Country(
            name=name,
            names=(name, *row.get("names", ())),
            adjectives=tuple(row.get("adjectives", ())),
            cities=tuple(row.get("cities", ())),
        )
        for word in {*country.names, *country.adjectives, *country.cities}:
            if owners.setdefault(word, name) != name:
                problem = f"“{word}” is a word of {owners[word]} already"
                raise table.problem(name, problem, "leave it out here or there")
        found[name] = country
    return found


def _check_row(table: Table, name: str, row: Any) -> None:
    if not isinstance(row, dict) or not _FIELDS.issuperset(row):
        raise table.problem(name, "it has other keys", "use names, adjectives and cities")
    for key, words in row.items():
        good = isinstance(words, list) and words and len(set(map(str, words))) == len(words)
        if not good or not all(isinstance(word, str) and word[:1].isupper() for word in words):
            problem = f"{key} is no list of different names"
            raise table.problem(name, problem, "write the names as the press does, in brackets")
