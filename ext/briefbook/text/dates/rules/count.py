"""Counts of units: "three weeks ago", "in two years", "ten days before Christmas", "a month later".

What is counted without saying from where ("worked for two days") is a duration and no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import COUNT, ROWS, UNIT, S, grain, number
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution, resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.ago import Ago
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.time_of_day import TimeOfDay
from briefbook.text.dates.rules.topic import COUNTED_FROM, topic_year_earlier
from briefbook.text.dates.shift import same_a_year_before, shift
from briefbook.text.dates.tense import Tense, looks_back, sentence_before, tense
from briefbook.text.timex import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.setting import Setting
    from briefbook.text.timex import Timex

_EACH_UNIT = re.compile(r"\b(?:[Ee]very|[Ee]ach)\s(?:single\s)?(?:day|night|week|month|year)\b")
LEAD: Final = 24
"""Characters before a count that make it a length of time."""

# "over the past eight years after Jan. 20"
_LENGTH = re.compile(
    r"\b(?:(?:over|in|for|during|through|throughout|of)\s(?:the|these|its|his|her|their)(?:\s(?:past|last|next|first|final))?"
    r"|(?:the|its|his|her|their)\s(?:past|last|next|first|final)|for)\s$"
)
_JUST = re.compile(r",\s(?:just|only|barely|exactly)\s$")
_TRADING = re.compile(r"\b(?:trading|business|working|banking|school)\s(?:days|sessions)\b")
_CLAUSE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)\"”’—–\n]|$|-\s"
    r"|\s(?:and|but|as|in|at|on|by|with|for|to|from|because|was|were|is|had|when|while)\b)"
)

WAYS: Final = frozenset({"before", "after", "from"})
"""Words that another date may follow: "two weeks before Christmas"."""
MIDWEEK: Final = 4
"""Days from a day to the middle of the seven before or after it."""
NEIGHBOURS: Final = frozenset(
    {"next", "following", "previous", "preceding", "prior"} | (WAYS - {"from"})
)
"""Such neighbours of a day or a year may be publication's; "two days later" is never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Phrase):
    """So many units from another date: that of a phrase, or what the text named last."""

    count: int
    unit: Unit
    way: str
    """The word that says so: later, before, next."""
    base: Phrase | None = None
    whole: bool = False
    """Whether a stretch is meant and not its far end: "the week before Christmas"."""

    @property
    def grain(self) -> Unit:
        return self.unit

    def join(self, gap: str, right: Phrase) -> Sequence[Phrase] | None:
        """As in "two weeks before Christmas", "the day after Jan. 5"."""
        if self.way not in WAYS or gap not in ("", "the") or isinstance(right, TimeOfDay):
            return None
        return [replace(self, end=right.end, base=right)]

    def is_aside(self, text: str) -> bool:
        return self.count < 0

    def doubtful(self, text: str, before: str) -> bool:
        """As in "two days after the attack", whose day is not known; "a month earlier than"."""
        if text.startswith((" than ", " this ", " last "), self.end):
            return True  # "a month earlier than", "for a week earlier this month"
        if self.unit is Unit.DAY and _TRADING.search(text, max(0, self.start - 160), self.start):
            return True
        if self.base is not None or self.way not in WAYS:
            return False
        if _EACH_UNIT.search(sentence_before(text, self.start)):
            return True  # "every week seems to top the week before"
        return _CLAUSE_ENDS.match(text, self.end) is None

    def resolve(self, setting: Setting) -> Resolution | None:
        if self.base is not None:
            return self._from(self.base.resolve(setting))
        if self.unit is Unit.YEAR and self.count == -1:
            return self._a_year_earlier(setting)
        last = setting.named.latest(*COUNTED_FROM.get(self.unit, ()))
        if last is not None and self.way == "later" and self._explains(setting):
            return Resolution(last, Rule.REFERS_BACK)
        if self.unit is Unit.DAY and (setting.named.has_left(last) or self._misses(setting, last)):
            return None
        if self.unit is Unit.YEAR and setting.named.has_left_for_decade(last):
            return None  # "in the early 2010s it ended. Seven years later …"
        if last is None and self.way in NEIGHBOURS and not setting.narrative and setting.anchor:
            last = setting.anchor.now(self.unit)
            if self.count > 0 and looks_back(setting.text, self.start, self.end) is not False:
                return None  # "the next morning they left": after a day that it does not name
        moved = shift(last, self.count, self.unit) if last else None
        if self.way == "later" and moved and self._outruns(setting, moved):
            return None
        return resolution(moved, Rule.COUNTED, against=last)

    def _outruns(self, setting: Setting, moved: Timex) -> bool:
        """Whether what is so by now would be to come: "three weeks later, they still deny it"."""
        day = moved.first_day
        if setting.anchor is None or day is None or day <= setting.anchor.day:
            return False
        return tense(setting.text, self.start, self.end) not in (Tense.AHEAD, Tense.MODAL)

    def _misses(self, setting: Setting, last: Timex | None) -> bool:
        """Whether it tells of the past, and the day named last is to come."""
        day = last.first_day if last else None
        if day is None or setting.anchor is None or day <= setting.anchor.day:
            return False
        return looks_back(setting.text, self.start, self.end) is True

    def _explains(self, setting: Setting) -> bool:
        """Whether it says how far off a date just named is: "in May, just two months later"."""
        just = _JUST.search(setting.text, max(0, self.start - len(", only just ")), self.start)
        return just is not None and setting.named.ends_at(just.start())

    def _from(self, base: Resolution | None) -> Resolution | None:
        if base is None:
            return None
        count, unit = self.count, self.unit
        if self.whole and unit is Unit.WEEK and base.value.unit is Unit.DAY:
            day = shift(base.value, MIDWEEK * count, Unit.DAY)
            week = shift(day, 0, Unit.WEEK) if day else None
            return resolution(week, Rule.COUNTED, against=base.value)
        if unit is Unit.WEEK and base.value.unit is Unit.DAY:
            count, unit = 7 * count, Unit.DAY
        other = shift(base.alternative, count, unit) if base.alternative else None
        return resolution(shift(base.value, count, unit), Rule.COUNTED, other, against=base.value)

    def _a_year_earlier(self, setting: Setting) -> Resolution | None:
        """As in "a year earlier", "the previous year": of the topic, else of what was named."""
        earlier = topic_year_earlier(setting, self)
        if earlier is not None and self.way not in ("previous", "preceding"):
            return earlier
        last = setting.named.latest(*COUNTED_FROM[Unit.YEAR])
        if last is None and not setting.narrative and setting.anchor is not None:
            last = setting.anchor.now(Unit.YEAR)
        if last is None:
            return None
        if last.unit in (Unit.MONTH, Unit.SEASON) and self.way in ("earlier", "before"):
            return resolution(same_a_year_before(last), Rule.YEAR_EARLIER, against=last)
        return resolution(shift(last, -1, Unit.YEAR), Rule.COUNTED, against=last)


