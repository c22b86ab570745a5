"""The statements of one passage, drafted: before their sources are joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind, StatementKind
from briefbook.text.lang.load import language
from briefbook.text.model import Span
from briefbook.text.statements.appositions import name_beside, words_beside
from briefbook.text.statements.basis import is_vehicle
from briefbook.text.statements.content_before import around
from briefbook.text.statements.cues import VERBS, Cue
from briefbook.text.statements.draft import Draft
from briefbook.text.statements.grounds import ground, share_grounds
from briefbook.text.statements.indirect import content_of
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.open_reports import is_open
from briefbook.text.statements.own_voice import is_own_voice
from briefbook.text.statements.pronouns import TAKEN_UP
from briefbook.text.statements.relay import person_of_state, relayed
from briefbook.text.statements.reports import is_quoted_on
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.spans import span_of
from briefbook.text.statements.tokens import SENTENCE_ENDS, Range, Tokens
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag, tag_word

if TYPE_CHECKING:
    from briefbook.text.statements.antecedents import Antecedents
    from briefbook.text.statements.attribution import Attributed
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.known_names import KnownNames, Naming
    from briefbook.text.statements.readings import Reading

_ENGLISH = language("en")
_SHORTEST_ALONE = 5
"""Words of a quotation that counts without a source: shorter ones are scare quotes and names."""


_CONTRACTED = re.compile(r"(he|I|it|she|they|we|you)['\u2019](?:d|ll|m|re|s|ve)", re.IGNORECASE)
_OF_THINGS = _ENGLISH.lists["done-by-things"]


def drafts_of(
    text: str, reading: Reading, known: KnownNames, antecedents: Antecedents
) -> list[Draft]:
    """The passage's statements in order of their text."""
    return _Drafting(text, reading, known, antecedents).drafts()


