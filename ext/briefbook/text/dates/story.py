"""Stories of past years, and telling them from news of the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.dates.reading import in_quotation
from briefbook.text.dates.rules.month import Month
from briefbook.text.dates.rules.year import Year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.dates.phrase import Phrase
    from briefbook.text.dates.publication_date import Anchor

CURRENT = 2
"""Past years that have to be named against each date of the year of publication."""

SAYS = 2
"""Past years that have to be named against each "says", which speaks from the day of the text."""

_SAYS = re.compile(r"says\b(?<!\wsays)")  # "says" first: the engine looks for it as it stands

FEWEST_YEARS = 4
"""Fewer past years than this make no story."""


# "their 1976 album", "1972's best": years of works, which news names as well.
_DETERMINED = re.compile(r"\b(?:the|an?|its|his|her|their|our)\s$")


def _is_attribute(text: str, phrase: Phrase) -> bool:
    if text.startswith(("'s", "’s"), phrase.end):
        return True
    return _DETERMINED.search(text[max(0, phrase.start - 8) : phrase.start]) is not None


def is_narrative(text: str, phrases: Sequence[Phrase], anchor: Anchor | None) -> bool:
    """Whether a text mostly names years long past and hardly speaks from its publication.

    Without a publication date there is nothing else to resolve against. Against each phrase tied to
    publication, a story has to name as many past years as its kind's ``presence`` says; what its
    people say in quotation marks speaks from their day, not from publication.
    """
    if anchor is None:
        return True
    opening = phrases[0] if phrases else None
    if isinstance(opening, Month) and opening.year is None and opening.of is None:
        return False  # only news can open with a day or month and leave its year to the reader
    past = sum(
        phrase.year is not None and phrase.year < anchor.day.year - 1
        for phrase in phrases
        if isinstance(phrase, Year | Month) and not _is_attribute(text, phrase)
    )
    if past < FEWEST_YEARS:
        return False
    current = sum(
        phrase.year is not None and phrase.year >= anchor.day.year
        for phrase in phrases
        if isinstance(phrase, Year | Month)
    )
    present = (
        phrase.presence
        for phrase in phrases
        if phrase.presence and not in_quotation(text, phrase.start)
    )
    return past > sum(present) + CURRENT * current + SAYS * len(_SAYS.findall(text))
