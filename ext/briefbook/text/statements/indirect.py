"""Reported speech without quotation marks: where what was said begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import NOUN_CUES, VERBS, Cue
from briefbook.text.statements.kinds import DOCUMENTS
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_BEFORE_CONTENT = 14
"""Tokens that may stand between a cue and its "that": told reporters on Monday that."""

_ASKED = _ENGLISH.lists["asked"]
_SPOKEN_IN = _ENGLISH.lists["spoken-in"]

_SHORTEST = 3
"""Tokens a reported clause has at least."""
_SUBJECT = 15
"""Tokens in which a clause without "that" has to reach its verb."""
_TRAIL = 10
"""Tokens of when and where that may follow a cue which closes its sentence."""


def content_of(tokens: Tokens, frame: Frame, frames: list[Frame], lo: int, hi: int) -> Range | None:
    """The tokens of what ``frame`` reports within the sentence ``lo``…``hi``, or None."""
    if frame.rule is SourceRule.ACCORDING_TO:
        return _around(tokens, frame, lo, hi)
    if frame.rule is None or not (frame.can & Cue.SAY or _document_shows(tokens, frame)):
        return None
    start = _content_start(tokens, frame, hi)
    if start is not None:
        end = _content_end(tokens, start, frame, frames, hi)
        return (start, end) if end - start >= _SHORTEST else None
    if frame.can & Cue.SAY and _closes(tokens, frame, lo, hi):
        return _before(tokens, frame, lo, hi)
    return None


def _document_shows(tokens: Tokens, frame: Frame) -> bool:
    """Whether a document is what shows or finds it: of people these verbs report no words."""
    verb = VERBS.get(tokens.word[frame.cue[0]].lower())
    if frame.source is None or verb is None or "finding" not in verb.takes:
        return False
    head = tokens.word[frame.source[1] - 1].lower()
    return head in DOCUMENTS or head.rstrip("s") in DOCUMENTS


def _content_start(tokens: Tokens, frame: Frame, hi: int) -> int | None:
    takes = VERBS[tokens.word[frame.cue[0]].lower()].takes
    k = frame.last
    that = _that(tokens, k, hi, named="listener" in takes)
    if that is not None:
        return that
    if "order" in takes and not frame.inverted:
        order = _order(tokens, k, hi)
        if order is not None:
            return order
    if "listener" in takes and k < hi:
        k = _past_listener(tokens, k, hi)
    if "question" in takes and k < hi and tokens.word[k] in _ASKED and not frame.inverted:
        return k
    clause = "ing-clause" if frame.can & Cue.PARTICIPLE else "clause"
    if clause in takes and not frame.inverted:
        return _bare(tokens, k, hi)
    return None


def _that(tokens: Tokens, k: int, hi: int, *, named: bool) -> int | None:
    """The "that" which opens what was said, if only whom, when and where stand before it."""
    word, tag = tokens.word, tokens.tag
    attached = named
    for m in range(k, min(hi, k + _BEFORE_CONTENT)):
        low = word[m].lower()
        if low == "that":
            following = tag[m + 1] if m + 1 < hi else Tag.PUNCTUATION
            return None if following & (Tag.AUXILIARY | Tag.PUNCTUATION) else m
        if low in _SPOKEN_IN:
            attached = True
        elif tag[m] & (Tag.TIME | Tag.ADVERB | Tag.NUMBER) or low == ",":
            continue
        elif not attached or tag[m] & (Tag.QUOTED | Tag.AUXILIARY | Tag.COORDINATOR):
            return None
        if low in NOUN_CUES and m + 1 < hi and word[m + 1] == "that" and low not in _RECORDS:
            return None  # "responded to claims that"
        if word[m] in SENTENCE_ENDS or low in (";", ":"):
            return None
    return None


_RECORDS = _ENGLISH.nouns["record"]


def _order(tokens: Tokens, k: int, hi: int) -> int | None:
    """Where what the listener is to do begins: told citizens *to stay at home*."""
    if k >= hi:
        return None
    if tokens.tag[k] & Tag.OBJECT or tokens.word[k] == "her":
        listener: Range | None = (k, k + 1)
    else:
        listener = noun_phrase_after(tokens, k, hi)
    if listener is None or listener[1] + 2 >= hi:
        return None
    at = listener[1]
    to = at + 1 if tokens.word[at] == "not" else at
    return at if tokens.word[to] == "to" and not tokens.tag[to + 1] & _NO_INFINITIVE else None


_NO_INFINITIVE = (
    Tag.PUNCTUATION
    | Tag.QUOTED
    | Tag.CAPITAL
    | Tag.DETERMINER
    | Tag.PRONOUN
    | Tag.OBJECT
    | Tag.NUMBER
    | Tag.POSSESSIVE
    | Tag.SUBORDINATOR
    | Tag.PARTICIPLE
)
"""What stands after a "to" that opens no infinitive: a visit to the bridge."""


def _past_listener(tokens: Tokens, k: int, hi: int) -> int:
    """The token after whom it was said to: told *reporters* the bridge would open."""
    m = k
    while m < hi and m - k < 6 and tokens.tag[m] & Tag.WORD:
        if tokens.tag[m] & Tag.DETERMINER and m > k:
            break
        if tokens.tag[m] & (Tag.PRONOUN | Tag.PREPOSITION | Tag.AUXILIARY | Tag.SUBORDINATOR):
            break
        capital = tokens.tag[m] & Tag.CAPITAL
        m += 1
        if not capital and tokens.word[m - 1] in _LISTENERS:
            break
    return m


_LISTENERS = _ENGLISH.lists["listeners"]


def _bare(tokens: Tokens, k: int, hi: int) -> int | None:
    """Where a clause begins that nothing introduces: said *the bridge would open*."""
    tag = tokens.tag
    while k < hi and (
        (tag[k] & (Tag.TIME | Tag.ADVERB) and not tag[k] & (Tag.DETERMINER | Tag.CAPITAL))
        or (tag[k] & Tag.TIME and tag[k] & Tag.CAPITAL)
        or (tokens.word[k] == "on" and k + 1 < hi and tag[k + 1] & Tag.TIME)
    ):
        k += 1
    if k >= hi or not tag[k] & Tag.WORD:
        return None
    if tag[k] & (Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.OBJECT | Tag.COORDINATOR):
        return None
    if is_verb(tokens, k):
        return None
    end = min(hi, k + _SUBJECT)
    for m in range(k + 1, end):
        if tag[m] & Tag.QUOTED or tokens.word[m] in SENTENCE_ENDS:
            return None
        if is_verb(tokens, m) and tokens.word[m - 1] != "to":
            return k
    return None


def _content_end(tokens: Tokens, start: int, frame: Frame, frames: list[Frame], hi: int) -> int:
    """Where the next cue of the same speaker takes over, else the sentence's end."""
    end = hi
    for other in frames:
        if other.cue[0] <= max(frame.cue[1], start) or other.source is None:
            continue
        edge = other.cue[0] if other.shared else other.first
        while edge > start and tokens.tag[edge - 1] & (Tag.ADVERB | Tag.AUXILIARY):
            edge -= 1
        joined = tokens.tag[edge - 1] & Tag.COORDINATOR > 0
        if joined:
            edge -= 1
        comma = tokens.word[edge - 1] in (",", "\u2014", "--", ";")
        if other.shared:
            takes_over = (comma or joined) and other.can & (Cue.SAY | Cue.ACT)
        else:
            own = other.can & Cue.SAY or other.rule is SourceRule.ACCORDING_TO
            takes_over = comma and own and _last(tokens, other, hi)
        if takes_over and edge > start:
            end = edge
            break
    return _trimmed(tokens, start, end)


