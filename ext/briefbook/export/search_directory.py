"""Where a query begins: in which slices each term stands, and the names and dates of the book."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from babel.core import Locale, UnknownLocaleError

from briefbook.export.search_pieces import order, pieces, script, script_of_json
from briefbook.export.search_terms import terms_of
from briefbook.words import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefbook.export.search_pieces import Piece

INDEX: Final = "index.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A date as it is found."""

    words: str
    page: str
    """The address of the page that has its row in the index of dates; empty where none has."""
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """What is found beside articles."""

    names: tuple[tuple[str, str, str], ...]
    """A name of a body, its entry's head, its entry's address; or a title, nothing, its address."""
    dates: Mapping[str, Named]
    """By value."""
    words: Mapping[str, str]
    """What the script says."""


def directory_files(
    directory: Directory, slices: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, bytes]]:
    """Each script's name, and its bytes; last the one that says which others there are.

    ``slices`` has the terms of each, sorted, which are gone through once.
    """
    starts: dict[str, list[str]] = {}
    for letter, parts in (("t", _terms(slices)), ("n", _names(directory.names))):
        starts[letter] = []
        for number, (start, piece) in enumerate(parts):
            starts[letter].append(start)
            yield script_of_json(f"{letter}{number}", piece)
    years: defaultdict[str, dict[str, Named]] = defaultdict(dict)
    for value, date in directory.dates.items():
        years[_year(value)][value] = date
    for year, dates in years.items():
        yield script(f"d-{year}", _of_year(dates))
    listed = {
        "slices": [*slices],
        "terms": starts["t"],
        "names": starts["n"],
        "months": _months(),
        "words": directory.words,
        "years": sorted(years),
    }
    yield script(INDEX.removesuffix(".js"), listed)


def _terms(slices: Mapping[str, Iterable[str]]) -> Iterator[Piece]:
    """By term, the slices that have it: a hexadecimal number, whose lowest bit is the first."""
    keyed = (_keyed(terms, 1 << number) for number, terms in enumerate(slices.values()))
    grouped = groupby(merge(*keyed), key=itemgetter(0, 1))
    return pieces((term, f"{sum(bit for *_, bit in held):x}") for (_, term), held in grouped)


def _keyed(terms: Iterable[str], bit: int) -> Iterator[tuple[bytes, str, int]]:
    for term in terms:
        yield order(term), term, bit


def _names(names: Sequence[tuple[str, str, str]]) -> Iterator[Piece]:
    """By a name's terms, the names that have those: each with its entry's head and address."""
    found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for name in names:
        if terms := terms_of(name[0]):
            found[" ".join(terms)].append(name)
    return pieces((terms, found[terms]) for terms in sorted(found, key=order))


def _of_year(dates: Mapping[str, Named]) -> dict[str, Any]:
    """The pages that have rows of dates, and of each date its words and the number of its page."""
    pages = sorted({date.page for date in dates.values()})
    return {
        "pages": pages,
        "dates": {
            value: [date.words, pages.index(date.page), date.anchor]
            for value, date in dates.items()
        },
    }


def _year(value: str) -> str:
    return value[:4] if value[:4].isdigit() else "other"


def _months() -> dict[str, int]:
    """The names of the months, in English and in the language of the book, as terms."""
    found = {}
    for code in ("en", language()):
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for width in ("wide", "abbreviated"):
            for kind in ("format", "stand-alone"):
                for month, name in locale.months[kind][width].items():
                    found["".join(terms_of(name))] = month
    return dict(sorted(found.items()))
