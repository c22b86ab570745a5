"""Phrases that look like dates and are none.

Here is what holds of all kinds, and what several ask; a kind's own doubts stand with it, in
``Phrase.doubtful``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.dates.phrase import Phrase

NEAR = 32
"""Characters before a phrase that tell."""

_OPENING = frozenset("\"“'‘")
_QUOTED_AFTER = re.compile(r"[,.]?[\"”'’]")
_TITLE = re.compile(r"(?:\s[A-Z][\w’'-]*){1,4}[,.]?[\"”’]")
_WITHIN_SENTENCE = re.compile(r"[\w,’'][^\S\n]$")


def refused(text: str, phrase: Phrase) -> bool:
    """Whether the words around a phrase show that it names no date."""
    if phrase.repeated:
        return True
    before = text[max(0, phrase.start - NEAR) : phrase.start]
    if before[-1:].isalpha() and not phrase.stands_glued:
        return True
    if before[-1:] in _OPENING and _TITLE.match(text, phrase.end) and text[phrase.start].isupper():
        return True  # “Christmas Love”, "Friday Night Lights"
    return phrase.doubtful(text, before)


def after(words: str) -> re.Pattern[str]:
    """A pattern for the words that a phrase follows, to be searched in what is before it."""
    return re.compile(rf"(?:{words})\s+$", re.IGNORECASE | re.VERBOSE)


def titled(text: str, phrase: Phrase, before: str) -> bool:
    """As in "This Week," in quotation marks, or "USA Today": a name within a sentence."""
    if not text[phrase.start].isupper():
        return False
    quoted = before[-1:] in _OPENING and _QUOTED_AFTER.match(text, phrase.end) is not None
    return quoted or _WITHIN_SENTENCE.search(before) is not None
