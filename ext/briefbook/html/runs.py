"""Divides an article's text into runs: a block with what stands beside it, and those after it that
have nothing there.

The style sheet makes a grid of each. Runs follow one another, so that what stands beside one never
meets what stands beside the next; and the source has each callout right after its block.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.html.nodes import beside, run, run_rest
from briefbook.sphinx.nodes import article_block, callout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.sphinx.nodes import article_text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A block of the running text, or an item of a list with all that is in it."""

    node: nodes.Element
    around: nodes.bullet_list | None
    """The list that the item is of."""

    @property
    def opens_a_run(self) -> bool:
        return any(len(block) > 1 for block in self.node.findall(article_block))


def divide(text: article_text) -> None:
    """Put the blocks of ``text`` into runs, and what stands beside each into a `beside`.

    A list that runs part is several lists. Blocks before the first run stay where they are, and
    orphans, which concern no block, stand after the last.
    """
    for block in text.findall(article_block):
        if len(block) > 1:
            block[1:] = [beside("", *block[1:], classes=["brief-beside"])]
    groups: list[list[_Part]] = [[]]
    for part in _parts(text.children):
        if part.opens_a_run or isinstance(part.node, callout):
            groups.append([])
        groups[-1].append(part)
    text[:] = [node for group in groups for node in _laid_out(group)]


def _parts(children: Iterable[nodes.Node]) -> Iterator[_Part]:
    for child in children:
        if isinstance(child, nodes.bullet_list):
            items = (item for item in child.children if isinstance(item, nodes.Element))
            yield from (_Part(node=item, around=child) for item in items)
        elif isinstance(child, nodes.Element):
            yield _Part(node=child, around=None)


def _laid_out(group: list[_Part]) -> Iterable[nodes.Element]:
    if not group or not group[0].opens_a_run:
        return _joined(group)
    made = run("", *_joined(group[:1]), classes=["brief-run"])
    if group[1:]:
        made += run_rest("", *_joined(group[1:]), classes=["brief-rest"])
    return [made]


def _joined(parts: list[_Part]) -> Iterator[nodes.Element]:
    """The parts one after the other, items that follow each other in a list of theirs."""
    for around, same in groupby(parts, key=lambda part: part.around):
        found = [part.node for part in same]
        if around is None:
            yield from found
        else:
            listing = around.copy()
            listing += found
            yield listing
