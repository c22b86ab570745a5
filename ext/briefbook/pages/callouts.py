"""Statements gathered into callouts: one for each run of neighbouring paragraphs of one source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefbook.text.model import Block, Marks, Source, SourceKind, Statement

_UNNAMED = Source(id="unknown", name="no source named", kind=SourceKind.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """What the reader is told beside a paragraph of who said it."""

    block: Block
    """The block it stands beside: the first it concerns."""
    source: Source
    names: tuple[str, ...]
    """What the text calls the source here, where that is not its name; in order."""
    bases: tuple[str, ...]
    """The grounds of a source without a name; those of others stand at their statements."""
    statements: tuple[tuple[Block, Statement], ...]

    @property
    def last(self) -> Block:
        """The last block it concerns."""
        return self.statements[-1][0]


def gather(marks: Marks) -> list[Callout]:
    """The callouts of an article, in the order of their first blocks."""
    blocks = marks.article.blocks
    position = {block.start: index for index, block in enumerate(blocks)}
    sources = {source.id: source for source in marks.sources}
    runs: dict[str, list[list[tuple[Block, Statement]]]] = {}
    for statement in marks.statements:
        block = _block_at(blocks, statement.spans[0].start)
        of_source = runs.setdefault(statement.source or "", [])
        if of_source and position[block.start] - position[of_source[-1][-1][0].start] <= 1:
            of_source[-1].append((block, statement))
        else:
            of_source.append([(block, statement)])
    callouts = [
        _callout(marks, sources.get(source_id, _UNNAMED), run)
        for source_id, of_source in runs.items()
        for run in of_source
    ]
    return sorted(callouts, key=lambda callout: callout.statements[0][1].spans[0].start)


def _block_at(blocks: tuple[Block, ...], offset: int) -> Block:
    return blocks[bisect_right(blocks, offset, key=lambda block: block.start) - 1]


def _callout(marks: Marks, source: Source, run: list[tuple[Block, Statement]]) -> Callout:
    article = marks.article
    spans = [statement.source_span for _, statement in run if statement.source_span]
    names = dict.fromkeys(map(article.words_of, spans))
    grounds = source.bases if source.kind.is_unnamed else ()
    first, last = run[0][0], run[-1][0]
    here = [article.words_of(basis) for basis in grounds if first.start <= basis.start < last.end]
    return Callout(
        block=run[0][0],
        source=source,
        names=tuple(name for name in names if name.lower() != source.name.lower()),
        # A basis given elsewhere holds for the source all the same: the first is shown.
        bases=tuple(here) or tuple(map(article.words_of, grounds[:1])),
        statements=tuple(run),
    )
