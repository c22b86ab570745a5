"""Sentences in Title Case, read as if their words were written small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import CUES, Cue
from briefbook.text.statements.words import Tag, tag_word

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

_SMALL = language("en").lists["small-in-titles"]
_SHORTEST = 4
"""Words of a sentence that can be told to be in Title Case."""
_TOLD_BY_CLASS = (
    Tag.CUE
    | Tag.AUXILIARY
    | Tag.DETERMINER
    | Tag.PREPOSITION
    | Tag.COORDINATOR
    | Tag.SUBORDINATOR
    | Tag.RELATIVE
    | Tag.PRONOUN
    | Tag.OBJECT
)


def lower_title_case(tokens: Tokens, lo: int, hi: int) -> None:
    """Write the verbs and small words of the sentence ``lo``…``hi`` small, if all have capitals.

    Mayor Jane Doe Said The Bridge Is Safe. Nouns keep theirs: no list tells them from names.
    """
    words: list[int] = []
    for k in range(lo, hi):
        if tokens.tag[k] & Tag.WORD and tokens.word[k][0].isalpha():
            if not tokens.word[k][0].isupper() and tokens.word[k] not in _SMALL:
                return
            words.append(k)
    if len(words) < _SHORTEST:
        return
    if not any(_says(tokens.word[k]) for k in words[1:]):
        return
    for k in words[1:]:
        low = tokens.word[k].lower()
        if tag_word(low) & _TOLD_BY_CLASS:
            tokens.word[k] = low
            tokens.tag[k] = tag_word(low)


def _says(word: str) -> bool:
    """Whether ``word`` is the finite form of a cue, with a capital and no other."""
    return word.istitle() and bool(CUES.get(word.lower(), 0) & (Cue.THIRD | Cue.PAST))
