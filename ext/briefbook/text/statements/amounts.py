"""Amounts of several words, which open a clause: up to 50 million people, as many as 40."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

_BEFORE_NUMBERS: Final = (
    ("up", "to"),
    ("at", "least"),
    ("at", "most"),
    ("close", "to"),
    ("as", "few", "as"),
    ("as", "many", "as"),
    ("as", "much", "as"),
)


def opens_amount(tokens: Tokens, k: int) -> bool:
    """Whether the words from token ``k`` on lead to a number and are of it."""
    return any(
        k + len(words) < len(tokens)
        and tokens.tag[k + len(words)] & Tag.NUMBER
        and tuple(map(str.lower, tokens.word[k : k + len(words)])) == words
        for words in _BEFORE_NUMBERS
    )
