"""The dates that a front page tells of, on screen and in print alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.sphinx.views.days import OF_DAYS, days_of, lies_ahead, newest_day
from briefbook.sphinx.views.happenings import key_dates_of
from briefbook.text.timex import Timex, time_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.sphinx.store import Store
    from briefbook.sphinx.views.days import Day


def next_days(store: Store, names: Sequence[str], most: int) -> list[Day]:
    """At most ``most`` days that the articles ``names`` tell of.

    The soonest ahead of the newest article, no longer than a month each; where none lies ahead, the
    key dates.
    """
    newest = newest_day(store)
    values = {date.value for name in names for date in store.dates.get(name, ())}
    ahead = [
        value
        for value in sorted(values, key=time_order)
        if (timex := Timex.parse(value)) and timex.unit in OF_DAYS and lies_ahead(timex, newest)
    ]
    chosen = ahead[:most] or [key.value for key in key_dates_of(store, names)[:most]]
    mentions = (
        (name, date) for name in names for date in store.dates.get(name, ()) if date.value in chosen
    )
    by_value = {day.value: day for day in days_of(store, mentions)}
    return [by_value[value] for value in chosen]
