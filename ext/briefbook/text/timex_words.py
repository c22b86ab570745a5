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
    """A TIMEX3 value as readers say it: ``2022-01-12`` is "12 January 2022".

    Values of a form that has no plain wording come back unchanged.
    """
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
    return value
