"""Weekdays: "on Monday", "Friday (Jan. 5)", "next week Wednesday", "Friday the 13th"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.date_words import WEEKDAY, WEEKDAY_STOPPED, S, weekday_number
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.figures import Figures
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.month_day import MonthDay
from briefbook.text.dates.rules.weekday_names import is_no_day
from briefbook.text.dates.shift import shift
from briefbook.text.dates.tense import Tense, sentence_around, tense
from briefbook.text.dates.tense_rows import EVENTS
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefbook.text.dates.setting import Setting

RECENT_WEEKDAYS = 3
"""Days back within which a weekday is the past one whatever the tense (93.8 % of news right)."""

DAYS_AROUND = 7
"""Days either way of publication: a story that has come to them is news."""

LONGEST_PAIR = 3
"""Days from the one to the other of "Friday and Sunday"; of others each stands for itself."""

MONTHS_AROUND = 14
"""Months either way: within as many every day of the month falls on every weekday."""

# "Friday, the fourth decline in five days": an ordinal before a noun is no day.
NO_NOUN = r"(?!\s+(?!(?:and|or|at|in|by|for|to|with|from|when|as|was|is|will)\b)[a-z])"
# "Friday's tentative agreement", once Friday has been told of
_OWNED = re.compile(r"['’]s\s")
# "she would fly to Brussels on Tuesday", not "would not say on Tuesday"
_MEANT = re.compile(
    r"\b(?:would|might|must|was to|were to) (?!not\b|have\b)[a-z]{2,14}(?: [^\s,;:.”\"]{1,20}){0,9}"
    r" (?:on |this )?$"
)
MEANT_WITHIN = 100
"""Characters before a weekday within which its verb is looked for."""
# "shut until Sunday": of one to come, even where the past one was named
_BOUND = re.compile(r"\b(?:until|till|through|by|for|from|to)\s$")
# "on Monday … when he speaks later Monday"
_LATER = re.compile(r"[Ll]ater\s(?:on\s)?")
_IN_SCENE = re.compile(r"\b(?:at|in|near|outside|inside|during|[a-z]{2,}ing)\b")
# The noun of an event, or a word that may be a verb: "the club honours its founder".
_MAY_HAPPEN = re.compile(
    rf"\b(?i:{EVENTS})\b|\b[a-z]{{3,}}s\s(?:(?:the|an?|its|his|her|their|to|up|out)\b|[A-Z]\w)"
)
_BESIDE_DATE = frozenset({"", ",", "(", "-", ", the"})
_AFTER_WEEK = frozenset({"", "on", "-", ","})
_TO_ANOTHER = frozenset(
    {"to", "through", "thru", "until", "till", "-", "–", "and", "or", "and on", "and again on"}
)


def dated(gap: str, left: Phrase, weekday: int, right: Phrase) -> Sequence[Phrase] | None:
    """As in "Friday (Jan. 5)", "last Friday, 5/1": the day, and the weekday that it should be."""
    if gap in _BESIDE_DATE and isinstance(right, MonthDay | Figures) and right.weekday is None:
        return [replace(right, start=left.start, weekday=weekday)]
    return None


def _is_scene(text: str, start: int, end: int) -> bool:
    """Whether a sentence without a verb closes with the day, as those below pictures do."""
    first, last = sentence_around(text, start, end)
    closes = not text[end:last].strip(" .)")
    return (
        closes
        and _IN_SCENE.search(text, first, start) is not None
        and _MAY_HAPPEN.search(text, first, start) is None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday(Phrase):
    """A weekday, of a week that another phrase gives, or of those around publication."""

    weekday: int
    """ISO number: Monday is 1."""
    week: Phrase | None = None
    since: Weekday | None = None
    """The weekday that it follows, "Friday through Sunday"."""
    then: int | None = None
    """The weekday that follows it."""

    presence: ClassVar[int] = 3

    @property
    def names_day(self) -> bool:
        return True

    @property
    def names_weekday(self) -> bool:
        return True

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """As in "Friday (Jan. 5)", "Monday of last week"."""
        if right.grain is Unit.WEEK and gap in ("", "of"):
            return [replace(self, end=right.end, week=right)]
        if isinstance(right, Weekday) and gap in _TO_ANOTHER and self._leads_to(right, gap):
            first = replace(self, then=right.weekday)
            return [first, replace(right, since=first)]
        if isinstance(right, Weekday) and gap == "(" and self._days_to(right) == 1:
            return [self, replace(right, since=self)]  # "on Tuesday (Wednesday in Perth)"
        return dated(gap, self, self.weekday, right)

    def _leads_to(self, right: Weekday, gap: str) -> bool:
        """Whether the two are the ends of a range, or days in a row of one week."""
        if self.week is not None or right.week is not None or right.repeated:
            return False
        return ("or" not in gap and "and" not in gap) or self._days_to(right) <= LONGEST_PAIR

    def _days_to(self, right: Weekday) -> int:
        return (right.weekday - self.weekday) % 7 or 7

    def follow(self, gap: str, left: Phrase) -> Sequence[Phrase] | None:
        """As in "next week Wednesday"."""
        if left.grain is Unit.WEEK and gap in _AFTER_WEEK:
            return [replace(self, start=left.start, week=left)]
        return None

    def doubtful(self, text: str, before: str) -> bool:
        """As in "every Monday", "Black Friday", "the Sunday Times"."""
        return self.week is None and is_no_day(text, self.start, self.end, before)

    def resolve(self, setting: Setting) -> Resolution | None:
        if self.week is not None:
            return self._of_week(self.week.resolve(setting))
        if setting.anchor is None or (setting.narrative and self._is_storys(setting)):
            return self._told(setting)
        if not setting.anchor.exact:
            return resolution(setting.named.weekdays.get(self.weekday), Rule.REFERS_BACK)
        if self.since is not None:
            return self._following(self.since.resolve(setting))
        now = setting.anchor.day
        if _LATER.match(setting.text, self.start, self.end) and self.week is None:
            same = setting.named.weekdays.get(self.weekday)
            if same is not None and same == setting.named.latest(Unit.DAY):
                return Resolution(same, Rule.REFERS_BACK)
        if _OWNED.match(setting.text, self.end) and (named := self._just_told(setting, now)):
            return Resolution(named, Rule.REFERS_BACK)
        ago = (now.isoweekday() - self.weekday) % 7
        before = Timex.of_day(now - timedelta(days=ago))
        following = Timex.of_day(now + timedelta(days=7 - ago))
        told = None
        if ago or self.then:
            told = tense(setting.text, self.start, self.end)
        if setting.caption and told in (None, Tense.PRESENT):
            told = Tense.PAST
        if told is Tense.PAST and self.then is not None and ago < (self.then - self.weekday) % 7:
            # What is over by now began a week before.
            return Resolution(Timex.of_day(now - timedelta(days=ago + 7)), Rule.WEEKDAY)
        if ago == 0:
            if self._of_last_week(setting):
                return Resolution(Timex.of_day(now - timedelta(days=7)), Rule.WEEKDAY, before)
            return Resolution(before, Rule.WEEKDAY)
        if told is Tense.PRESENT and self._is_named_already(setting, before):
            return Resolution(before, Rule.WEEKDAY, following)
        if told is Tense.PRESENT and ago <= RECENT_WEEKDAYS and self._is_after(setting):
            return Resolution(before, Rule.WEEKDAY, following)
        if ago > RECENT_WEEKDAYS and setting.named.by_weekday.get(self.weekday) == following:
            return Resolution(following, Rule.WEEKDAY, None if told is Tense.AHEAD else before)
        if told is Tense.PRESENT:
            return Resolution(following, Rule.WEEKDAY, before)
        if ago <= RECENT_WEEKDAYS:
            if told is Tense.MODAL and self._is_meant(setting.text):
                return Resolution(following, Rule.WEEKDAY, before)
            return Resolution(following if told is Tense.AHEAD else before, Rule.WEEKDAY)
        if told is None and _is_scene(setting.text, self.start, self.end):
            return Resolution(before, Rule.WEEKDAY, following)
        if told is None:
            return Resolution(following, Rule.WEEKDAY, before)
        return Resolution(before if told is Tense.PAST else following, Rule.WEEKDAY)

    def _is_meant(self, text: str) -> bool:
        """Whether it closes what somebody would do, which says nothing of "Tuesday's vote"."""
        before = text[max(0, self.start - MEANT_WITHIN) : self.start]
        return _MEANT.search(before) is not None and not _OWNED.match(text, self.end)

    def _is_storys(self, setting: Setting) -> bool:
        """Whether the story has told of a day, and not of one of the days around publication."""
        last = setting.named.latest(Unit.DAY)
        day = last.first_day if last else None
        if day is None or setting.anchor is None:
            return last is not None
        return abs((setting.anchor.day - day).days) > DAYS_AROUND

    def _of_last_week(self, setting: Setting) -> bool:
        """Whether its paragraph opens with last week, and tells of that."""
        before = Timex.of_day(setting.anchor.day) if setting.anchor else None
        if before is not None and setting.named.by_weekday.get(self.weekday) == before:
            return False  # the day of the news was told of already
        line = setting.text.rfind("\n", 0, self.start) + 1
        if not setting.text.startswith("Last week", line):
            return False
        week = setting.named.latest(Unit.WEEK, since=line)
        last = setting.anchor.now(Unit.WEEK) if setting.anchor else None
        if week is None or last is None or week != shift(last, -1, Unit.WEEK):
            return False
        return tense(setting.text, self.start, self.end) is Tense.PAST

    def _is_after(self, setting: Setting) -> bool:
        """As in "after Tuesday night, his chance rests on one thing"."""
        return setting.text.endswith(("after ", "After "), 0, self.start)

    def _is_named_already(self, setting: Setting, before: Timex) -> bool:
        """Whether the past one was named: "in Sunday's paper … the same goes for it on Sunday"."""
        bounds = _BOUND.search(setting.text, max(0, self.start - 12), self.start)
        return bounds is None and setting.named.weekdays.get(self.weekday) == before

    def _just_told(self, setting: Setting, now: date) -> Timex | None:
        """The day that was named in the past and not long ago: "the deal struck Friday …"."""
        value = setting.named.weekdays.get(self.weekday)
        day = value.first_day if value else None
        if day is None or not 0 < (now - day).days <= RECENT_WEEKDAYS:
            return None
        return value

    def _following(self, first: Resolution | None) -> Resolution | None:
        """The first such weekday after the one that it stands with."""
        if first is None:
            return None
        days = [value and value.first_day for value in (first.value, first.alternative)]
        moved = [
            Timex.of_day(day + timedelta(days=(self.weekday - day.isoweekday()) % 7 or 7))
            for day in days
            if day
        ]
        return Resolution(moved[0], first.rule, moved[1] if len(moved) > 1 else None)

    def _of_week(self, week: Resolution | None) -> Resolution | None:
        monday = week.value.first_day if week and week.value.unit is Unit.WEEK else None
        if week is None or monday is None:
            return None
        return Resolution(Timex.of_day(monday + timedelta(days=self.weekday - 1)), week.rule)

    def _told(self, setting: Setting) -> Resolution | None:
        """In a story: the first such weekday from the day named last."""
        last = setting.named.latest(Unit.DAY)
        start = last.first_day if last else None
        if start is None:
            return None
        day = start + timedelta(days=(self.weekday - start.isoweekday()) % 7)
        return Resolution(Timex.of_day(day), Rule.NARRATIVE, against=last)


def read_weekday(match: Match) -> list[Phrase]:
    weekday = weekday_number(match["weekday_w"])
    return [Weekday(start=match.start(), end=match.end("weekday_w"), weekday=weekday)]


WEEKDAY_ALONE = Form(
    name="weekday",
    # "on Monday the 3 ships" - the article belongs to the figure
    pattern=rf"(?P<weekday_w>{WEEKDAY}(?!\w)|{WEEKDAY_STOPPED})(?:{S}the{S}(?=\d))?",
    read=read_weekday,
    examples=(
        ("They met on Tuesday.", "Tuesday = 2021-12-28"),
        ("They met on Tues., and on Wed. it rained.", "Tues. = 2021-12-28; Wed. = 2021-12-29"),
        ("They met on Thursday.", "Thursday = 2021-12-30"),
        ("They will meet on Tuesday.", "Tuesday = 2022-01-04"),
        ("He said that they would meet on Tuesday.", "Tuesday = 2022-01-04 or 2021-12-28"),
        ("He would not say on Tuesday who was to come.", "Tuesday = 2021-12-28"),
        ("They met on Saturday.", "Saturday = 2021-12-25"),
        ("They will meet on Saturday.", "Saturday = 2022-01-01"),
        ("The talks ran from Saturday to Monday.", "Saturday = 2021-12-25; Monday = 2021-12-27"),
        ("They will meet Monday and Tuesday.", "Monday = 2022-01-03; Tuesday = 2022-01-04"),
        ("He read “Sunday in the Park” at Friday Harbor, in the Sunday Business section.", ""),
        ("Their ships at the pier on Saturday.", "Saturday = 2021-12-25 or 2022-01-01"),
        ("The talks on Saturday.", "Saturday = 2022-01-01 or 2021-12-25"),
        ("They met on Friday (5/11/2021).", "Friday (5/11/2021) = 2021-11-05"),
        ("They met on Monday of last week.", "Monday of last week = 2021-12-20"),
        ("They meet next week Wednesday.", "next week Wednesday = 2022-01-05"),
        (
            "They meet every Monday; the Sunday Times said so on Black Friday.",
            "Black Friday = 2021-11-26",
        ),
    ),
)
