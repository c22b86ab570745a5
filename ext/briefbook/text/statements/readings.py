"""Passages read: their tokens, sentences, frames, and whom each quotation is attributed to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.statements.appositions import name_beside
from briefbook.text.statements.attribution import Attributed, Sentence, attribute
from briefbook.text.statements.clauses import is_person, main_subject
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.entries import ONE_OF_SEVERAL
from briefbook.text.statements.frames import find_frames
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.named_behind import source_behind
from briefbook.text.statements.noun_phrases import is_pronoun
from briefbook.text.statements.quotation import quoted_spans
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.spans import characters
from briefbook.text.statements.title_case import lower_title_case
from briefbook.text.statements.tokenizer import sentences, tokenize
from briefbook.text.statements.tokens import SENTENCE_ENDS
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

    One that waits for its source is held back, with the paragraphs its quotation began in: the next
    passage may name it.
    """
    reader = _Reader(text)
    held: list[Reading] = []
    for passage, following in zip_longest(passages, passages[1:]):
        begins = text[following.start : following.start + 1] if following else ""
        reading = reader.read(passage, goes_on_behind=begins in _OPENING and begins != "")
        if held:
            source = _named_behind(reading, broken_off=_breaks_off(held[-1]))
            for one in held if source else ():
                found = one.attributed[-1]
                one.attributed[-1] = replace(
                    found, rule=SourceRule.SIGNED, source=source, carried=False
                )
            reader.speaker = source or reader.speaker
            if not (source is None and _breaks_off(held[-1]) and _waits(reading)):
                yield from held
                held = []
        if _waits(reading):
            held.append(reading)
        else:
            yield reading
    yield from held


_OPENING = '"\u201c\u2018\u00ab\u201e'
"""What a paragraph begins with that goes on with the quotation of the one before."""


def _waits(reading: Reading) -> bool:
    """Whether nothing says yet whose the passage's last quotation is, but the next passage may.

    It is all of the passage, or it is left open and nobody in the passage has spoken.
    """
    if not reading.attributed:
        return False
    last = reading.attributed[-1]
    if len(reading.tokens) == 1:
        return last.rule in (SourceRule.NONE, SourceRule.CARRIED)
    return last.rule is SourceRule.NONE and not last.quoted.closed


def _breaks_off(reading: Reading) -> bool:
    return not reading.attributed[-1].quoted.closed


def _named_behind(reading: Reading, *, broken_off: bool) -> tuple[int, int] | None:
    """The characters of the source that ``reading`` names for the quotation before it.

    If that was ``broken_off``, the first of ``reading`` is the rest of it.
    """
    first = reading.attributed[0] if reading.attributed else None
    goes_on = broken_off and first is not None and first.token == 0 and not first.carried
    if goes_on and first is not None and first.rule is not SourceRule.TRANSCRIPT:
        if first.frame is not None and first.frame.source is not None:
            beside = name_beside(reading.tokens, first.frame.source)
            return characters(reading.tokens, beside) if beside else first.source
        return first.source
    source = source_behind(reading.tokens, reading.frames)
    return characters(reading.tokens, source) if source else None


class _Reader:
    """Remembers from one passage to the next who spoke last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.speaker: tuple[int, int] | None = None
        """Characters of whoever spoke last."""
        self.colon = False
        """A line that ends in a colon opens what comes."""
        self.previous: Reading | None = None

    def read(self, passage: Passage, *, goes_on_behind: bool) -> Reading:
        """Read one passage; ``goes_on_behind`` tells that the next may go on with its quotation."""
        spans = quoted_spans(self.text, passage.start, passage.end, goes_on=goes_on_behind)
        tokens = tokenize(self.text, passage.start, passage.end, spans)
        found = sentences(tokens, self.text, passage.start, passage.end)
        reading = Reading(passage, tokens, found)
        goes_on = self.colon or self.goes_on(reading)
        for lo, hi in reading.sentences:
            lower_title_case(tokens, lo, hi)
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
            if found is not None and _is_doubtful(tokens, found):
                found = None
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

    def note_speaker(self, sentence: Sentence) -> None:
        """Remember who speaks in a sentence without quotations: the next one may be theirs."""
        tokens = sentence.tokens
        for kind in (Cue.SAY, Cue.ACT):
            for frame in sentence.frames:
                if frame.can & kind and frame.source:
                    self.speaker = characters(tokens, frame.source)
                    return
        opens = tokens.word[sentence.hi - 1] == ":"  # "Jane Doe made the following remark:"
        if opens or not sentence.frames:
            subject = main_subject(tokens, sentence.lo, sentence.hi)
            # "Jane Doe was blunt.", but no heading such as "Jane Doe Was Blunt"
            told = tokens.word[sentence.hi - 1] in SENTENCE_ENDS
            if subject and (opens or (told and is_person(tokens, subject))):
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
            if not any(frame.can & (Cue.SAY | Cue.ACT) and frame.source for frame in last):
                return False
        elif not previous.attributed[-1].quoted.closed:
            return True
        span = reading.tokens.quoted.get(0)
        if span is None or len(reading.tokens) > 1:
            return False
        words = self.text[span.inner_start : span.inner_end].split()
        sentence = span.last in SENTENCE_ENDS and len(words) >= _WORDS and words[-1][0].islower()
        return sentence or span.end - span.start >= _LONG


def _is_doubtful(tokens: Tokens, found: Attributed) -> bool:
    """Whether nobody may have said the quotation: the songs range from “Rain” to “Blue”.

    Its source would be a thing, and the verb none of saying: on PolNeAR's training part a third of
    such are somebody's words, and fewer are that source's.
    """
    frame = found.frame
    if frame is None or frame.source is None or frame.rule is None or not frame.can:
        return False
    if frame.can & Cue.SAY:
        return False
    if is_pronoun(tokens, frame.source[0]):
        return tokens.word[frame.source[0]].lower().startswith("you")
    phrase = " ".join(tokens.word[slice(*frame.source)])
    return phrase.lower() not in ONE_OF_SEVERAL and kind_of(phrase) is SourceKind.UNKNOWN


_LABEL = re.compile(r"[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,3}:(?= )")
"""A speaker's name in capitals that opens a turn quoted from a transcript: "DOE: Well, …"."""


def _labelled(found: Attributed, label: re.Match[str]) -> Attributed:
    return replace(
        found,
        quoted=replace(found.quoted, inner_start=label.end() + 1),
        rule=SourceRule.TRANSCRIPT,
        source=(label.start(), label.end() - 1),
    )


_WORDS = 4
"""Words of a whole sentence that stands as a paragraph of its own, however short: no title."""
_LONG = 30
"""Characters of a quotation that stands as a paragraph of its own; shorter ones are titles, cries.

On PolNeAR's training part 58 of 83 carried ones of that length were right, 1 of 8 shorter.
"""
