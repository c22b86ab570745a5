"""Datelines: "BRUSSELS, January 4. /TASS/" is written on the day it names."""

from __future__ import annotations

import re
from datetime import date

from .anchor import Anchor
from .phrases import Kind, Phrase
from .values import day_value

FARTHEST = 31
"""Days: a dateline farther from publication than this is of another story or year, or none."""

_PLACE = re.compile(
    r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+[\s,/]{1,2}){1,5}(?:[A-Z][a-z.]+,?\s){0,2}[—–-]?\s?"
)
_CLOSE = re.compile(r"[.,]?\s{0,2}(?:/|\(|[—–:]|--?\s|[A-Z]{3})")


def dateline(text: str, start: int, first: Phrase, anchor: Anchor) -> Anchor | None:
    """The anchor that a block starting at ``start`` gives by a dateline, or None.

    ``first`` is the block's first date phrase.
    """
    if first.kind is not Kind.DATE or first.month is None or first.day is None:
        return None
    if first.start - start > 60 or not _PLACE.fullmatch(text, start, first.start):
        return None
    if not _CLOSE.match(text, first.end):
        return None
    years = [first.year] if first.year else [anchor.day.year + step for step in (-1, 0, 1)]
    values = [day_value(year, first.month, first.day) for year in years]
    days = [date.fromisoformat(value) for value in values if value]
    if not days:
        return None
    day = min(days, key=lambda day: abs((day - anchor.day).days))
    if abs((day - anchor.day).days) > FARTHEST:
        return None
    return Anchor(day.isoformat(), day, exact=True)
