"""Days that are known by their date alone, years after: "the Sept. 11 attacks"."""

from __future__ import annotations

import re

_KNOWN = {
    (9, 11): (
        2001,
        re.compile(r"\s(?:terror|attack|hijack|strike|commission|plot|victim)", re.IGNORECASE),
    ),
    (1, 6): (
        2021,
        re.compile(r"\s(?:riot|insurrection|attack|committee|commission|hearing)", re.IGNORECASE),
    ),
    (10, 7): (2023, re.compile(r"[,]?\s(?:attack|massacre|assault|Hamas)", re.IGNORECASE)),
}
"""Month and day: the year, and what must follow."""


def known_year(text: str, month: int, day: int, end: int) -> int | None:
    """The year of the event that a month and day, ending at ``end``, stand for."""
    year, follows = _KNOWN.get((month, day), (None, None))
    return year if follows is not None and follows.match(text, end) else None
