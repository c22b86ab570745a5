"""The book as a list of its documents, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import inline_all_toctrees

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.builders import Builder


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A PDF of its own; page numbers go on from the part before."""

    key: str
    """What its file's name ends in: ``2021``."""
    title: str
    """On its cover, below the book's: ``December 2021``; empty for what follows the articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document of the book."""

    docname: str
    level: int
    """The level of its title's heading, from 1."""
    part: Part | None = None
    """The part of the book that it is printed in; None where all is one PDF."""
    is_contents: bool = False
    """Whether it is the book's contents, in the place of a table of them."""
    node: addnodes.start_of_file
    """Holds the document's own content; the documents of its toctrees are pages of their own."""


def collect_pages(
    builder: Builder, root: str, exclude: Collection[str] = ()
) -> tuple[nodes.document, list[Page]]:
    """All documents that the toctrees of ``root`` reach, each once, with their references resolved.

    Those named in ``exclude`` are left out, and what stands below them with them.

    A document's own content comes first, whole, and the documents of its toctrees follow it. So a
    toctree may stand anywhere, in a card or a fold, and still opens pages. Returns the tree that
    the references were resolved in, emptied, for what a translator reads of it.
    """
    tree = inline_all_toctrees(
        builder, set(), root, builder.env.get_doctree(root), lambda name: name, [root]
    )
    tree["docname"] = root
    builder.env.resolve_references(tree, root, builder)
    top = addnodes.start_of_file(docname=root)
    for node in list(tree.findall(addnodes.start_of_file)):
        if node["docname"] in exclude:
            node.parent.remove(node)
    top += tree.children
    pages: list[Page] = []
    _take(top, 1, pages)
    return tree, pages


def _take(node: addnodes.start_of_file, level: int, pages: list[Page]) -> None:
    nested: list[addnodes.start_of_file] = []
    _detach(node, nested)
    pages.append(Page(docname=node["docname"], level=level, node=node))
    # The documents in the root's toctrees are chapters beside it, not sections of it.
    is_root = len(pages) == 1
    for child in nested:
        _take(child, level if is_root else level + 1, pages)


def _detach(node: nodes.Element, nested: list[addnodes.start_of_file]) -> None:
    kept: list[nodes.Node] = []
    for child in node.children:
        if isinstance(child, addnodes.start_of_file):
            nested.append(child)
            continue
        if isinstance(child, nodes.Element):
            _detach(child, nested)
        kept.append(child)
    if len(kept) != len(node.children):
        node.children = kept
