"""English words for dates, as tables and as pieces of regular expressions.

The pieces spell out upper and lower case instead of ignoring it: "may" and "march" are verbs, and
Python's engine searches a case-blind pattern several times slower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .values import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable


def table(first: int, lines: str) -> dict[str, int]:
    """Words to numbers: each line holds the words of one number, counting up from ``first``."""
    return {
        word: number
        for number, line in enumerate(lines.strip().splitlines(), first)
        for word in line.split()
    }


def either(words: Iterable[str]) -> str:
    """Alternation of words, longest first, so that no word hides a longer one."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def cased(words: Iterable[str]) -> str:
    """As ``either``, with a small or a capital first letter."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in either(words).split("|"))


MONTHS = table(
    1,
    """january jan
    february feb febr
    march mar
    april apr
    may
    june jun
    july jul
    august aug
    september sep sept
    october oct
    november nov
    december dec""",
)

WEEKDAYS = table(
    1,
    """monday mon
    tuesday tue tues
    wednesday wed
    thursday thu thur thurs
    friday fri
    saturday sat
    sunday sun""",
)
"""ISO numbers: Monday is 1."""

ONES = table(
    1,
    """one
    two
    three
    four
    five
    six
    seven
    eight
    nine
    ten
    eleven
    twelve
    thirteen
    fourteen
    fifteen
    sixteen
    seventeen
    eighteen
    nineteen""",
)
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS = table(
    1,
    """first
    second
    third
    fourth
    fifth
    sixth
    seventh
    eighth
    ninth
    tenth
    eleventh
    twelfth
    thirteenth
    fourteenth
    fifteenth
    sixteenth
    seventeenth
    eighteenth
    nineteenth
    twentieth""",
) | {"thirtieth": 30}

UNITS = {unit.value: unit for unit in Unit} | {"fortnight": Unit.WEEK}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

S = r"\s{1,3}"
"""White space within a phrase: wrapped lines and double blanks included."""

MONTH_FULL = (
    r"(?:J(?:anuary|une|uly|ANUARY|UNE|ULY)|F(?:ebruary|EBRUARY)|M(?:arch|ay|ARCH|AY)"
    r"|A(?:pril|ugust|PRIL|UGUST)|S(?:eptember|EPTEMBER)|O(?:ctober|CTOBER)|N(?:ovember|OVEMBER)"
    r"|D(?:ecember|ECEMBER)|january|february|april|june|july|september|october|november|december)"
)
MONTH_SHORT = (
    r"(?:J(?:an|un|ul|AN|UN|UL)|F(?:ebr?|EB)|M(?:ar|AR)|A(?:pr|ug|PR|UG)|S(?:ept?|EPT?)"
    r"|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC)|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
MONTH = rf"(?:{MONTH_FULL}|(?:{MONTH_SHORT}|march|may|august)\b\.?)(?![A-Za-z])"
"""A month's name beside a day or a year, where even "may" can be no verb."""

WEEKDAY = (
    r"(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
)
WEEKDAY_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"

_ONE_TO_NINE = either(list(ONES)[:9])
_FIRST_TO_NINTH = either(list(ORDINALS)[:9])
ORDINAL_WORD = (
    rf"(?:(?:[Tt]wenty|[Tt]hirty)[- ](?:{_FIRST_TO_NINTH})|{cased(ORDINALS)})(?![A-Za-z])"
)
CARDINAL_WORD = rf"(?:(?:{cased(TENS)})(?:[- ](?:{_ONE_TO_NINE}))?|{cased(ONES)})"

DAY_FIGURES = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\dA-Za-z])"
COUNT = rf"(?:\d{{1,3}}|[Aa]n?|{CARDINAL_WORD})"
"""A number of units: figures, words to ninety-nine, or "a"."""

YEAR = r"(?:1\d\d\d|20\d\d)"

SEASON = rf"(?:{cased(SEASONS)})"

UNIT = r"(?:day|weekend|week|fortnight|month|quarter|half|year|decade|century)"


def number(text: str) -> int | None:
    """A number in figures or in words ("twenty-five", "a"), or None."""
    text = text.lower()
    if text.isdecimal():
        return int(text)
    if text in ("a", "an"):
        return 1
    total = 0
    for part in text.replace("-", " ").split():
        value = ONES.get(part) or TENS.get(part) or ORDINALS.get(part)
        if value is None:
            return None
        total += value
    return total or None


def day_number(text: str) -> int | None:
    """A day of the month, "21st", "twenty-first" or "07", or None."""
    return int(text.rstrip("stndrh")) if text[0].isdecimal() else number(text)


def month_number(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def weekday_number(text: str) -> int:
    return WEEKDAYS[text.lower().rstrip(".")]


def year_number(text: str) -> int:
    """A year of four figures, or of two: '45 is 1945; to 29 they belong to this century."""
    figures = text.lstrip("'’")
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (2000 if year < 30 else 1900)


_TEENS_YEARS = rf"(?:{cased(list(ONES)[9:])}|[Tt]wenty)"
YEAR_WORDS = (
    rf"(?:{_TEENS_YEARS}[- ](?:(?:{either(TENS)})(?:[- ](?:{_ONE_TO_NINE}))?"
    rf"|(?:oh|o)[- ](?:{_ONE_TO_NINE})|{either(list(ONES)[9:])}|hundred)"
    rf"|[Tt]wo[- ]thousand(?:[- ](?:and[- ])?{CARDINAL_WORD})?)(?![A-Za-z])"
)
"""A year spoken out: "nineteen seventy-nine", "two thousand and eight"."""


def spoken_year(text: str) -> int | None:
    """The year that ``YEAR_WORDS`` matched, or None."""
    words = text.lower().replace("-", " ").split()
    if words[:2] == ["two", "thousand"]:
        rest = [word for word in words[2:] if word != "and"]
        return 2000 + (number(" ".join(rest)) or 0) if rest else 2000
    high = number(words[0])
    if high is None:
        return None
    if words[1] == "hundred":
        return 100 * high
    low = number(" ".join(word for word in words[1:] if word not in ("oh", "o")))
    return None if low is None else 100 * high + low
