"""What joins a word to a quotation, or to the content that it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

_CONTENT_WITHIN = 4
"""Tokens from a word to what it leads to, adverbs and days between them."""
_CLAUSE = 6
"""Words of the short clause that attributes a quotation before it: "the ad's narrator states"."""


def follows_quotation(tokens: Tokens, k: int) -> bool:
    """Whether only the words of a short clause stand between a quotation and token ``k``."""
    for m in range(k - 1, max(-1, k - 1 - _CLAUSE), -1):
        if tokens.tag[m] & Tag.QUOTED:
            return bool(tokens.tag[m + 1] & (Tag.CAPITAL | Tag.DETERMINER | Tag.PRONOUN))
        if tokens.tag[m] & Tag.PUNCTUATION and tokens.word[m] != ",":
            return False
    return False


def leads_to_content(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether a quotation, a "that" or a colon follows the word at ``k`` at once."""
    for m in range(k + 1, min(hi, k + _CONTENT_WITHIN)):
        if tokens.word[m] == "that":
            return m + 1 < hi and not (tokens.tag[m + 1] & (Tag.AUXILIARY | Tag.VERB))
        if tokens.tag[m] & Tag.QUOTED or tokens.word[m] == ":":
            return True
        dated = tokens.word[m] == "on" and m + 1 < hi and tokens.tag[m + 1] & Tag.TIME
        if not (tokens.tag[m] & (Tag.ADVERB | Tag.TIME) or tokens.word[m] == "," or dated):
            return False
    return False
