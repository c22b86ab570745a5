"""Datelines: "BRUSSELS, January 4. /TASS/" is written on the day it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.dates.publication_date import anchor_on
from briefbook.text.dates.rules.month_day import MonthDay

if TYPE_CHECKING:
    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.publication_date import Anchor

FARTHEST = 31
"""Days: a dateline farther from publication than this is of another story or year, or none."""

LONGEST_PLACE = 60
"""Characters."""

_PLACE = re.compile(
    r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+[\s,/]{1,2}){1,5}(?:[A-Z][a-z.]+,?\s){0,2}[—–-]?\s?"
)
_CLOSE = re.compile(r"[.,]?\s{0,2}(?:/|\(|[—–:]|--?\s|[A-Z]{3})")


def dateline(text: str, start: int, phrase: Phrase, anchor: Anchor) -> Anchor | None:
    """The anchor that a phrase gives if it is a dateline's date, else None.

    A dateline opens a line, or the block, which starts at ``start``.
    """
    if not isinstance(phrase, MonthDay):
        return None
    reach = max(start, phrase.start - LONGEST_PLACE)
    line = max(start, text.rfind("\n", reach, phrase.start) + 1)
    if phrase.start - line > LONGEST_PLACE or not _PLACE.fullmatch(text, line, phrase.start):
        return None
    if not _CLOSE.match(text, phrase.end):
        return None
    years = [phrase.year] if phrase.year else [anchor.day.year + step for step in (-1, 0, 1)]
    values = [phrase.in_year(year) for year in years]
    days = [day for value in values if value and (day := value.first_day)]
    if not days:
        return None
    day = min(days, key=lambda day: abs((day - anchor.day).days))
    return anchor_on(day) if abs((day - anchor.day).days) <= FARTHEST else None
