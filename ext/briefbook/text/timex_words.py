"""TIMEX3 calendar values in plain English words."""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINALS: Final = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}


def in_words(value: str) -> str:
    """A TIMEX3 value as readers say it: ``2022-01-12`` is "12 January 2022", ``BC0480`` "480 BC".

    Values of a form that has no plain wording come back unchanged.
    """
    if value.startswith("BC"):
        return f"{_in_words(value[2:])} BC"
    return _in_words(value)


def _in_words(value: str) -> str:
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        return f"{int(match[3])} {MONTHS[int(match[2]) - 1]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"{_ORDINALS[match[2]]} quarter of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        return f"{_ORDINALS[match[2]]} half of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        return f"{'weekend of ' if match[3] else ''}week {int(match[2])} of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value):
        return f"{_SEASONS[match[2]]} {match[1]}"
    if match := re.fullmatch(r"(\d{3})X", value):
        return f"{match[1]}0s"
    if match := re.fullmatch(r"(\d{2})XX", value):
        return f"{_ordinal(int(match[1]) + 1)} century"
    if re.fullmatch(r"0\d{3}", value):  # a year before 1000, as in "480 BC"
        return str(int(value))
    return value


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
