"""What is searched, by time: slices of a thousand articles, each with scripts of its own.

A slice is all that appeared in a decade, a year, a month or a day, whichever holds few enough. So
one changed article has one slice made again, and a query that is answered by the newest slice
loads no other. A place in a slice is one number: the article's, times ``rows`` of `head.js`, and
the row's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from briefbook.export.search_pieces import order, pieces, script, script_of_json
from briefbook.export.search_terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ARTICLES: Final = 1200
"""The most that a slice has, unless they appeared on one day."""
ROWS_OF_TEXT: Final = 16
"""Rows whose text is in one script."""
_PERIODS: Final = (3, 4, 7, 10)
"""How much of an ISO 8601 day is a decade, a year, a month, a day."""
_COMMON: Final = 0.4
"""A term that stands in more of the rows says nothing, in a slice of more than `_FEW`."""
_FEW: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that is found: a title, a block of an article, a note."""

    anchor: str
    text: str
    also: str = ""
    """Other words that it is found by: names of the bodies in it, of who speaks."""
    dates: tuple[str, ...] = ()
    """The values of those that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article as it is found."""

    page: str
    title: str
    source: str
    rows: tuple[Row, ...]


def slices_of(days: Sequence[str]) -> dict[str, range]:
    """The slices of articles that appeared on these days, sorted: which articles each has."""
    return dict(_slices("all", days, range(len(days)), _PERIODS))


def _slices(
    name: str, days: Sequence[str], held: range, periods: tuple[int, ...]
) -> Iterator[tuple[str, range]]:
    if not held or len(held) <= ARTICLES or not periods:
        yield name, held
        return
    length, *finer = periods
    for period, numbers in groupby(held, key=lambda number: days[number][:length]):
        of_period = [*numbers]
        within = range(of_period[0], of_period[-1] + 1)
        yield from _slices(period, days, within, tuple(finer))


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The scripts of a slice, and the terms by which it is found, sorted."""

    files: dict[str, bytes]
    terms: tuple[str, ...]


def date_term(value: str) -> str:
    """What a date is found by: no term of a text begins so."""
    return f"@{value}"


def made_slice(name: str, articles: Sequence[Found]) -> Slice:
    """A slice of articles in order of publication."""
    factor = max((len(article.rows) for article in articles), default=0) + 1
    places: defaultdict[str, list[int]] = defaultdict(list)
    rows = 0
    for number, article in enumerate(articles):
        for place, row in enumerate(article.rows, number * factor):
            rows += 1
            for term in dict.fromkeys(terms_of(f"{row.text} {row.also}")):
                places[term].append(place)
            for value in row.dates:
                places[date_term(value)].append(place)
    terms = sorted(places, key=order)
    common = [term for term in terms if rows > _FEW and len(places[term]) > _COMMON * rows]
    left_out = {*common}
    steps = ((term, _steps(places[term])) for term in terms if term not in left_out)
    files, starts = {}, []
    for number, (start, piece) in enumerate(pieces(steps)):
        starts.append(start)
        file, content = script_of_json(f"{name}/w{number}", piece)
        files[file] = content
    for number, article in enumerate(articles):
        files |= dict(_texts(f"{name}/a{number}", article))
    head = {"rows": factor, "starts": starts, "common": common}
    file, content = script(f"{name}/head", head)
    return Slice(files=files | {file: content}, terms=tuple(terms))


def _steps(places: Sequence[int]) -> list[int]:
    return [places[0], *(after - before for before, after in pairwise(places))]


def _texts(name: str, article: Found) -> Iterator[tuple[str, bytes]]:
    """An article's rows, some of them in each script."""
    for number, first in enumerate(range(0, len(article.rows), ROWS_OF_TEXT)):
        rows = article.rows[first : first + ROWS_OF_TEXT]
        texts = [[row.anchor, row.text] for row in rows]
        yield script(f"{name}-{number}", [article.page, article.title, article.source, texts])
