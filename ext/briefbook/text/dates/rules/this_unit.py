"""Units counted from publication: last week, this morning, next year."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.publication_date import anchor_of
from briefbook.text.dates.quoted import day_of_news, given_on
from briefbook.text.dates.reading import in_quotation
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.refers_back import spoken_of
from briefbook.text.dates.shift import shift
from briefbook.text.dates.tense import looks_back
from briefbook.text.dates.veto import after, titled
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from datetime import date

    from briefbook.text.dates.publication_date import Anchor
    from briefbook.text.dates.setting import Setting

RULE: Final = Rule.LAST_THIS_NEXT

# "his last year in office", "the last week": the final one, or as long a time.
_FINAL = after(r"\b(?:the|a|my|his|her|its|our|your|their|very|[a-z]+['’]s)(?:\swhole|\sentire)?")

_UP_TO: Final = after(r"\b(?:through|until|till|by)")
# "in this day and age", "that this day would come", "with this half of the chain"
_OF_ELSE: Final = {
    Unit.DAY: re.compile(r"\s(?:and\sage|(?:would|will)\s(?:\w+\s)?come)\b"),
    Unit.HALF: re.compile(r"\sof\s"),
}

_RESULTS: Final = re.compile(
    r"['’]s\s(?:net\s)?(?:loss|profit|earnings|results?|income|sales|revenues?|figures)\b"
)

TUESDAY: Final = 2
"""Its ISO number: up to then a weekend of which no verb tells is the one just over."""
SATURDAY: Final = 6
_THIS_PAST = re.compile(r"[Tt]his\s+past\b")
# "to this day, it is held"
_TO_NOW = re.compile(r"\b(?:[Tt]o|[Uu]ntil|[Tt]ill)\s$")


@dataclass(frozen=True, slots=True, kw_only=True)
class LastThisNext(Phrase):
    """What is counted from publication, in steps of what it names."""

    step: int
    """-1 is last, 0 this, 1 next."""

    presence: ClassVar[int] = 8

    def doubtful(self, text: str, before: str) -> bool:
        return titled(text, self, before)

    def is_aside(self, text: str) -> bool:
        """What somebody says of next year leaves the story where it is."""
        return self.step != 0 and in_quotation(text, self.start)

    def resolve(self, setting: Setting) -> Resolution | None:
        anchor = setting.anchor
        if setting.narrative and in_quotation(setting.text, self.start):
            anchor = anchor_of(_told_month(setting))
        return None if anchor is None else self.from_anchor(anchor)

    @abstractmethod
    def from_anchor(self, anchor: Anchor) -> Resolution | None:
        """Its value, so many steps from publication."""


def _told_month(setting: Setting) -> str | None:
    """The month that a story has reached, or one of the year that it has."""
    year, month = setting.named.year, setting.named.month
    return None if year is None or year < 1 else f"{year:04d}-{month or 7:02d}"


def _spoken_on(setting: Setting, start: int) -> date | None:
    """The day on which a "this morning" was said, where that is not publication's."""
    return given_on(setting, start) or day_of_news(setting, start)


def is_final(text: str, phrase: LastThisNext, before: str) -> bool:
    """Whether "the last …" is the final one: "his last year in office"."""
    return phrase.step < 0 and text[phrase.start] == "l" and _FINAL.search(before) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisUnit(LastThisNext):
    """As in "last week", "this morning"."""

    unit: Unit

    @property
    def grain(self) -> Unit:
        return self.unit

    def doubtful(self, text: str, before: str) -> bool:
        is_day = self.unit is Unit.DAY and text.endswith("day", self.start, self.end)
        if is_day and _TO_NOW.search(before):
            return True
        if self.unit in _OF_ELSE and _OF_ELSE[self.unit].match(text, self.end):
            return True
        return is_final(text, self, before) or LastThisNext.doubtful(self, text, before)

    def resolve(self, setting: Setting) -> Resolution | None:
        if self.step == 0 and (setting.anchor is None or setting.narrative):
            return spoken_of(setting, self.unit)
        if self.step == 0 and self.unit is Unit.DAY and (said := _spoken_on(setting, self.start)):
            return Resolution(Timex.of_day(said), RULE, against=Timex.of_day(said))
        if self.step == 0 and self.unit is Unit.QUARTER and (about := self._reported(setting)):
            return about
        if self.step == 0 and self.unit is Unit.WEEKEND and setting.anchor is not None:
            back = looks_back(setting.text, self.start, self.end)
            before = setting.text[max(0, self.start - 16) : self.start]
            weekday = setting.anchor.day.isoweekday()
            just_over = back is None and weekday <= TUESDAY
            if (back or just_over) and not _UP_TO.search(before) and weekday < SATURDAY:
                return replace(self, step=-1).from_anchor(setting.anchor)
        if self.unit is Unit.WEEK and setting.anchor is not None and not setting.narrative:
            past = _THIS_PAST.match(setting.text, self.start)
            if past and setting.anchor.day.isoweekday() >= SATURDAY:  # the week that is ending
                return replace(self, step=0).from_anchor(setting.anchor)
        return LastThisNext.resolve(self, setting)

    def _reported(self, setting: Setting) -> Resolution | None:
        """The quarter that a report is about, as in "this quarter's loss includes charges"."""
        topic = setting.named.topic
        if topic is None or not setting.named.over or not _RESULTS.match(setting.text, self.end):
            return None
        return Resolution(topic[1], Rule.REFERS_BACK)

    def from_anchor(self, anchor: Anchor) -> Resolution | None:
        now = anchor.now(self.unit)
        return resolution(shift(now, self.step, self.unit) if now else None, RULE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisOne(ThisUnit):
    """As in "this day", "this year", which a story says of its own."""

    presence: ClassVar[int] = 0
