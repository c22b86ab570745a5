"""What a date phrase says, before it is resolved against anything."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .values import Unit


class Kind(Enum):
    """The ways a phrase names a date."""

    DATE = auto()
    """Year, month, day, weekday: those that the phrase gives."""
    FIGURES = auto()
    """All in figures, "03/04/2021": ``day`` is the first figure, ``month`` the second."""
    DECADE = auto()
    """As in "the 1990s", "the '80s": ``year`` is its first, the century open if below 100."""
    CENTURY = auto()
    """As in "the 19th century": ``year`` is its first two digits."""
    PART = auto()
    """A quarter, half or season: ``count`` or ``season`` says which, ``year`` of what year."""
    WEEK = auto()
    """As in "week 31": ``count``; "the week of April 10": ``base``."""
    DEICTIC = auto()
    """last, this, next: ``count`` is -1, 0, 1; of a unit, weekday, month, season or holiday."""
    OFFSET = auto()
    """So many units from now: "three weeks ago" is ``count`` -3."""
    RELATIVE = auto()
    """So many units from another date: ``base``, or what the text spoke of last."""
    NTH = auto()
    """As in "the 18th": ``day`` of the month the text speaks of."""
    NTH_OF = auto()
    """As in "the last day of": ``count`` (-1 is the last) of ``unit`` in ``base``."""
    SAME = auto()
    """Back to what the text spoke of last: "that day", "the year"."""
    YEAR_EARLIER = auto()
    """One year before the period spoken of: "the year-ago quarter", "the same period"."""
    HOLIDAY = auto()
    """``name`` of it, and ``year`` if given."""
    TIME = auto()
    """A part of the day or a clock time; the day is another phrase's."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found: where it stands (characters, end-exclusive) and what it says."""

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit | None = None
    count: int | None = None
    season: str | None = None
    name: str | None = None
    base: Phrase | None = None