_BACK: Final = {
    "earlier": "earlier",
    "before": "before",
    "prior to": "before",
    "previously": "previously",
}
_ON: Final = {"later": "later", "after": "after", "from": "from", "following": "after"}


def read_count(match: Match) -> list[Phrase]:
    count, (unit, times) = number(match["offset_n"]), ROWS.units[match["offset_unit"]]
    tail = " ".join((match["offset_tail"] or "").lower().split())
    if count is None or unit in (Unit.HALF, Unit.WEEKEND):
        return []
    count *= times
    start, end = match.span()
    if tail == "ago":
        start = match.start("offset_n")
        return [Ago(start=start, end=end, count=-count, unit=unit)]
    if tail in ("from now", "hence") or tail.endswith("time"):
        return [Ago(start=start, end=end, count=count, unit=unit)]
    if tail == "before" and match["offset_in"]:
        return []  # "he had not won in two years before this week"
    if tail in WAYS and _LENGTH.search(match.string, max(0, start - LEAD), start):
        return []
    if tail in _BACK:
        return [Counted(start=start, end=end, count=-count, unit=unit, way=_BACK[tail])]
    if tail in _ON:
        return [Counted(start=start, end=end, count=count, unit=unit, way=_ON[tail])]
    if match["offset_in"]:
        return [Ago(start=start, end=end, count=count, unit=unit, ahead=True)]
    return []


