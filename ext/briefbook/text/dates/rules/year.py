"""Years: 1989, fiscal 1989, '89, nineteen eighty-nine, 1914–18, 480 BC."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.dates.date_words import DOUBTS, NO_MORE_FIGURES, YEAR, YEAR_WORDS, S, year_of
from briefbook.text.dates.phrase import Phrase
from briefbook.text.dates.resolution import Resolution
from briefbook.text.dates.rule_names import Rule
from briefbook.text.dates.rules.aside import is_planned_for, tells_of_text
from briefbook.text.dates.rules.form import Form, Match
from briefbook.text.timex import Timex

if TYPE_CHECKING:
    from briefbook.text.dates.setting import Setting

FARTHEST = 2050
"""A year to come that is farther is one only after "in", "by" and their like."""

LONGEST_SPAN = 400
"""Years between the two of "1914-1918": of more, one is no year."""

_COUNTED = re.compile(
    rf"[\s-](?:(?:{DOUBTS['counted']}|(?i:{DOUBTS['counted-short']}))\b|years?[\s-]old\b|year-)|-year\b"
)
# "the 1922 Committee", "1984 High Street", "her 2003 Volvo": names, addresses and makes.
_NAME_AFTER = re.compile(
    rf"\s(?=[A-Z])(?i:{DOUBTS['numbered']}|{DOUBTS['cars']})\b"
    rf"|\s(?:[A-Z][\w.'’-]*\s){{1,3}}(?=[A-Z])(?i:{DOUBTS['streets']})\b"
    r"|\sLand\sRover\b"
)
# "the 2014 model", "model year 2014"; "the 2014 Civic", where the text names the make.
_MODEL_AFTER = re.compile(r"\smodels?(?:\syears?)?\b")
_MODEL_BEFORE = re.compile(r"\b[Mm]odel(?:[\s-]years?)?\s$")
_MAYBE_MODEL = re.compile(r"\s([A-Z][\w-]+)")
_MAKE_BEFORE = re.compile(rf"\b(?=[A-Z])(?i:{DOUBTS['cars']})(?:['’]s)?\s$")

MAKE_REACH = 2000
"""Characters on either side of "the 2014 Civic" within which a make may stand before the name."""


def _is_model(text: str, end: int) -> bool:
    """Whether the name after a year is one that stands behind a make elsewhere: "Honda Civic"."""
    name = _MAYBE_MODEL.match(text, end)
    if name is None:
        return False
    near = text[max(0, end - MAKE_REACH) : end + MAKE_REACH]
    place, looked = near.find(name[1]), 0
    while place >= 0 and looked < MODELS_LOOKED_AT:
        if _MAKE_BEFORE.search(near[max(0, place - LONGEST_MAKE) : place]):
            return True
        place, looked = near.find(name[1], place + 1), looked + 1
    return False


MODELS_LOOKED_AT = 12
"""Places of a name near a year that are looked at for a make."""

LONGEST_MAKE = 16
"""Characters of the longest make, with what joins it to the model."""

# "In 2004 more people came": a sentence that opens so places what it tells.
_OPENS_SENTENCE = re.compile(r"\bIn\s$")
_TITLE_AFTER = re.compile(r":\sAn?\s[A-Z][a-z]+\s[A-Z]")
_SCORE_BEFORE = re.compile(
    r"\b[Ss]cor(?:es?|ed|ing)\b[^.;:!?]{0,24}(?:\sof|\sto|\sfrom|\d)\s(?:to\s)?$"
)
_PLURAL_AFTER = re.compile(r"\s(?:were|are|have)\b")
_PARAGRAPH_BEFORE = re.compile(
    r"(?:\b[UuCc]\.?\s?[Ss]\.?\s?[Cc]\.?|\bC\.?F\.?R\.?|§+|\b(?:[Ss]ections?|[Ss]ec\.|[Aa]rticles?"
    r"|[Cc]hapters?|[Rr]ules?|[Pp]aragraphs?|[Rr]esolutions?|[Ff]orms?))\s*(?:§+\s*)?"
    r"(?:\d{4}\s?[-–—]\s?)?$"
)
# "1710 & 1744 grams": a table's figures, led in by nothing
_PAIR_AFTER = re.compile(r"\s&\s\d{4}\b")
_PAIR_BEFORE = re.compile(r"(?:^|[\n:]\s?)\d{4}\s&\s$")
# "5,316 BC"
_THOUSANDS = re.compile(r"\d,$")
# "RSA-1024", a name's number; but "FY-2019"
_CODE_BEFORE = re.compile(r"\b(?!FY|CY)[A-Z]{2,}-$")
_FIGURES_BEFORE = re.compile(r"(?<![\d$£€,.])\d{3,4}[\s-]$")
_NUMBER_BEFORE = re.compile(r"[\d)][\s.-]\d{4}\s?[-–—~/]\s?$")
_LED = re.compile(r"\b(?:in|since|of|by|from|to|until|before|after|during|between|for|than|and)\s$")
_NAME_BEFORE = re.compile(
    r"(?:\b[A-Z][a-z]+|\b[A-Z]{2,}|\bNo\.?|\bnumber|\bextension|\bext\.|\broom|\bflight|\bhighway|\broute|\bbus|\btrain|\btram"
    r"|\bgate|\bplatform|\bsuite|\bapartment|\bmodel|\bcase|\bchannel|\bpp?\."
    r"|\bvol\.?|\bpages?|\babout|\bsome|\bnearly|\balmost|\bover|\bonly|\bleast|\bkilled)\s*$"
)
_PREPOSITION = re.compile(
    r"""(?:\b(?:in|of|since|by|from|to|until|till|before|after|during|and|or|through|throughout|around|circa
      |between|late|early|mid|for|the|a|an|its|their|his|her|fiscal|year|on|as|that|than|with|spring
      |summer|fall|autumn|winter|c\.|(?:until|till|by|since|through)\sat\sleast)\s
      | [,(;:–—-]\s? | ['’]s\s)$""",
    re.IGNORECASE | re.VERBOSE,
)
_PAGES = re.compile(r"\bpp?\.\s?(?:\d+\s?[-–]\s?)?$")
_COPYRIGHT = re.compile(r"(?:©|\([Cc]\)|\b[Cc]opyright)\s*$")
_GLUED = re.compile(r"(?:[\d/.@_+&'’]|\d[,-])$")
_SIZE_AFTER = re.compile(r"\s?[x×]\s?\d")
_SIZE_BEFORE = re.compile(r"\d\s?[x×]\s?$")

# A year that a story steps into; others ("the treaty of 1801", "until 1960") are asides.
_STEP = re.compile(
    r"(?:\b(?:in|by|during|throughout|mid|late|early)[\s-]+(?:the\s+year\s+)?|\n\s*)$",
    re.IGNORECASE,
)


_LEAD = re.compile(r"\D*")
_CAMPAIGN = re.compile(r"\s(?:campaigns?|seasons?|offensives?|expeditions?)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Year(Phrase):
    """A year by its number."""

    year: int
    """0 is 1 BC."""
    opens: bool = False
    """Whether it is the first of two, "1914-18"."""
    closes: bool = False
    """Whether it is the second."""
    fiscal: bool = False
    """Whether it is a firm's or a state's: "fiscal 2022", "FY2022"."""

    @property
    def names_year(self) -> bool:
        return True

    def resolve(self, setting: Setting) -> Resolution:
        return Resolution(Timex.of_year(self.year), Rule.EXPLICIT)

    def is_aside(self, text: str) -> bool:
        """As in "the treaty of 1801", "a study published in 1998", "a goal for late 1998"."""
        if tells_of_text(text, self.start) or is_planned_for(text, self.start):
            return True
        if _CAMPAIGN.match(text, self.end):
            return False
        lead = _LEAD.match(text, self.start, self.end)
        words = lead[0] if lead else ""
        return not _STEP.search(text[max(0, self.start - 24) : self.start] + words)

    def doubtful(self, text: str, before: str) -> bool:
        """As in "1900 men", "Orion 1980", "pp. 1914", "/2021/"."""
        if _THOUSANDS.search(before):
            return True
        if self.closes:
            return any(sign.search(before) for sign in (_PAGES, _PARAGRAPH_BEFORE, _NUMBER_BEFORE))
        counted = _COUNTED.match(text, self.end) and not _OPENS_SENTENCE.search(before)
        if counted or _SIZE_AFTER.match(text, self.end):
            return True
        if not 1000 <= self.year < 2100:
            return False
        if _TITLE_AFTER.match(text, self.end) and text[self.start - 1 : self.start] != "\n":
            return True
        if _NAME_AFTER.match(text, self.end) or _PARAGRAPH_BEFORE.search(before):
            return True
        if _MODEL_AFTER.match(text, self.end) or _MODEL_BEFORE.search(before):
            return True
        if _is_model(text, self.end):
            return True
        if _COPYRIGHT.search(before):
            return True
        if self.end - self.start > 4:
            words = text[self.start : self.end].lower()
            spoken = words.startswith(("two thousand", "twenty")) or "hundred" in words
            return spoken and not _PREPOSITION.search(before)
        if _PLURAL_AFTER.match(text, self.end) and not _LED.search(before):
            return True
        if _FIGURES_BEFORE.search(before) or _SCORE_BEFORE.search(before):
            return True
        if _CODE_BEFORE.search(before) or _PAIR_BEFORE.search(before):
            return True
        if _PAIR_AFTER.match(text, self.end) and not _LED.search(before):
            return True
        if self.year > FARTHEST and not _LED.search(before):
            return True
        if _PAGES.search(before) or _GLUED.search(before) or _SIZE_BEFORE.search(before):
            return True
        if self.opens:
            return False
        if text[self.end : self.end + 1] in ("/", "_", "@"):
            return True
        return _NAME_BEFORE.search(before) is not None and not _PREPOSITION.search(before)


def read_year(match: Match) -> list[Phrase]:
    """A year, or two joined by a dash: "1914-18" is 1914 and 1918."""
    first, later = year_of(match["year_y"]), match["year_to"]
    start, end = match.span()
    if first is None:
        return []
    if later is None:
        fiscal = match[0].lower().startswith(("fy", "fiscal", "the fiscal"))
        return [Year(start=start, end=end, year=first, fiscal=fiscal)]
    if len(later) == 1:  # "in 2008-9": of two years in a row the later may be one figure
        later = str(first + 1) if (first + 1) % 10 == int(later) else ""
    last = int(later or 0) if len(later) != 2 else first - first % 100 + int(later)
    if last <= first and first % 100 == 99:
        last += 100
    if not first < last <= first + LONGEST_SPAN:
        return []
    return [
        Year(start=start, end=match.end("year_y"), year=first, opens=True),
        Year(start=match.start("year_to"), end=end, year=last, closes=True),
    ]


def read_era(match: Match) -> list[Phrase]:
    """As in "480 BC", "AD 79"; "264-241 BC" is two years."""
    start, end = match.span()
    if match["era_ad"]:
        return [Year(start=start, end=end, year=int(match["era_ad"]))]
    before = match["era_after"].startswith("B")
    years = [
        1 - int(figures) if before else int(figures)
        for figures in (match["era_from"], match["era_y"])
        if figures
    ]
    if len(years) == 1:
        return [Year(start=start, end=end, year=years[0])]
    if not 0 < years[1] - years[0] <= LONGEST_SPAN:
        return [Year(start=match.start("era_y"), end=end, year=years[1])]
    return [
        Year(start=start, end=match.end("era_from"), year=years[0], opens=True),
        Year(start=match.start("era_y"), end=end, year=years[1], closes=True),
    ]


YEAR_WITH_ERA = Form(
    name="era",
    pattern=rf"""
        (?:[Tt]he{S}year{S})?(?:(?P<era_from>\d{{1,4}})(?:\s?[-–]\s?|{S}(?:to|and|or){S}))?(?P<era_y>\d{{1,4}}){S}
        (?P<era_after>B\.?C(?:\.?E)?|A\.?D|C\.?E)\b\.?
        |A\.?D\.?{S}(?P<era_ad>\d{{1,4}})\b""",
    read=read_era,
    examples=(
        ("The town was founded in 480 BC or so.", "480 BC = BC0480"),
        ("The war of 264-241 BC was long.", "264 = BC0264; 241 BC = BC0241"),
        ("It rained in 496 and 495 BC.", "496 = BC0496; 495 BC. = BC0495"),
        ("The town burned in AD 79.", "AD 79 = 0079"),
        ("In the year 79 CE the town burned.", "the year 79 CE = 0079"),
    ),
)

YEAR_ALONE = Form(
    name="year",
    pattern=rf"""
        (?:(?:(?:[Tt]he{S})?(?:calendar{S}|fiscal{S})?year{S})
          |(?:[Tt]he{S}year['’]?s?{S}) |(?:[Ff]iscal|[Cc]alendar|FY|CY)(?:{S})?)?
        (?P<year_y>{YEAR}|['’]\d\d|{YEAR_WORDS})
        (?:\s?(?:-|–|—|~|/)\s?(?P<year_to>{YEAR}|\d\d?)(?![\w-]))?{NO_MORE_FIGURES}""",
    read=read_year,
    examples=(
        ("It opened in 1989.", "1989 = 1989"),
        ("It opened in the year 1989.", "the year 1989 = 1989"),
        ("It grew in fiscal 1989 and FY2020.", "fiscal 1989 = 1989; FY2020 = 2020"),
        ("It opened in '89, not '12.", "'89 = 1989; '12 = 2012"),
        ("It opened in nineteen eighty-nine.", "nineteen eighty-nine = 1989"),
        ("It opened in two thousand and eight.", "two thousand and eight = 2008"),
        ("The war of 1914-18 was long.", "1914 = 1914; 18 = 1918"),
        ("The war of 1999-00 was long.", "1999 = 1999; 00 = 2000"),
        ("It fell in 2008-9, by 50 U.S.C. 1701-1706.", "2008 = 2008; 9 = 2009"),
        ("Some 1900 men came by route 1950, sent by RSA-1024 in a two thousand-year story.", ""),
        ("In all, 1998 were lost, a 2000 year old oak and her 1999 Saab among them.", ""),
        ("It has sixteen hundred rooms, at 1912 Old Mill Road; call 555 1912.", ""),
        ("It is filed in 2021/A and in 2021_b, on pp. 1914-18.", ""),
        ("It is of the Great War 1914-18.", "1914 = 1914; 18 = 1918"),
    ),
)
