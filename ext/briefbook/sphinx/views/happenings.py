"""What happens on the dates of a book, who says so, and which of them are key dates.

A key date is a day, or a stretch no longer than a month, that lies after the day on which
its article appeared, or in the week before it: what the news is, and what comes of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from briefbook.text.timex import Timex, Unit, time_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.sphinx.records import DateRecord
    from briefbook.sphinx.store import Store

NEWS: Final = timedelta(days=7)
"""How long before an article appeared what it tells is its news."""

_PRECISE: Final = {Unit.DAY: 3, Unit.WEEKEND: 2, Unit.WEEK: 2, Unit.MONTH: 1}
"""The grains of key dates, and what each weighs."""

_VAGUE: Final = frozenset({"refers-back", "year-earlier"})
"""Rules whose phrases ("the month", "a year earlier") compare rather than tell."""


MOST: Final = 12
"""Most key dates of a book."""


def told(store: Store, docname: str, record: DateRecord) -> str:
    """What happens, in the article's words, after the name of the source that says so."""
    name = teller(store, docname, record)
    return f"{name}: {record.event}" if name else record.event


def teller(store: Store, docname: str, record: DateRecord) -> str | None:
    """The name of the source that says what happens then; None where the article itself does."""
    if record.source is None:
        return None
    return _names(store, docname).get(record.source)


def _names(store: Store, docname: str) -> Mapping[str, str]:
    """The name of each source of an article. One article's are held: dates come by articles."""
    held: dict[str, dict[str, str]] = store.gathered("names of an article's sources", dict)
    if docname not in held:
        held.clear()
        said = reversed(store.statements.get(docname, ()))
        held[docname] = {one.source: one.name for one in said}
    return held[docname]


def is_key(record: DateRecord, published: str) -> bool:
    """Whether the date of an article that appeared on an ISO day or month can be a key date."""
    value, appeared = Timex.parse(record.value), Timex.parse(published[:10])
    if value is None or appeared is None or value.unit not in _PRECISE:
        return False
    if record.rule in _VAGUE and value.unit is not Unit.DAY:
        return False
    last, day = value.last_day, appeared.first_day
    return last is not None and day is not None and last >= day - NEWS


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDate:
    """A date that the book looks to, with what is said of it first."""

    value: str
    docname: str
    record: DateRecord
    weight: int


def key_dates(
    entries: Iterable[tuple[str, str, DateRecord]], *, most: int, today: str
) -> Sequence[KeyDate]:
    """The key dates among (document, its day of publication, date), the weightiest ``most``.

    ``entries`` go document by document.

    A date weighs by the articles and the sources that name it, and by its precision; an article's
    own day of publication is no key date of it. They stand in order as of ``today``, an ISO day or
    month.
    """
    named: dict[str, _Named] = {}
    for docname, published, record in entries:
        if record.value != published and is_key(record, published):
            named.setdefault(record.value, _Named(docname, record)).count(docname, record)
    found = []
    for value, of in named.items():
        parsed = Timex.parse(value)
        precise = _PRECISE[parsed.unit] if parsed else 0
        weight = 3 * of.articles + of.sources + precise
        found.append(KeyDate(value=value, docname=of.docname, record=of.record, weight=weight))
    found.sort(key=lambda one: (-one.weight, time_order(one.value)))
    chosen = {one.value: one for one in found[:most]}
    return [chosen[value] for value in in_order(chosen, today)]


class _Named:
    """How often a date is named, and where first. Its mentions are not held: they may be many."""

    def __init__(self, docname: str, record: DateRecord) -> None:
        self.docname, self.record = docname, record
        self.articles = self.sources = 0
        self._last = ""
        self._sources: set[str] = set()
        """Those of the article that was counted last."""

    def count(self, docname: str, record: DateRecord) -> None:
        """To be called article by article."""
        if docname != self._last:
            self.articles += 1
            self._last, self._sources = docname, set()
        if record.source and record.source not in self._sources:
            self.sources += 1
            self._sources.add(record.source)


def key_dates_of_book(store: Store) -> Sequence[KeyDate]:
    """The key dates of all articles, as of the day on which the latest appeared."""
    return store.gathered("key dates", lambda: key_dates_of(store, store.counted()))


def key_dates_of(store: Store, names: Sequence[str]) -> Sequence[KeyDate]:
    """The key dates of the articles ``names``, as of the day on which the latest appeared."""
    entries = (
        (docname, store.articles[docname].published, date)
        for docname in names
        for date in store.dates.get(docname, ())
    )
    latest = max(
        (store.articles[name].published for name in names if store.dates.get(name)), default=""
    )
    return key_dates(entries, most=MOST, today=latest)


def in_order(values: Iterable[str], appeared: str) -> list[str]:
    """Those to come when something appeared, the soonest first; then the others, latest first."""
    now = Timex.parse(appeared[:10])
    ahead: list[str] = []
    over: list[str] = []
    for value in sorted(values, key=time_order):
        parsed = Timex.parse(value)
        last = parsed.last_day if parsed else None
        ended = now is not None and last is not None and last < (now.first_day or last)
        (over if ended else ahead).append(value)
    return [*ahead, *reversed(over)]
