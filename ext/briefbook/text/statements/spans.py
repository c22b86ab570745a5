"""The characters of a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.model import Span
from briefbook.text.statements.words import Tag, is_name_in_s

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens


def characters(tokens: Tokens, part: Range) -> tuple[int, int]:
    """The characters of a range of tokens."""
    return tokens.start[part[0]], tokens.end[part[1] - 1]


def span_of(text: str, tokens: Tokens, part: Range) -> Span:
    """The characters of ``part``, the ending of a possessive left off: *Jane Doe*'s claim."""
    start, end = characters(tokens, part)
    last = part[1] - 1
    if tokens.tag[last] & Tag.POSSESSIVE and not is_name_in_s(tokens.word[last]):
        end -= 2 if text[end - 1] in "sS" else 1
    return Span(start=start, end=end)
