"""The date of publication, which a text is resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from .values import Unit, containing

_MARGIN = 3
"""Years from the calendar's edges: a dateline may lie a month off, rules look a year either way,
and a period of that year has an end."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of publication: its day where it is known, else only the month."""

    value: str
    """``YYYY-MM-DD`` or ``YYYY-MM``."""
    day: date
    """The day, or the middle of the month."""
    exact: bool
    """Whether the day is known."""

    def now(self, unit: Unit) -> str | None:
        """The day, week, month … of publication; None where only the month is known."""
        if not self.exact and unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
            return None
        return containing(self.day, unit)


def anchor_of(published: str | None) -> Anchor | None:
    """The anchor of an ISO day or month; None where there is none or it is no date.

    None, too, within three years of the calendar's edges, the years 1 and 9999.
    """
    if not published:
        return None
    exact = len(published) != 7
    try:
        day = date.fromisoformat(published[:10] if exact else f"{published}-15")
    except ValueError:
        return None
    if not MINYEAR + _MARGIN <= day.year <= MAXYEAR - _MARGIN:
        return None
    return Anchor(day.isoformat() if exact else published, day, exact=exact)
