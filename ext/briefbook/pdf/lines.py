"""Blocks that stand in a line: taken out before the book is written, so that their words print.

docutils lets only text and inline nodes stand in a paragraph, but other extensions put lists,
notes and tables there. HTML shows them; Typst drops a block within a paragraph.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from briefbook.warnings import TYPE, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element, Node

    from briefbook.pdf.pages import Page

logger = logging.getLogger(__name__)

_BASES = {nodes.Element, nodes.TextElement, nodes.FixedTextElement}
_MODULES = {nodes.__name__, addnodes.__name__}


def lift_blocks(page: Page) -> None:
    """Let no block stand in a line of ``page``; warn of each that did, with its place.

    A paragraph is parted around it: what stands before, the block, what stands after. Text that
    has its one place in a structure, such as a title or a term, gets the block's words instead.
    """
    _lifted(page.node, page.docname)


def is_block(node: Node) -> TypeGuard[Element]:
    """Whether ``node`` takes lines of its own, and so may not stand in one.

    Other extensions' nodes seldom say what they are: theirs are blocks if they hold any.
    """
    if not isinstance(node, nodes.Element):
        return False
    if isinstance(node, addnodes.desc_signature):  # inline by class alone
        return True
    if isinstance(node, nodes.Inline | nodes.classifier):
        return False
    if _is_foreign(node) or isinstance(node, nodes.Invisible | addnodes.only):
        return any(is_block(child) for child in node.children)
    return True


def stands_in_line(node: Node) -> bool:
    """Whether ``node`` stands among the words of a line."""
    return isinstance(node.parent, nodes.TextElement) or not is_block(node.parent)


def place_of(node: Node, docname: str) -> Node | tuple[str, None]:
    """Where ``node`` stands, for a warning; the document alone where nothing tells the line."""
    above: Node | None = node
    while above is not None:
        if above.source and above.line:
            return above
        above = above.parent
    return (docname, None)


def _is_foreign(node: Element) -> bool:
    """Whether it is another extension's node, and no variant of one that docutils has."""
    return not any(
        base.__module__ in _MODULES and issubclass(base, nodes.Element) and base not in _BASES
        for base in type(node).__mro__
    )


def _lifted(node: Node, docname: str) -> list[Node]:
    """What stands in the place of ``node``."""
    if not isinstance(node, nodes.Element):
        return [node]
    if not _is_line(node):
        _fill(node, [each for child in node.children for each in _lifted(child, docname)])
        return [node]
    blocks = list(_blocks_in(node))
    if not blocks:
        return [node]
    for block in blocks:
        logger.warning(
            "the node %r stands within a %r, where only words may stand; %s",
            type(block).__name__,
            type(node).__name__,
            "it is printed by itself" if _may_part(node) else "its words are printed there",
            type=TYPE,
            subtype=Subtype.PDF_NODE,
            location=place_of(block, docname),
        )
    if _may_part(node):
        return [each for part in _parted(node) for each in _lifted(part, docname)]
    _fill(node, _words_of(node))
    return [node]


def _is_line(node: Element) -> bool:
    """Whether only text and inline nodes may stand in ``node``."""
    # Text elements by name: the one holds paragraphs, autosummary's tables are subclasses of the
    # other.
    if isinstance(node, addnodes.versionmodified | nodes.comment):
        return False
    return not is_block(node) or (isinstance(node, nodes.TextElement) and not _is_foreign(node))


def _may_part(node: Element) -> bool:
    if isinstance(node, nodes.paragraph | nodes.line):
        return True
    return isinstance(node, nodes.Inline) and not isinstance(node, nodes.Part)


def _blocks_in(node: Node) -> Iterator[Element]:
    """The blocks that stand in a line, without what they hold."""
    for child in node.children:
        if is_block(child):
            yield child
        else:
            yield from _blocks_in(child)


def _parted(node: Element) -> list[Element]:
    """The blocks that stand in a line, and between them what they leave of it."""
    parts: list[Element] = []
    piece: Element | None = None
    for each in (part for child in node.children for part in _parts_of(child)):
        if is_block(each):
            parts.append(each)
            piece = None
            continue
        # An inline element may begin within a line; there its white space counts.
        begins_line = piece is None and (bool(parts) or is_block(node))
        shown = nodes.Text(each.lstrip()) if begins_line and isinstance(each, nodes.Text) else each
        if isinstance(shown, nodes.Text) and not shown:
            continue
        if piece is None:
            piece = _piece_of(node)
            parts.append(piece)
        piece.append(shown)
    parts[0]["ids"] = [*node["ids"], *parts[0]["ids"]]
    return parts


def _parts_of(node: Node) -> Iterable[Node]:
    if isinstance(node, nodes.Element) and not is_block(node) and any(_blocks_in(node)):
        return _parted(node)
    return [node]


def _words_of(node: Element) -> list[Node]:
    """What a line says, the words of its blocks in their place."""
    words: list[Node] = []
    for child in node.children:
        if is_block(child):
            words += [
                nodes.Text(" "),
                nodes.inline("", "", *_words_of(child), ids=child["ids"]),
                nodes.Text(" "),
            ]
        elif isinstance(child, nodes.Element) and any(_blocks_in(child)):
            piece = _piece_of(child)
            piece["ids"] = child["ids"]
            piece.extend(_words_of(child))
            words.append(piece)
        else:
            words.append(child)
    return [
        word
        for before, word in pairwise([nodes.Text(" "), *words])
        if not (_is_blank(word) and before.astext()[-1:].isspace())
    ]


def _is_blank(node: Node) -> bool:
    return isinstance(node, nodes.Text) and not node.strip()


def _piece_of(node: Element) -> Element:
    """An element like ``node``, still empty."""
    if type(node).__module__ in _MODULES:
        piece = node.copy()
        piece["ids"] = []
        return piece
    # Whatever else a subclass is made with.
    is_paragraph = isinstance(node, nodes.paragraph)
    return nodes.paragraph() if is_paragraph else nodes.inline(classes=node["classes"])


def _fill(node: Element, children: list[Node]) -> None:
    if children != node.children:
        node.children = []
        node.extend(children)
