"""An article's statements and sources."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefbook.text.kinds import BlockKind, SourceKind, StatementKind
from briefbook.text.lang.guess import is_english
from briefbook.text.lang.load import language
from briefbook.text.model import Article, Source, Span, Statement
from briefbook.text.statements.antecedents import Antecedents
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.draft import Draft
from briefbook.text.statements.drafts import drafts_of
from briefbook.text.statements.full_names import FullNames
from briefbook.text.statements.interviews import asked_above, interview_of
from briefbook.text.statements.known_names import KnownNames
from briefbook.text.statements.readings import Passage, Reading, read
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.sources import Sources
from briefbook.text.statements.spans import characters
from briefbook.text.statements.transcript_terms import answerer, terms_of
from briefbook.text.statements.transcripts import turns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefbook.text.model import Basis, Block, KnownName
    from briefbook.text.statements.entries import Entry
    from briefbook.text.statements.turn import Turn

_ENGLISH = language("en")
_SAMPLED = 40
"""Passages whose words tell the language, where the article does not know it."""


def find_statements(
    article: Article, names: Sequence[KnownName] = ()
) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    """The sources of the article and what it attributes to them, in order of the text.

    ``names`` are those of bodies in the article, in order and apart: none of them is a person's.

    The rules are those of English; an article in another language has none.
    """
    text = article.seed.text
    passages = _passages(article)
    sample = "\n".join(text[one.start : one.end] for one in passages[:_SAMPLED])
    if not is_english(sample, article.language):
        return (), ()
    below = asked_above(text, article.blocks, passages)
    turns = turns_of(text, passages, below)
    interview = interview_of(text, passages, below) if below and not turns else {}
    turns = turns or interview
    basis = terms_of(text, passages, turns)
    answers = answerer(text, _headlines(article), passages, turns) if turns else None
    if interview and answers is None:
        turns = {}
    drafts: list[Draft] = []
    known = KnownNames(text, names)
    antecedents = Antecedents(text, known)
    intro: Draft | None = None
    for index, reading in enumerate(read(text, passages)):
        if index in turns:
            if not turns[index].label.asks:
                drafts.append(_of_turn(turns[index], basis, answers))
            continue
        found = drafts_of(text, reading, known, antecedents)
        if intro is not None and reading.passage.bullet and not any(d.source for d in found):
            found = [d for d in found if d.carried] or [_of_bullet(intro, reading.passage, text)]
        elif not reading.passage.bullet or text[reading.passage.end - 1] == ":":
            intro = _introducing(text, reading, known)
        drafts += found
    return _joined(text, drafts, FullNames(text, passages))


def _of_turn(turn: Turn, basis: Basis | None, answers: str | None) -> Draft:
    label = turn.label
    named = turn.who is not None
    letter = label.kind is SourceKind.UNKNOWN
    return Draft(
        turn.line,
        StatementKind.QUOTE,
        [Span(start=turn.start, end=turn.end)],
        0,
        source=label.name if named else answers if letter else None,
        source_span=Span(start=label.start, end=label.end) if named else None,
        carried=turn.goes_on and not letter,
        rule=SourceRule.TRANSCRIPT,
        kind_of_source=SourceKind.PERSON if letter and answers else label.kind,
        bases=[basis] if basis and named and label.kind is SourceKind.ANONYMOUS else [],
    )


def _introducing(text: str, reading: Reading, known: KnownNames) -> Draft | None:
    """The source whose statements the bullets under a line such as "The mayor said:" are."""
    passage = reading.passage
    if text[passage.end - 1] != ":" or not reading.frames:
        return None
    saying = [frame for frame in reading.frames[-1] if frame.can & Cue.SAY and frame.source]
    if not saying:
        return None
    frame = saying[-1]
    start, end = characters(reading.tokens, frame.source or frame.cue)
    source, kind = known.naming(known.whole(Span(start=start, end=end)))
    cue = characters(reading.tokens, frame.cue)
    return Draft(
        passage.line,
        StatementKind.INDIRECT,
        [],
        0,
        cue=text[slice(*cue)],
        source=source,
        rule=SourceRule.LIST,
        kind_of_source=kind,
    )


def _of_bullet(intro: Draft, passage: Passage, text: str) -> Draft:
    end = passage.end
    while end > passage.start + 1 and text[end - 1] in ".;,":
        end -= 1
    return replace(intro, line=passage.line, spans=[Span(start=passage.start, end=end)])


def _passages(article: Article) -> list[Passage]:
    """The article's running text; section labels are not part of what is said.

    With a line that stands out below a paragraph of quotation: it may sign it.
    """
    text = article.seed.text
    return [
        Passage(
            block.line,
            min(_opening(text, block), block.end - 1),
            block.end,
            block.kind is BlockKind.BULLET,
        )
        for before, block in zip((None, *article.blocks), article.blocks, strict=False)
        if block.kind.is_text or (block.kind is BlockKind.SUBHEAD and _quotes(text, before))
    ]


def _headlines(article: Article) -> list[Passage]:
    return [
        Passage(block.line, block.start, block.end)
        for block in article.blocks
        if block.kind in (BlockKind.TITLE, BlockKind.STANDFIRST)
    ]


def _quotes(text: str, block: Block | None) -> bool:
    """Whether the block is all quotation, as far as its ends tell."""
    if block is None or not block.kind.is_text:
        return False
    return text[block.start] in _OPENING_MARKS and text[block.end - 1] in _CLOSING_MARKS


_OPENING_MARKS = '"\u201c\u2018\u00ab\u201e'
_CLOSING_MARKS = '"\u201d\u2019\u00bb\u201c'


_STAMP = re.compile(
    r"(?:\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?\s*[-–—:|]?\s+)?"
    rf"(?:(?:{'|'.join(sorted(map(str.upper, _ENGLISH.lists['stamps'])))}):\s+)?"
)
"""What opens an entry of a live blog: 9:58, 10:15 a.m. UPDATE:."""


def _opening(text: str, block: Block) -> int:
    """Where the block's own words begin, behind its section label or its stamp."""
    start = block.label_end or block.start
    found = _STAMP.match(text, start, block.end)
    return found.end() if found else start


def _joined(
    text: str, drafts: Iterable[Draft], full_names: FullNames
) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    """The drafts' source phrases joined into sources, and the drafts as statements."""
    sources = Sources(text, full_names)
    done: list[tuple[Draft, Entry | None]] = []
    last: Entry | None = None
    for draft in drafts:
        entry = None
        if draft.carried:
            entry = sources.carried(draft, draft.source) if draft.source else last
            last = entry
        elif draft.source is not None:
            entry = sources.entry_for(draft, draft.source)
            if entry is not None:
                for basis in draft.bases:
                    entry.ground(basis, draft.source)
            last = entry
        if draft.speaker is not None:
            draft.speaker = _speaker(draft.speaker, entry, sources)
        done.append((draft, entry))
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
            bases=tuple(draft.bases),
            rule=draft.rule or "",
        )
        for draft, entry in done
    )


def _speaker(phrase: str, entry: Entry | None, sources: Sources) -> str | None:
    """The relayed speaker's name; None where a pronoun means the source itself."""
    low = phrase.lower()
    if low not in ("he", "she", "they", "it", "i", "we", "you"):
        return phrase
    if entry is None or entry.is_somebody():
        return None
    return sources.person(low) if low in ("he", "she") else None
