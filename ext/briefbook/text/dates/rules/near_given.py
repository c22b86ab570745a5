"""Days near one of an earlier year that the text gave: "on June 29, 2021 … until July 8"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.text.dates.tense import Tense, sentence_around, tense
from briefbook.text.timex import Unit

if TYPE_CHECKING:
    from datetime import date

    from briefbook.text.dates.setting import Setting
    from briefbook.text.timex import Timex

REACH: Final = 1500
"""Characters for which a text goes on about the weeks that it gave."""

DAYS: Final = 31
"""Days from the day given, or the month."""

LONG_AGO: Final = 60
"""Days before publication up to which a day without a year is rather publication's."""


def near_given(setting: Setting, start: int, end: int, nearest: date) -> int | None:
    """The year of what is told of the past beside a day or month of an earlier year.

    None where ``nearest``, the day by publication, is not long ago and may be meant as well; but
    not where the sentence tells of that earlier year already.
    """
    given = setting.named.with_year
    if given is None or setting.anchor is None or given[0] < start - REACH:
        return None
    now, value = setting.anchor.day, given[1]
    sentence, _ = sentence_around(setting.text, start, end)
    beside = setting.named.latest(Unit.DAY, since=sentence)
    recent = abs((now - nearest).days) < LONG_AGO and (beside is None or beside.year != value.year)
    if value.year >= now.year or recent:
        return None
    if not _is_near(value, nearest) or tense(setting.text, start, end) is not Tense.PAST:
        return None
    return value.year


def _is_near(given: Timex, day: date) -> bool:
    first, last = given.first_day, given.last_day
    if first is None or last is None or (day.month, day.day) == (2, 29):
        return False
    same = day.replace(year=given.year)
    return (first - same).days <= DAYS and (same - last).days <= DAYS
