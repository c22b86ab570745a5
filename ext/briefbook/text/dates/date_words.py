"""The words of dates, read from their tables, and as pieces of regular expressions.

The pieces spell out upper and lower case instead of ignoring it: "may" and "march" are verbs, and
Python's engine searches a case-blind pattern several times slower.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.timex import SEASONS as CODES
from briefbook.text.timex import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TABLE: Final = "dates.toml"

_WORD = re.compile("[a-z]+")


def load_table(text: str) -> dict[str, Any]:
    """The tables in the text of ``dates.toml``.

    Raises ValueError, naming the row, where a word could never match or stands for two things.
    """
    tables = tomllib.loads(text)
    for name in ("months", "weekdays"):
        words = [word for row in tables[name].values() for word in row.split()]
        _check_words(name, words)
    for name in ("cardinals", "ordinals", "units", "seasons"):
        _check_words(name, tables[name])
    for row in tables["days"]:
        _check_words("days", row.split(), twice=True)
    for name, row in tables["times-of-day"].items():
        _check_words(f"times-of-day, {name}", row.split())
    months = {word for row in tables["months"].values() for word in row.split()}
    if unknown := set(tables["ambiguous"]["months"].split()) - months:
        raise ValueError(f"{TABLE}, ambiguous: no month is called {sorted(unknown)}")
    return tables


def _check_words(table: str, words: Iterable[str], *, twice: bool = False) -> None:
    seen: set[str] = set()
    for word in words:
        if not _WORD.fullmatch(word):
            raise ValueError(f"{TABLE}, {table}: {word!r} can match no word: write a to z alone")
        if word in seen and not twice:
            raise ValueError(f"{TABLE}, {table}: {word!r} stands there twice")
        seen.add(word)


_TABLES = load_table((files("briefbook") / "text/lang/en" / TABLE).read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """Alternation of words, longest first, so that no word hides a longer one."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def cased(words: Iterable[str]) -> str:
    """As ``either``, with a small or a capital first letter."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in either(words).split("|"))


def _numbered(table: Mapping[str, str]) -> dict[str, int]:
    return {word: int(number) for number, row in table.items() for word in row.split()}


def _names(table: Mapping[str, str]) -> list[str]:
    return [row.split()[0] for row in table.values()]


def _short(table: Mapping[str, str]) -> list[str]:
    return [word for row in table.values() for word in row.split()[1:]]


MONTHS: Final = _numbered(_TABLES["months"])
WEEKDAYS: Final = _numbered(_TABLES["weekdays"])
"""ISO numbers: Monday is 1."""
CARDINALS: Final[dict[str, int]] = _TABLES["cardinals"]
ORDINALS: Final[dict[str, int]] = _TABLES["ordinals"]
SEASONS: Final = {word: CODES.index(code) + 1 for word, code in _TABLES["seasons"].items()}
"""By their place in the year: spring is 1."""
DAYS: Final[dict[str, int]] = _TABLES["days"]
"""Days from publication."""
PARTS_OF_DAY: Final[list[str]] = _TABLES["times-of-day"]["parts"].split()
MOMENTS: Final[list[str]] = _TABLES["times-of-day"]["moments"].split()
HOLIDAY_ROWS: Final[dict[str, dict[str, int]]] = _TABLES["holidays"]

UNITS: Final = {
    word: Unit(row["grain"] if isinstance(row, dict) else row)
    for word, row in _TABLES["units"].items()
}
TIMES: Final = {
    word: row["times"] if isinstance(row, dict) else 1 for word, row in _TABLES["units"].items()
}
"""How many of its grain a unit is: a fortnight is two weeks."""

# --- pieces of regular expressions

S: Final = r"\s{1,3}"
"""White space within a phrase: wrapped lines and double blanks included."""

_AMBIGUOUS = _TABLES["ambiguous"]["months"].split()
_MONTH_NAMES = _names(_TABLES["months"])
_SHORT_MONTHS = _short(_TABLES["months"])
MONTH_FULL: Final = (
    f"(?:{either(word.capitalize() for word in _MONTH_NAMES)}"
    f"|{either(word.upper() for word in _MONTH_NAMES)}"
    f"|{either(word for word in _MONTH_NAMES if word not in _AMBIGUOUS)})"
)
MONTH_SHORT: Final = (
    f"(?:{either(word.capitalize() for word in _SHORT_MONTHS)}"
    f"|{either(word.upper() for word in _SHORT_MONTHS)}|{either(_SHORT_MONTHS)})"
)
MONTH: Final = rf"(?:{MONTH_FULL}|(?:{MONTH_SHORT}|{either(_AMBIGUOUS)})\b\.?)(?![A-Za-z])"
"""A month's name beside a day or a year, where even "may" can be no verb."""

_WEEKDAY_NAMES = _names(_TABLES["weekdays"])
WEEKDAY: Final = f"(?:{cased(_WEEKDAY_NAMES)}|{either(word.upper() for word in _WEEKDAY_NAMES)})"
WEEKDAY_SHORT: Final = (
    rf"(?:{either(word.capitalize() for word in _short(_TABLES['weekdays']))})\b\.?"
)

_BELOW_TEN = either(word for word, number in CARDINALS.items() if number < 10)
_TEENS = [word for word, number in CARDINALS.items() if 10 <= number < 20]
_TENS = [word for word, number in CARDINALS.items() if number >= 20]
_UPTO_NINTH = either(word for word, number in ORDINALS.items() if number < 10)
_COMPOUND_TENS = cased(word for word in _TENS if CARDINALS[word] in (20, 30))
ORDINAL_WORD: Final = (
    rf"(?:(?:{_COMPOUND_TENS})[- ](?:{_UPTO_NINTH})|{cased(ORDINALS)})(?![A-Za-z])"
)
CARDINAL_WORD: Final = (
    rf"(?:(?:{cased(_TENS)})(?:[- ](?:{_BELOW_TEN}))?"
    rf"|{cased(word for word, number in CARDINALS.items() if number < 20)})"
)

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

SEASON: Final = rf"(?:{cased(SEASONS)})"
UNIT: Final = rf"(?:{either(UNITS)})"
PART_OF_DAY: Final = rf"(?:{either(PARTS_OF_DAY)})"


# --- what the words say


def number(text: str) -> int | None:
    """A number in figures or in words ("twenty-five", "a"), or None."""
    text = text.lower()
    if text.isdecimal():
        return int(text)
    if text in ("a", "an"):
        return 1
    total = 0
    for part in text.replace("-", " ").split():
        value = CARDINALS.get(part) or ORDINALS.get(part)
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


def grain(word: str | None) -> Unit | None:
    """The grain that a unit's word names; a part of a day stands for the day."""
    if word is None:
        return None
    return Unit.DAY if word in PARTS_OF_DAY else UNITS.get(word)


def season_number(word: str | None) -> int | None:
    return SEASONS[word.lower()] if word else None


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
