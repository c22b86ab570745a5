"""What months, days, quarters, seasons and holidays have in common: they are of a year."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.aside import is_compared_with, is_planned_for, tells_of_text
from briefbook.text.dates.rules.year import Year
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from briefbook.text.dates.resolution import Resolution
    from briefbook.text.dates.setting import Setting

_POSSESSIVE: Final = frozenset({"'s", "’s", "'s fiscal", "’s fiscal"})


LONGEST_HEAD: Final = 32
"""Characters of the date that heads an entry of a timeline."""

_HEAD = re.compile(r"\W{0,3}(?:[\w.,]+\s){0,4}((?:1\d|20)\d\d)(?:\s?[:–—]|\s-)\s")


def _headed(text: str, start: int) -> int | None:
    """The year of the timeline's entry that something stands in: "3 June 2019: …"."""
    reach = max(0, start - SENTENCE_REACH)
    sentence = text.rfind(". In ", reach, start) + len(". ")
    line = text.rfind("\n", reach, start) + 1
    opens = _IN_YEAR.match(text, max(sentence, line) if sentence >= len(". ") else line)
    if opens and opens.end() <= start and ". " not in text[opens.end() : start]:
        return int(opens[1])
    line = text.rfind("\n", max(0, start - TIMELINE_REACH), start) + 1
    if line == 0 and start > TIMELINE_REACH:
        return None
    if head := _HEAD.match(text, line, min(start, line + LONGEST_HEAD)):
        return int(head[1])
    above = text[max(0, line - TIMELINE_REACH) : line].rstrip()
    titled = _TITLE_ABOVE.search(above)
    return int(titled[1]) if titled else None


# "The Dry Dock (2019)" above an entry of a list
_TITLE_ABOVE = re.compile(r"\n[^\n()]{1,80}\(((?:1\d|20)\d\d)\)$")

SENTENCE_REACH: Final = 160
"""Characters from "In 2000, …" at a sentence's beginning to a date of that year."""

_IN_YEAR = re.compile(r"In ((?:1\d|20)\d\d),?\s")

TIMELINE_REACH: Final = 400
"""Characters from the date that heads an entry to one that is of its year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithYear(Phrase):
    """What a year may be said with."""

    year: int | None = None
    of: Phrase | None = None
    """The year, where another phrase gives it: "May of that year"."""

    def with_year(self, given: Phrase) -> Self:
        if isinstance(given, Year):
            return replace(self, year=given.year)
        return replace(self, of=given)

    def possessed(self, gap: str, left: Phrase) -> Sequence[Phrase] | None:
        """As in "next year's first quarter", "1988's third quarter"."""
        if gap not in _POSSESSIVE or not left.names_year or self.year is not None:
            return None
        return [replace(self.with_year(left), start=left.start)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfYear(WithYear):
    """What is of a year: one that is given, or the story's, or the nearest to publication."""

    rule: Rule = Rule.EXPLICIT
    """Where the year is given."""

    joins: ClassVar[frozenset[str]] = frozenset({"", "of", "in", "of the", ","})
    """What may stand between it and its year."""

    @abstractmethod
    def in_year(self, year: int) -> Timex | None:
        """Its value in a year, which may be before Christ; None where the year has none."""

    @abstractmethod
    def nearest(self, setting: Setting) -> Resolution | None:
        """Its value by publication, which the setting has."""

    def told(self, setting: Setting) -> Resolution | None:
        """Its value in a story, or where publication is not known."""
        year = setting.named.year
        return None if year is None else resolution(self.in_year(year), Rule.NARRATIVE)

    def is_aside(self, text: str) -> bool:
        if is_compared_with(text, self.start):
            return True
        given = self.year is not None
        return given and (tells_of_text(text, self.start) or is_planned_for(text, self.start))

    def resolve(self, setting: Setting) -> Resolution | None:
        if self.year is not None:
            return resolution(self.in_year(self.year), self.rule)
        if self.of is not None:
            given = self.of.resolve(setting)
            if given is None or given.value.unit in (Unit.DECADE, Unit.CENTURY):
                return given
            return resolution(self.in_year(given.value.year), given.rule)
        if headed := _headed(setting.text, self.start):
            return resolution(self.in_year(headed), Rule.NARRATIVE, against=Timex.of_year(headed))
        if setting.narrative or setting.anchor is None:
            return self.told(setting)
        return self.nearest(setting)

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """As in "the third quarter of last year", "May of that year", "the summer of 1944"."""
        if not right.names_year or self.year is not None or self.of is not None:
            return None
        if gap not in self.joins:
            return None
        return [replace(self.with_year(right), end=right.end)]
