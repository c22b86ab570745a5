"""Decades and centuries: "the 1990s", "the '80s", "the sixties", "the 19th century"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import ORDINAL_WORD, S, cased, day_number
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.year import Year
from briefbook.text.dates.tense import looks_back
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from briefbook.text.dates.setting import Setting

NO_PUBLICATION: Final = 2000
"""The year that "the '80s" are counted back from where the year of publication is not known."""


MEASURED_REACH: Final = 160
"""Characters of a sentence before "the 90s" that may say what is measured."""

OLDEST, MODERN = 1000, 1900
"""From the first to before the second, "the 1800s" are a hundred years."""

CENTURY_REACH: Final = 600
"""Characters from a decade that was named to one of its century that is not."""

# "2020's “Ways of Ell”": a year's own
_ITS_WORK = re.compile(r"\s[“\"‘]")
_PART = re.compile("early")
PAIR_REACH: Final = 16
"""Characters from the first of two decades to the second."""

_PAIRED = re.compile(r"\b(\d\d)\d0['’]?s(?:,|,?\s(?:and|or|to|through))\s$")
# "temperatures in the 90s", "shares in the mid-20s"
_MEASURED = re.compile(
    r"\b(?:[Tt]emperatures?|degrees|[Hh]ighs?|[Ll]ows?|mercury|thermometers?|[Ss]hares?|[Ss]tocks?|[Pp]rices?"
    r"|[Ss]cores?d?|traded|yields?|mph|heat|ratings?|approval|averages?|polls?|polling|percentages?)\b[^.;!?\n]*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade(Phrase):
    """Ten years."""

    year: int
    """Its first, or that without its century, 0 to 90."""
    whole: bool = False
    """Whether a century may be meant: "the late 1800s", but not "the early 1800s"."""

    def doubtful(self, text: str, before: str) -> bool:
        """As in "temperatures in the 90s"."""
        return (
            0 <= self.year < 100
            and _MEASURED.search(text, max(0, self.start - MEASURED_REACH), self.start) is not None
        )

    def resolve(self, setting: Setting) -> Resolution:
        """As in "the '80s": of a story's century, else the last that have begun."""
        year = self.year
        if self.whole and OLDEST <= year < MODERN:
            return Resolution(Timex(unit=Unit.CENTURY, year=year), Rule.EXPLICIT)
        if 0 <= year < 100:
            told = setting.named.year if setting.narrative else None
            now = setting.anchor.day.year if setting.anchor else NO_PUBLICATION
            if told is None:
                told = self._spoken_of(setting)
            if told is not None and told >= 100:
                year += told // 100 * 100
            else:
                year += now // 100 * 100
                year -= 100 if year > now else 0
        return Resolution(Timex(unit=Unit.DECADE, year=year), Rule.EXPLICIT)

    def _spoken_of(self, setting: Setting) -> int | None:
        """As in "the early 1900s … in the '20s": a decade named before is of its century.

        Not the one that we are in, unless the clause is of the past.
        """
        last = setting.named.latest(Unit.DECADE, since=self.start - CENTURY_REACH)
        now = setting.anchor.day.year if setting.anchor else NO_PUBLICATION
        if last is None or last.year // 100 == now // 100 or self.year <= last.year % 100:
            return None
        return last.year if looks_back(setting.text, self.start, self.end) is True else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Century(Phrase):
    """A hundred years."""

    number: int
    """The 19th century is 19; the fifth before Christ, 499 to 400, is -5."""

    def doubtful(self, text: str, before: str) -> bool:
        """As in "21st Century Fox", "a 21st-century government"."""
        modern = text.startswith("21st-", self.start) and text[self.end : self.end + 1] == " "
        return modern or text.startswith(" Fox", self.end)

    def resolve(self, setting: Setting) -> Resolution:
        first = 100 * (self.number - 1) if self.number > 0 else 100 * self.number + 2
        return Resolution(Timex(unit=Unit.CENTURY, year=first), Rule.EXPLICIT)


