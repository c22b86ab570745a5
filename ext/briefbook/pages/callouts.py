"""Statements gathered into callouts: one for what a source says in a block on the same footing."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefbook.text.kinds import SourceKind
from briefbook.text.model import Block, Marks, Source, Statement

UNNAMED = Source(id="unknown", name="no source named", kind=SourceKind.UNKNOWN)
"""The source of statements that their article gives to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """What the reader is told beside a block of who said it.

    Whatever it tells holds for all of its statements: whose words they are, that they are
    translated, on what ground they stand, whether an editor attributed them.
    """

    number: int
    """From 1, in order of the text."""
    block: Block
    source: Source
    names: tuple[str, ...]
    """What the text calls the source here, where that is not its name; in order."""
    named_in: Block | None
    """The block that gives the source its name, if another."""
    bases: tuple[str, ...]
    """The grounds of a source without a name; those of others stand at their statements."""
    bases_in: Block | None
    """The block that gives them, if another."""
    statements: tuple[Statement, ...]


def gather(marks: Marks) -> list[Callout]:
    """The callouts of an article, in the order of the words they are of."""
    blocks = marks.article.blocks
    sources = {source.id: source for source in marks.sources}
    naming = _where_named(marks, sources)
    together: dict[tuple[object, ...], list[Statement]] = {}
    for statement in sorted(marks.statements, key=lambda each: each.spans[0].start):
        block = block_at(blocks, statement.spans[0].start)
        grounds = tuple(basis.text for basis in statement.bases)
        footing = (statement.speaker, statement.translated, grounds, statement.by_editor)
        together.setdefault((block.start, statement.source, *footing), []).append(statement)
    return [
        _callout(marks, number, sources.get(same[0].source or "", UNNAMED), same, naming)
        for number, same in enumerate(together.values(), 1)
    ]


def block_at(blocks: tuple[Block, ...], offset: int) -> Block:
    """The block that holds a character of the seed."""
    return blocks[bisect_right(blocks, offset, key=lambda block: block.start) - 1]


def _where_named(marks: Marks, sources: dict[str, Source]) -> dict[str, Block]:
    """By source, the first block in which the text calls it by its name."""
    found: dict[str, Block] = {}
    for statement in marks.statements:
        source, span = sources.get(statement.source or ""), statement.source_span
        if source is None or span is None or source.id in found:
            continue
        if marks.article.words_of(span).casefold() == source.name.casefold():
            found[source.id] = block_at(marks.article.blocks, span.start)
    return found


def _callout(
    marks: Marks,
    number: int,
    source: Source,
    statements: list[Statement],
    naming: dict[str, Block],
) -> Callout:
    article = marks.article
    block = block_at(article.blocks, statements[0].spans[0].start)
    spans = [statement.source_span for statement in statements if statement.source_span]
    names = dict.fromkeys(map(article.words_of, spans))
    named_in = naming.get(source.id, block)
    grounds = source.bases if source.kind.is_unnamed else ()
    here = [article.words_of(basis) for basis in grounds if block.start <= basis.start < block.end]
    # A ground given elsewhere holds for the source all the same: the first is told.
    elsewhere = None if here or not grounds else block_at(article.blocks, grounds[0].start)
    return Callout(
        number=number,
        block=block,
        source=source,
        names=tuple(name for name in names if name.casefold() != source.name.casefold()),
        named_in=None if named_in == block else named_in,
        bases=tuple(here) or tuple(map(article.words_of, grounds[:1])),
        bases_in=elsewhere,
        statements=tuple(statements),
    )
