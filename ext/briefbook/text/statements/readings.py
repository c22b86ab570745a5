"""Passages read: their tokens, sentences, frames, and whom each quotation is attributed to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefbook.text.statements.attribution import Attributed, Sentence, attribute, characters
from briefbook.text.statements.clauses import main_subject
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.frames import find_frames
from briefbook.text.statements.named_behind import source_behind
from briefbook.text.statements.quotation import quoted_spans
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.tokenizer import sentences, tokenize
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens


@dataclass(frozen=True, slots=True)
class Passage:
    """A block to read: characters ``start``…``end`` on ``line``."""

    line: int
    start: int
    end: int
    bullet: bool = False


@dataclass(slots=True)
class Reading:
    """What was read of one passage."""

    passage: Passage
    tokens: Tokens
    sentences: list[Range]
    frames: list[list[Frame]] = field(default_factory=list)
    """The frames of each sentence."""
    attributed: list[Attributed] = field(default_factory=list)


def read(text: str, passages: list[Passage]) -> Iterator[Reading]:
    """Every passage read, in order; a passage may go on with the speaker of the one before.

    Each is held back until the next is read: that may name the source of one that is all quotation.
    """
    reader = _Reader(text)
    held: Reading | None = None
    for passage in passages:
        reading = reader.read(passage)
        if held is not None:
            source = source_behind(reading.tokens, reading.frames) if _is_open(held) else None
            if source:
                found = held.attributed[0]
                place = characters(reading.tokens, source)
                signed = replace(found, rule=SourceRule.SIGNED, source=place)
                held.attributed[0] = reader.named_behind(signed)
            yield held
        held = reading
    if held is not None:
        yield held


def _is_open(reading: Reading) -> bool:
    """Whether the passage is one quotation of which nothing says whose it is."""
    return (
        len(reading.tokens) == 1
        and len(reading.attributed) == 1
        and reading.attributed[0].rule in (SourceRule.NONE, SourceRule.CARRIED)
    )


class _Reader:
    """Remembers from one passage to the next who spoke last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.speaker: tuple[int, int] | None = None
        """Characters of whoever spoke last."""
        self.colon = False
        """A line that ends in a colon opens what comes."""
        self.previous: Reading | None = None

    def read(self, passage: Passage) -> Reading:
        spans = quoted_spans(self.text, passage.start, passage.end)
        tokens = tokenize(self.text, passage.start, passage.end, spans)
        found = sentences(tokens, self.text, passage.start, passage.end)
        reading = Reading(passage, tokens, found)
        goes_on = self.colon or self.goes_on(reading)
        for lo, hi in reading.sentences:
            frames = find_frames(tokens, lo, hi)
            reading.frames.append(frames)
            self.attribute_all(reading, Sentence(tokens, lo, hi, frames), goes_on=goes_on)
            goes_on = True
        self.colon = self.text[passage.end - 1] == ":" or (self.colon and passage.bullet)
        self.previous = reading
        return reading

    def attribute_all(self, reading: Reading, sentence: Sentence, *, goes_on: bool) -> None:
        """Attribute the sentence's quotations; one that opens it may go on with the last speaker.

        A fragment within a sentence is not carried: on PolNeAR's training part 12 of 90 such would
        have been right.
        """
        tokens = sentence.tokens
        quoted = [k for k in range(sentence.lo, sentence.hi) if tokens.tag[k] & Tag.QUOTED]
        for k in quoted:
            found = attribute(sentence, k)
            if found is None:
                found = Attributed(tokens.quoted[k], k, SourceRule.NONE)
                label = _LABEL.match(self.text, found.quoted.inner_start, found.quoted.inner_end)
                if label:
                    found = _labelled(found, label)
                elif self.speaker is not None and k == sentence.lo and goes_on:
                    found = Attributed(
                        tokens.quoted[k], k, SourceRule.CARRIED, source=self.speaker, carried=True
                    )
            reading.attributed.append(found)
            self.speaker = found.source or self.speaker
        if not quoted:
            self.note_speaker(sentence)

    def named_behind(self, found: Attributed) -> Attributed:
        """Note that ``found`` is the last that was said."""
        self.speaker = found.source
        return found

    def note_speaker(self, sentence: Sentence) -> None:
        """Remember who speaks in a sentence without quotations: the next one may be theirs."""
        tokens = sentence.tokens
        for frame in sentence.frames:
            if frame.can & Cue.SAY and frame.source:
                self.speaker = characters(tokens, frame.source)
                return
        if tokens.word[sentence.hi - 1] == ":":
            subject = main_subject(tokens, sentence.lo, sentence.hi)
            if subject:  # "Jane Doe made the following remark:"
                self.speaker = characters(tokens, subject)

    def goes_on(self, reading: Reading) -> bool:
        """Whether a paragraph goes on with the quotations of the one before it.

        It does if that one left its quotation open, or if it quotes and this one is all quotation.
        """
        previous = self.previous
        if previous is None:
            return False
        if not previous.attributed:
            last = previous.frames[-1] if previous.frames else []
            if not any(frame.can & Cue.SAY and frame.source for frame in last):
                return False
        elif not previous.attributed[-1].quoted.closed:
            return True
        span = reading.tokens.quoted.get(0)
        return span is not None and len(reading.tokens) == 1 and span.end - span.start >= _LONG


_LABEL = re.compile(r"[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,3}:(?= )")
"""A speaker's name in capitals that opens a turn quoted from a transcript: "DOE: Well, …"."""


def _labelled(found: Attributed, label: re.Match[str]) -> Attributed:
    return replace(
        found,
        quoted=replace(found.quoted, inner_start=label.end() + 1),
        rule=SourceRule.TRANSCRIPT,
        source=(label.start(), label.end() - 1),
    )


_LONG = 30
"""Characters of a quotation that stands as a paragraph of its own; shorter ones are titles, cries.

On PolNeAR's training part 58 of 83 carried ones of that length were right, 1 of 8 shorter.
"""
