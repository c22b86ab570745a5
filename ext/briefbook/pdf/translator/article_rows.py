"""An article's blocks as rows: each with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx import nodes as brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element


@dataclass(slots=True)
class Row:
    """A block, and the callouts and notes beside it."""

    block: Element
    depth: int
    """Levels of bullets around it; 0 for a block of the running text."""
    beside: list[brief.callout] = field(default_factory=list)


def rows_of(article: Element) -> Iterator[Row]:
    """The rows of an article in order. A callout belongs to the block before it."""
    last: Row | None = None
    for node, depth in _blocks(article, 0):
        if not isinstance(node, brief.callout):
            if last is not None:
                yield last
            last = Row(block=node, depth=depth)
        elif last is None:
            last = Row(block=nodes.container(), depth=0, beside=[node])
        else:
            last.beside.append(node)
    if last is not None:
        yield last


def _blocks(node: Element, depth: int) -> Iterator[tuple[Element, int]]:
    for child in node.children:
        if isinstance(child, nodes.bullet_list):
            for item in child.children:
                if isinstance(item, nodes.Element):
                    yield from _blocks(item, depth + 1)
        elif isinstance(child, nodes.Element):
            yield child, depth
