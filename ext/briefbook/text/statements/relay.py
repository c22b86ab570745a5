"""Relayed speech: whose words a source hands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.cues import CUES, Cue
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import noun_phrase_before

if TYPE_CHECKING:
    from briefbook.text.statements.attribution import Attributed
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_THINK = Cue.THINK | Cue.SAY
_STATES = _ENGLISH.lists["states"]


def person_of_state(tokens: Tokens, k: int, frame: Frame) -> Range | None:
    """The person whose state the quotation at token ``k`` names: Putin was "satisfied"."""
    j = k - 1
    if j <= frame.last or tokens.word[j].lower() not in _STATES:
        return None
    phrase = noun_phrase_before(tokens, j - 1, frame.last)
    if phrase is None:
        return None
    if any(_THINK & CUES.get(word, 0) == Cue.THINK for word in tokens.word[frame.last : phrase[0]]):
        return None  # adds that she believes John Roe was "satisfied"
    text = " ".join(tokens.word[phrase[0] : phrase[1]])
    return phrase if kind_of(text) is SourceKind.PERSON else None


def relayed(tokens: Tokens, one: Attributed) -> Range | None:
    """The phrase of whoever's words the source relays, if it does.

    What somebody is said to think or want is the reporting source's account, not a quotation of
    theirs.
    """
    inner = one.inner
    if inner is None or one.frame is None or inner.source == one.frame.source:
        return None
    if inner.source is None or not inner.can & (Cue.SAY | Cue.ACT):
        return None
    group = kind_of(" ".join(tokens.word[slice(*inner.source)])) is SourceKind.GROUP
    return None if group and not inner.can & Cue.SAY else inner.source
