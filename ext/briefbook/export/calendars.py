"""The calendars of single dates and of single articles: which of them are written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.export.calendar import calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefbook.export.months import Event, KeptMonths, Month

_AT_ONCE: Final = 32 * 1024 * 1024
"""Bytes of events that are gathered by their dates at a time."""


class Calendars:
    """Those of one build, once the months are brought to what they are."""

    def __init__(self, months: Sequence[Month], kept: KeptMonths) -> None:
        """Raises OutputError."""
        self._kept = kept
        self._months = [month.name for month in months]
        self._sizes: dict[str, int] = {}
        """By date, bytes of its events."""
        self.seeds: set[str] = set()
        """Of articles with a calendar."""
        self._changed_dates: set[str] = set()
        self._changed_seeds: set[str] = set()
        for month in months:
            before, now = kept.bring(month)
            if before is not now:
                self._compare(before, now)
            for event in now:
                if event.content:
                    self.seeds.add(event.seed)
                    size = self._sizes.get(event.date, 0)
                    self._sizes[event.date] = size + len(event.content)
        self._compare(kept.forget_others(self._months), ())

    @property
    def dates(self) -> Iterable[str]:
        """Those with a calendar."""
        return self._sizes.keys()

    def _compare(self, before: Iterable[Event], now: Iterable[Event]) -> None:
        for event in {*before} ^ {*now}:
            self._changed_dates.add(event.date)
            self._changed_seeds.add(event.seed)

    def of_articles(
        self, titles: Mapping[str, str], lacks: Callable[[str], bool]
    ) -> Iterator[tuple[str, bytes]]:
        """By seed, those that are others than before, or that the book ``lacks``."""
        wanted = {seed for seed in self.seeds if seed in self._changed_seeds or lacks(seed)}
        for month in self._months if wanted else ():
            by_seed: dict[str, list[bytes]] = {}
            for event in self._kept.events(month):
                if event.seed in wanted:
                    by_seed.setdefault(event.seed, []).append(event.content)
            for seed, events in by_seed.items():
                yield seed, calendar(events, name=titles[seed])

    def of_dates(
        self, name: Callable[[str], str], lacks: Callable[[str], bool]
    ) -> Iterator[tuple[str, bytes]]:
        """By date, likewise; ``name`` says what its calendar is called."""
        wanted = [date for date in self._sizes if date in self._changed_dates or lacks(date)]
        for at_once in self._batches(wanted):
            by_date: dict[str, list[bytes]] = {date: [] for date in at_once}
            for month in self._months:
                for event in self._kept.events(month):
                    if event.date in by_date:
                        by_date[event.date].append(event.content)
            for date, events in by_date.items():
                yield date, calendar(events, name=name(date))

    def _batches(self, dates: Iterable[str]) -> Iterator[list[str]]:
        batch: list[str] = []
        size = 0
        for date in dates:
            if batch and size + self._sizes[date] > _AT_ONCE:
                yield batch
                batch, size = [], 0
            batch.append(date)
            size += self._sizes[date]
        if batch:
            yield batch
