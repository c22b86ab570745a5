"""Readings turned into the project's statements and sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefbook.text.model import (
    Article,
    Basis,
    BlockKind,
    Source,
    Span,
    Statement,
    StatementKind,
)
from briefbook.text.statements.attribution import Attributed, Passage, Reading, characters, read
from briefbook.text.statements.basis import bases_of, is_translation, is_vehicle
from briefbook.text.statements.indirect import content_of
from briefbook.text.statements.relay import person_of_state, relayed
from briefbook.text.statements.sources import Entry, Sources
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frames import Frame
    from briefbook.text.statements.phrases import Range
    from briefbook.text.statements.tokens import Tokens


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    line: int
    kind: StatementKind
    spans: list[Span]
    frame: Frame | None
    cue: str | None
    source: str | None
    """The source's phrase in the text; None where it is carried over."""
    source_span: Span | None
    sentence: int
    """The sentence it ends in, counted through the passage."""
    speaker: str | None = None
    translated: bool = False
    bases: list[Basis] = field(default_factory=list)
    carried: bool = False


def passages_of(article: Article) -> list[Passage]:
    """The article's running text; section labels are not part of what is said."""
    return [
        Passage(
            block.line, block.label_end or block.start, block.end, block.kind is BlockKind.BULLET
        )
        for block in article.blocks
        if block.kind.is_text
    ]


def find_statements(article: Article) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    """The sources of the article and what it attributes to them, in order of the text."""
    text = article.seed.text
    drafts: list[Draft] = []
    for reading in read(text, passages_of(article)):
        drafts += _drafts(text, reading)
    sources = Sources()
    entries: list[Entry | None] = []
    last: Entry | None = None
    for draft in drafts:
        entry = last if draft.carried else None
        if draft.source is not None and not draft.carried:
            entry = sources.entry_for(draft.source)
            entry.bases += [(basis, draft.source) for basis in draft.bases]
        entries.append(entry)
        last = entry or last
    found, ids = sources.finished()
    return found, tuple(
        Statement(
            line=draft.line,
            source=ids[id(entry)] if entry else None,
            kind=draft.kind,
            cue=draft.cue,
            spans=tuple(draft.spans),
            source_span=draft.source_span,
            speaker=draft.speaker,
            translated=draft.translated,
        )
        for draft, entry in zip(drafts, entries, strict=True)
    )


def _drafts(text: str, reading: Reading) -> list[Draft]:
    tokens, line = reading.tokens, reading.passage.line
    drafts: list[Draft] = []
    attributed = iter(reading.attributed)
    one = next(attributed, None)
    for number, ((lo, hi), frames) in enumerate(
        zip(reading.sentences, reading.frames, strict=True)
    ):
        own: list[Draft] = []
        vehicles = [
            f
            for f in frames
            if f.rule == "according-to" and f.source and is_vehicle(tokens, f.source)
        ]
        while one is not None and one.token < hi:
            _add_quotation(text, tokens, line, number, one, own, drafts)
            one = next(attributed, None)
        voiced = [f for f in frames if f not in vehicles] if len(frames) > len(vehicles) else frames
        own += _indirect(text, tokens, line, number, voiced, own, lo, hi)
        own.sort(key=lambda draft: draft.spans[0].start)
        for draft in own:
            _ground(text, tokens, draft, vehicles, hi)
        drafts += own
    return drafts


def _add_quotation(
    text: str,
    tokens: Tokens,
    line: int,
    number: int,
    one: Attributed,
    own: list[Draft],
    earlier: list[Draft],
) -> None:
    span = Span(start=one.quoted.inner_start, end=one.quoted.inner_end)
    if one.carried or one.source is None:
        known = own or earlier
        previous = known[-1] if known else None
        if (
            one.carried
            and previous is not None
            and previous.kind is StatementKind.QUOTE
            and number - previous.sentence <= 1
        ):
            previous.spans.append(span)
            previous.sentence = number
            return
        own.append(
            Draft(
                line,
                StatementKind.QUOTE,
                [span],
                None,
                None,
                None,
                None,
                number,
                carried=one.carried,
            )
        )
        return
    frame, inner = one.frame, relayed(one)
    speaker = _phrase(text, tokens, inner.source) if inner and inner.source else None
    last = own[-1] if own else None
    if frame is not None and speaker is None:
        state = person_of_state(tokens, one.token, frame)
        if state:
            speaker = _phrase(text, tokens, state)
        elif (
            last is not None
            and last.frame is not None
            and (last.frame is frame or (frame.shared and last.frame.source == frame.source))
        ):
            speaker = last.speaker
    if last is not None and frame is not None and last.frame is frame and last.speaker == speaker:
        last.spans.append(span)
        return
    source = frame.source if frame and frame.source else None
    own.append(
        Draft(
            line,
            StatementKind.QUOTE,
            [span],
            frame,
            _phrase(text, tokens, frame.cue) if frame else None,
            _phrase(text, tokens, source) if source else text[slice(*one.source)],
            _span(tokens, source) if source else Span(start=one.source[0], end=one.source[1]),
            number,
            speaker,
        )
    )


def _indirect(
    text: str,
    tokens: Tokens,
    line: int,
    number: int,
    frames: list[Frame],
    own: list[Draft],
    lo: int,
    hi: int,
) -> list[Draft]:
    drafts = []
    used = [draft.frame for draft in own]
    covered = -1
    for frame in frames:
        if frame in used or frame.source is None or frame.cue[0] < covered:
            continue
        content = content_of(tokens, frame, frames, lo, hi)
        if content is None:
            continue
        if any(tokens.tag[k] & Tag.QUOTED for k in range(*content)):
            continue
        covered = content[1]
        inner = next(
            (
                f
                for f in frames
                if f is not frame
                and content[0] <= f.cue[0] < content[1]
                and f.source
                and f.first <= content[0] + 1
            ),
            None,
        )
        drafts.append(
            Draft(
                line,
                StatementKind.INDIRECT,
                [_span(tokens, content)],
                frame,
                _phrase(text, tokens, frame.cue),
                _phrase(text, tokens, frame.source),
                _span(tokens, frame.source),
                number,
                _phrase(text, tokens, inner.source) if inner and inner.source else None,
            )
        )
    return drafts


def _ground(text: str, tokens: Tokens, draft: Draft, vehicles: list[Frame], hi: int) -> None:
    """Add the bases that the draft's sentence gives."""
    if draft.frame is None:
        return
    ranges = bases_of(tokens, draft.frame, hi)
    for vehicle in vehicles:
        if vehicle is draft.frame or vehicle.source is None:
            continue
        ranges.append(vehicle.source)
        draft.translated = draft.translated or is_translation(tokens, vehicle.source)
    for part in ranges:
        start, end = characters(tokens, part)
        draft.bases.append(Basis(line=draft.line, start=start, end=end, text=text[start:end]))


def _phrase(text: str, tokens: Tokens, part: Range) -> str:
    start, end = characters(tokens, part)
    return text[start:end]


def _span(tokens: Tokens, part: Range) -> Span:
    start, end = characters(tokens, part)
    return Span(start=start, end=end)
