"""Months: "January 2022", "Jan-Feb 2022", "in May", "May of that year"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import MAXYEAR
from typing import TYPE_CHECKING, ClassVar, Final

from briefbook.text.dates.date_words import (
    MONTH,
    MONTH_FULL,
    MONTH_SHORT,
    NO_MORE_FIGURES,
    YEAR,
    S,
    month_number,
    year_of,
)
from briefbook.text.dates.recurring import comes_again
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.aside import is_compared_with
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.month_names import NAMES, is_marched, is_no_month
from briefbook.text.dates.rules.of_year import OfYear
from briefbook.text.dates.rules.year import Year
from briefbook.text.dates.tense import Tense, tense
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.setting import Setting

NEW_YEAR = 9
"""Months: a story that goes back by as many has gone on to the next year."""

_DAY_IN = ("day in", "day of", "morning in", "night in", "evening in")
"""As in "that January day in 2011"."""

GOING_ON = 7
"""Months by which a story goes on, where it comes back from another year."""

RECENT = 6
"""Months back to which, where no verb tells, the last such month is the likelier one."""

ELECTION_REACH = 160
"""Characters on either side of "November" within which an election is spoken of."""

JUST_NAMED = 400
"""Characters for which news that looks back by years goes on from the month that it named."""

MONTHS_NEAR = 400
"""Days from publication within which "the May vote" is that of the May named before."""

_AS_OF = re.compile(r"\bas of(?: the)?(?: early| late| end of)?\s$", re.IGNORECASE)
# "down from the March high": what was measured is over.
_MEASURED_AFTER = re.compile(r"\s(?:high|low|peak|record|average|levels?|reading)\b")
_THAN = re.compile(r"\bthan(?: it (?:was|did))?(?: in)?(?: early| late| mid)?[\s-]$")
_RANGE_WORDS = frozenset({"to", "through", "until", "till", "and", "or", "-", "–", "—", "into"})

# "the November election": the tense is that of something else.
_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|its|his|her|their)\s+"
    r"(?:(?!(?:in|by|of|on|for|to|from|since|until|till|before|after|during)\b)[a-z]+\s+)?$"
)

# "the September accident", "its May figures", after that month was named
_THE_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|['’]s)\s+(?:(?!(?:of|in|on)\b)[a-z]+\s+)?$"
)
_THING_AFTER = re.compile(
    r"(?:['’]s)?\s"
    r"(?!(?:and|or|but|of|to|in|at|by|for|on|when|as|was|is|will|would|has|had)\b)[a-z]"
)
# "in March 2015 … the movement said in October": news of publication's year
_SAID_IN = re.compile(r"\b(?:said|says|announced|reported|told\s\w+)\s(?:earlier\s|back\s)?in\s$")
_NOVEMBER: Final = month_number("november")
# Those of the United States are held in every even year; of others few are in that month.
_ELECTION = re.compile(
    r"\b(?:elections?|electorate|ballots?|vot(?:e|ers?|ing)|primar(?:y|ies)|nominees?|nomination|turnout|midterms?"
    r"|White\sHouse\s(?:win|bid|race|run|hopes))\b"
)
ELECTION_AFTER = re.compile(r"(?:['’]s)?\s(?:general\s|presidential\s|midterm\s)?elections?\b")


def told_as_of(text: str, start: int) -> Tense | None:
    """As in "a holder of 24 percent as of March 20": the past, whatever the verb."""
    found = _AS_OF.search(text[max(0, start - 24) : start])
    return Tense.PAST if found and tense(text, start, start) is not Tense.AHEAD else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month(OfYear):
    """A month, or what is within one."""

    month: int

    joins: ClassVar[frozenset[str]] = frozenset({"", "of", "in", "of the", *_DAY_IN})

    @property
    def first(self) -> tuple[int, int]:
        """Where it begins in a year."""
        return self.month, 0

    @property
    def last(self) -> tuple[int, int]:
        return self.month, 31

    def in_year(self, year: int) -> Timex | None:
        return Timex.of_month(year, self.month) if year <= MAXYEAR else None

    def told(self, setting: Setting) -> Resolution | None:
        """In the year the story is in; one on where it goes from a year's end to a beginning.

        What it only compares with is the last such month that is over.
        """
        year, month = setting.named.year, setting.named.month
        if year is None:
            return None
        step = 0
        if month is not None and is_compared_with(setting.text, self.start):
            step = -1 if self.month > month else 0
        elif month is not None and month - self.month >= NEW_YEAR:
            step = 1
        elif month is not None and month > self.month:
            year = self._before(setting) or year
        against = Timex.of_year(year)
        return resolution(self.in_year(year + step), Rule.NARRATIVE, against=against)

    def _before(self, setting: Setting) -> int | None:
        """The year that a story was in before, where it goes on from there.

        A look ahead, or back to what led to this, is over where the next month would run backwards.
        """
        year, month = setting.named.before or (None, None)
        goes_on = month is not None and 0 <= self.month - month <= GOING_ON
        return year if goes_on else None

    def nearest(self, setting: Setting) -> Resolution | None:
        """The last or the next by the tense; where no verb tells, the nearest to publication."""
        if setting.anchor is None:
            return None
        now = setting.anchor.day
        if self.month == now.month:
            return Resolution(Timex.of_month(now.year, self.month), Rule.MONTH)
        ago = (now.month - self.month) % 12
        last = now.year if self.month < now.month else now.year - 1
        before, after = (Timex.of_month(year, self.month) for year in (last, last + 1))
        if ELECTION_AFTER.match(setting.text, self.end) and self._is_election(setting, after):
            return Resolution(after, Rule.MONTH, before)
        if named := self._of_before(setting):
            return Resolution(named, Rule.REFERS_BACK)
        told = told_as_of(setting.text, self.start)
        if _MEASURED_AFTER.match(setting.text, self.end) or _THAN.search(
            setting.text[max(0, self.start - 24) : self.start]
        ):
            told = Tense.PAST
        if told is None and not _ATTRIBUTE.search(
            setting.text[max(0, self.start - 24) : self.start]
        ):
            told = tense(setting.text, self.start, self.end)
        if told is Tense.PAST and (going_on := self._after_named(setting)):
            return Resolution(going_on, Rule.MONTH, before)
        if told is not None:
            open_to = before if told is Tense.PRESENT else None
            return Resolution(before if told is Tense.PAST else after, Rule.MONTH, open_to)
        if ago <= RECENT and not self._is_election(setting, after):
            return Resolution(before, Rule.MONTH, after)
        return Resolution(after, Rule.MONTH, before)

    def _is_election(self, setting: Setting, after: Timex) -> bool:
        """Whether a November to come is that of an election: "that is no advantage in November"."""
        if self.month != _NOVEMBER or after.year % 2:
            return False
        near = setting.text[max(0, self.start - ELECTION_REACH) : self.end + ELECTION_REACH]
        return _ELECTION.search(near) is not None

    def _of_before(self, setting: Setting) -> Timex | None:
        """The month that was named, of what happened in it: "in January … the January leave"."""
        named, text = setting.named.months.get(self.month), setting.text
        if named is None or setting.anchor is None or not _THING_AFTER.match(text, self.end):
            return None
        before = text[max(0, self.start - 24) : self.start]
        owned = text.startswith(("'s", "’s"), self.end)
        if not owned and not _THE_BEFORE.search(before):
            return None
        first = named.first_day
        near = first is not None and abs((setting.anchor.day - first).days) <= MONTHS_NEAR
        ahead = tense(text, self.start, self.end) is Tense.AHEAD
        return named if near and not ahead else None

    def _after_named(self, setting: Setting) -> Timex | None:
        """The next such month after one of years ago that was just named.

        As in "He fell ill in November 2016. By December he was worse."
        """
        end, last = setting.named.told or (0, None)
        now = setting.anchor.day.year if setting.anchor else MAXYEAR
        if last is None or end < self.start - JUST_NAMED or last.number == self.month:
            return None
        if not 0 < last.year < now - 1 or _SAID_IN.search(
            setting.text, self.start - 24, self.start
        ):
            return None
        return self.in_year(last.year + (self.month < last.number))

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """With its year; as in "May 15 to August 16, 1988", whose year is both ends'."""
        if joined := OfYear.join(self, gap, right):
            return joined
        if gap not in _RANGE_WORDS or not isinstance(right, Month):
            return None
        if self.year is not None or right.year is None:
            return None
        year = right.year - (self.first > right.last)
        return [replace(self, year=year, rule=Rule.RANGE), right]

    def follow(self, gap: str, left: Phrase) -> Sequence[Phrase] | None:
        """As in "the 2021 July unrest"."""
        if type(self) is not Month or gap or self.year is not None or self.month in NAMES:
            return None
        if not isinstance(left, Year) or left.closes or left.opens:
            return None
        return [replace(self.with_year(left), start=left.start)]

    def doubtful(self, text: str, before: str) -> bool:
        """As in "Theresa May", "April Smith", "March on the capital", "june bug"."""
        if is_marched(self.month, before):
            return True
        if self.year is not None or self.of is not None:
            return False
        if len(text[self.start : self.end].replace("-", " ").split()) > 1:
            return False
        return comes_again(text, self.start, self.end) or is_no_month(
            text, self.start, self.end, before, month=self.month
        )


