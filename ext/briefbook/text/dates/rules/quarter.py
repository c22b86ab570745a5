"""Quarters and halves: "the third quarter", "Q4 2021", "the latter half of 2019"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from briefbook.text.dates.date_words import ROWS, YEAR, S, year_of
from briefbook.text.dates.fiscal import calendar_quarter, year_end
from briefbook.text.dates.resolution import Resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.dates.rules.year import Year
from briefbook.text.dates.rules.year_part import YearPart
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from typing import Self

    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.setting import Setting

BUSINESS_REACH = 100
"""Characters around "the first half" within which business is spoken of, or a match is."""

_BUSINESS = re.compile(
    r"[$£€%]|\b(?:million|billion|percent|profits?|earnings|sales|revenues?|growth|results"
    r"|net\s(?:profit|income|loss|interest|assets|debt))\b"
)
_PLAY = re.compile(
    r"\b(?:touchdowns?|yards?|field\sgoals?|fumbles?|quarterback|rebounds|kick(?:ed|off)?|punt(?:ed|s)?"
    r"|(?:half|over)time|foul(?:s|ed)?|lead\s(?:to|at|of)|to\smake\sit|points?\s(?:in|on|during)"
    r"|scored|goals?|shots?|headers?|keepers?|strikers?|midfielders?|kick-off|\d{1,3}-\d{1,3})\b"
)
_LENGTH_AFTER = re.compile(r"\s(?:mile|finals?|backs?|note|horse|century|marathon|lap|hour)\b")
_BUSINESS_AFTER = re.compile(
    r"['’]s|\s(?:results?|earnings|profits?|revenues?|sales|net|reports?|GDP|growth|guidance|numbers|figures"
    r"|loss(?:es)?|income|EPS|output|deliveries|shipments|margins?|was|were|is|will|of)\b|\s*[,.;:)]|$"
)
_BEFORE_FIGURES = re.compile(
    r"\b(?:in|for|of|the|by|since|from|during|through|to|until|than|vs\.?|versus|our|its|their|this|last"
    r"|next|late|early|fiscal|and|between)\s$|\($",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter(YearPart):
    """A quarter or a half, of the calendar's year or of a firm's."""

    fiscal: bool = False
    """Whether it is of a firm's year, which may begin in any month."""
    year_ends: int | None = None
    """The month in which that year ends, once the text is known to say it."""

    counted_by: ClassVar[Rule] = Rule.QUARTER

    def in_year(self, year: int) -> Timex | None:
        if year < 1:
            return None
        if self.year_ends is not None:
            return calendar_quarter(year, self.number, self.year_ends)
        return YearPart.in_year(self, year)

    def with_year(self, given: Phrase) -> Self:
        part = YearPart.with_year(self, given)
        return replace(part, fiscal=part.fiscal or (isinstance(given, Year) and given.fiscal))

    def resolve(self, setting: Setting) -> Resolution | None:
        """A quarter of a firm's year is left open where the text does not say when that ends."""
        ends = year_end(setting.year_ends, self.end) if self.unit is Unit.QUARTER else None
        if ends is not None:
            return YearPart.resolve(replace(self, year_ends=ends), setting)
        if not self.fiscal:
            return YearPart.resolve(self, setting)
        return None if self.year is None else Resolution(Timex.of_year(self.year), self.rule)

    @property
    def late(self) -> tuple[int, ...]:
        """One year more, where a year's quarters begin in the year before it."""
        return () if self.year_ends is None else (2,)

    def doubtful_alone(self, text: str, before: str) -> bool:
        """As in "the second half" of a match, "the quarter mile", gate Q3."""
        if self.unit is Unit.HALF:
            around = self._around(text)
            return _BUSINESS.search(around) is None or _PLAY.search(around) is not None
        if text[self.end - 1].isdecimal():  # Q3, which gates and tanks are called as well
            known = _BEFORE_FIGURES.search(before) or _BUSINESS_AFTER.match(text, self.end)
            return known is None or before.endswith("gate ")
        return _LENGTH_AFTER.match(text, self.end) is not None or self._is_played(text)

    def _around(self, text: str) -> str:
        return text[max(0, self.start - BUSINESS_REACH) : self.end + BUSINESS_REACH]

    def _is_played(self, text: str) -> bool:
        """As in "he ran 20 yards to end the first quarter": of a match."""
        around = self._around(text)
        return _PLAY.search(around) is not None and _BUSINESS.search(around) is None


_MOST: Final = {Unit.QUARTER: 4, Unit.HALF: 2}


def read_quarter(match: Match) -> list[Phrase]:
    unit, which = Unit(match["quarter_unit"]), match["quarter_n"].lower()
    if which in ("last", "latter"):
        # The last quarter is the one before this.
        number = 2 if unit is Unit.HALF else 0
    else:
        number = ROWS.ordinals.get(which) or int(which[0])
    if not 1 <= number <= _MOST[unit]:
        return []
    start, end = match.span()
    year = year_of(match["quarter_pre"])
    fiscal = "fiscal" in match[0].lower()
    return [Quarter(start=start, end=end, unit=unit, number=number, year=year, fiscal=fiscal)]


