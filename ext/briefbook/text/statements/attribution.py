"""Which frame each quoted span belongs to, within a sentence and across sentences."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.text.statements.cues import Cue
from briefbook.text.statements.frames import Frame, find_frames
from briefbook.text.statements.phrases import Range
from briefbook.text.statements.quotation import Quoted, quoted_spans
from briefbook.text.statements.subjects import main_subject
from briefbook.text.statements.tokens import Tokens, sentences, tokenize
from briefbook.text.statements.words import Tag


@dataclass(frozen=True, slots=True)
class Passage:
    """A block to read: characters ``start``…``end`` on ``line``."""

    line: int
    start: int
    end: int
    bullet: bool = False


@dataclass(slots=True)
class Attributed:
    """A quoted span and who it is attributed to."""

    quoted: Quoted
    token: int
    frame: Frame | None
    outer: Frame | None = None
    """The frame that relays this one: "…, according to an official"."""
    source: tuple[int, int] | None = None
    """Characters of the source phrase."""
    rule: str = "none"
    carried: bool = False
    """The source comes from an earlier sentence."""


@dataclass(slots=True)
class Reading:
    """What was read of one passage."""

    passage: Passage
    tokens: Tokens
    sentences: list[Range]
    frames: list[list[Frame]]
    attributed: list[Attributed]


def characters(tokens: Tokens, part: Range) -> tuple[int, int]:
    return tokens.start[part[0]], tokens.end[part[1] - 1]


def read(text: str, passages: list[Passage]) -> list[Reading]:
    """Every passage's frames and attributed quotations, in order."""
    readings: list[Reading] = []
    last: Attributed | None = None
    for passage in passages:
        spans = quoted_spans(text, passage.start, passage.end)
        tokens = tokenize(text, passage.start, passage.end, spans)
        ranges = sentences(text, tokens)
        reading = Reading(passage, tokens, ranges, [], [])
        for lo, hi in ranges:
            frames = find_frames(tokens, lo, hi)
            reading.frames.append(frames)
            for k in range(lo, hi):
                if not tokens.tag[k] & Tag.QUOTED:
                    continue
                found = _attribute(text, tokens, k, lo, hi, frames)
                if found.source is None and last is not None and last.source is not None:
                    found.source = last.source
                    found.rule = "carried"
                    found.carried = True
                reading.attributed.append(found)
                if found.source is not None:
                    last = found
        readings.append(reading)
    return readings


def _attribute(
    text: str, tokens: Tokens, k: int, lo: int, hi: int, frames: list[Frame]
) -> Attributed:
    quoted = tokens.quoted[k]
    before = [f for f in frames if f.cue[1] <= k and not (f.inverted and f.last > k)]
    after = [f for f in frames if f.cue[0] > k]
    pre = before[-1] if before else None
    if pre and pre.rule == "according-to" and len(before) > 1:
        pre = before[-2]
    post = next((f for f in after if not f.shared), None)
    adjacent = post is not None and _adjacent(tokens, k, post)
    if not adjacent:
        post = next((f for f in after if not f.shared and _ends_sentence(tokens, f, hi)), post)
    opens = k == lo or tokens.word[k - 1] in (",", ":", "\u2014", "-", "(", "But", "And")
    if post and adjacent and (opens or pre is None) and not (pre and _touches(tokens, pre, k)):
        return _with(tokens, quoted, k, post, None, "after")
    if pre is not None:
        outer = None
        if post and _ends_sentence(tokens, post, hi) and post is not pre:
            outer = post
        else:
            outer = _reporting(tokens, pre, before)
        return _with(tokens, quoted, k, pre, outer, "before")
    if post is not None and _ends_sentence(tokens, post, hi):
        return _with(tokens, quoted, k, post, None, "end")
    if k > lo:
        subject = main_subject(tokens, lo, k)
        if subject:
            return Attributed(
                quoted, k, None, source=characters(tokens, subject), rule="subject-of-clause"
            )
    return Attributed(quoted, k, None)


def _reporting(tokens: Tokens, inner: Frame, before: list[Frame]) -> Frame | None:
    """The frame in whose that-clause ``inner`` stands: X said that Y called it "…"."""
    for frame in reversed(before):
        if frame is inner or frame.shared or not frame.can & Cue.SAY or inner.first < frame.last:
            continue
        if any(tokens.word[k] == "that" for k in range(frame.last, inner.first)):
            return frame
    return None


def _with(
    tokens: Tokens, quoted: Quoted, k: int, frame: Frame, outer: Frame | None, rule: str
) -> Attributed:
    source = None
    if frame.source:
        source = characters(tokens, (frame.source[0], frame.relative or frame.source[1]))
    return Attributed(quoted, k, frame, outer, source, rule)


def _adjacent(tokens: Tokens, k: int, frame: Frame) -> bool:
    """Whether only marks and adverbs stand between the quotation and the frame."""
    return all(
        tokens.tag[m] & (Tag.PUNCTUATION | Tag.ADVERB | Tag.TIME) for m in range(k + 1, frame.first)
    )


def _touches(tokens: Tokens, frame: Frame, k: int) -> bool:
    """Whether the cue leads straight to the quotation: said, "…"."""
    return all(
        tokens.tag[m] & (Tag.PUNCTUATION | Tag.TIME | Tag.OBJECT) for m in range(frame.cue[1], k)
    )


_TRAIL = 14


def _ends_sentence(tokens: Tokens, frame: Frame, hi: int) -> bool:
    """Whether the frame closes its sentence: ", the official said on Monday."."""
    return (
        hi - frame.last <= _TRAIL
        and frame.first > 0
        and (
            tokens.word[frame.first - 1] in (",", "\u2014", "-")
            or tokens.tag[frame.first - 1] & Tag.QUOTED > 0
        )
        and bool(frame.can & Cue.SAY or frame.rule == "according-to")
    )
