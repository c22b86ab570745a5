"""Days of a month: "January 5", "5, 6 and 7 January 2022"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.date_words import (
    DAY_FIGURES,
    MONTH,
    NO_MORE_FIGURES,
    NO_PART,
    ORDINAL_WORD,
    SPOKEN_DAY,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    YEAR_WORDS,
    S,
    day_number,
    month_number,
    number,
    weekday_number,
    year_of,
)
from briefbook.text.dates.over import is_over
from briefbook.text.dates.recurring import comes_again
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.day_lists import DAYS_BEFORE, MORE_DAYS, NO_COUNT, days_of
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.known_days import known_year
from briefbook.text.dates.rules.month import ELECTION_AFTER, Month, told_as_of
from briefbook.text.dates.rules.near_given import near_given
from briefbook.text.dates.shift import shift
from briefbook.text.dates.tense import Tense, sentence_around, tense
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.setting import Setting

CLEARLY_NEAREST = 120
"""Days: a month and day this near to publication can hardly be meant of another year."""

SOON = 60
"""Days to come within which even a verb in the past speaks of a date so near: "was set"."""

YEARS_AROUND = 4
"""Years either way within which a 29 February, or one on a given weekday, is looked for."""

SAME_YEAR = 370
"""Days: where no day within as many falls on the weekday given, the weekday is wrong."""

# "Last fight: July 29": a label that the rest of its line is under
_LABELLED = re.compile(r"(?:^|\n)[ \t]*(?:Last|Latest|Previous) [\w-]+: $")
_MONTHS_ENDED = re.compile(
    r"(\w+)[- ](?:months?|weeks?),? (?:that )?end(?:ed|ing)(?: on)? $", re.IGNORECASE
)
_ENDED = re.compile(r"\b(?:ended(?: on)?|since) $", re.IGNORECASE)
_QUARTERLY = frozenset({3, 12, 13})
"""Months, or weeks, of a quarter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay(Month):
    """A day of a month."""

    day: int
    weekday: int | None = None
    closes: Unit | None = None
    """What it is the end of: "the quarter ended Sept. 30"."""

    stands_glued: ClassVar[bool] = True

    @property
    def first(self) -> tuple[int, int]:
        return self.month, self.day

    @property
    def last(self) -> tuple[int, int]:
        return self.month, self.day

    @property
    def names_day(self) -> bool:
        return True

    @property
    def names_weekday(self) -> bool:
        return self.weekday is not None

    def in_year(self, year: int) -> Timex | None:
        return Timex.in_month(year, self.month, self.day)

    def nearest(self, setting: Setting) -> Resolution | None:
        """The nearest to publication; where it is far on either side, the tense decides."""
        if setting.anchor is None:
            return None
        now = setting.anchor.day
        dated = setting.named.dated.get((self.month, self.day))
        # "on Sept. 11, 2012 … the Sept. 11 attack"
        if dated and dated.year < now.year and not self._is_ahead(setting):
            return Resolution(dated, Rule.REFERS_BACK)
        known = known_year(setting.text, self.month, self.day, self.start, self.end)
        if known is not None and known <= now.year:
            return resolution(self.in_year(known), Rule.EVENT)
        rare = self.weekday is not None or (self.month, self.day) == (2, 29)
        reach = YEARS_AROUND if rare else 1
        around = range(now.year - reach, now.year + reach + 1)
        values = [self.in_year(year) for year in around]
        days = setting.nearest([day for value in values if value and (day := value.first_day)])
        if self.weekday is not None and days:
            fitting = [day for day in days if day.isoweekday() == self.weekday]
            if fitting and abs((fitting[0] - now).days) < SAME_YEAR:
                days = fitting
            return Resolution(Timex.of_day(days[0]), Rule.MONTH_DAY)
        if len(days) < 2:
            return None
        before = setting.text[max(0, self.start - 24) : self.start]
        if _ENDED.search(before) or _LABELLED.search(before):
            days = [day for day in days if day <= now] or days
            return Resolution(Timex.of_day(days[0]), Rule.MONTH_DAY)
        if going_on := self._after_another(setting) or self._announced(setting):
            return Resolution(going_on, Rule.MONTH_DAY)
        first, second = days[:2]
        if year := near_given(setting, self.start, self.end, first):
            return resolution(self.in_year(year), Rule.REFERS_BACK)
        away = (first - now).days
        if away > 0 and self._is_over(setting):
            return Resolution(Timex.of_day(second), Rule.MONTH_DAY)
        if -CLEARLY_NEAREST <= away <= SOON:
            return Resolution(Timex.of_day(first), Rule.MONTH_DAY)
        if 0 < away <= CLEARLY_NEAREST and ELECTION_AFTER.match(setting.text, self.end):
            return Resolution(Timex.of_day(first), Rule.MONTH_DAY)
        told = told_as_of(setting.text, self.start)
        told = told or tense(setting.text, self.start, self.end)
        if away > 0 and told is not Tense.PAST and away <= CLEARLY_NEAREST:
            return Resolution(Timex.of_day(first), Rule.MONTH_DAY)
        if told is Tense.PRESENT:
            days = sorted((first, second), reverse=True)
        if told is None or told is Tense.PRESENT:
            return Resolution(Timex.of_day(days[0]), Rule.MONTH_DAY, Timex.of_day(days[1]))
        back = told is Tense.PAST
        return Resolution(Timex.of_day(first if (first < now) is back else second), Rule.MONTH_DAY)

    def _is_over(self, setting: Setting) -> bool:
        """As in "the rise since the attack on Ell on 7 October"."""
        opens, closes = sentence_around(setting.text, self.start, self.end)
        before, after = setting.text[opens : self.start], setting.text[self.end : closes]
        return is_over(" ".join(before.split()), " ".join(after.split()))

    def _is_ahead(self, setting: Setting) -> bool:
        return tense(setting.text, self.start, self.end) in (Tense.AHEAD, Tense.PRESENT)

    def _after_another(self, setting: Setting) -> Timex | None:
        """The one after a day to come of the same clause: "it opens June 9 and closes Oct. 10"."""
        first = sentence_around(setting.text, self.start, self.end)[0]
        last = setting.named.latest(Unit.DAY, since=first)
        opens = last.first_day if last else None
        if opens is None or setting.anchor is None or opens <= setting.anchor.day:
            return None
        value = self.in_year(opens.year)
        closes = value.first_day if value else None
        told = tense(setting.text, self.start, self.end)
        follows = closes is not None and closes > opens and told is not Tense.PAST
        return value if follows else None

    def _announced(self, setting: Setting) -> Timex | None:
        """The next one from the day of the news: "on June 26, it said it would end July 15"."""
        first = sentence_around(setting.text, self.start, self.end)[0]
        last = setting.named.latest(Unit.DAY, since=first)
        said = last.first_day if last else None
        if said is None or tense(setting.text, self.start, self.end) is not Tense.MODAL:
            return None
        values = (self.in_year(year) for year in (said.year, said.year + 1))
        days = (value for value in values if value and (day := value.first_day) and day >= said)
        return next(days, None)

    def topic(self, text: str, value: Timex) -> Timex | None:
        """What ends on the day: "the quarter ended Sept. 30", "the six months ended …"."""
        if self.closes is Unit.QUARTER:
            return shift(value, 0, Unit.QUARTER)
        ended = _MONTHS_ENDED.search(text[max(0, self.start - 40) : self.start])
        months = number(ended[1]) if ended else None
        if months in _QUARTERLY:
            return shift(value, 0, Unit.QUARTER)
        return value if months else None

    def doubtful(self, text: str, before: str) -> bool:
        return self.year is None and comes_again(text, self.start, self.end)


