"""Attribution frames: a cue and whose words it introduces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.statements.cues import CUES, Cue
from briefbook.text.statements.phrases import (
    Range,
    main_subject,
    noun_phrase_after,
    noun_phrase_before,
    subject_before,
)
from briefbook.text.statements.wordlist import words
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

REACH = 60
"""Tokens a subject is looked for from its verb: keeps the work linear in sentences without end."""

_BE = words(
    """
    is are was were be been being am isn't wasn't aren't weren't 's 're
    """
)
_PARTICLES = words(
    """
    out back off up in for on down
    """
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with its source, as ranges of tokens."""

    cue: Range
    source: Range | None
    can: int
    """Bits of ``Cue``; 0 for "according to" and the like."""
    rule: str
    shared: bool = False
    """The cue has no subject of its own: ", adding", "and warned"."""
    inverted: bool = False
    """The source follows the cue: "said Jane Doe"."""

    @property
    def first(self) -> int:
        if self.source is None:
            return self.cue[0]
        return min(self.cue[0], self.source[0])

    @property
    def last(self) -> int:
        if self.source is None:
            return self.cue[1]
        return max(self.cue[1], self.source[1])


def find_frames(tokens: Tokens, lo: int, hi: int) -> list[Frame]:
    """The frames of the sentence ``lo``…``hi``, in order of their cues."""
    frames: list[Frame] = []
    tag, word = tokens.tag, tokens.word
    for k in range(lo, hi):
        if tag[k] & Tag.CUE:
            frame = _verb_frame(tokens, k, lo, hi, frames)
        elif word[k] in ("according", "According") and k + 2 < hi and word[k + 1] == "to":
            source = noun_phrase_after(tokens, k + 2, hi)
            frame = Frame((k, k + 2), source, 0, "according-to") if source else None
        else:
            continue
        if frame:
            frames.append(frame)
    return frames


def _verb_frame(tokens: Tokens, k: int, lo: int, hi: int, frames: list[Frame]) -> Frame | None:
    tag, word = tokens.tag, tokens.word
    if tag[k] & Tag.CAPITAL and k > lo:
        return None
    can = CUES[word[k].lower()]
    floor = max(lo, k - REACH)
    before = tag[k - 1] if k > lo else 0
    if before & (Tag.DETERMINER | Tag.POSSESSIVE) and not before & Tag.PRONOUN:
        return None
    if before & Tag.PREPOSITION and word[k - 1] != "to" and not can & Cue.PARTICIPLE:
        return None
    if word[k].lower() in _NEEDS_CONTENT and not _leads_to_content(tokens, k, hi):
        return None
    if not can & (Cue.PARTICIPLE | Cue.PASSIVE) and before & Tag.WORD:
        if not before & (Tag.CAPITAL | _GRAMMAR) and not _leads_to_content(tokens, k, hi):
            return None  # "member states", "state officials": nouns as far as can be told
    cue = (k, k + 1)
    if k + 1 < hi and word[k + 1] in _PARTICLES and tag[k] & Tag.CUE and not can & Cue.SAY:
        cue = (k, k + 2)
    if can & Cue.PASSIVE and _passive(tokens, k, floor):
        if cue[1] < hi and word[cue[1]] == "by":
            agent = noun_phrase_after(tokens, cue[1] + 1, hi)
            return Frame(cue, agent, can, "passive") if agent else None
        return None
    source, shared = (None, False)
    if can & Cue.PARTICIPLE and not _progressive(tokens, k, floor):
        shared = True
    else:
        source, shared = subject_before(tokens, k, floor)
    if source is None and not shared and can & Cue.SAY and can & Cue.FINITE:
        source = noun_phrase_after(tokens, _past_adverbs(tokens, cue[1], hi), hi)
        if source:
            return Frame(cue, source, can, "inverted", inverted=True)
    if source is None and shared:
        source = _shared_source(tokens, k, lo, frames)
        return Frame(cue, source, can, "shared", shared=True) if source else None
    if source is None:
        return None
    return Frame(cue, source, can, "subject")


_GRAMMAR = (
    Tag.PRONOUN | Tag.RELATIVE | Tag.AUXILIARY | Tag.ADVERB | Tag.COORDINATOR | Tag.PREPOSITION
)
_NEEDS_CONTENT = words(
    """
    continue continues continued continuing begin begins began beginning
    """
)


def _leads_to_content(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether a quotation, a "that" or a colon follows: then the word is a verb of saying."""
    for m in range(k + 1, min(hi, k + 4)):
        if tokens.tag[m] & Tag.QUOTED or tokens.word[m] in ("that", ":"):
            return True
        if not (tokens.tag[m] & (Tag.ADVERB | Tag.TIME) or tokens.word[m] == ","):
            return False
    return False


def _past_adverbs(tokens: Tokens, k: int, hi: int) -> int:
    while k < hi and tokens.tag[k] & Tag.ADVERB and not tokens.tag[k] & Tag.DETERMINER:
        k += 1
    return k


def _passive(tokens: Tokens, k: int, lo: int) -> bool:
    j = k - 1
    while j >= lo and tokens.tag[j] & Tag.ADVERB:
        j -= 1
    return j >= lo and tokens.word[j].lower() in _BE


def _progressive(tokens: Tokens, k: int, lo: int) -> bool:
    return _passive(tokens, k, lo)


def _shared_source(tokens: Tokens, k: int, lo: int, frames: list[Frame]) -> Range | None:
    if frames and frames[-1].source is not None and frames[-1].can:
        return frames[-1].source
    return main_subject(tokens, max(lo, k - REACH), k)


__all__ = ["Frame", "Range", "find_frames", "noun_phrase_before"]
