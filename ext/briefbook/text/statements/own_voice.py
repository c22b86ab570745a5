"""The article's own voice, which reports nobody: *we* explain, *this article* explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.pronouns import unjoined

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_WRITERS = _ENGLISH.lists["writers"]
_ITSELF = _ENGLISH.lists["article-itself"]
_WORDS = 2
"""Words of "this article"."""


def is_own_voice(tokens: Tokens, source: Range) -> bool:
    """Whether the phrase names the article or whoever writes it, outside quotation marks."""
    first = unjoined(tokens.word[source[0]].lower())
    if first in _WRITERS:
        return True
    last = tokens.word[source[1] - 1].lower()
    return first == "this" and source[1] - source[0] == _WORDS and last in _ITSELF
