"""What the files have of the articles of one month, kept until something of them is another.

One changed article has the tables and calendars of the whole book written anew, which may have a
million rows. Those of other months are taken as they were made, and a month's are held at a time.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from briefbook.export.calendar import made_event
from briefbook.export.tables import csv_lines, json_lines
from briefbook.text.digest import digest
from briefbook.text.errors import OutputError
from briefbook.version import VERSION
from briefbook.volumes.kept import read_kept, write_kept
from briefbook.words import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sphinx.application import Sphinx

    from briefbook.export.rows import DateRow, StatementRow
    from briefbook.sphinx.domain import BriefDomain

TABLES: Final = ("dates.csv", "dates.json", "statements.csv", "statements.json")
"""The files of rows."""
_FOLDER: Final = "briefbook-months"
"""Beside the doctrees, which are as much the build's own."""
_EVENTS: Final = "events"


class Event(msgspec.Struct, frozen=True, array_like=True):
    """The event of a date that an article names."""

    date: str
    seed: str
    made_of: str
    """A digest of its rows."""
    content: bytes
    """As calendars have it; empty where a date makes no event."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    state: str
    events: list[Event]


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of a month that count, and what gives their rows."""

    name: str
    """ISO 8601."""
    state: str
    """Another where a row is."""
    rows: Callable[[], tuple[list[DateRow], list[StatementRow]]]


def months_of(
    domain: BriefDomain,
    rows: Callable[[Sequence[str]], tuple[list[DateRow], list[StatementRow]]],
    depends_on: Sequence[str],
) -> Iterator[Month]:
    """The months of a book's articles, in order of time; ``rows`` gives those of some articles."""
    for name, of_month in groupby(
        domain.counted(), key=lambda docname: domain.articles[docname].published[:7]
    ):
        docnames = [*of_month]
        state = digest([VERSION, language(), *depends_on, *docnames, *_states(domain, docnames)])
        yield Month(name=name, state=state, rows=lambda docnames=docnames: rows(docnames))  # type: ignore[misc]


def _states(domain: BriefDomain, docnames: Sequence[str]) -> Iterable[str]:
    """What is another where something of the articles is."""
    if (state_of := domain.state_of) is not None:
        return sorted({state_of(name) for name in docnames})
    return (
        repr((domain.articles[name], domain.dates.get(name), domain.statements.get(name)))
        for name in docnames
    )


class KeptMonths:
    """What is kept of each month; made anew where it is of another state, or missing."""

    def __init__(self, app: Sphinx) -> None:
        self._root = Path(app.confdir)
        self._folder = Path(app.doctreedir) / _FOLDER
        self._folder.mkdir(parents=True, exist_ok=True)

    def bring(self, month: Month) -> tuple[list[Event], list[Event]]:
        """Make it what its state says; the events as they were, and as they are.

        Raises OutputError.
        """
        before = self._kept(month.name)
        there = all(self._path(month.name, table).is_file() for table in TABLES)
        if before.state == month.state and there:
            return before.events, before.events
        # A build that breaks off leaves no state that is not so.
        self._path(month.name, _EVENTS).unlink(missing_ok=True)
        dates, statements = month.rows()
        contents = (
            csv_lines(dates),
            json_lines(dates),
            csv_lines(statements),
            json_lines(statements),
        )
        for table, content in zip(TABLES, contents, strict=True):
            write_kept(self._path(month.name, table), content, root=self._root)
        events = [*_events(dates, {event.made_of: event for event in before.events})]
        kept = _Kept(month.state, events)
        content = msgspec.msgpack.encode(kept)
        write_kept(self._path(month.name, _EVENTS), content, root=self._root)
        return before.events, events

    def events(self, name: str) -> list[Event]:
        """Those of a month, which is as it should be."""
        return self._kept(name).events

    def table(self, name: str, table: str) -> bytes:
        """A month's lines of a file. Raises OutputError."""
        return read_kept(self._path(name, table), root=self._root)

    def forget_others(self, names: Iterable[str]) -> Iterator[Event]:
        """Take away what is kept of months that are no more; the events that these had."""
        of_book = {*names}
        for path in sorted(self._folder.glob(f"*.{_EVENTS}")):
            name = path.name.removesuffix(f".{_EVENTS}")
            if name not in of_book:
                yield from self._kept(name).events
                for ending in (*TABLES, _EVENTS):
                    self._path(name, ending).unlink(missing_ok=True)

    def _kept(self, name: str) -> _Kept:
        try:
            raw = read_kept(self._path(name, _EVENTS), root=self._root)
            return msgspec.msgpack.decode(raw, type=_Kept)
        except (OutputError, msgspec.DecodeError):
            return _Kept("", [])

    def _path(self, name: str, ending: str) -> Path:
        return self._folder / f"{name}.{ending}"


def _events(rows: Iterable[DateRow], before: dict[str, Event]) -> Iterator[Event]:
    """One for each date of each article, in order; what was made of the same is not made again."""
    together: dict[tuple[str, str], list[DateRow]] = {}
    for row in rows:
        together.setdefault((row.date, row.seed), []).append(row)
    for (date, seed), of_date in together.items():
        made_of = digest([VERSION, language(), *map(repr, of_date)])
        known = before.get(made_of)
        content = known.content if known is not None else made_event(of_date)
        yield Event(date, seed, made_of, content)
