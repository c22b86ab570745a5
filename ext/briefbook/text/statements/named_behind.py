"""The source of a paragraph of quotation, where the next paragraph or line names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_SIGNATURE = 16
"""Tokens of a line that signs a quotation: a name, a comma, a title."""
_POINTS_BACK = frozenset(("that", "this", "so", "thus"))
_SAYS_BACK = frozenset(("in", "up", "back"))
"""Particles of a cue that needs no words behind it: she chimed *in*."""


def source_behind(tokens: Tokens, frames: list[list[Frame]]) -> Range | None:
    """The source that a passage names for the quotation before it, if it does.

    A line that signs it, "That was how Jane Doe put it", "Her neighbour Jane Doe chimed in".
    """
    if any(tag & Tag.QUOTED for tag in tokens.tag) or len(tokens) < 2:
        return None
    return _signature(tokens) or _how(tokens) or _chimes(tokens, frames)


def _signature(tokens: Tokens) -> Range | None:
    """A name and a title, without a verb or a full stop."""
    first = 1 if tokens.tag[0] & Tag.PUNCTUATION else 0
    if len(tokens) > _SIGNATURE or tokens.word[-1] in SENTENCE_ENDS or tokens.word[-1] == ":":
        return None
    name = noun_phrase_after(tokens, first, len(tokens))
    if name is None or name[1] - name[0] < 2 or name[1] >= len(tokens):
        return None
    if tokens.word[name[1]] != "," or any(is_verb(tokens, k) for k in range(len(tokens))):
        return None
    if not all(tokens.tag[k] & Tag.CAPITAL for k in range(*name)):
        return None
    return name if kind_of(" ".join(tokens.word[slice(*name)])) is SourceKind.PERSON else None


def _how(tokens: Tokens) -> Range | None:
    """The subject behind "That was how": of describing, not of doing."""
    word = tokens.word
    if word[0].lower() not in _POINTS_BACK or len(tokens) < 4:
        return None
    if word[1].lower() not in ("is", "was") or word[2] not in ("how", "what"):
        return None
    return noun_phrase_after(tokens, 3, len(tokens))


def _chimes(tokens: Tokens, frames: list[list[Frame]]) -> Range | None:
    """The source of a cue with a particle that opens the passage and reports nothing itself."""
    for frame in frames[0][:1] if frames else ():
        particles = tokens.word[frame.cue[0] + 1 : frame.cue[0] + 2]
        if frame.can & Cue.SAY and _SAYS_BACK.intersection(particles) and frame.source:
            return frame.source if frame.source[0] == 0 else None
    return None
