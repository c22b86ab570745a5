"""Whether a clause tells of now or of what was: a report and the article differ in that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.statements.cues import CUES, Cue
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Tokens

_SUBJECT = 8
"""Tokens in which a clause has to reach its verb."""


def is_of_now(tokens: Tokens, start: int, frame: Frame, hi: int) -> bool:
    """Whether a clause in the present follows a cue in the past: said he *makes* $41,000."""
    low = tokens.word[frame.cue[0]].lower()
    if not CUES.get(low, 0) & Cue.PAST or not frame.can & Cue.SAY:
        return False
    for k in range(start, min(hi, start + _SUBJECT)):
        word = tokens.word[k].replace("\u2019", "'").lower()
        if word in _NOW or (word.endswith("'re") and tokens.tag[k] & Tag.PRONOUN):
            return True
        if is_verb(tokens, k):
            third = CUES.get(word, 0) & Cue.THIRD or word.endswith("s")
            return bool(third) and not tokens.tag[k] & Tag.AUXILIARY
    return False


_NOW = frozenset(("are", "does", "is", "isn't"))


def is_past(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether a verb in the past stands at ``k``, an adverb before it or not."""
    while k < hi and tokens.tag[k] & Tag.ADVERB:
        k += 1
    if k >= hi or not is_verb(tokens, k):
        return False
    low = tokens.word[k].lower()
    if low in _ONCE:
        return True
    return bool(CUES.get(low, 0) & Cue.PAST) and not tokens.tag[k - 1] & Tag.AUXILIARY


_ONCE = frozenset(("gave", "left", "made", "took", "went"))
