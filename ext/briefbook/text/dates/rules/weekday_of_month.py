"""A weekday with its day of the month: Friday the 13th."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.date_words import (
    NO_PART,
    ORDINAL_WORD,
    WEEKDAY,
    WEEKDAY_SHORT,
    S,
    day_number,
    weekday_number,
)
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.weekday import MONTHS_AROUND, NO_NOUN
from briefbook.text.dates.shift import add_months
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    from briefbook.text.dates.setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayOfMonth(Phrase):
    """A day of the month by weekday and number, without the month: "Friday the 13th"."""

    weekday: int
    day: int

    stands_glued: ClassVar[bool] = True

    @property
    def names_weekday(self) -> bool:
        return True

    def resolve(self, setting: Setting) -> Resolution | None:
        """The nearest to publication."""
        if setting.anchor is None or setting.narrative:
            return None
        first = setting.anchor.day.replace(day=1)
        months = [add_months(first, step) for step in range(-MONTHS_AROUND, MONTHS_AROUND + 1)]
        values = [Timex.in_month(month.year, month.month, self.day) for month in months]
        days = [day for value in values if value and (day := value.first_day)]
        days = setting.nearest([day for day in days if day.isoweekday() == self.weekday])
        return resolution(Timex.of_day(days[0]) if days else None, Rule.MONTH_DAY)


def read_weekday_of_month(match: Match) -> list[Phrase]:
    start, end = match.span()
    day, weekday = day_number(match["wnth_d"]), weekday_number(match["wnth_w"])
    return [WeekdayOfMonth(start=start, end=end, weekday=weekday, day=day)]


WEEKDAY_OF_MONTH = Form(
    name="wnth",
    pattern=rf"""
        (?P<wnth_w>{WEEKDAY}|{WEEKDAY_SHORT}),?{S}(?:the{S})?
        (?P<wnth_d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)|{ORDINAL_WORD}{NO_NOUN}){NO_PART}(?!\w)""",
    read=read_weekday_of_month,
    examples=(
        ("It opened on Friday the 13th.", "Friday the 13th = 2022-05-13"),
        ("It opens on Sat., the first.", "Sat., the first = 2022-01-01"),
    ),
)
