"""Telling a story of past years from news of the day."""

from __future__ import annotations

from collections.abc import Iterable

from .anchor import Anchor
from .phrases import Kind, Phrase

FEWEST_YEARS = 4
"""Fewer past years than this make no story."""

YEARS_PER_PRESENT = 3
"""A story names this many past years for each word tied to its publication."""


def is_narrative(phrases: Iterable[Phrase], anchor: Anchor | None) -> bool:
    """Whether a text mostly names years long past and hardly speaks from its publication.

    Without a publication date there is nothing else to resolve against.
    """
    if anchor is None:
        return True
    past = present = 0
    for phrase in phrases:
        if phrase.kind is Kind.DATE and phrase.year is not None:
            past += phrase.year < anchor.day.year - 1
        elif phrase.kind in (Kind.DEICTIC, Kind.OFFSET):
            present += phrase.name != "today"
        elif phrase.kind is Kind.DATE and phrase.weekday is not None and phrase.month is None:
            present += 1
    return past >= FEWEST_YEARS and past > YEARS_PER_PRESENT * present
