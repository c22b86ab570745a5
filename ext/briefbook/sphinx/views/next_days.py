"""The dates that a front page tells of, on screen and in print alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.sphinx.views.days import OF_DAYS, days_of
from briefbook.sphinx.views.happenings import key_dates_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.sphinx.store import Store
    from briefbook.sphinx.views.days import Day


def next_days(store: Store, names: Sequence[str], most: int) -> list[Day]:
    """At most ``most`` days that the articles ``names`` tell of.

    The soonest ahead of the newest article, no longer than a month each; where none lies ahead, the
    key dates.
    """
    mentions = [(name, date) for name in names for date in store.dates.get(name, ())]
    days = days_of(store, mentions)
    ahead = [day for day in days if day.is_ahead and day.timex and day.timex.unit in OF_DAYS]
    if ahead:
        return ahead[:most]
    by_value = {day.value: day for day in days}
    return [by_value[key.value] for key in key_dates_of(store, names)[:most]]
