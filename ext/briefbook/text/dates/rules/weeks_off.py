"""Weeks off a weekday or a day: "Friday week", "a week from Tuesday", "the Monday before last"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.date_words import (
    COUNT,
    ROWS,
    UNIT,
    WEEKDAY,
    S,
    cased,
    grain,
    number,
    weekday_number,
)
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.this_unit import ThisUnit
from briefbook.text.dates.veto import after
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    from briefbook.text.dates.setting import Setting

_DURATION = after(r"\b(?:for|in|within|after|last(?:ed|s|ing)?|took|takes|of|by)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksOff(Phrase):
    """So many weeks after the next such weekday, or before the last, or from a day's word."""

    weeks: int
    """Below zero in the past."""
    weekday: int | None = None
    """ISO number."""
    days: int = 0
    """From publication, where no weekday is named."""

    presence: ClassVar[int] = 8

    @property
    def names_day(self) -> bool:
        return True

    def doubtful(self, text: str, before: str) -> bool:
        """As in "shut for two weeks on Monday": a duration."""
        return not text.startswith(("The", "the"), self.start) and bool(_DURATION.search(before))

    def resolve(self, setting: Setting) -> Resolution | None:
        if setting.anchor is None or not setting.anchor.exact or setting.narrative:
            return None
        now = setting.anchor.day
        if self.weekday is None:
            day = now + timedelta(days=self.days)
        else:
            ahead = (self.weekday - now.isoweekday()) % 7 or 7
            day = now + timedelta(days=ahead if self.weeks > 0 else ahead - 7 or -7)
        return Resolution(Timex.of_day(day + timedelta(weeks=self.weeks)), Rule.COUNTED)


def read_weeks_off(match: Match) -> list[Phrase]:
    start, end = match.span()
    weekday = match["weeksoff_w"]
    days = 0 if weekday else ROWS.days[match["weeksoff_d"].lower()]
    count = number(match["weeksoff_n"]) if match["weeksoff_n"] else 1
    if not count:
        return []
    found = weekday_number(weekday) if weekday else None
    return [WeeksOff(start=start, end=end, weeks=count, weekday=found, days=days)]


def read_before_last(match: Match) -> list[Phrase]:
    start, end = match.span()
    weeks = -1 if match["beforelast_way"] == "before" else 1
    if unit := grain(match["beforelast_u"]):
        return [ThisUnit(start=start, end=end, step=2 * weeks, unit=unit)]
    return [
        WeeksOff(start=start, end=end, weeks=weeks, weekday=weekday_number(match["beforelast_w"]))
    ]


_AHEAD_DAYS = cased(word for word, days in ROWS.days.items() if " " not in word and days in (0, 1))

WEEKS_OFF = Form(
    name="weeksoff",
    pattern=rf"""
        (?:(?P<weeksoff_n>{COUNT}){S}weeks?{S}(?:(?:from|on){S})?(?=(?:{WEEKDAY}|{_AHEAD_DAYS})\b))?
        (?:(?P<weeksoff_w>{WEEKDAY})|(?P<weeksoff_d>{_AHEAD_DAYS}))
        (?(weeksoff_n)\b|{S}week\b(?![-\w]|{S}(?:of|after|before|later)\b))""",
    read=read_weeks_off,
    examples=(
        ("They will meet on Friday week.", "Friday week = 2022-01-07"),
        ("They meet tomorrow week.", "tomorrow week = 2022-01-07"),
        ("They meet two weeks from Monday.", "two weeks from Monday = 2022-01-17"),
        ("They meet a week on Sunday.", "a week on Sunday = 2022-01-09"),
        ("They meet a week tomorrow.", "a week tomorrow = 2022-01-07"),
        ("It shut for two weeks on Monday.", ""),
    ),
)

BEFORE_LAST = Form(
    name="beforelast",
    pattern=rf"""
        [Tt]he{S}(?:(?P<beforelast_w>{WEEKDAY})|(?P<beforelast_u>{UNIT})){S}
        (?:(?P<beforelast_way>before){S}last|after{S}next)(?!\w|{S}{WEEKDAY})""",
    read=read_before_last,
    examples=(
        ("They met the Friday before last.", "the Friday before last = 2021-12-17"),
        ("They met the week before last.", "the week before last = 2021-W50"),
        (
            "They met the day before last Tuesday.",
            "the day before last Tuesday = 2021-12-20 or 2021-12-27",
        ),
        ("They meet the year after next.", "the year after next = 2023"),
        ("They meet the Monday after next.", "the Monday after next = 2022-01-10"),
    ),
)
