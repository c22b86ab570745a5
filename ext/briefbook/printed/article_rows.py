"""An article's blocks as rows: each with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.printed.article_heights import (
    below_height,
    best_in_margin,
    margin_height,
    text_height,
)
from briefbook.sphinx import nodes as brief
from briefbook.text.annotations.motivations import REPLY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element


LONGEST_BESIDE = 1200
"""Characters of a callout or note that stands in the margin column: about 40 of its lines."""

LONGEST_WHOLE_NOTE = 700
"""Characters of a note that is not parted where the page turns: about 24 lines of the margin."""

KEPT = 400
"""Points: how high a block may be that is kept on one page with its notes, of the 680 of A4."""

_HEADS = frozenset({"brief-title", "brief-subhead"})
"""Classes of paragraphs that stand above what follows."""


@dataclass(slots=True)
class Row:
    """A block, and the callouts and notes beside it."""

    block: nodes.Node
    depth: int
    """Levels of bullets around it; 0 for a block of the running text."""
    beside: list[brief.callout] = field(default_factory=list)
    below: list[brief.callout] = field(default_factory=list)
    """Those that are too long for the margin column, or too many."""

    def set_callouts(self, callouts: list[brief.callout]) -> None:
        """Put sources and replies into the margin, notes there or under the block."""
        short = [each for each in callouts if len(each.astext()) <= LONGEST_BESIDE]
        notes = [each for each in short if _is_note(each)]
        fixed = [each for each in short if not _is_note(each)]
        chosen = best_in_margin(self.block, fixed, notes)
        beside = {id(each) for each in (*fixed, *(notes[at] for at in chosen))}
        self.beside = [each for each in callouts if id(each) in beside]
        self.below = [each for each in callouts if id(each) not in beside]

    @property
    def height(self) -> float:
        """Of the block with what stands under it."""
        return text_height(self.block) + (below_height(self.below) if self.below else 0)

    @property
    def has_notes(self) -> bool:
        return any(isinstance(each, brief.annotation) for each in (*self.beside, *self.below))


def rows_of(article: Element) -> list[Row]:
    """The rows of an article in order. An orphan, which concerns no block, stands with the last."""
    rows: list[Row] = []
    for node, depth in _parts(article, 0):
        if isinstance(node, brief.callout):
            if not rows:
                rows.append(Row(block=nodes.container(), depth=depth))
            rows[-1].set_callouts([*rows[-1].beside, *rows[-1].below, node])
            continue
        is_block = isinstance(node, brief.article_block)
        row = Row(block=node[0] if is_block else node, depth=depth)
        if is_block:
            row.set_callouts(list(node.findall(brief.callout)))
        rows.append(row)
    return rows


def _parts(node: Element, depth: int) -> Iterator[tuple[Element, int]]:
    """Blocks, orphans and what else stands among them, with the levels of bullets around each."""
    for child in node.children:
        if isinstance(child, nodes.bullet_list):
            for item in child.children:
                if isinstance(item, nodes.Element):
                    yield from _parts(item, depth + 1)
        elif isinstance(child, nodes.Element):
            yield child, depth


@dataclass(slots=True)
class Group:
    """Rows that stand beside one margin, or beside none of their own."""

    heads: list[Row] = field(default_factory=list)
    """Subheads above the first of the others."""
    rows: list[Row] = field(default_factory=list)
    whole: bool = False
    """Whether it is kept on one page, so that notes are on that of their passage."""
    spans: int = 0
    """How many of the groups that follow its margin reaches down beside, where it is kept."""

    @property
    def height(self) -> float:
        """Of the text column."""
        return sum(row.height for row in (*self.heads, *self.rows))

    @property
    def margin(self) -> float:
        return sum(map(margin_height, self.beside))

    @property
    def beside(self) -> list[brief.callout]:
        return [callout for row in self.rows for callout in row.beside]


def groups_of(rows: Iterable[Row]) -> list[Group]:
    """What stands beside what, and what of it is kept on a page."""
    groups = list(_grouped(rows))
    together = 0.0  # of what is kept, and of what hangs together with it by its margin
    for at, group in enumerate(groups):
        height = max(group.height, group.margin)
        has_notes = any(row.has_notes for row in group.rows)
        group.whole = has_notes and together + height <= KEPT
        reached, spans = group.height, 0
        while group.whole and reached < group.margin and at + spans + 1 < len(groups):
            spans += 1
            if groups[at + spans].beside:  # whose own margin begins below this one
                break
            reached += groups[at + spans].height
        group.spans = spans
        together = (together if together and group.whole else 0) + height if spans else 0
    return groups


def _grouped(rows: Iterable[Row]) -> Iterator[Group]:
    """Each row with callouts by itself, and those between them together.

    So what stands beside a paragraph follows it at once where the book is read aloud. A subhead
    stands with what it is the head of.
    """
    group = Group()
    for row in rows:
        is_head = is_subhead(row)
        if (row.beside or is_head) and group.rows:
            yield group
            group = Group()
        (group.heads if is_head and not row.beside else group.rows).append(row)
        if row.beside:
            yield group
            group = Group()
    if group.rows or group.heads:
        yield group


def is_subhead(row: Row) -> bool:
    """Whether a row is a head of those that follow it."""
    return isinstance(row.block, nodes.paragraph) and bool(_HEADS & set(row.block["classes"]))


def _is_note(callout: brief.callout) -> bool:
    """Whether it is a note, and no reply: that stands by what it answers."""
    return isinstance(callout, brief.annotation) and callout["motivation"] != REPLY
