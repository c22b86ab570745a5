"""Which frame each quoted span belongs to, within a sentence and across sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefbook.text.statements.basis import is_vehicle
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.frames import Frame, find_frames
from briefbook.text.statements.phrases import noun_phrase_after
from briefbook.text.statements.quotation import Quoted, quoted_spans
from briefbook.text.statements.reports import ASIDES, reporting
from briefbook.text.statements.subjects import main_subject
from briefbook.text.statements.tokens import Tokens, sentences, tokenize
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.phrases import Range


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
    rule: str
    """How the source was found, a short slug."""
    frame: Frame | None = None
    """The frame whose source reports the quotation."""
    inner: Frame | None = None
    """The frame within its report that the quotation stands in, if any: said that Y called it."""
    source: tuple[int, int] | None = None
    """Characters of the source phrase; None where the article names no source."""
    carried: bool = False
    """The source comes from an earlier sentence."""


@dataclass(slots=True)
class Reading:
    """What was read of one passage."""

    passage: Passage
    tokens: Tokens
    sentences: list[Range] = field(default_factory=list)
    frames: list[list[Frame]] = field(default_factory=list)
    """The frames of each sentence."""
    attributed: list[Attributed] = field(default_factory=list)


def characters(tokens: Tokens, part: Range) -> tuple[int, int]:
    return tokens.start[part[0]], tokens.end[part[1] - 1]


def read(text: str, passages: list[Passage]) -> list[Reading]:
    """Every passage's frames and attributed quotations, in order."""
    readings: list[Reading] = []
    speaker: tuple[int, int] | None = None
    """Characters of whoever spoke last."""
    colon = False
    previous: Reading | None = None
    for passage in passages:
        spans = quoted_spans(text, passage.start, passage.end)
        tokens = tokenize(text, passage.start, passage.end, spans)
        reading = Reading(passage, tokens, sentences(text, tokens))
        readings.append(reading)
        where = "colon" if colon else "paragraph"
        for lo, hi in reading.sentences:
            frames = find_frames(tokens, lo, hi)
            reading.frames.append(frames)
            quoted = False
            for k in range(lo, hi):
                if not tokens.tag[k] & Tag.QUOTED:
                    continue
                quoted = True
                found = _attribute(text, tokens, k, lo, hi, frames)
                if found is None:
                    found = Attributed(tokens.quoted[k], k, "none")
                    if (
                        speaker is not None
                        and k == lo
                        and (where != "paragraph" or _goes_on(text, reading, previous))
                    ):
                        found.source = speaker
                        found.rule = f"carried-{where}"
                        found.carried = True
                reading.attributed.append(found)
                speaker = found.source or speaker
            where = "quoted" if quoted else "reported"
            if not quoted:
                saying = [f for f in frames if f.can & Cue.SAY and f.source]
                if saying:
                    speaker = characters(tokens, saying[0].source)
        colon = text[passage.end - 1] == ":" or (colon and passage.bullet)
        previous = reading
    return readings


_LONG = 30
"""Characters of a quotation that stands as a paragraph of its own; shorter ones are titles and
cries. On PolNeAR's training part 58 of 83 carried ones of that length were right, 1 of 8 shorter."""


def _goes_on(text: str, reading: Reading, previous: Reading | None) -> bool:
    """Whether a paragraph goes on with the quotations of the one before it.

    It does if that one left its quotation open, or if it quotes and this one is all quotation.
    """
    if previous is None or not previous.attributed or not reading.tokens.quoted:
        return False
    if not previous.attributed[-1].quoted.closed:
        return True
    span = reading.tokens.quoted.get(0)
    return span is not None and len(reading.tokens) == 1 and span.end - span.start >= _LONG


def _attribute(
    text: str, tokens: Tokens, k: int, lo: int, hi: int, frames: list[Frame]
) -> Attributed | None:
    """Who the quotation at token ``k`` of the sentence ``lo``…``hi`` is attributed to in it."""
    before = [f for f in frames if f.cue[1] <= k and not (f.inverted and f.last > k)]
    after = [f for f in frames if f.cue[0] > k]
    voiced = [f for f in before if f.rule != "according-to"] or before
    pre = voiced[-1] if voiced else None
    post = next((f for f in after if not f.shared), None)
    adjacent = post is not None and _adjacent(tokens, k, post)
    closing = next((f for f in reversed(after) if _closes(tokens, f, hi)), None)
    opens = k == lo or tokens.word[k - 1] in (",", ":", "\u2014", "-", "(", "But", "And")
    if post and adjacent and (opens or pre is None) and not (pre and _touches(tokens, pre, k)):
        relaying = next(
            (
                f
                for f in after
                if f.rule == "according-to"
                and f.first >= post.last
                and f.source
                and not is_vehicle(tokens, f.source)
            ),
            None,
        )
        if relaying:
            return _found(tokens, k, "after-relayed", relaying, post)
        return _found(tokens, k, "after", post)
    if pre is None and not closing and opens:
        unlisted = _unlisted(text, tokens, k, hi)
        if unlisted:
            return Attributed(
                tokens.quoted[k], k, "after-unlisted", source=characters(tokens, unlisted)
            )
    if pre is not None:
        if closing and not (pre.first > lo and tokens.word[pre.first - 1].lower() in ASIDES):
            return _found(tokens, k, "closing", closing, pre)
        outer = reporting(tokens, pre, before)
        if outer:
            return _found(tokens, k, "reported", outer, pre)
        return _found(tokens, k, "before", pre)
    if closing:
        return _found(tokens, k, "closing", closing)
    if k > lo and tokens.word[k - 1] == ":":
        subject = main_subject(tokens, lo, k)
        if subject:
            return Attributed(tokens.quoted[k], k, "colon", source=characters(tokens, subject))
    return None


def _unlisted(text: str, tokens: Tokens, k: int, hi: int) -> Range | None:
    """The subject of a verb the lexicon lacks, right after a quotation: "…," Jane Doe fumed."""
    last = text[tokens.quoted[k].inner_end - 1]
    if last not in ",?!\u2014-\u2026":
        return None
    phrase = noun_phrase_after(tokens, k + 1, hi)
    if phrase is None or not (
        tokens.tag[k + 1] & (Tag.CAPITAL | Tag.DETERMINER | Tag.PRONOUN) and phrase[1] < hi
    ):
        return None
    verb = phrase[1]
    if tokens.word[verb] == ",":
        return phrase
    return phrase if tokens.tag[verb] & (Tag.VERB | Tag.CUE) else None


def _found(
    tokens: Tokens, k: int, rule: str, frame: Frame, inner: Frame | None = None
) -> Attributed:
    source = None
    if frame.source:
        source = characters(tokens, (frame.source[0], frame.relative or frame.source[1]))
    return Attributed(tokens.quoted[k], k, rule, frame, inner, source)


def _adjacent(tokens: Tokens, k: int, frame: Frame) -> bool:
    """Whether only marks and adverbs stand between the quotation and the frame."""
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
    if frame.shared or (frame.source and is_vehicle(tokens, frame.source)):
        return False
    return (
        hi - frame.last <= _TRAIL
        and frame.first > 0
        and (
            tokens.word[frame.first - 1] in (",", "\u2014", "-")
            or tokens.tag[frame.first - 1] & Tag.QUOTED > 0
        )
        and bool(frame.can & Cue.SAY or frame.rule == "according-to")
    )
