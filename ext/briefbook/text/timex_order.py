"""TIMEX3 calendar values in order of time."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_SEASON_MONTHS: Final = {"SP": "03", "SU": "06", "FA": "09", "AU": "09", "WI": "12"}


def first_day(value: str) -> str:
    """The first day of a value as text that sorts in order of time: of 2022-01, 2022-01-01.

    Years before Christ count backwards and come before all others. A value of any other form sorts
    as it stands.
    """
    if value.startswith("BC"):
        # There a decade or a century begins with its highest year.
        day = first_day(value[2:].replace("X", "9"))
        return f"-{9999 - int(day[:4]):04}{day[4:]}" if day[:4].isdigit() else f"-{value}"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(?:-WE)?", value):
        try:
            return date.fromisocalendar(int(match[1]), int(match[2]), 1).isoformat()
        except ValueError:
            return value
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"{match[1]}-{3 * int(match[2]) - 2:02}-01"
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        return f"{match[1]}-{6 * int(match[2]) - 5:02}-01"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value):
        return f"{match[1]}-{_SEASON_MONTHS[match[2]]}-01"
    if match := re.fullmatch(r"(\d{3})X", value):
        return f"{match[1]}0-01-01"
    if match := re.fullmatch(r"(\d{2})XX", value):
        return f"{match[1]}00-01-01"
    return (value + "-01-01")[:10] if re.fullmatch(r"\d{4}", value) else (value + "-01")[:10]
