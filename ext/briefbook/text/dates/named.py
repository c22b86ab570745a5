"""What a text has named so far: the dates that others may refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .rules import Rule
from .values import Unit, first_day, month_in, unit_of, year_in

if TYPE_CHECKING:
    from .anchor import Anchor


@dataclass(slots=True)
class Named:
    """The dates a text has named so far, each with the character where its phrase ends."""

    by_unit: dict[Unit, tuple[int, str]] = field(default_factory=dict)
    """The latest of each grain."""
    year: int | None = None
    """The year spoken of last."""
    month: int | None = None
    """The month spoken of last, where that was after the year."""
    weekdays: dict[int, str] = field(default_factory=dict)
    """The latest day named of each weekday (ISO number)."""
    topic: tuple[int, str] | None = None
    """The quarter or half that a report is about."""
    over: bool = False
    """Whether the topic was over when the report appeared."""

    def note(
        self, value: str, end: int, rule: Rule, anchor: Anchor | None, *, aside: bool = False
    ) -> None:
        """Remember a date; what was only compared with ("a year earlier") is no topic.

        An aside ("crowned the previous year") does not move the story's year.
        """
        if rule is Rule.YEAR_EARLIER:
            return
        unit = unit_of(value)
        self.by_unit[unit] = (end, value)
        if unit is Unit.DAY and (day := first_day(value)):
            self.weekdays[day.isoweekday()] = value
        if unit in (Unit.QUARTER, Unit.HALF):
            self.note_topic(value, end, anchor)
        year = year_in(value)
        if year is not None and (not aside or self.year is None):
            self.year, self.month = year, month_in(value)

    def note_topic(self, value: str, end: int, anchor: Anchor | None) -> None:
        """A report is about the latest quarter that is over; it only looks ahead to others."""
        over = anchor is not None and value < (anchor.now(unit_of(value)) or "")
        if self.topic is None or (over and (not self.over or value >= self.topic[1])):
            self.topic, self.over = (end, value), over
        elif over or not self.over:
            self.topic = (end, self.topic[1] if self.over else value)

    def latest(self, *units: Unit, since: int = 0) -> str | None:
        """The date named last among those of some grains, from the character ``since`` on."""
        found = [self.by_unit[unit] for unit in units if unit in self.by_unit]
        if not found or max(found)[0] < since:
            return None
        return max(found)[1]