def read_two_quarters(match: Match) -> list[Phrase]:
    """As in "the first two quarters": a half."""
    start, end = match.span()
    number = 1 if match["twoquarters_n"].lower() == "first" else 2
    return [Quarter(start=start, end=end, unit=Unit.HALF, number=number)]


def read_quarter_figures(match: Match) -> list[Phrase]:
    unit = Unit.QUARTER if "q" in match[0].lower() else Unit.HALF
    number = int(match["qfigures_n"] or match["qfigures_m"])
    year = year_of(match["qfigures_y1"] or match["qfigures_y2"] or match["qfigures_y3"])
    if number > _MOST[unit] or (unit is Unit.HALF and year is None):
        return []
    start, end = match.span()
    fiscal = "FY" in match[0]
    return [Quarter(start=start, end=end, unit=unit, number=number, year=year, fiscal=fiscal)]


QUARTER = Form(
    name="quarter",
    pattern=rf"""
        (?:(?:[Tt]he|[Ii]ts|[Tt]heir){S})?(?P<quarter_pre>(?:(?:fiscal{S})?{YEAR}{S})?)(?:fiscal(?:{S}|-))?
        (?P<quarter_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ll]atter|[1-4](?:st|nd|rd|th))
        (?:{S}|-)(?:fiscal(?:{S}|-))?(?P<quarter_unit>quarter|half)(?!\w)""",
    read=read_quarter,
    examples=(
        ("It rose in the third quarter.", "the third quarter = 2021-Q3"),
        ("It rose in the 1988 third quarter.", "the 1988 third quarter = 1988-Q3"),
        ("It rose in the first quarter of last year.", "the first quarter of last year = 2020-Q1"),
        (
            "It rose in the fiscal 2nd quarter, and the third quarter of fiscal 2019.",
            "the third quarter of fiscal 2019 = 2019",
        ),
        (
            "In fiscal 2021, which ended in June, it rose most in the fourth quarter.",
            "fiscal 2021 = 2021; June = 2021-06; the fourth quarter = 2021-Q2",
        ),
        (
            "It fell in its first quarter ended Dec. 25.",
            "its first quarter = 2021-Q4; Dec. 25 = 2021-12-25",
        ),
        ("It rose in the first quarter.", "the first quarter = 2021-Q1"),
        ("It will rise in the first quarter.", "the first quarter = 2022-Q1"),
        ("First-quarter figures.", "First-quarter = 2022-Q1 or 2021-Q1"),
        ("Second-quarter figures.", "Second-quarter = 2022-Q2 or 2021-Q2"),
        ("It earned $5 in the latter half of 2019.", "the latter half of 2019 = 2019-H2"),
        ("Sales fell 5% in the first half.", "the first half = 2021-H1"),
        ("He scored in the first half, and ran the first quarter mile.", ""),
        ("He ran 20 yards to end the third quarter.", ""),
        (
            "They rose in the latter half of the 19th century.",
            "the latter half of the 19th century = 18XX",
        ),
    ),
)

TWO_QUARTERS = Form(
    name="twoquarters",
    pattern=rf"""
        (?:[Tt]he{S})?(?P<twoquarters_n>[Ff]irst|[Ll]ast|[Ff]inal){S}two{S}(?:fiscal{S})?quarters(?!\w)""",
    read=read_two_quarters,
    examples=(
        (
            "Sales will fall in the first two quarters of 2022.",
            "the first two quarters of 2022 = 2022-H1",
        ),
        (
            "Sales fell in the final two quarters of 2020.",
            "the final two quarters of 2020 = 2020-H2",
        ),
    ),
)

QUARTER_FIGURES = Form(
    name="qfigures",
    pattern=rf"""
        (?:(?:(?P<qfigures_y1>{YEAR})[\s-]?)?[QqHh](?P<qfigures_n>[1-4])
           (?:[\s,-]{{0,2}}(?:FY{S}?)?(?P<qfigures_y2>{YEAR}|['’]\d\d))?
          |(?P<qfigures_m>[1-4])[QH][\s-]?(?:FY)?(?P<qfigures_y3>{YEAR}|['’]?\d\d))(?!\w)""",
    read=read_quarter_figures,
    examples=(
        ("It rose in Q3.", "Q3 = 2021-Q3"),
        ("It rose in Q3 2019 and 2020-Q1.", "Q3 2019 = 2019-Q3; 2020-Q1 = 2020-Q1"),
        ("It rose in 2019 H2.", "2019 H2 = 2019-H2"),
        ("It rose in 4Q19 and 1H 2020.", "4Q19 = 2019-Q4; 1H 2020 = 2020-H1"),
        ("The virus H1 and H3 2019; gate Q4. Q3 tanks came.", ""),
    ),
)
