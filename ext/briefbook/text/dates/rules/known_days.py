"""Days that are known by their date alone, years after: "the Sept. 11 attacks"."""

from __future__ import annotations

import re

from briefbook.text.dates.tense import sentence_before

_KNOWN = {
    (9, 11): (
        2001,
        re.compile(r"\s(?:terror|attack|hijack|strike|commission|plot|victim)", re.IGNORECASE),
        re.compile(r"\b(?:hijack|twin towers|World Trade Center|terror attacks)", re.IGNORECASE),
    ),
    (1, 6): (
        2021,
        re.compile(r"\s(?:riot|insurrection|attack|committee|commission|hearing)", re.IGNORECASE),
        re.compile(r"\b(?:Capitol|insurrection|rioters|happened on)\b", re.IGNORECASE),
    ),
    (10, 7): (
        2023,
        re.compile(r"[,]?\s(?:attack|massacre|assault|Hamas)", re.IGNORECASE),
        re.compile(r"\b(?:Hamas|hostages|massacre)\b", re.IGNORECASE),
    ),
}
"""Month and day: the year, and what must follow, or stand before it in its sentence."""


def known_year(text: str, month: int, day: int, start: int, end: int) -> int | None:
    """The year of the event that a month and day from ``start`` to ``end`` stand for."""
    known = _KNOWN.get((month, day))
    if known is None:
        return None
    year, follows, leads = known
    told = follows.match(text, end) or leads.search(sentence_before(text, start))
    return year if told else None
