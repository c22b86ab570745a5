"""Dates that leave a story where it is: those of texts about it, of comparisons and of plans."""

from __future__ import annotations

import re
from typing import Final

_OF_TEXT: Final = re.compile(
    r"\b(?:published|written|released|printed|reprinted|interview(?:ed)?|study|studies|books?|surveys?"
    r"|estimate[sd]?|census|films?|documentary|memoirs?|article|editions?|recall(?:ed|ing)?)\b"
    r"[^.;!?\n]{0,30}$"
)
_COMPARED: Final = re.compile(
    r"\b(?:compared\s(?:to|with)|than|unlike|since|surpass\w{0,3}|exceed\w{0,3}"
    r"|from\s[$£€]?\d[\d,.]*\sin|from\san?\s(?:\w+\s)?(?:low|high|peak|record))\b[^.;:!?\n]{0,40}$"
)
_PLANNED: Final = re.compile(r"\b(?:dates?|deadlines?|goals?|targets?)\b[^.,;:!?\n]{0,24}$")


def tells_of_text(text: str, start: int) -> bool:
    """Whether the date at ``start`` is that of a text about the story, not of the story."""
    return _OF_TEXT.search(text[max(0, start - 48) : start]) is not None


def is_compared_with(text: str, start: int) -> bool:
    """As in "peaceful, compared to the carnage of November", "down from a high in summer 2007"."""
    return _COMPARED.search(text[max(0, start - 72) : start]) is not None


def is_planned_for(text: str, start: int) -> bool:
    """As in "with a withdrawal date in late 2008"."""
    return _PLANNED.search(text[max(0, start - 40) : start]) is not None
