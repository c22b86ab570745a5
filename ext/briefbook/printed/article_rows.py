"""An article's blocks as rows: each with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx import nodes as brief
from briefbook.text.annotations.motivations import REPLY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element


LONGEST_BESIDE = 1200
"""Characters of a callout or note that stands in the margin column: about 40 of its lines."""

LONGEST_WHOLE_NOTE = 700
"""Characters of a note that is not parted where the page turns: about 24 lines of the margin."""

FURTHER_DOWN = 6
"""Lines of the margin column that a note may reach down further than its block. Notes past that
stand below the block, so that the page is not white beside them."""

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

    def add(self, callout: brief.callout) -> None:
        """Put a callout where there is room for it."""
        (self.beside if self._has_room_for(callout) else self.below).append(callout)

    def _has_room_for(self, callout: brief.callout) -> bool:
        if len(callout.astext()) > LONGEST_BESIDE:
            return False
        if not _is_note(callout):
            return True
        used = sum(_margin_lines(each) for each in (*self.beside, callout))
        return not self.below and used <= 1.5 * _lines(self.block.astext(), 75) + FURTHER_DOWN


def rows_of(article: Element) -> list[Row]:
    """The rows of an article in order. An orphan, which concerns no block, stands with the last."""
    rows: list[Row] = []
    for node, depth in _parts(article, 0):
        if not isinstance(node, brief.callout):
            rows.append(_row(node, depth))
            continue
        if not rows:
            rows.append(Row(block=nodes.container(), depth=depth))
        rows[-1].add(node)
    return rows


def _row(node: Element, depth: int) -> Row:
    if not isinstance(node, brief.article_block):
        return Row(block=node, depth=depth)
    row = Row(block=node[0], depth=depth)
    for callout in node.findall(brief.callout):
        row.add(callout)
    return row


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

    @property
    def beside(self) -> list[brief.callout]:
        return [callout for row in self.rows for callout in row.beside]


def groups_of(rows: Iterable[Row]) -> Iterator[Group]:
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


def _margin_lines(callout: brief.callout) -> int:
    return sum(_lines(part.astext(), 25) for part in callout)


def _lines(text: str, width: int) -> int:
    return len(text) // width + 1
