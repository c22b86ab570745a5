"""Verbs of saying in the passive, and by whom it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
_BE = _ENGLISH.lists["be"]


def is_reduced(tokens: Tokens, k: int, lo: int, hi: int, can: int) -> bool:
    """Whether the participle describes the noun before it: a hacker known as, seen by many."""
    if k > lo and tokens.word[k - 1] == "," and agent_place(tokens, k + 1, hi):
        return True  # the donors, dubbed "…" by the campaign
    if k == lo:  # Confronted on the quay by Jane Doe about it, he left
        return agent_place(tokens, k + 1, hi, fronted=True) is not None
    if not tokens.tag[k - 1] & Tag.WORD:
        return False
    if k + 1 < hi and tokens.word[k + 1] == "by":
        return True
    helped = Tag.AUXILIARY | Tag.ADVERB | Tag.PRONOUN
    return not can & (Cue.PAST | Cue.BASE) and not tokens.tag[k - 1] & helped


def agent_place(tokens: Tokens, k: int, hi: int, *, fronted: bool = False) -> int | None:
    """The token after the "by" of a passive: called by Jane Doe, called "…" by Jane Doe.

    One that is ``fronted`` may tell before it where that was.
    """
    for m in range(k, min(hi, k + _AGENT_WITHIN)):
        if tokens.word[m] == "by" and (fronted or m == k or tokens.tag[m - 1] & Tag.QUOTED):
            return m + 1
        if fronted and tokens.word[m] == ",":
            return None
    return None


_AGENT_WITHIN = 8


def after_be(tokens: Tokens, k: int, lo: int) -> bool:
    """Whether a form of "be" stands before the verb: "was told", "is calling"."""
    j = k - 1
    while j >= lo and tokens.tag[j] & Tag.ADVERB:
        j -= 1
    return j >= lo and tokens.word[j].lower() in _BE
