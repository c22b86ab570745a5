"""The date of publication, which a text is resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from briefbook.text.timex import Timex, Unit

_MARGIN = 3
"""Years from the calendar's edges: a dateline may lie a month off, rules look a year either way,
and a period of that year has an end."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of publication: its day where it is known, else only the month."""

    value: Timex
    """A day or a month."""
    day: date
    """The day, or the middle of the month."""

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.value.unit is Unit.DAY

    def now(self, unit: Unit) -> Timex | None:
        """The day, week, month … of publication; None where only the month is known."""
        if not self.exact and unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
            return None
        return Timex.containing(self.day, unit)


def anchor_on(day: date) -> Anchor:
    return Anchor(Timex.of_day(day), day)


def anchor_of(published: str | None) -> Anchor | None:
    """The anchor of an ISO day or month; None where there is none or it is no date.

    None, too, within three years of the calendar's edges, the years 1 and 9999.
    """
    value = Timex.parse((published or "")[:10])
    if value is None or value.unit not in (Unit.DAY, Unit.MONTH):
        return None
    if not MINYEAR + _MARGIN <= value.year <= MAXYEAR - _MARGIN:
        return None
    return Anchor(value, date(value.year, value.number, value.day or 15))
