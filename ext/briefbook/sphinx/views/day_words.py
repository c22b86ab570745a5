"""How the index of dates names a date in its row: under the head of its month, the day alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.text.timex import Unit
from briefbook.words import N_, _, in_words

if TYPE_CHECKING:
    from briefbook.sphinx.views.days import Day

_WEEKDAYS: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_LENGTHS: Final = {
    Unit.WEEK: N_("one week"),
    Unit.WEEKEND: N_("the weekend"),
    Unit.MONTH: N_("the month"),
    Unit.QUARTER: N_("three months"),
    Unit.HALF: N_("six months"),
    Unit.SEASON: N_("the season"),
    Unit.YEAR: N_("the year"),
    Unit.DECADE: N_("ten years"),
    Unit.CENTURY: N_("a hundred years"),
}
"""How long a date is that is no day, in words."""


def label(day: Day) -> str:
    """The date, without its year where the head of a month says it."""
    timex = day.timex
    if timex is None or len(day.head) != len("2022-01"):
        return in_words(day.value)
    first, last = timex.first_day, timex.last_day
    if first is None or last is None or timex.unit is Unit.MONTH:
        return _without_year(day.value, timex.opening[0])
    begins, ends = (_without_year(each.isoformat(), each.year) for each in (first, last))
    if first == last:
        return begins
    if first.month == last.month:
        return f"{begins.partition(' ')[0]}–{ends}"
    return f"{begins} – {ends}"


def length(day: Day) -> str:
    """A day's weekday; of what is longer, how long it is."""
    if day.timex is None:
        return ""
    first = day.timex.first_day
    if day.timex.unit is Unit.DAY:
        return _(_WEEKDAYS[first.weekday()]) if first is not None else ""
    return _(_LENGTHS[day.timex.unit])


def _without_year(value: str, year: int) -> str:
    return in_words(value).removesuffix(f" {year}")
