"""Dates all in figures: 31/12/2021, 12/31/2021, on 22/04, 9/11."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.date_words import YEAR, year_number
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.month_day import MonthDay
from briefbook.text.dates.tense_rows import EVENTS
from briefbook.text.dates.veto import after
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    from datetime import date

    from briefbook.text.dates.setting import Setting

NEAR_PUBLICATION, CLEARLY_FARTHER = 7, 25
"""Days: of two readings of 03/05/2021 the one this near is meant if the other is this far."""

_EVENT_AFTER = re.compile(rf"\s(?:{EVENTS}|attacks?|panel|riots?|siege|invasion|committee)\b")
_DATED = after(r"\b(?:on|by|until|from|since|before|after|dated|due)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Phrase):
    """Two figures that are a day and a month, in an order to be found out, and a year."""

    first: int
    second: int
    mark: str
    """What stands between them."""
    year: int | None = None
    weekday: int | None = None
    """The one beside it, "Friday, 3/4/2021"."""

    stands_glued: ClassVar[bool] = True

    @property
    def names_day(self) -> bool:
        return True

    @property
    def names_weekday(self) -> bool:
        return self.weekday is not None

    def doubtful(self, text: str, before: str) -> bool:
        """As in "22/04 of the votes": without a year, a date only after "on" or a weekday."""
        if self.year is None and (self.first, self.second) == (24, 7):
            return True  # around the clock
        if self.year is not None or self.weekday is not None or _DATED.search(before):
            return False
        return _EVENT_AFTER.match(text, self.end) is None

    def resolve(self, setting: Setting) -> Resolution | None:
        """In the one order possible, else in the text's."""
        day_first = self._in_order(setting, month=self.second, day=self.first)
        month_first = self._in_order(setting, month=self.first, day=self.second)
        rule = Rule.EXPLICIT if self.year else Rule.FIGURES
        if day_first is None or month_first is None or day_first == month_first:
            only = day_first or month_first
            return resolution(Timex.of_day(only) if only else None, rule)
        fitting = [day for day in (day_first, month_first) if day.isoweekday() == self.weekday]
        if len(fitting) == 1:
            return Resolution(Timex.of_day(fitting[0]), Rule.FIGURES)
        # Where nothing tells, dotted dates are read day first, as all write them who dot them.
        by_day = self.mark == "." if setting.day_first is None else setting.day_first
        days = [day_first, month_first] if by_day else [month_first, day_first]
        if setting.anchor is not None and setting.day_first is None:
            near = setting.nearest([month_first, day_first])
            close, far = (abs((day - setting.anchor.day).days) for day in near)
            if close <= NEAR_PUBLICATION and far > CLEARLY_FARTHER:
                days = near
        chosen, other = map(Timex.of_day, days)
        return Resolution(chosen, Rule.FIGURES, other)

    def _in_order(self, setting: Setting, *, month: int, day: int) -> date | None:
        """The day in its year, or where it has none in the year that brings it near."""
        if self.year is not None:
            years = [self.year]
        elif setting.anchor is not None:
            years = [setting.anchor.day.year + step for step in (-1, 0, 1)]
        else:
            return None
        values = [Timex.in_month(year, month, day) for year in years]
        days = [first for value in values if value and (first := value.first_day)]
        return setting.nearest(days)[0] if days else None


def read_figures(match: Match) -> list[Phrase]:
    year, mark = match["figures_y"], match["figures_sep"]
    if mark == "." and len(year) == 2:
        return []  # a version or a section number as likely as a date
    start, end = match.span()
    first, second = int(match["figures_a"]), int(match["figures_b"])
    return [
        Figures(start=start, end=end, first=first, second=second, year=year_number(year), mark=mark)
    ]


def read_day_figures(match: Match) -> list[Phrase]:
    start, end = match.span()
    first, second = int(match["dayfigures_a"]), int(match["dayfigures_b"])
    return [Figures(start=start, end=end, first=first, second=second, mark="/")]


def read_nine_eleven(match: Match) -> list[Phrase]:
    start, end = match.span()
    return [MonthDay(start=start, end=end, year=2001, month=9, day=11, rule=Rule.EVENT)]


FIGURES = Form(
    name="figures",
    pattern=rf"""
        (?P<figures_a>\d{{1,2}})(?P<figures_sep>[/.-])(?P<figures_b>\d{{1,2}})(?P=figures_sep)
        (?P<figures_y>{YEAR}|\d\d)(?![\w/-]|[.,:]\d)""",
    read=read_figures,
    examples=(
        ("Signed on 31/12/2020.", "31/12/2020 = 2020-12-31"),
        ("Signed on 12-31-19.", "12-31-19 = 2019-12-31"),
        ("Signed on 3.4.2019.", "3.4.2019 = 2019-04-03 or 2019-03-04"),
        ("Version 3.4.19 is out.", ""),
    ),
)

DAY_FIGURES_ALONE = Form(
    name="dayfigures",
    pattern=r"(?P<dayfigures_a>\d{1,2})/(?P<dayfigures_b>\d{1,2})(?![\w/]|[.,:-]\d)",
    read=read_day_figures,
    examples=(
        ("The vote is on 22/04.", "22/04 = 2022-04-22"),
        ("The 12/24 raid came first.", "12/24 = 2021-12-24"),
        ("The score was 22/04, and it is on 24/7.", ""),
    ),
)

NINE_ELEVEN = Form(
    name="nineeleven",
    pattern=r"9/11(?![\w/])",
    read=read_nine_eleven,
    examples=(("She was born after 9/11.", "9/11 = 2001-09-11"),),
)