_WORD = re.compile("[A-Za-z]+")


def _weekday(text: str | None) -> int | None:
    word = _WORD.match(text) if text else None
    return weekday_number(word[0]) if word else None


def read_month_day(match: Match) -> list[Phrase]:
    """Month, day, more days, year: "Jan. 10, 12 and 13, 2022" is three dates of one year."""
    year, month = year_of(match["mdy_y"]), month_number(match["mdy_m"])
    weekday, day = _weekday(match["mdy_w"]), day_number(match["mdy_d"])
    more = days_of(match, "mdy_list")
    start, end = match.span()
    first = match.end("mdy_d") if more else end
    phrases: list[Phrase] = [
        MonthDay(start=start, end=first, year=year, month=month, day=day, weekday=weekday)
    ]
    for place, (begin, stop, later) in enumerate(more, 1):
        close = end if place == len(more) else stop
        phrases.append(MonthDay(start=begin, end=close, year=year, month=month, day=later))
    return phrases


def read_day_month(match: Match) -> list[Phrase]:
    """Days, month, year: "5, 6 and 7 January 2022" is three dates."""
    year, month = year_of(match["dmy_y"]), month_number(match["dmy_m"])
    weekday = _weekday(match["dmy_w"])
    day = day_number(match["dmy_d"] or match["dmy_o"])
    phrases: list[Phrase] = [
        MonthDay(start=begin, end=stop, year=year, month=month, day=earlier)
        for begin, stop, earlier in days_of(match, "dmy_list")
    ]
    start = max(match.start("dmy_d"), match.start("dmy_o")) if phrases else match.start()
    last = MonthDay(start=start, end=match.end(), year=year, month=month, day=day, weekday=weekday)
    return [*phrases, last]


