"""A line of a seed as its features see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.kinds import DropReason


@dataclass(slots=True, kw_only=True)
class PageLine:
    """One line, by itself and by where it stands. Shares are of 1, distances in lines."""

    text: str
    bullet: bool
    phrase: DropReason | None
    """The reason for which its words alone would drop it."""
    markup: bool
    credit: bool
    """It ends with a photo's credit."""
    again: bool
    """It is short and stands on the page more than once."""

    words: int
    lower: float
    """The share of its words that open with no capital and no digit."""
    capital: float
    digits: float
    function: float
    """The share of function words, of any language."""
    ends: bool
    """It ends as a sentence does."""
    sentences: int
    commas: int
    symbols: float
    heads: bool
    """It is as long as a heading and ends as one."""

    inside: bool
    """It stands in the window: the run of lines that holds most of the prose."""
    before: int
    """Lines up to the window; 0 within and after it."""
    after: int
    """Lines from the window's last one; 0 within and before it."""
    prose_back: list[float]
    """How much prose the one, two, four, eight lines before it hold, a line."""
    prose_ahead: list[float]
    common: float
    """The share of its longer words that another line of the window has."""
    common_3: float
    """The share that three others have."""
    topic: float
    """The share that are among the window's commonest."""
    in_comments: bool
    in_related: bool
    comments_ago: int
    """Lines since the last one of readers' comments."""
    related_ago: int
    phrases: float
    """The share of lines around it that their words alone would drop."""
    shorts: float
    bullets: float
    comments: float
    phrase_back: bool
    phrase_ahead: bool
