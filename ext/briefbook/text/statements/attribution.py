"""Which frame of its sentence a quoted span belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.statements.basis import is_vehicle
from briefbook.text.statements.clauses import main_subject
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import is_pronoun
from briefbook.text.statements.reports import ASIDES, reporting
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.spans import characters
from briefbook.text.statements.unframed import doer_beside, owner_of, signature
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.quotation import Quoted
    from briefbook.text.statements.tokens import Range, Tokens


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quoted span and who it is attributed to."""

    quoted: Quoted
    token: int
    rule: SourceRule
    """How the source was found."""
    frame: Frame | None = None
    """The frame whose source reports the quotation."""
    inner: Frame | None = None
    """The frame within its report that the quotation stands in, if any: said that Y called it."""
    source: tuple[int, int] | None = None
    """Characters of the source phrase; None where the article names no source."""
    carried: bool = False
    """The source comes from an earlier sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's tokens ``lo``…``hi`` and its frames, in order."""

    tokens: Tokens
    lo: int
    hi: int
    frames: list[Frame]


def attribute(sentence: Sentence, k: int) -> Attributed | None:
    """Who the quotation at token ``k`` is attributed to by its own sentence; None if nobody.

    In order: a clause of saying right after it ("…," she said), one that closes the sentence, the
    nearest before it or whoever reports that one, a bare colon.
    """
    tokens, lo, hi = sentence.tokens, sentence.lo, sentence.hi
    before = [f for f in sentence.frames if f.cue[1] <= k and not (f.inverted and f.last > k)]
    after = [f for f in sentence.frames if f.cue[0] > k]
    voiced = [f for f in before if f.rule is not SourceRule.ACCORDING_TO] or before
    pre = voiced[-1] if voiced else None
    if pre is not None and len(voiced) > 1 and _called_by_itself(tokens, pre, voiced[-2]):
        pre = voiced[-2]
    if pre is not None and len(voiced) > 1 and _is_object_full(tokens, pre, k):
        pre = voiced[-2]
    post = next((f for f in after if not f.shared), None)
    closing = next((f for f in reversed(after) if _closes(tokens, f, hi)), None)
    if closing is None and k == lo:
        closing = next((f for f in after if _interrupts(tokens, f, hi)), None)
    opens = k == lo or tokens.word[k - 1] in _BEFORE_OPENING
    if (
        post
        and _adjacent(tokens, k, post)
        and (pre is None or (opens and not _touches(tokens, pre, k)))
    ):
        relaying = _relaying(tokens, after, post)
        if relaying:
            return _found(tokens, k, SourceRule.AFTER_RELAYED, relaying, post)
        return _found(tokens, k, SourceRule.AFTER, post)
    signed = None if voiced else signature(tokens, k, hi)
    if signed:
        source = characters(tokens, signed)
        return Attributed(tokens.quoted[k], k, SourceRule.SIGNED, source=source)
    if pre is None and closing is None and opens:
        unlisted = doer_beside(tokens, k, hi)
        if unlisted:
            source = characters(tokens, unlisted)
            if tokens.tag[unlisted[1] - 1] & Tag.POSSESSIVE:
                word = tokens.word[unlisted[1] - 1]
                source = source[0], source[1] - (2 if word[-1] in "sS" else 1)
            return Attributed(tokens.quoted[k], k, SourceRule.AFTER_UNLISTED, source=source)
    if pre is not None:
        beside = pre.first > lo and tokens.word[pre.first - 1].lower() in ASIDES
        beside = beside or (pre.rule is None and pre.cue[0] == lo)  # Confronted by her about "…",
        thought = pre.can & Cue.THINK and not pre.can & (Cue.SAY | Cue.ACT)
        aside = any(tokens.tag[m] & Tag.PARTICIPLE for m in range(pre.last, k))
        if (closing or (thought and aside)) and _qualifies(tokens, k):
            return None
        if closing and not beside and not _repeats(tokens, closing, pre, k):
            return _found(tokens, k, SourceRule.CLOSING, closing, pre)
        outer = _ascribed(tokens, before, pre) or reporting(tokens, pre, before)
        return (
            _found(tokens, k, SourceRule.REPORTED, outer, pre)
            if outer
            else _found(tokens, k, SourceRule.BEFORE, pre)
        )
    if closing:
        return None if _qualifies(tokens, k) else _found(tokens, k, SourceRule.CLOSING, closing)
    if k > lo and tokens.word[k - 1] == ":":
        subject = main_subject(tokens, lo, k)
        dated = Tag.NUMBER | Tag.TIME  # July 15, 1960: “…”
        if subject and not all(tokens.tag[m] & dated for m in range(*subject)):
            source = characters(tokens, owner_of(tokens, subject))
            return Attributed(tokens.quoted[k], k, SourceRule.COLON, source=source)
    return None


_BEFORE_OPENING = frozenset((",", ":", "\u2014", "-", "(", "But", "And"))
"""What stands before a quotation that opens a clause."""


def _called_by_itself(tokens: Tokens, pre: Frame, outer: Frame) -> bool:
    """Whether a pronoun only takes up the source before: the mayor condemned *what she called*."""
    if pre.source is None or outer.source is None or not is_pronoun(tokens, pre.source[0]):
        return False
    if tokens.word[pre.first - 1].lower() != "what" or is_pronoun(tokens, outer.source[0]):
        return False
    if outer.last > pre.first or not pre.can & (Cue.SAY | Cue.ACT):
        return False
    person = kind_of(" ".join(tokens.word[slice(*outer.source)])) is SourceKind.PERSON
    return person == (tokens.word[pre.source[0]].lower() in ("he", "she"))