class _Drafting:
    """One passage being read: holds what all the steps need."""

    def __init__(
        self, text: str, reading: Reading, known: KnownNames, antecedents: Antecedents
    ) -> None:
        self.text = text
        self.known = known
        self.antecedents = antecedents
        self.tokens: Tokens = reading.tokens
        self.line = reading.passage.line
        self.reading = reading
        self.done: list[Draft] = []
        self.own: list[Draft] = []
        """The drafts of the sentence being read."""

    def drafts(self) -> list[Draft]:
        attributed = iter(self.reading.attributed)
        one = next(attributed, None)
        for number, (lo, hi) in enumerate(self.reading.sentences):
            frames = self.reading.frames[number]
            vehicles = [
                f for f in frames if f.rule is SourceRule.ACCORDING_TO and self.is_vehicle(f)
            ]
            self.own = []
            while one is not None and one.token < hi:
                self.add_quotation(one, number)
                one = next(attributed, None)
            self.add_indirect([f for f in frames if f not in vehicles], number, lo, hi)
            self.own.sort(key=lambda draft: draft.spans[0].start)
            self.antecedents.name(self.tokens, (lo, hi), self.own)
            for draft in self.own:
                ground(self.text, self.tokens, draft, vehicles, (lo, hi))
            share_grounds(self.own)
            self.done += self.own
        return self.done

    def is_vehicle(self, frame: Frame) -> bool:
        return frame.source is not None and is_vehicle(self.tokens, frame.source)

    def naming(self, part: Range) -> Naming:
        return self.known.naming(self.known.whole(self.span(part)))

    def name_source(self, draft: Draft, span: Span) -> None:
        """Name the draft's source by the phrase at ``span``."""
        bare = _CONTRACTED.fullmatch(self.text, span.start, span.end)
        span = Span(start=span.start, end=bare.end(1)) if bare else span
        draft.source_span = self.known.whole(span)
        draft.source, kind = self.known.naming(draft.source_span)
        draft.kind_of_source = None if draft.apposed else kind

    def phrase(self, part: Range) -> str:
        span = self.span(part)
        return self.text[span.start : span.end]

    def span(self, part: Range) -> Span:
        return span_of(self.text, self.tokens, part)

    def add_quotation(self, one: Attributed, number: int) -> None:
        span = Span(start=one.quoted.inner_start, end=one.quoted.inner_end)
        if span.start >= span.end or self.is_manner(span):
            return
        known = self.own or self.done
        last = known[-1] if known else None
        if one.carried:
            if (
                last is not None
                and last.kind is StatementKind.QUOTE
                and number - last.sentence <= 1
                and (last.source is not None or last.carried)
            ):
                last.spans.append(span)
                last.sentence = number
                return
            draft = Draft(self.line, StatementKind.QUOTE, [span], number, carried=True)
            draft.rule = one.rule
            if one.source is not None:
                self.name_source(draft, Span(start=one.source[0], end=one.source[1]))
                draft.source_span = None
            self.own.append(draft)
            return
        if one.source is None:
            if self.stands_alone(span, opens=one.token == self.reading.sentences[number][0]):
                alone = Draft(self.line, StatementKind.QUOTE, [span], number, rule=one.rule)
                self.own.append(alone)
            return
        self.add_attributed(one, span, number)

    def is_no_name(self, frame: Frame | None) -> bool:
        """Whether the frame's source is a word that only opens its sentence."""
        if frame is None or frame.source is None:
            return False
        if self.tokens.tag[frame.source[0]] & (Tag.PRONOUN | Tag.DETERMINER):
            return False
        return self.known.is_no_name(self.span(frame.source))

    def is_manner(self, span: Span) -> bool:
        """Whether the quotation is an adverb alone, as in: spoke "bluntly"."""
        inner = self.text[span.start : span.end].strip(" ,.")
        adverb = inner.isalpha() and inner.endswith("ly")
        return adverb and bool(tag_word(inner) & Tag.ADVERB)

    def stands_alone(self, span: Span, *, opens: bool) -> bool:
        """Whether a quotation without a source is words: a long one, or a sentence of its own."""
        inner = self.text[span.start : span.end].strip()
        return len(inner.split()) >= _SHORTEST_ALONE or (opens and inner[-1:] in SENTENCE_ENDS)

    def add_attributed(self, one: Attributed, span: Span, number: int) -> None:
        frame = one.frame
        last = self.own[-1] if self.own else None
        speaker = self.speaker_of(one, last)
        if (
            frame is not None
            and last is not None
            and last.frame is frame
            and last.speaker == speaker
        ):
            last.spans.append(span)
            return
        if self.is_no_name(frame):
            return
        draft = Draft(self.line, StatementKind.QUOTE, [span], number, frame, speaker=speaker)
        draft.rule = one.rule
        if frame is not None and frame.source is not None:
            draft.cue = self.phrase(frame.cue)
            draft.aside = words_beside(self.tokens, frame)
            draft.apposed = self.apposed(frame)
            self.name_source(draft, self.span(frame.source))
        elif one.source is not None:
            self.name_source(draft, Span(start=one.source[0], end=one.source[1]))
        self.own.append(draft)

    def speaker_of(self, one: Attributed, last: Draft | None) -> str | None:
        frame = one.frame
        if frame is None:
            return None
        inner = relayed(self.tokens, one)
        if inner is None:
            inner = person_of_state(self.tokens, one.token, frame)
            inner = inner if inner and self.naming(inner).kind is None else None
        if inner:
            return self.somebody(inner)
        if last is not None and last.frame is not None:
            same = last.frame is frame
            if same or (frame.shared and last.frame.source == frame.source):
                return last.speaker
        return None

    def somebody(self, part: Range) -> str | None:
        """The phrase, if it names anybody whose words can be handed on."""
        if self.tokens.tag[part[0]] & Tag.PARTICIPLE:
            return None  # said that moving Jane Doe was "hard"
        phrase = self.phrase(name_beside(self.tokens, part) or part)
        known = kind_of(phrase) is not SourceKind.UNKNOWN or phrase.lower() in TAKEN_UP
        return phrase if known else None

    def apposed(self, frame: Frame) -> str | None:
        """The full name of a person beside the source's phrase, if any."""
        if frame.source is None:
            return None
        part = name_beside(self.tokens, frame.source, self.known.is_surname)
        if part is None or self.naming(part).kind is not None:
            return None
        return self.phrase(part)

    def add_indirect(self, frames: list[Frame], number: int, lo: int, hi: int) -> None:
        used = [draft.frame for draft in self.own]
        contents: list[tuple[Range, Frame]] = []
        for place, frame in enumerate(frames):
            if frame.source is None or is_own_voice(self.tokens, frame.source):
                continue
            if used and is_quoted_on(self.tokens, frames, place, used):
                continue  # what another is quoted on: said he had "no idea" if she had told him so
            content = content_of(self.tokens, frame, frames, lo, hi)
            if content is None or self.is_no_name(frame):
                continue
            if any(self.tokens.tag[k] & Tag.QUOTED for k in range(*content)):
                continue
            if frame in used and not self.is_followed_up(content):
                continue
            contents.append((content, frame))
        covered = -1
        for content, frame in sorted(contents, key=lambda pair: (pair[0][0], -pair[0][1])):
            if content[1] <= covered or frame.source is None:
                continue  # within another's report, which relays it
            covered = content[1]
            draft = Draft(
                self.line,
                StatementKind.INDIRECT,
                [self.span(part) for part in around(self.tokens, content, frame, hi)],
                number,
                frame,
                self.phrase(frame.cue),
                speaker=self.relayed_in(frame, frames, content),
                aside=words_beside(self.tokens, frame),
                apposed=self.apposed(frame),
                rule=frame.rule,
            )
            self.name_source(draft, self.span(frame.source))
            if self.may_report(draft, frame):
                self.own.append(draft)

    def is_followed_up(self, content: Range) -> bool:
        """Whether a colon leads from a report to a quotation: said it would close: “It is old.”"""
        start, end = content
        word, tag = self.tokens.word, self.tokens.tag
        if word[end : end + 1] != [":"] or not tag[end + 1] & Tag.QUOTED:
            return False
        return any(is_verb(self.tokens, k) for k in range(start + 1, end))

    def may_report(self, draft: Draft, frame: Frame) -> bool:
        """Whether the source can have said it: not "The tactic suggests that".

        On PolNeAR's training part every second such is no report.
        """
        verb = VERBS.get(self.tokens.word[frame.cue[0]].lower())
        source = draft.source or ""
        if verb is None or verb.lemma not in _OF_THINGS or source.lower() in TAKEN_UP:
            return True
        return (draft.kind_of_source or kind_of(draft.apposed or source)) is not SourceKind.UNKNOWN

    def relayed_in(self, frame: Frame, frames: list[Frame], content: Range) -> str | None:
        """Whose words a reported clause hands on: said that *Putin* had warned of it."""
        for inner in frames:
            if inner is frame or inner.source is None or not inner.can & Cue.SAY:
                continue
            verb = VERBS.get(self.tokens.word[inner.cue[0]].lower())
            if verb is None or not verb.takes or is_open(self.tokens, inner, *content):
                continue  # had not replied: nobody's words
            if content[0] <= inner.first <= content[0] + 1 and inner.cue[1] <= content[1]:
                return self.somebody(inner.source)
        return None
