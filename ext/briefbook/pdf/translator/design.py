"""sphinx-design's components: grids, cards, folds, tabs, badges and buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.translator.blocks import BlockMixin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element

_COLUMNS = re.compile(r"sd-row-cols(?:-(?:xs|sm|md|lg))?-(\d+)$")

_CALLS = {
    "card-header": "card-head",
    "card-body": "card-part",
    "card-footer": "card-foot",
    "card-title": "card-title-line",
    "dropdown": "fold",
    "tab-item": "fold",
    "aside": "fold",
}
"""By design component: the Typst function that draws it."""


class DesignMixin(BlockMixin):
    """All that folds on screen lies open on paper."""

    def visit_container(self, node: nodes.container) -> None:
        component = node.get("design_component", "")
        if component == "grid-row":
            self._grid(node)
        if component == "card":
            self._card(node)
        if component in _CALLS:
            self.wrap(node, _CALLS[component])
        self.pass_through(node)

    def _grid(self, node: Element) -> None:
        cells = list(_elements(node))
        most = [int(found[1]) for name in node["classes"] if (found := _COLUMNS.match(name))]
        # Three cards side by side are as many as two columns of the page hold.
        count = max(1, min([*(most[-1:] or [2]), 3, len(cells)]))
        is_wide = _stands_in_page(node) and not self.in_columns
        if is_wide:
            self.out.open("wide")
        self.anchors(node)
        self.out.open_list("card-grid", count=count)
        for cell in cells:
            is_card = next(_components(cell, "card"), None) is not None
            self.out.open("card-cell" if is_card else "grid.cell")
            cell.walkabout(self)
            self.out.close_argument()
        self.out.close_list()
        if is_wide:
            self.out.close()
        raise nodes.SkipNode

    def _card(self, node: Element) -> None:
        """A card that is a link as a whole has its title for a link on paper."""
        title = next(_components(node, "card-title"), None)
        for part in list(node.children):
            link = next(part.findall(nodes.reference), None) if _is_cover(part) else None
            if link is not None and title is not None:
                node.remove(part)
                link.children = title.children
                title.children = [link]
        in_grid = node.parent.get("design_component") == "grid-item"
        self.wrap(node, "card-content" if in_grid else "card")

    def visit_rubric(self, node: nodes.rubric) -> None:
        if isinstance(node.parent, nodes.container) and node.parent.get("design_component") in (
            "dropdown",
            "tab-item",
        ):
            self.wrap(node, "fold-title")
        super().visit_rubric(node)

    def visit_sd_badge(self, node: Element) -> None:
        self.wrap(node, "badge")


def _elements(node: Element) -> Iterator[Element]:
    return (child for child in node.children if isinstance(child, nodes.Element))


def _components(node: Element, name: str) -> Iterator[Element]:
    return (part for part in node.findall(nodes.container) if part.get("design_component") == name)


def _is_cover(node: nodes.Node) -> bool:
    """Whether it is the link that covers a whole card; it stands beside the card's parts."""
    return type(node).__name__ == "PassthroughTextElement"


def _stands_in_page(node: Element) -> bool:
    parent = node.parent
    while isinstance(parent, nodes.container):
        parent = parent.parent
    return isinstance(parent, nodes.section)
