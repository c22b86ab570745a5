"""What quarters, halves and seasons have in common: the nearest, with a year, in pairs."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.resolution import Resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.decade import Century, Decade
from briefbook.text.dates.rules.of_year import OfYear
from briefbook.text.dates.tense import looks_back
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.setting import Setting

CLEARLY_NEAREST = 60
"""Days: a quarter or season that ended so short before publication is the one meant."""

_PAIRED = frozenset({"and", "or", "to", "and the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPart(OfYear):
    """A quarter, half or season."""

    unit: Unit
    number: int
    """Which one of the year, from 1."""
    paired: bool = False
    """Whether it stands with another: "the summer and autumn"."""

    counted_by: ClassVar[Rule]
    """The rule that finds the nearest."""

    def in_year(self, year: int) -> Timex | None:
        return Timex(unit=self.unit, year=year, number=self.number)

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """With its year; "the summer of the 1990s" is no more than the decade."""
        if gap == "of" and isinstance(right, Decade | Century):
            return [replace(self, end=right.end, of=right)]
        if gap in _PAIRED and isinstance(right, YearPart) and right.unit is self.unit:
            year = self.year if self.year is not None else right.year
            rule = Rule.RANGE if self.year is None and year is not None else self.rule
            return [replace(self, year=year, rule=rule), replace(right, paired=True)]
        return OfYear.join(self, gap, right)

    def follow(self, gap: str, left: Phrase) -> Sequence[Phrase] | None:
        """As in "next year's first quarter"."""
        return self.possessed(gap, left)

    def nearest(self, setting: Setting) -> Resolution | None:
        """The one going on or just over; else by the tense; else the nearest to publication."""
        if setting.anchor is None:
            return None
        now = setting.anchor.day
        values = (self.in_year(now.year + step) for step in (-1, 0, 1, *self.late))
        away = [(days_away(value, now), value) for value in values if value]
        past = [entry for entry in away if entry[0] <= 0]
        ahead = [entry for entry in away if entry[0] > 0]
        if not past or not ahead:
            return None
        (ago, last), (until, following) = past[-1], ahead[0]
        if -ago <= CLEARLY_NEAREST:
            return Resolution(last, self.counted_by)
        back = looks_back(setting.text, self.start, self.end)
        if back is not None:
            return Resolution(last if back else following, self.counted_by)
        if -ago <= until:
            return Resolution(last, self.counted_by, following)
        return Resolution(following, self.counted_by, last)

    @property
    def late(self) -> tuple[int, ...]:
        """Years after the one to come that may hold the nearest."""
        return ()

    def doubtful(self, text: str, before: str) -> bool:
        alone = self.year is None and self.of is None and not self.paired
        return alone and self.doubtful_alone(text, before)

    @abstractmethod
    def doubtful_alone(self, text: str, before: str) -> bool:
        """Whether the words around show that it is no date, where it stands without a year."""


def days_away(value: Timex, now: date) -> int:
    """The days from ``now`` to the nearer end of a period, below zero for one that is over."""
    first, last = value.first_day or now, value.last_day or now
    if first <= now <= last:
        return 0
    return (first - now).days if first > now else (last - now).days
