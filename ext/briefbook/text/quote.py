"""How a passage is quoted, by an annotation and by an editor's correction alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuote:
    """A passage as W3C's TextQuoteSelector has it: with what stands right before and after it."""

    exact: str
    """The passage, character for character."""
    prefix: str = ""
    """What stands right before it; empty where that is not needed."""
    suffix: str = ""
    """What stands right after it; empty where that is not needed."""
