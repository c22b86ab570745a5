"""The words of dates as pieces of regular expressions, and what they say.

The pieces spell out upper and lower case instead of ignoring it: "may" and "march" are verbs, and
Python's engine searches a case-blind pattern several times slower.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefbook.text.lang.date_rows import date_rows
from briefbook.text.lang.table import Table
from briefbook.text.lang.word_rows import word_rows
from briefbook.text.timex import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

ROWS: Final = date_rows()
DOUBTS: Final = word_rows(Table("en", "date_doubts"))
"""Words beside what looks like a date and is none, each row as alternatives of an expression."""


def either(words: Iterable[str]) -> str:
    """Alternation of words, longest first, so that no word hides a longer one."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def cased(words: Iterable[str]) -> str:
    """As ``either``, with a small or a capital first letter."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in either(words).split("|"))


# --- pieces of regular expressions

S: Final = r"\s{1,3}"
"""White space within a phrase: wrapped lines and double blanks included."""

_MONTHS = ROWS.months
_PLAIN = [name for name in _MONTHS.names if name not in ROWS.ambiguous]
MONTH_FULL: Final = (
    f"(?:{cased(_PLAIN)}|{either(name.capitalize() for name in ROWS.ambiguous)}"
    f"|{either(name.upper() for name in _MONTHS.names)})"
)
MONTH_SHORT: Final = f"(?:{cased(_MONTHS.short)}|{either(word.upper() for word in _MONTHS.short)})"
MONTH: Final = (
    rf"(?:{MONTH_FULL}(?:\.(?={S}\d))?|(?:{MONTH_SHORT}|{either(ROWS.ambiguous)})\b\.?)(?![A-Za-z])"
)
"""A month's name beside a day or a year, where even "may" can be no verb."""

_WEEKDAYS = ROWS.weekdays
WEEKDAY: Final = f"(?:{cased(_WEEKDAYS.names)}|{either(name.upper() for name in _WEEKDAYS.names)})"
WEEKDAY_STOPPED: Final = (
    rf"(?:{either(word.capitalize() for word in _WEEKDAYS.short if word not in ('sat', 'sun'))})\."
)
"""A short form that its stop tells from a word or a name."""
WEEKDAY_SHORT: Final = rf"(?:{either(word.capitalize() for word in _WEEKDAYS.short)})\b\.?"

_BELOW_TEN = either(word for word, number in ROWS.cardinals.items() if number < 10)
_TEENS = [word for word, number in ROWS.cardinals.items() if 10 <= number < 20]
_TENS = [word for word, number in ROWS.cardinals.items() if number >= 20]
_UPTO_NINTH = cased(word for word, number in ROWS.ordinals.items() if number < 10)
_COMPOUND_TENS = cased(word for word in _TENS if ROWS.cardinals[word] in (20, 30))
ORDINAL_WORD: Final = (
    rf"(?:(?:{_COMPOUND_TENS})[- ](?:{_UPTO_NINTH})|{cased(ROWS.ordinals)})(?![A-Za-z])"
)
CARDINAL_WORD: Final = (
    rf"(?:(?:{cased(_TENS)})(?:[- ](?:{_BELOW_TEN}))?"
    rf"|{cased(word for word, number in ROWS.cardinals.items() if number < 20)})"
)
SPOKEN_DAY: Final = (
    rf"(?:(?:(?:{_COMPOUND_TENS})[- ](?:{_BELOW_TEN})"
    rf"|{cased(word for word, number in ROWS.cardinals.items() if 10 <= number <= 30)})"
    r"(?=[.,;:!?)\]”\"’]|\s*(?:$|\n)|\s(?:nineteen|twenty|two\sthousand|at|in|on|to|from|when|until|and"
    r"|through|the|he|she|they|we|it|as|with|for|after|before|was|is|will)\b))"
)
"""The number of a day from ten to thirty-nine, spelt as it is spoken: "May twenty-nine"."""

NO_PART: Final = r"(?![-\s](?:quarter|half|day|time|place|round)\b)"
"""After an ordinal word that is a day: "the first half" is none."""
DAY_FIGURES: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\dA-Za-z])"
COUNT: Final = rf"(?:\d{{1,3}}|[Aa]n?|{CARDINAL_WORD})"
"""A number of units: figures, words to ninety-nine, or "a"."""

YEAR: Final = r"(?:1\d\d\d|20\d\d)"
NO_MORE_FIGURES: Final = r"(?![\w%$£€]|[.,:/-]\d)"
YEAR_WORDS: Final = (
    rf"(?:(?:{cased(_TEENS)}|[Tt]wenty)[- ](?:(?:{either(_TENS)})(?:[- ](?:{_BELOW_TEN}))?"
    rf"|(?:oh|o)[- ](?:{_BELOW_TEN})|{either(_TEENS)}|hundred)"
    rf"|[Tt]wo[- ]thousand(?:[- ](?:and[- ])?{CARDINAL_WORD})?)(?![A-Za-z])"
)
"""A year spoken out: "nineteen seventy-nine", "two thousand and eight"."""

SEASON: Final = rf"(?:{cased(ROWS.seasons)})"
UNIT: Final = rf"(?:{either(ROWS.units)})"
PART_OF_DAY: Final = rf"(?:{either(ROWS.parts_of_day)})"


# --- what the words say


def number(text: str) -> int | None:
    """A number in figures or in words ("twenty-five", "a"), or None."""
    text = text.lower()
    if text.isdecimal():
        return int(text)
    if text in ("a", "an"):
        return 1
    parts = text.replace("-", " ").split()
    values = [ROWS.cardinals.get(part) or ROWS.ordinals.get(part) for part in parts]
    return sum(value for value in values if value) if values and all(values) else None


def day_number(text: str) -> int:
    """What ``DAY_FIGURES`` or a day in words matched: "21st", "twenty-first", "twelve", "07"."""
    if text[0].isdecimal():
        return int(text.rstrip("stndrh"))
    tens, _, ones = text.lower().replace("-", " ").rpartition(" ")
    return ROWS.cardinals.get(tens, 0) + (ROWS.ordinals.get(ones) or ROWS.cardinals[ones])


def month_number(text: str) -> int:
    return ROWS.months.numbers[text.lower().rstrip(".")]


def weekday_number(text: str) -> int:
    return ROWS.weekdays.numbers[text.lower().rstrip(".")]


def grain(word: str | None) -> Unit | None:
    """The grain that a unit's word names, if any; a part of a day stands for the day."""
    if word in ROWS.parts_of_day:
        return Unit.DAY
    unit = ROWS.units.get(word or "")
    return unit[0] if unit else None


def season_number(word: str | None) -> int | None:
    return ROWS.seasons.get((word or "").lower())


def year_number(text: str) -> int:
    """A year of four figures, or of two: '45 is 1945; to 29 they belong to this century."""
    figures = text.lstrip("'’")
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (2000 if year < 30 else 1900)


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


_YEAR_WORDS = re.compile(YEAR_WORDS)
_FIGURES = re.compile(r"\d+")


def year_of(text: str | None) -> int | None:
    """The year that a phrase gives: ", 1998", "of '87", "480 BC" (below 1), "two thousand"."""
    if not text:
        return None
    if figures := _FIGURES.search(text):
        return 1 - int(figures[0]) if "B" in text else year_number(figures[0])
    words = _YEAR_WORDS.search(text)
    return spoken_year(words[0]) if words else None