def _is_object_full(tokens: Tokens, pre: Frame, k: int) -> bool:
    """Whether the ``pre`` of "what she called" has its quotation already: the next is another's.

    Of "tells how she ran what she called “a shop,” winning “prizes”", the prizes.
    """
    if pre.first == 0 or tokens.word[pre.first - 1].lower() != "what":
        return False
    quoted = next((m for m in range(pre.last, k) if tokens.tag[m] & Tag.QUOTED), None)
    return quoted is not None and any(
        tokens.tag[m] & (Tag.PARTICIPLE | Tag.VERB | Tag.CUE) for m in range(quoted + 1, k)
    )


def _qualifies(tokens: Tokens, k: int) -> bool:
    """Whether the quotation only says of what sort the noun behind it is: a “chalking” movement.

    On PolNeAR's training part such in a closing report are somebody's words in two of five cases.
    """
    if k + 1 >= len(tokens) or k == 0 or tokens.tag[k + 1] != Tag.WORD:
        return False
    short = tokens.end[k] - tokens.start[k] <= _SHORT and tokens.quoted[k].last.isalnum()
    before = tokens.tag[k - 1]
    led = before & (Tag.DETERMINER | Tag.PREPOSITION | Tag.POSSESSIVE) or before == Tag.WORD
    return short and bool(led)


_SHORT = 24
"""Characters of a quoted word or two."""


def _interrupts(tokens: Tokens, frame: Frame, hi: int) -> bool:
    """Whether the frame stands between commas: "A gift" to the town, *she said*, so that …"""
    if frame.shared or not frame.can & Cue.SAY or tokens.word[frame.first - 1] != ",":
        return False
    return frame.last < hi and tokens.word[frame.last] == ","


def _repeats(tokens: Tokens, closing: Frame, pre: Frame, k: int) -> bool:
    """Whether a closing "he said" only repeats who was named: Jane Doe said: "…," she said."""
    if closing.source is None or not is_pronoun(tokens, closing.source[0]):
        return False
    if not pre.can & Cue.SAY:
        return False
    return tokens.word[k - 1] in (",", ":") and _touches(tokens, pre, k)


def _ascribed(tokens: Tokens, before: list[Frame], pre: Frame) -> Frame | None:
    """An "according to" that opens the sentence and so hands on all that follows."""
    first = before[0]
    if first.rule is SourceRule.ACCORDING_TO and first is not pre and first.source:
        return None if is_vehicle(tokens, first.source) else first
    return None


def _relaying(tokens: Tokens, after: list[Frame], post: Frame) -> Frame | None:
    """The source that hands on a quotation with its speaker: …, Jane Doe said, according to X."""
    for frame in after:
        if frame.rule is SourceRule.ACCORDING_TO and frame.source and frame.first >= post.last:
            return None if is_vehicle(tokens, frame.source) else frame
    return None


def mention(tokens: Tokens, frame: Frame, source: Range) -> Range:
    """The ``source`` of the frame, with the relative that stands for it: *Jane Doe, who* says."""
    if frame.relative is not None:
        return source[0], frame.relative
    k = source[1]
    if k < frame.cue[0] and tokens.word[k] == ",":
        k += 1
    stands_for = frame.shared and k < frame.cue[0] and tokens.word[k] in ("who", "which")
    return source[0], k + 1 if stands_for else source[1]


def _found(
    tokens: Tokens, k: int, rule: SourceRule, frame: Frame, inner: Frame | None = None
) -> Attributed:
    source = None
    if frame.source:
        source = characters(tokens, mention(tokens, frame, frame.source))
    return Attributed(tokens.quoted[k], k, rule, frame, inner, source)


def _adjacent(tokens: Tokens, k: int, frame: Frame) -> bool:
    """Whether only marks and adverbs stand between the quotation and the frame.

    Before a passive also whom it was said to: "…," John Roe was told by Jane Doe.
    """
    if frame.rule is None and frame.can & Cue.PASSIVE and frame.can & Cue.SAY:
        return all(
            tokens.tag[m] & (Tag.CAPITAL | Tag.PRONOUN | Tag.DETERMINER | Tag.AUXILIARY)
            for m in range(k + 1, frame.first)
        )
    return all(
        tokens.tag[m] & (Tag.PUNCTUATION | Tag.ADVERB | Tag.TIME) or tokens.word[m] == "as"
        for m in range(k + 1, frame.first)
    )


def _touches(tokens: Tokens, frame: Frame, k: int) -> bool:
    """Whether the cue leads straight to the quotation: said, "…"."""
    return all(
        tokens.tag[m] & (Tag.PUNCTUATION | Tag.TIME | Tag.OBJECT) for m in range(frame.cue[1], k)
    )


_TRAIL = 14
"""Tokens that may follow a frame which closes its sentence: said on Monday in an interview."""


def _closes(tokens: Tokens, frame: Frame, hi: int) -> bool:
    """Whether the frame closes its sentence: ", the official said on Monday."."""
    if frame.shared or hi - frame.last > _TRAIL:
        return False
    if frame.source and is_vehicle(tokens, frame.source):
        return False
    return (
        frame.first > 0
        and (
            tokens.word[frame.first - 1] in (",", "\u2014", "-")
            or tokens.tag[frame.first - 1] & Tag.QUOTED > 0
        )
        and bool(frame.can & Cue.SAY or frame.rule is SourceRule.ACCORDING_TO)
    )
