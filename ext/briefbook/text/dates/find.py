"""Finding: the date phrases of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .date_words import YEAR, S
from .openings import openings
from .rules import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .phrase import Phrase

LEAD: Final = rf"""
    (?:(?:[Tt]he{S})?
       (?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle|[Cc]lose|[Tt]urn|[Dd]awn|[Ll]atter{S}part){S}of{S}
       (?:the{S}(?=month|year|week|quarter|day|decade|century|{YEAR}|\d|['’]))?
      |(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater|[Ss]o{S}far)(?:{S}|-)
       (?:on{S}|in{S})?(?:the{S}(?=month|year|week|quarter|day|decade|\d|['’])|of{S})?)"""
"""What may stand before a date and belongs to its phrase, without changing its value."""

PHRASE: Final = re.compile(
    f"(?:{LEAD})?(?:" + "|".join(f"(?P<{form.name}>{form.pattern})" for form in FORMS) + ")",
    re.VERBOSE,
)
"""One date phrase, at the place where it is tried."""

STARTER: Final = re.compile(
    rf"(?<![A-Z0-9$£€¥\#])(?<![a-z](?![A-Z]))"
    rf"(?={openings([LEAD, *(form.pattern for form in FORMS)])})"
)
"""Where a phrase can begin: most words are passed over at their first letters."""

_READERS: Final = {form.name: form.read for form in FORMS}


def find_phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The date phrases between two offsets, in order, not overlapping, in time linear in length."""
    reached = start
    for starter in STARTER.finditer(text, start, end):
        place = starter.start()
        if place < reached:
            continue
        match = PHRASE.match(text, place, end)
        if match is not None and match.lastgroup is not None:
            reached = match.end()
            yield from _READERS[match.lastgroup](match)