def read_day_before(match: Match) -> list[Phrase]:
    start, end = match.span()
    unit, way = grain(match["daybefore_unit"]), match["daybefore_dir"]
    if unit is None:
        return []
    count = 1 if way == "after" else -1
    return [Counted(start=start, end=end, count=count, unit=unit, way=way, whole=True)]


COUNT_OF_UNITS = Form(
    name="offset",
    pattern=rf"""
        (?P<offset_in>[Ii]n{S})?(?P<offset_n>{COUNT})(?:{S}|-)
        (?P<offset_unit>{UNIT})s?(?:{S}or{S}(?:so|more))?
        (?P<offset_tail>{S}ago|{S}from{S}now|{S}hence|['’]{S}time
          |{S}(?:earlier|later|before|after|from|prior\sto|previously|following))?(?!\w)""",
    read=read_count,
    examples=(
        ("It opened three weeks ago.", "three weeks ago = 2021-W49"),
        ("It opened twenty-five years or so ago.", "twenty-five years or so ago = 1996"),
        ("It opened a fortnight ago.", "a fortnight ago = 2021-W50"),
        (
            "It opens 2 months from now, a week hence or in two weeks' time.",
            "2 months from now = 2022-02; a week hence = 2022-W01; in two weeks' time = 2022-W02",
        ),
        ("It will open in thirteen days.", "in thirteen days = 2022-01-12"),
        ("It will open in an hour, or in a month.", "in a month = 2022-01"),
        ("It was rebuilt in two days; we could do it in ten days, a day earlier than usual.", ""),
        ("It will be the first in two years.", ""),
        ("He worked for two days.", ""),
        ("It opened two weeks before Christmas.", "two weeks before Christmas = 2021-12-11"),
        ("It closes 3 days after Jan. 5.", "3 days after Jan. 5 = 2022-01-08"),
        (
            "On June 3 it fell. Two days later, it rose.",
            "June 3 = 2021-06-03; Two days later = 2021-06-05",
        ),
        (
            "On June 3 it fell. Ten days earlier, it rose.",
            "June 3 = 2021-06-03; Ten days earlier = 2021-05-24",
        ),
        (
            "In May 2019 it fell; a year earlier it rose.",
            "May 2019 = 2019-05; a year earlier = 2018-05",
        ),
        ("In 2019 it fell; a year later it rose.", "2019 = 2019; a year later = 2020"),
        ("It grew over the past two years after June 3, 2019.", "June 3, 2019 = 2019-06-03"),
        ("It opened two days after the attack.", ""),
    ),
)

DAY_BEFORE = Form(
    name="daybefore",
    pattern=rf"""
        [Tt]he{S}(?P<daybefore_unit>day|week|month|year|night|evening){S}
        (?P<daybefore_dir>before|after|earlier)(?!\w)""",
    read=read_day_before,
    examples=(
        ("It was shut the day before.", "the day before = 2021-12-29"),
        ("It was shut the day after Christmas.", "the day after Christmas = 2021-12-26"),
        (
            "On June 3 it fell; the week before, it rose.",
            "June 3 = 2021-06-03; the week before = 2021-W21",
        ),
        (
            "On June 3 it fell; the night before, it rose.",
            "June 3 = 2021-06-03; the night before = 2021-06-02",
        ),
        ("It was shut the year before.", "the year before = 2020"),
    ),
)
