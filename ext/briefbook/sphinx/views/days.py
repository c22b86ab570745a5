"""The dates that a book names, each once with all its mentions; and which of them lie ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.sphinx.views.happenings import told
from briefbook.text.timex import Timex, Unit, time_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
class Day:
    """A date: a day, or a longer stretch of time."""

    value: str
    timex: Timex | None
    happenings: tuple[Happening, ...]
    """What most articles tell first."""
    is_ahead: bool

    @property
    def mentions(self) -> int:
        return sum(len(each.mentions) for each in self.happenings)

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


def days_of_book(store: Store) -> list[Day]:
    """The dates of all articles that count, in order of time."""
    mentions = [(name, date) for name in store.counted() for date in store.dates.get(name, ())]
    return days_of(store, mentions)


def days_of(store: Store, mentions: Iterable[Mention]) -> list[Day]:
    """The dates of ``mentions``, in order of time."""
    newest = newest_day(store)
    by_value: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_value.setdefault(mention[1].value, []).append(mention)
    return [
        _day(store, value, by_value[value], newest) for value in sorted(by_value, key=time_order)
    ]


def _day(store: Store, value: str, mentions: Sequence[Mention], newest: str) -> Day:
    by_words: dict[str, list[Mention]] = {}
    for docname, record in mentions:
        by_words.setdefault(told(store, docname, record), []).append((docname, record))
    by_articles = sorted(by_words.items(), key=lambda each: -len({name for name, _ in each[1]}))
    timex = Timex.parse(value)
    return Day(
        value=value,
        timex=timex,
        happenings=tuple(Happening(words=words, mentions=tuple(of)) for words, of in by_articles),
        is_ahead=lies_ahead(timex, newest),
    )
