"""What a text has named so far: the dates that others may refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefbook.text.dates.rule_names import Rule
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from datetime import date

    from briefbook.text.dates.publication_date import Anchor


WEEK = 7
"""Days either way of publication that a weekday alone is looked for in."""


@dataclass(slots=True)
class Named:
    """The dates a text has named so far, each with the character where its phrase ends."""

    by_unit: dict[Unit, tuple[int, Timex]] = field(default_factory=dict)
    """The latest of each grain."""
    year: int | None = None
    """The year spoken of last; 0 is 1 BC."""
    month: int | None = None
    """The month spoken of last, where that was after the year."""
    given: bool = False
    """Whether the text itself gave that year; one that the story only went on to may be wrong."""
    before: tuple[int, int | None] | None = None
    """The year given before that one, and the month spoken of last in it."""
    mentioned: tuple[int, Timex] | None = None
    """The year mentioned last, asides among them: "the album from 2013 … of the same year"."""
    told: tuple[int, Timex] | None = None
    """The day or month named last, asides apart."""
    weekdays: dict[int, Timex] = field(default_factory=dict)
    """The latest day named of each weekday (ISO number); in news, of the days around publication
    where one of them was named."""
    by_weekday: dict[int, Timex] = field(default_factory=dict)
    """The same, of those that a weekday alone named."""
    by_word: bool = False
    """Whether the text calls its own day "today"."""
    months: dict[int, Timex] = field(default_factory=dict)
    """The latest of each month of the year that was named, or whose days were."""
    dated: dict[tuple[int, int], Timex] = field(default_factory=dict)
    """The latest day named with its year, or known by its event, by its month and day."""
    with_year: tuple[int, Timex] | None = None
    """The latest day or month that the text gave with its year."""
    topic: tuple[int, Timex] | None = None
    """The quarter or half that a report is about."""
    over: bool = False
    """Whether the topic was over when the report appeared."""

    def note(
        self,
        value: Timex,
        end: int,
        rule: Rule,
        anchor: Anchor | None,
        *,
        aside: bool = False,
        story: bool = False,
    ) -> None:
        """Remember a date; what was only compared with ("a year earlier") is no topic.

        An aside ("crowned the previous year") does not move the story's year; in a story of past
        years nothing is counted from it either.
        """
        if rule is Rule.YEAR_EARLIER:
            return
        if rule is Rule.DAY_WORD and anchor is not None and value.first_day == anchor.day:
            self.by_word = True
        if value.unit is Unit.YEAR:
            self.mentioned = (end, value)
        if not (aside and story and self.year is not None and value.unit is Unit.YEAR):
            self.by_unit[value.unit] = (end, value)
        if value.unit in (Unit.DAY, Unit.MONTH) and not aside and rule is not Rule.EVENT:
            self.told = (end, value)
        if value.unit in (Unit.DAY, Unit.MONTH) and value.month:
            self.months[value.month] = Timex.of_month(value.year, value.month)
        if value.unit in (Unit.DAY, Unit.MONTH) and rule in (Rule.EXPLICIT, Rule.REFERS_BACK):
            self.with_year = (end, value)
        if value.unit is Unit.DAY and (day := value.first_day):
            if rule is Rule.WEEKDAY:
                self.by_weekday[day.isoweekday()] = value
            held = self.weekdays.get(day.isoweekday())
            kept = held is not None and not story and _is_near(held.first_day, anchor)
            if not kept or _is_near(day, anchor):
                self.weekdays[day.isoweekday()] = value
            if rule is Rule.EXPLICIT or (rule is Rule.EVENT and _comes(day, anchor)):
                self.dated[day.month, day.day] = value
        if value.unit in (Unit.QUARTER, Unit.HALF):
            self.note_topic(value, end, anchor)
        if value.unit in (Unit.DECADE, Unit.CENTURY) or (aside and self.year is not None):
            return
        if value.year != self.year:
            if self.year is not None and self.given:
                self.before = (self.year, self.month)
            self.given = rule is not Rule.NARRATIVE
        self.year, self.month = value.year, value.month

    def note_topic(self, value: Timex, end: int, anchor: Anchor | None) -> None:
        """A report is about the latest quarter that is over; it only looks ahead to others."""
        now = anchor.now(value.unit) if anchor else None
        over = now is not None and value.opening < now.opening
        if self.topic is None or (over and (not self.over or _as_late(value, self.topic[1]))):
            self.topic, self.over = (end, value), over
        elif over or not self.over:
            self.topic = (end, self.topic[1] if self.over else value)

    def ends_at(self, place: int) -> bool:
        """Whether a date's phrase ends at a character."""
        return any(end == place for end, _ in self.by_unit.values())

    def has_left(self, day: Timex | None) -> bool:
        """Whether the text has gone on from a day to a month or season of another year."""
        later = self.latest(Unit.MONTH, Unit.SEASON)
        if later is None or day is None or later.year == day.year:
            return False
        return self.latest(Unit.DAY, Unit.MONTH, Unit.SEASON) == later

    def has_left_for_decade(self, last: Timex | None) -> bool:
        """Whether a decade or century was named after the date that years are counted from."""
        if last is None:
            return False
        return self.latest(*Unit) != last and self.latest(*Unit) == self.latest(*_LONG)

    def latest(self, *units: Unit, since: int = 0) -> Timex | None:
        """The date named last among those of some grains, from the character ``since`` on."""
        found = [self.by_unit[unit] for unit in units if unit in self.by_unit]
        if not found:
            return None
        end, value = max(found, key=lambda entry: entry[0])
        return value if end >= since else None


def _is_near(day: date | None, anchor: Anchor | None) -> bool:
    return day is not None and anchor is not None and abs((anchor.day - day).days) <= WEEK


def _comes(day: date, anchor: Anchor | None) -> bool:
    """Whether this year's such day is still to come, so that one in the past is the known one."""
    return anchor is not None and (day.month, day.day) > (anchor.day.month, anchor.day.day)


def _as_late(value: Timex, topic: Timex) -> bool:
    """Whether a report goes on to a quarter or half from the one it is about.

    Within a year quarters outdo halves, and halves days: reports are about quarters.
    """
    return (value.year, _RANK[value.unit], value.opening) >= (
        topic.year,
        _RANK[topic.unit],
        topic.opening,
    )


_LONG = (Unit.DECADE, Unit.CENTURY)
_RANK = dict.fromkeys(Unit, 0) | {Unit.HALF: 1, Unit.QUARTER: 2}
