"""The date of publication, which a text is resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .values import Unit, containing


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
    """The anchor of an ISO day or month; None where there is none or it is no date."""
    if not published:
        return None
    try:
        if len(published) == 7:
            return Anchor(published, date.fromisoformat(published + "-15"), exact=False)
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return Anchor(day.isoformat(), day, exact=True)
