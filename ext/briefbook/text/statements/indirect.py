"""Reported speech without quotation marks: where what was said begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.statements.cues import CUES, LEMMAS, Cue
from briefbook.text.statements.phrases import Range
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.tokens import SENTENCE_ENDS, Tokens
from briefbook.text.statements.wordlist import words
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frames import Frame

_BEFORE_CONTENT = 12
"""Tokens that may stand between a cue and its "that": told reporters on Monday that."""

_BARE = words(
    """
    say add note argue insist believe claim tell acknowledge predict
    """
)
"""Verbs that introduce a clause without "that"."""

_SHORTEST = 3
"""Tokens a reported clause has at least."""


def content_of(tokens: Tokens, frame: Frame, frames: list[Frame], lo: int, hi: int) -> Range | None:
    """The tokens of what ``frame`` reports within the sentence ``lo``…``hi``, or None."""
    if frame.rule == "according-to":
        return _around(tokens, frame, lo, hi)
    if not frame.can & Cue.SAY:
        return None
    start = _content_start(tokens, frame, hi)
    if start is not None:
        end = _content_end(tokens, start, frame, frames, hi)
        return (start, end) if end - start >= _SHORTEST else None
    if _closes(tokens, frame, hi):
        return _before(tokens, frame, lo)
    return None


def _content_start(tokens: Tokens, frame: Frame, hi: int) -> int | None:
    word, tag = tokens.word, tokens.tag
    k = frame.last
    for m in range(k, min(hi, k + _BEFORE_CONTENT)):
        if word[m].lower() == "that" and not (
            m + 1 < hi and tag[m + 1] & (Tag.AUXILIARY | Tag.PUNCTUATION)
        ):
            return m
        if word[m] in SENTENCE_ENDS or tag[m] & (Tag.QUOTED | Tag.AUXILIARY) or word[m] == ";":
            break
    lemma = LEMMAS[word[frame.cue[0]].lower()]
    if lemma in ("ask", "wonder", "explain", "question") and k < hi:
        if word[k] in ("whether", "if", "why", "how", "what"):
            return k
    if lemma in _BARE and k < hi and not frame.inverted:
        while k < hi and tag[k] & (Tag.TIME | Tag.ADVERB) and not tag[k] & Tag.DETERMINER:
            k += 1
        if k >= hi or not tag[k] & Tag.WORD:
            return None
        if tag[k] & (Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.OBJECT) or tag[k] & Tag.COORDINATOR:
            return None
        if any(is_verb(tokens, m) for m in range(k + 1, min(hi, k + 15))):
            return k
    return None


def _content_end(tokens: Tokens, start: int, frame: Frame, frames: list[Frame], hi: int) -> int:
    word = tokens.word
    end = hi
    for other in frames:
        if other.cue[0] <= max(frame.cue[1], start):
            continue
        edge = other.cue[0] if other.shared else other.first
        while edge > start and tokens.tag[edge - 1] & (Tag.ADVERB | Tag.COORDINATOR):
            edge -= 1
        if edge > start and (other.shared or _set_off(tokens, edge)) and edge < end:
            end = edge
            break
    while end > start and (
        tokens.tag[end - 1] & Tag.PUNCTUATION and word[end - 1] not in (")", "]", "%")
    ):
        end -= 1
    return end


def _set_off(tokens: Tokens, edge: int) -> bool:
    return tokens.word[edge - 1] in (",", "\u2014", "--", ";")


def _closes(tokens: Tokens, frame: Frame, hi: int) -> bool:
    """Whether nothing but when and where follows the frame: "…, the official said on Monday."."""
    if frame.first == 0 or tokens.word[frame.first - 1] != ",":
        return False
    rest = hi - frame.last
    return rest <= 10 and not any(
        tokens.tag[m] & Tag.QUOTED or is_verb(tokens, m) for m in range(frame.last, hi)
    )


def _before(tokens: Tokens, frame: Frame, lo: int) -> Range | None:
    end = frame.first
    while end > lo and tokens.tag[end - 1] & Tag.PUNCTUATION:
        end -= 1
    return (lo, end) if end - lo >= _SHORTEST else None


def _around(tokens: Tokens, frame: Frame, lo: int, hi: int) -> Range | None:
    if frame.first <= lo + 1:
        start = frame.last
        while start < hi and tokens.word[start] != ",":
            start += 1
        start += 1
        end = hi
        while end > start and tokens.word[end - 1] in SENTENCE_ENDS:
            end -= 1
        return (start, end) if end - start >= _SHORTEST else None
    return _before(tokens, frame, lo)


def is_speech(tokens: Tokens, frame: Frame) -> bool:
    """Whether the cue reports something said, not only meant."""
    return bool(frame.can & Cue.SAY) or frame.rule == "according-to"


__all__ = ["CUES", "content_of", "is_speech"]
