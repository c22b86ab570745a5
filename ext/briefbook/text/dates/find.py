"""Finding: the date phrases of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from briefbook.text.dates.date_words import YEAR, S
from briefbook.text.dates.openings import openings
from briefbook.text.dates.rules import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.text.dates.phrase import Phrase

LEAD: Final = rf"""
    (?:(?:[Tt]he{S})?
       (?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle|[Cc]lose|[Tt]urn|[Dd]awn|[Ll]atter{S}part){S}of{S}
       (?:the{S}(?=month|year|week|quarter|day|decade|century|{YEAR}|\d|['’]))?
      |(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater|[Ss]o{S}far)(?:{S}|-)
       (?:on{S}|in{S})?(?:the{S}(?=month|year|week|quarter|day|decade|\d|['’])|of{S})?)"""
"""What may stand before a date and belongs to its phrase, without changing its value."""


@cache
def phrase() -> re.Pattern[str]:
    """One date phrase, at the place where it is tried.

    Made when first needed, as is ``starter``: a build whose marks are all kept needs neither.
    """
    forms = "|".join(f"(?P<{form.name}>{form.pattern})" for form in FORMS)
    return re.compile(f"(?:{LEAD})?(?:{forms})", re.VERBOSE)


@cache
def starter() -> re.Pattern[str]:
    """Where a phrase can begin: most words are passed over at their first letters."""
    opening = openings([LEAD, *(form.pattern for form in FORMS)])
    return re.compile(rf"(?<![A-Z0-9$£€¥\#])(?<![a-z](?![A-Z]))(?={opening})")


_READERS: Final = {form.name: form.read for form in FORMS}


def find_phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The date phrases between two offsets, in order, not overlapping, in time linear in length."""
    reached, match_phrase = start, phrase().match
    for found in starter().finditer(text, start, end):
        place = found.start()
        if place < reached:
            continue
        match = match_phrase(text, place, end)
        if match is not None and match.lastgroup is not None:
            reached = match.end()
            yield from _READERS[match.lastgroup](match)
