"""Joins each block of an article with what stands beside it: one node, made once.

HTML's layout and the PDF read it. Writers who know nothing of it would stumble: docutils' own looks
up what stands in a list by the very name of its class. So blocks are taken apart before writing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.nodes import annotation, article_block, callout

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_WRITES_BLOCKS: Final = "briefpdf"


def join_blocks(element: nodes.Element) -> None:
    """Put each paragraph below ``element`` and the callouts after it into an `article_block`.

    Paragraphs of the element itself and of its lists, not those of callouts. Orphans concern no
    block: they stay where they are, after all of them.
    """
    joined: list[nodes.Node] = []
    for child in element.children:
        if isinstance(child, nodes.paragraph):
            joined.append(article_block("", child))
        elif joined and isinstance(joined[-1], article_block) and _concerns_a_block(child):
            joined[-1].append(child)
        else:
            if isinstance(child, nodes.bullet_list | nodes.list_item):
                join_blocks(child)
            joined.append(child)
    element[:] = joined


def _concerns_a_block(node: nodes.Node) -> bool:
    return isinstance(node, callout) and not (isinstance(node, annotation) and node["orphan"])


def take_blocks_apart(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """``doctree-resolved``: put what each block holds into its place."""
    if app.builder.name == _WRITES_BLOCKS:
        return
    blocks = doctree.findall(article_block)
    for parent in {id(block.parent): block.parent for block in blocks}.values():
        # All at once: one by one, each would be looked for among all that stand beside it.
        parent[:] = [
            part
            for child in parent.children
            for part in (child.children if isinstance(child, article_block) else [child])
        ]