def read_month_year(match: Match) -> list[Phrase]:
    year, month = year_of(match["my_y"]), month_number(match["my_m"])
    start, end = match.span()
    if not match["my_m0"]:
        return [Month(start=start, end=end, year=year, month=month)]
    first = month_number(match["my_m0"])
    earlier = None if year is None else year - (first > month)
    return [
        Month(start=start, end=match.end("my_m0"), year=earlier, month=first, rule=Rule.RANGE),
        Month(start=match.start("my_m"), end=end, year=year, month=month),
    ]


def read_month(match: Match) -> list[Phrase]:
    start, end = match.span()
    return [Month(start=start, end=end, month=month_number(match["month_m"]))]


MONTH_YEAR = Form(
    name="my",
    pattern=rf"""
        (?:(?P<my_m0>{MONTH})\s?(?:-|–|/)\s?)?
        (?P<my_m>{MONTH})(?:,?{S}(?:of{S}|in{S})?|-|/)(?P<my_y>{YEAR}{NO_MORE_FIGURES}|['’]\d\d\b)""",
    read=read_month_year,
    examples=(
        ("It opened in January 2020.", "January 2020 = 2020-01"),
        ("It opened in may of '20.", "may of '20 = 2020-05"),
        ("It was shut Jan-Feb 2020.", "Jan = 2020-01; Feb 2020 = 2020-02"),
        ("It was shut Nov/Jan 2020.", "Nov = 2019-11; Jan 2020 = 2020-01"),
    ),
)

MONTH_ALONE = Form(
    name="month",
    pattern=rf"(?P<month_m>{MONTH_FULL}(?!\w)|{MONTH_SHORT}\.)",
    read=read_month,
    examples=(
        ("It was opened in June.", "June = 2021-06"),
        ("It will open in june.", "june = 2022-06"),
        ("It goes back to the 2020 July fire.", "2020 July = 2020-07"),
        ("Its December show is free.", "December = 2021-12"),
        ("The March show is free.", "March = 2022-03 or 2021-03"),
        ("The August show is free.", "August = 2021-08 or 2022-08"),
        ("It was opened in May of last year.", "May of last year = 2020-05"),
        ("Theresa May met April Smith.", ""),
        ("Tori April, 44, is the heir of June Holm and of her aunt June.", ""),
        ("The annual March for Peace, and the Hunger March of 1922, come each July.", ""),
        ("He began his “March of the Iron Will”.", ""),
    ),
)