_YEAR_TAIL = rf"""
    (?:(?:,\s{{0,3}}|{S}) (?:of{S}|in{S})?
      (?:\d{{1,4}}{S}B\.?C\b\.?(?:E\b\.?)?
        | {YEAR}{NO_MORE_FIGURES} | ['’]\d\d\b | {YEAR_WORDS}))"""
_WEEKDAY_LEAD = rf"(?:(?:{WEEKDAY}|{WEEKDAY_SHORT}) (?:,?{S}(?:the{S})? | \s?\())"

MONTH_DAY = Form(
    name="mdy",
    pattern=rf"""
        (?P<mdy_w>{_WEEKDAY_LEAD})?(?P<mdy_m>{MONTH})(?:{S}|-|/|,{S}(?=\d{{1,2}},?{S}{YEAR}))?(?:the{S})?
        (?P<mdy_d>{DAY_FIGURES}|{ORDINAL_WORD}{NO_PART}|{SPOKEN_DAY}){NO_COUNT}
        (?P<mdy_list>{MORE_DAYS})(?P<mdy_y>{_YEAR_TAIL})?""",
    read=read_month_day,
    examples=(
        ("They meet on January 5.", "January 5 = 2022-01-05"),
        ("They met Wednesday, Jan. 5, 2005.", "Wednesday, Jan. 5, 2005 = 2005-01-05"),
        ("They meet on Jan. 5, 6 and 7.", "Jan. 5 = 2022-01-05; 6 = 2022-01-06; 7 = 2022-01-07"),
        ("They met Tuesday, Dec, 15, 2020.", "Tuesday, Dec, 15, 2020 = 2020-12-15"),
        (
            "On May 6, 2019, it said that it would end July 15.",
            "May 6, 2019 = 2019-05-06; July 15 = 2019-07-15",
        ),
        ("Last meeting: June 5, in Ell.", "June 5 = 2021-06-05"),
        ("They met Dec. 5-7, 2020.", "Dec. 5 = 2020-12-05; 7, 2020 = 2020-12-07"),
        ("They met on March the eighth.", "March the eighth = 2021-03-08"),
        ("They met on May twenty-nine.", "May twenty-nine = 2021-05-29"),
        (
            "They met on June twelve, nineteen eighty.",
            "June twelve, nineteen eighty = 1980-06-12",
        ),
        ("May ten people come? In all, sixty-nine came.", ""),
        ("They meet on June 20.", "June 20 = 2022-06-20 or 2021-06-20"),
        ("They met on June 20.", "June 20 = 2021-06-20"),
        ("July 10 is the day of the fair.", "July 10 = 2022-07-10 or 2021-07-10"),
        ("They will meet on June 20.", "June 20 = 2022-06-20"),
        ("They met on Sunday, June 20.", "Sunday, June 20 = 2021-06-20"),
        ("They meet on Feb. 29.", "Feb. 29 = 2024-02-29 or 2020-02-29"),
        ("They met on May 1 to June 2, 2019.", "May 1 = 2019-05-01; June 2, 2019 = 2019-06-02"),
        (
            "They met Nov. 1 to Feb. 2, 2019.",
            "Nov. 1 = 2018-11-01; Feb. 2, 2019 = 2019-02-02",
        ),
        ("It is since the Jan. 6 attack.", "Jan. 6 = 2021-01-06"),
    ),
)

DAY_MONTH = Form(
    name="dmy",
    pattern=rf"""
        (?P<dmy_w>{_WEEKDAY_LEAD})?(?P<dmy_list>{DAYS_BEFORE})
        (?:(?P<dmy_d>{DAY_FIGURES})(?:{S}(?:day{S})?(?:of{S})?|-)?
          |(?P<dmy_o>{ORDINAL_WORD}){S}(?:day{S})?of{S})
        (?P<dmy_m>{MONTH})(?P<dmy_y>{_YEAR_TAIL} | -(?:{YEAR}|\d\d)\b(?!{S}{MONTH}))?""",
    read=read_day_month,
    examples=(
        ("They meet on 5 January.", "5 January = 2022-01-05"),
        ("They met Wednesday, 5 January 2005.", "Wednesday, 5 January 2005 = 2005-01-05"),
        (
            "They meet on 5, 6 and 7 January.",
            "5 = 2022-01-05; 6 = 2022-01-06; 7 January = 2022-01-07",
        ),
        ("They meet on the fifth of January.", "fifth of January = 2022-01-05"),
        ("They met on the twenty-ninth of May.", "twenty-ninth of May = 2021-05-29"),
        ("They met on 5-Jan-2005.", "5-Jan-2005 = 2005-01-05"),
        ("It runs 3 Jan-17 Jan.", "3 Jan = 2022-01-03; 17 Jan. = 2022-01-17"),
        ("He fell on 2 August 216 BC at Cannae.", "2 August 216 BC = BC0216-08-02"),
    ),
)
