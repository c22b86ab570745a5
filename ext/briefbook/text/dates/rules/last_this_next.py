"""Last, this, next of what has a name: a Friday, a January, a summer, a Christmas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import (
    MONTH_FULL,
    MONTH_SHORT,
    SEASON,
    UNIT,
    WEEKDAY,
    S,
    grain,
    month_number,
    season_number,
    weekday_number,
)
from briefbook.text.dates.holiday_table import HOLIDAY, holiday, holiday_name
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rules.form import FISCAL, Form, Match
from briefbook.text.dates.rules.this_unit import (
    RULE,
    LastThisNext,
    ThisOne,
    ThisUnit,
    is_final,
)
from briefbook.text.dates.rules.weekday import dated
from briefbook.text.dates.shift import in_year
from briefbook.text.dates.tense import looks_back
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.publication_date import Anchor
    from briefbook.text.dates.setting import Setting

SEASON_LONG: Final = 92
"""Days for which "this winter" may be the one that is just over."""

SUNDAY: Final = 7
_OVER: Final = ("earlier", "Earlier")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisWeekday(LastThisNext):
    """As in "next Friday"."""

    weekday: int
    nearest: bool
    """As in "this past Monday", "this coming Friday"."""

    @property
    def names_day(self) -> bool:
        return True

    @property
    def names_weekday(self) -> bool:
        return True

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        return dated(gap, self, self.weekday, right)

    def resolve(self, setting: Setting) -> Resolution | None:
        """As in "she is to speak this Tuesday", told on a Friday: the one to come."""
        found = LastThisNext.resolve(self, setting)
        if found is None or self.step or setting.anchor is None or setting.narrative:
            return found
        day = found.value.first_day
        if day is None or day >= setting.anchor.day:
            return found
        if looks_back(setting.text, self.start, self.end) is not False:
            return found
        return Resolution(Timex.of_day(day + timedelta(days=7)), RULE, found.value)

    def from_anchor(self, anchor: Anchor) -> Resolution | None:
        """Last Monday is of last week and next Friday of next week: this week's go without a word.

        In 35 news uses (PolNeAR, training part) the readings differ but once, for this one.
        """
        if not anchor.exact:
            return None
        now = anchor.day
        if self.step == 0:
            day = now + timedelta(days=self.weekday - now.isoweekday())
            return Resolution(Timex.of_day(day), RULE)
        ahead = (self.weekday - now.isoweekday()) % 7 or 7
        near = now + timedelta(days=ahead if self.step > 0 else ahead - 7 or -7)
        sunday = now.isoweekday() == SUNDAY and self.step < 0  # "last Friday" is two days ago
        same_week = near.isocalendar()[:2] == now.isocalendar()[:2] and not sunday
        if self.nearest or not same_week:
            return Resolution(Timex.of_day(near), RULE)
        far = near + timedelta(days=7 * self.step)
        return Resolution(Timex.of_day(far), RULE, Timex.of_day(near))


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisMonth(LastThisNext):
    """As in "next January"."""

    month: int
    nearest: bool = False
    """As in "this past January"."""

    def from_anchor(self, anchor: Anchor) -> Resolution:
        """As in "last February": in March that is not the month just gone, "last month"."""
        now = anchor.day
        year = now.year
        if self.step < 0 and self.month >= now.month - (not self.nearest):
            year -= 1
        if self.step > 0 and self.month <= now.month:
            year += 1
        return Resolution(Timex.of_month(year, self.month), RULE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisSeason(LastThisNext):
    """As in "last summer"."""

    season: int

    def doubtful(self, text: str, before: str) -> bool:
        return is_final(text, self, before) or LastThisNext.doubtful(self, text, before)

    def resolve(self, setting: Setting) -> Resolution | None:
        """One year back, where it is over: "earlier this fall", told in January; or one on."""
        found, anchor = LastThisNext.resolve(self, setting), setting.anchor
        if found is None or anchor is None:
            return found
        if not setting.text.startswith(_OVER, self.start) and not self._just_over(setting, found):
            last = found.value.last_day
            over = (
                self.step == 0 and last is not None and last < anchor.day and not setting.narrative
            )
            if over and looks_back(setting.text, self.start, self.end) is False:
                return resolution(in_year(found.value, found.value.year + 1), RULE)
            return found
        first = found.value.first_day
        if first is None or first <= anchor.day:
            return found
        return resolution(in_year(found.value, found.value.year - 1), RULE)

    def _just_over(self, setting: Setting, found: Resolution) -> bool:
        """As in "this winter they built four of them", told in spring."""
        if self.step or setting.anchor is None or setting.narrative:
            return False
        first, last = found.value.first_day, in_year(found.value, found.value.year - 1)
        ended = last.last_day if last else None
        if first is None or ended is None or first <= setting.anchor.day:
            return False
        recent = (setting.anchor.day - ended).days <= SEASON_LONG
        return recent and looks_back(setting.text, self.start, self.end) is True

    def from_anchor(self, anchor: Anchor) -> Resolution:
        now = Timex.containing(anchor.day, Unit.SEASON)
        year = now.year
        if self.step < 0 and self.season >= now.number:
            year -= 1
        this_year = self.step == 0 and year < anchor.day.year and self.season < now.number
        if (self.step > 0 and self.season <= now.number) or this_year:
            year += 1
        return Resolution(Timex(unit=Unit.SEASON, year=year, number=self.season), RULE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisHoliday(LastThisNext):
    """As in "this Christmas"."""

    name: str

    def from_anchor(self, anchor: Anchor) -> Resolution | None:
        now = anchor.day
        days = [day for near in (-1, 0, 1) if (day := holiday(self.name, now.year + near))]
        if self.step < 0:
            days = [day for day in days if day < now][-1:]
        elif self.step > 0:
            days = [day for day in days if day > now]
        else:
            days = [day for day in days if day.year == now.year]
        return resolution(Timex.of_day(days[0]) if days else None, RULE)


def read_deictic(match: Match) -> list[Phrase]:
    start, end = match.span()
    which = " ".join(match["deictic_which"].lower().split())
    step = 0
    if which in ("last", "this past"):
        step = -1
    elif which.endswith(("next", "coming")):
        step = 1
    if unit := grain(match["deictic_unit"] or match["deictic_part"]):
        kind = ThisOne if which == "this" and match["deictic_unit"] in ("day", "year") else ThisUnit
        return [kind(start=start, end=end, step=step, unit=unit)]
    if weekday := match["deictic_weekday"]:
        number, near = weekday_number(weekday), which in ("this past", "this coming")
        return [ThisWeekday(start=start, end=end, step=step, weekday=number, nearest=near)]
    if month := match["deictic_month"]:
        number, near = month_number(month), which == "this past"
        return [ThisMonth(start=start, end=end, step=step, month=number, nearest=near)]
    if season := season_number(match["deictic_season"]):
        return [ThisSeason(start=start, end=end, step=step, season=season)]
    name = holiday_name(match["deictic_holiday"])
    return [ThisHoliday(start=start, end=end, step=step, name=name)]


LAST_THIS_NEXT = Form(
    name="deictic",
    pattern=rf"""
        (?P<deictic_which>[Tt]his{S}(?:past|coming)|[Tt]he{S}(?:current|coming|upcoming)
          |[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent)(?:{S}|-){FISCAL}
        (?:(?P<deictic_unit>{UNIT})
          |(?P<deictic_month>{MONTH_FULL}|{MONTH_SHORT}\b\.?)(?!{S}\d{{1,2}}\b)
          |(?P<deictic_weekday>{WEEKDAY})|(?P<deictic_season>{SEASON})
          |(?P<deictic_part>morning|afternoon|evening)|(?P<deictic_holiday>{HOLIDAY}))(?!\w)""",
    read=read_deictic,
    examples=(
        ("It fell last week.", "last week = 2021-W51"),
        ("It rose this fiscal quarter.", "this fiscal quarter = 2021-Q4"),
        ("It opens next weekend.", "next weekend = 2022-W01-WE"),
        ("It opens in the coming decade.", "the coming decade = 203X"),
        ("It opened this morning.", "this morning = 2021-12-30"),
        ("It opened last Monday.", "last Monday = 2021-12-20 or 2021-12-27"),
        ("It opened last Friday.", "last Friday = 2021-12-24"),
        ("It opened this Monday.", "this Monday = 2021-12-27"),
        ("It opened this past Monday.", "this past Monday = 2021-12-27"),
        ("It opens this coming Friday.", "this coming Friday = 2021-12-31"),
        ("It opens next Friday.", "next Friday = 2022-01-07 or 2021-12-31"),
        ("It opens next Thursday.", "next Thursday = 2022-01-06"),
        ("It opened last November.", "last November = 2020-11"),
        ("It opened last Oct.", "last Oct. = 2021-10"),
        ("It opened this past December.", "this past December = 2020-12"),
        ("It opened this past November.", "this past November = 2021-11"),
        ("It opened last January.", "last January = 2021-01"),
        ("It opens next December.", "next December = 2022-12"),
        ("It opened last summer.", "last summer = 2021-SU"),
        ("It opened last winter.", "last winter = 2020-WI"),
        ("It opens next winter.", "next winter = 2022-WI"),
        ("It opened this spring.", "this spring = 2021-SP"),
        ("It opened this Christmas.", "this Christmas = 2021-12-25"),
        ("It opened last Christmas.", "last Christmas = 2021-12-25"),
        ("It opens next Easter.", "next Easter = 2022-04-17"),
        ("It was shut this weekend.", "this weekend = 2021-W51-WE"),
        ("It is shut this weekend.", "this weekend = 2021-W52-WE"),
        ("It was his last year in office, and the last week of peace.", ""),
        ("He told This Week, then “Next Week”, of his whole last year in this day and age.", ""),
    ),
)