def read_decade(match: Match) -> list[Phrase]:
    """As in "the 1990s", "the 1970s and 80s"; "90s" alone is an age or a score."""
    if before := match["decade_bc"]:
        start, end = match.span()
        return [Decade(start=start, end=end, year=1 - (int(before) + 9))]
    written = match["decade_y"]
    start, end = match.span()
    if match[0].endswith(("'s", "’s")) and _ITS_WORK.match(match.string, end):
        return [Year(start=start, end=end, year=int(written))] if written[0] in "12" else []
    if len(written) == 2 and not match[0].lower().startswith("the"):
        pair = _PAIRED.search(match.string, max(0, start - PAIR_REACH), start)
        if pair is None:
            return []
        return [Decade(start=start, end=end, year=100 * int(pair[1]) + int(written))]
    year = int(written.lstrip("'’"))
    whole = year % 100 == 0 and _PART.search(match[0]) is None
    return [Decade(start=start, end=end, year=year, whole=whole)]


_STEMS: Final = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def read_decade_word(match: Match) -> list[Phrase]:
    """As in "the sixties"; those that roared were of one century."""
    start, end = match.span()
    year = 10 * (_STEMS.index(match["decadeword_n"].lower()) + 2)
    return [Decade(start=start, end=end, year=year + (1900 if "oaring" in match[0] else 0))]


def read_century(match: Match) -> list[Phrase]:
    number = day_number(match["century_n"])
    if not 1 <= number <= 30:
        return []
    start, end = match.span()
    return [Century(start=start, end=end, number=-number if match["century_bc"] else number)]


DECADE = Form(
    name="decade",
    pattern=rf"""
        (?:[Tt]he{S}(?:early|late|mid)?[-\s]?)?
        (?:(?P<decade_bc>\d{{2,3}}0)s{S}B\.?C\b|(?P<decade_y>1\d\d0|20\d0|['’]?\d0)['’]?s(?!\w))""",
    read=read_decade,
    examples=(
        ("It began in the 1990s.", "the 1990s = 199X"),
        ("It is the most since the 1800s.", "the 1800s = 18XX"),
        ("It began in the early 1800s.", "the early 1800s = 180X"),
        ("It began in the late 1800s.", "the late 1800s = 18XX"),
        ("It began in the late '80s.", "the late '80s = 198X"),
        ("It began in the 470s BC.", "the 470s BC = BC047X"),
        ("It began in the 20s.", "the 20s = 202X"),
        ("It began in the '30s.", "the '30s = 193X"),
        ("It ran in the 1970s and 80s.", "the 1970s = 197X; 80s = 198X"),
        ("He is in his 90s, and temperatures were in the 90s.", ""),
    ),
)

DECADE_WORD = Form(
    name="decadeword",
    pattern=rf"""
        [Tt]he{S}(?:(?:early|late|mid|[Rr]oaring|[Ss]winging)[-\s])?
        (?P<decadeword_n>{cased(_STEMS)})ies(?!\w)""",
    read=read_decade_word,
    examples=(
        ("It began in the sixties.", "the sixties = 196X"),
        ("It began in the late nineties.", "the late nineties = 199X"),
        ("It began in the Roaring Twenties.", "the Roaring Twenties = 192X"),
    ),
)

CENTURY = Form(
    name="century",
    pattern=rf"""
        (?:[Tt]he{S})?(?:(?:early|late|mid)[-\s])?
        (?P<century_n>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})(?:{S}|-)[Cc]entury
        (?:{S}(?P<century_bc>B\.?C))?(?!\w)""",
    read=read_century,
    examples=(
        ("A church of the 19th century.", "the 19th century = 18XX"),
        ("A temple of the fifth century BC.", "the fifth century BC = BC04XX"),
        ("A castle of the late thirteenth century.", "the late thirteenth century = 12XX"),
        ("He works at 20th Century Fox.", ""),
        ("In the 45th century we all fly.", ""),
    ),
)
