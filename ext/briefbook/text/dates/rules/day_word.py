"""Words for a day: today, yesterday, tonight, the day after tomorrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefbook.text.dates.date_words import ROWS, S, cased, either
from briefbook.text.dates.day_told import tells_of_day
from briefbook.text.dates.nowadays import means_nowadays, names_an_age
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.quoted import day_of_news, given_on
from briefbook.text.dates.reading import in_quotation
from briefbook.text.dates.resolution import resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.shift import shift
from briefbook.text.dates.veto import titled
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from briefbook.text.dates.resolution import Resolution
    from briefbook.text.dates.setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWord(Phrase):
    """A day by its distance from publication."""

    days: int

    presence: ClassVar[int] = 8

    @property
    def names_day(self) -> bool:
        return True

    def doubtful(self, text: str, before: str) -> bool:
        """As in "USA Today", "the people of tomorrow", "today's world"."""
        return titled(text, self, before) or names_an_age(text, self.start, self.end)

    def resolve(self, setting: Setting) -> Resolution | None:
        if setting.narrative and in_quotation(setting.text, self.start):
            return None  # counted from a day of the story, which it does not say
        now = setting.anchor.now(Unit.DAY) if setting.anchor else None
        day = shift(now, self.days, Unit.DAY) if now else None
        said = given_on(setting, self.start) or (
            self.days >= 0 and day_of_news(setting, self.start)
        )
        if said:
            spoken = Timex.of_day(said)
            return resolution(
                shift(spoken, self.days, Unit.DAY), Rule.DAY_WORD, day, against=spoken
            )
        return resolution(day, Rule.DAY_WORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Today(DayWord):
    """The word "today", which in a story means nowadays."""

    presence: ClassVar[int] = 0

    def doubtful(self, text: str, before: str) -> bool:
        """As in "neon signs exist today"."""
        return DayWord.doubtful(self, text, before) or means_nowadays(text, self.start, self.end)

    def resolve(self, setting: Setting) -> Resolution | None:
        if setting.narrative:
            return None
        if not tells_of_day(setting.text, self.start, self.end) and not setting.named.by_word:
            return None
        return DayWord.resolve(self, setting)


def read_day_word(match: Match) -> list[Phrase]:
    start, end = match.span()
    word = " ".join(match["dayword_w"].lower().split())
    kind = Today if word == "today" else DayWord
    return [kind(start=start, end=end, days=ROWS.days[word])]


_SINGLE = [word for word in ROWS.days if " " not in word]
_SEVERAL = either(cased([word]).replace(" ", S) for word in ROWS.days if " " in word)

DAY_WORD = Form(
    name="dayword",
    pattern=rf"""
        (?P<dayword_w>{_SEVERAL}|{cased(_SINGLE)}|{either(word.upper() for word in _SINGLE)})\b""",
    read=read_day_word,
    examples=(
        ("It opened today.", "today = 2021-12-30"),
        ("YESTERDAY it was shut.", "YESTERDAY = 2021-12-29"),
        ("It was shut last night.", "last night = 2021-12-29"),
        ("It opens tonight, and tomorrow.", "tonight = 2021-12-30; tomorrow = 2021-12-31"),
        ("It opened the day before yesterday.", "the day before yesterday = 2021-12-28"),
        ("It opens the day after tomorrow.", "the day after tomorrow = 2022-01-01"),
        ("He told USA Today so, of the needs of today and tomorrow.", ""),
        ("Nobody in today's world rides faster than they do today.", ""),
        ("Neon signs exist today; the trade, which today is mainly art, is in Today’s Paper.", ""),
        ("If he were here today, he would laugh. Sign up today!", ""),
        ("People born today can expect longer lives, and ships today are larger.", ""),
        (
            "It is one of the busiest ports in the world today, a town that today is home to many.",
            "",
        ),
        ("A cell may fall from $2 today to $1 by 2030.", "2030 = 2030"),
        (
            "The port is open today; it was shut, and today it has reopened.",
            "today = 2021-12-30; today = 2021-12-30",
        ),
        (
            "“We meet tomorrow,” he said on Monday.",
            "tomorrow = 2021-12-28 or 2021-12-31; Monday = 2021-12-27",
        ),
    ),
)
