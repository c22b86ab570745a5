"""The dates that a book names, each once with all its mentions; and which of them lie ahead.

A book of volumes names more than fit into memory: of each date it is held which articles name it,
and what a list of dates tells of it. Its mentions are read when its page is made.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from briefbook.sphinx.views.happenings import told
from briefbook.text.timex import Timex, Unit, time_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.sphinx.records import DateRecord
    from briefbook.sphinx.store import Store

Mention = tuple[str, "DateRecord"]
"""A document name, and a date that its article names."""

OF_DAYS: Final = frozenset({Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.MONTH})
"""What stands under the head of a month; what is longer stands under its year's."""

_OF_YEARS: Final = frozenset({Unit.DECADE, Unit.CENTURY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What is said to happen on a date, and where it is said so."""

    words: str
    """In the articles' words, after the name of the source that says so."""
    mentions: tuple[Mention, ...]
    """In order of publication and of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHead:
    """A date, a day or a longer stretch of time, and what a list of dates tells of it."""

    value: str
    timex: Timex | None
    mentions: int
    words: str
    """What most articles tell of it."""
    is_ahead: bool

    @property
    def is_exact(self) -> bool:
        return self.timex is not None and self.timex.unit is Unit.DAY

    @property
    def head(self) -> str:
        """What it stands under, as TIMEX3: its month or its year; decades have none."""
        if self.timex is None or self.timex.unit in _OF_YEARS:
            return ""
        year, month, _ = self.timex.opening
        if self.timex.unit in OF_DAYS:
            return str(Timex.of_month(year, month))
        return str(Timex.of_year(year))


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(DayHead):
    """The same with all that is said of it."""

    happenings: tuple[Happening, ...]
    """What most articles tell first."""


def newest_day(store: Store) -> str:
    """The ISO day, or month, in which the newest article appeared: the book counts from it."""
    return max((store.articles[name].published[:10] for name in store.articles), default="")


def lies_ahead(timex: Timex | None, newest: str) -> bool:
    """Whether more of a date lies after ``newest``, an ISO day or month, than before its end."""
    appeared = Timex.parse(newest)
    today = appeared.last_day if appeared else None
    first, last = (timex.first_day, timex.last_day) if timex else (None, None)
    if today is None or first is None or last is None:
        return False
    return 2 * (today - first) < last - first or first > today


class DaysOfBook:
    """The dates of all articles that count."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = store.counted()
        self._newest = newest_day(store)
        # By value, the places of articles among the names: numbers, for there may be a million.
        found: dict[str, array[int]] = {}
        for place, name in enumerate(self._names):
            for value in dict.fromkeys(date.value for date in store.dates.get(name, ())):
                found.setdefault(value, array("L")).append(place)
        self._places = found
        self.values: tuple[str, ...] = tuple(sorted(found, key=time_order))
        """In order of time."""

    @cached_property
    def heads(self) -> tuple[DayHead, ...]:
        """What a list tells of each; in order of time."""
        return tuple(_head(self.day(value)) for value in self.values)

    def names(self, value: str) -> Iterable[str]:
        """The articles that name a date, in order of publication."""
        return (self._names[place] for place in self._places[value])

    def is_ahead(self, value: str) -> bool:
        """Whether a date lies ahead of the newest article."""
        return lies_ahead(Timex.parse(value), self._newest)

    def day(self, value: str) -> Day:
        """A date with all its mentions, in order of publication and of the text."""
        names = (self._names[place] for place in self._places[value])
        mentions = (
            (name, date)
            for name in names
            for date in self._store.dates[name]
            if date.value == value
        )
        return _day(self._store, value, mentions, self._newest)


def days_of_book(store: Store) -> DaysOfBook:
    """The dates of all articles that count; looked for once a build."""
    return store.gathered("days", lambda: DaysOfBook(store))


def _head(day: Day) -> DayHead:
    return DayHead(
        value=day.value, timex=day.timex, mentions=day.mentions, words=day.words,
        is_ahead=day.is_ahead,
    )  # fmt: skip


def days_of(store: Store, mentions: Iterable[Mention]) -> list[Day]:
    """The dates of ``mentions``, in order of time."""
    newest = newest_day(store)
    by_value: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_value.setdefault(mention[1].value, []).append(mention)
    return [
        _day(store, value, by_value[value], newest) for value in sorted(by_value, key=time_order)
    ]


def _day(store: Store, value: str, mentions: Iterable[Mention], newest: str) -> Day:
    by_words: dict[str, list[Mention]] = {}
    for docname, record in mentions:
        by_words.setdefault(told(store, docname, record), []).append((docname, record))
    by_articles = sorted(by_words.items(), key=lambda each: -len({name for name, _ in each[1]}))
    timex = Timex.parse(value)
    return Day(
        value=value,
        timex=timex,
        mentions=sum(len(of) for _words, of in by_articles),
        words=by_articles[0][0],
        happenings=tuple(Happening(words=words, mentions=tuple(of)) for words, of in by_articles),
        is_ahead=lies_ahead(timex, newest),
    )
