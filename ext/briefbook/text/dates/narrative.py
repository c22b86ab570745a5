"""Stories of past years: telling them from news of the day, and following their year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .phrases import Kind, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .anchor import Anchor
    from .setting import Setting

FEWEST_YEARS = 4
"""Fewer past years than this make no story."""

YEARS_PER_PRESENT, YEARS_PER_WEEKDAY = 8, 3
"""A story names more past years than this for each word tied to its publication ("last week"), and
for each weekday."""


def is_narrative(phrases: Sequence[Phrase], anchor: Anchor | None) -> bool:
    """Whether a text mostly names years long past and hardly speaks from its publication.

    Without a publication date there is nothing else to resolve against.
    """
    if anchor is None:
        return True
    past = present = 0
    if phrases and phrases[0].kind is Kind.DATE and phrases[0].day and phrases[0].year is None:
        return False  # only news can open with a day and leave its year to the reader
    for phrase in phrases:
        if phrase.kind is Kind.DATE and phrase.year is not None:
            past += phrase.year < anchor.day.year - 1
        elif phrase.kind in (Kind.DEICTIC, Kind.OFFSET):
            present += YEARS_PER_PRESENT * (phrase.name != "today")
        elif phrase.kind is Kind.DATE and phrase.weekday is not None and phrase.month is None:
            present += YEARS_PER_WEEKDAY
    return past >= FEWEST_YEARS and past > present


# A year that the story steps into; others ("the treaty of 1801", "until 1960") are asides.
_STEP = re.compile(
    r"(?:\b(?:in|by|during|throughout|mid|late|early)[\s-]+(?:the\s+year\s+)?|\n\s*)$",
    re.IGNORECASE,
)


def is_aside(setting: Setting, phrase: Phrase) -> bool:
    """Whether a date does not move the story on: a flashback, or a year merely mentioned."""
    if phrase.kind is Kind.RELATIVE:
        return (phrase.count or 0) < 0
    if phrase.kind is not Kind.DATE or phrase.month is not None or phrase.year is None:
        return False
    lead = setting.text[phrase.start : phrase.end].rstrip("0123456789")
    return not _STEP.search(setting.text[max(0, phrase.start - 24) : phrase.start] + lead)
