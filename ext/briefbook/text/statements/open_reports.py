"""Cues by which nothing was said: refused to confirm, did not say, might warn, Did she say?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
_TO_SAY = _ENGLISH.lists["to-say"]
_MODALS = _ENGLISH.lists["open-modals"]
_NEGATIVE = frozenset(("not", "never", "neither", "nor"))


def is_open(tokens: Tokens, frame: Frame, lo: int, hi: int) -> bool:
    """Whether the sentence ``lo``…``hi`` does not say that the frame's source said anything."""
    if tokens.word[hi - 1] == "?" and not tokens.tag[hi - 1] & Tag.QUOTED:
        return True
    k = frame.cue[0] - 1
    while k >= lo and tokens.tag[k] & (Tag.ADVERB | Tag.AUXILIARY):
        low = tokens.word[k].lower().replace("\u2019", "'")
        if low in _NEGATIVE or low.endswith("n't") or low in _MODALS:
            return True
        k -= 1
    if k <= lo or tokens.word[k] != "to" or not frame.shared:
        return False
    return tokens.word[k - 1].lower() not in _TO_SAY