def _last(tokens: Tokens, frame: Frame, hi: int) -> bool:
    """Whether nothing but when and where follows the frame."""
    return hi - frame.last <= _TRAIL and not any(
        tokens.tag[m] & Tag.QUOTED or is_verb(tokens, m) for m in range(frame.last, hi)
    )


def _trimmed(tokens: Tokens, start: int, end: int) -> int:
    while end > start and (
        tokens.tag[end - 1] & Tag.PUNCTUATION and tokens.word[end - 1] not in (")", "]", "%")
    ):
        end -= 1
    return end


def _closes(tokens: Tokens, frame: Frame, lo: int, hi: int) -> bool:
    """Whether the frame follows what it reports: "…, the official said on Monday."."""
    if frame.first <= lo or frame.shared or tokens.word[frame.first - 1] != ",":
        return False
    return _last(tokens, frame, hi) or tokens.word[frame.last] == ","


def _before(tokens: Tokens, frame: Frame, lo: int, hi: int) -> Range | None:
    """What stands before the frame; the whole sentence where the frame interrupts a clause."""
    end = _trimmed(tokens, lo, frame.first)
    if _is_fronted(tokens, lo, end):
        return None
    if not _last(tokens, frame, hi) and not any(is_verb(tokens, m) for m in range(lo + 1, end)):
        end = _trimmed(tokens, lo, hi)
    return (lo, end) if end - lo >= _SHORTEST else None


def _is_fronted(tokens: Tokens, lo: int, end: int) -> bool:
    """Whether ``lo``…``end`` only says where, when or how: "In a televised address, she told"."""
    return bool(tokens.tag[lo] & Tag.PREPOSITION) and not any(
        tokens.word[k] == "," or is_verb(tokens, k) for k in range(lo, end)
    )


def _around(tokens: Tokens, frame: Frame, lo: int, hi: int) -> Range | None:
    if frame.first > lo + 1:
        return _before(tokens, frame, lo, hi)
    start = frame.last
    while start < hi and tokens.word[start] != ",":
        start += 1
    start += 1
    end = _trimmed(tokens, start, hi)
    return (start, end) if end - start >= _SHORTEST else None
