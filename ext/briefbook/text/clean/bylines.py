"""Lines that name who wrote the article."""

from __future__ import annotations

import re

from briefbook.text.lang.page_wording import any_of

_NAME = r"(?:[A-ZÀ-Ž][\w.'’-]*|de|van|von|der|den|al|el|bin|da|di|du|la|le)"
_BYLINE = re.compile(
    # No case folding: "By the time …" is a sentence, "By Jane Doe" is not.
    rf"(?:{any_of('byline-openers')}):? "
    r"(?!The |This |That |A |An |All |Its? )[A-ZÀ-Ž][\w.'’-]*"
    rf"(?:,? (?:and |und |et |y |e |en |& )?{_NAME}){{0,9}}"
    r"(?: ?[,|/·•–-].{0,60}|[.]?| (?:for|in|at|Published|Updated|Posted)\b.{0,60}"
    r"| on (?=[A-Z\d].{0,30}\b\d{4}\b).{0,60}"
    # The day of publication, glued or not.
    r"|,? ?(?:\d{1,2} ?)?[A-Z][A-Za-z]{2,8}\.? ?\d{1,4}\b.{0,40})"
)
_CREDITS = re.compile(
    r"[(\[]?(?:(?:additional )?(?:reporting|writing|editing|research)|compiled|translated|edited)"
    r"(?: and (?:reporting|writing|editing))? by:? .{3,200}",
    re.IGNORECASE,
)
# "Jane Doe contributed to this report.", "News writer Jane Doe in Sylvania contributed."
_CONTRIBUTED = re.compile(
    r" contributed(?P<what> (?:reporting |research )?to this (?:report|article|story))?\W{0,2}$"
)
_WRITES = re.compile(
    r"\b(?:correspondent|editor|journalist|photographer|producer|reporter|researcher|writer)s? "
    r"[A-ZÀ-Ž]"
)

MIN_NAME = 5
"""Characters of a name."""


def is_byline(text: str) -> bool:
    """Whether ``text``, a line, names the article's authors or editors and says nothing else."""
    if len(text) > 220:
        return False
    if _CREDITS.fullmatch(text) or _contributed(text):
        return True
    return len(text.split()) <= 16 and _BYLINE.fullmatch(text) is not None


def _contributed(text: str) -> bool:
    """Whether ``text`` says who had a part in the article, whoever they are called."""
    found = _CONTRIBUTED.search(text)
    if found is None or found.start() < MIN_NAME:
        return False
    return found["what"] is not None or _WRITES.search(text, 0, found.start()) is not None
