"""Tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from briefbook.pdf.translator.base import BaseTranslator
from briefbook.pdf.typst_code import Code

if TYPE_CHECKING:
    from docutils.nodes import Element

_ALIGNMENTS = {"text-left": "left", "text-center": "center", "text-right": "right"}


class TableMixin(BaseTranslator):
    """Tables, as wide as both columns of the page where they stand in the page itself."""

    def visit_table(self, node: nodes.table) -> None:
        is_wide = isinstance(node.parent, nodes.section) and not self.in_columns
        if is_wide:
            self.out.open("wide")
        self.anchors(node)
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        if title is not None:
            self.out.open("caption-line", number=self.number_in_words(node))
            self.anchors(title)
            self.visit_children(title)
            self.out.close()
        for child in node.children:
            if isinstance(child, nodes.tgroup):
                self._table_group(child, node)
            elif child is not title:
                child.walkabout(self)
        if is_wide:
            self.out.close()
        raise nodes.SkipNode

    def _table_group(self, group: nodes.tgroup, table: nodes.table) -> None:
        widths = [
            int(child.get("colwidth", 1))
            for child in group.children
            if isinstance(child, nodes.colspec)
        ]
        head = [child for child in group.children if isinstance(child, nodes.thead)]
        body = [child for child in group.children if isinstance(child, nodes.tbody)]
        self.hold_anchors()
        self.out.capture()
        for part in head:
            self._rows(part)
        header = self.out.captured()
        self.release_anchors()
        self.out.open_list(
            "grid-table",
            columns=_columns(widths, table),
            header=Code(f"({header})"),
            header_rows=sum(len(part.children) for part in head),
        )
        for group_body in body:
            self._rows(group_body)
        self.out.close_list()

    def _rows(self, part: Element) -> None:
        for row in part.children:
            for entry in row.children:
                if isinstance(entry, nodes.Element):
                    self._cell(entry)

    def _cell(self, node: Element) -> None:
        named: dict[str, Any] = {}
        if node.get("morecols"):
            named["colspan"] = node["morecols"] + 1
        if node.get("morerows"):
            named["rowspan"] = node["morerows"] + 1
        for name in node["classes"]:
            if name in _ALIGNMENTS:
                named["align"] = Code(_ALIGNMENTS[name])
        self.out.open("cell", **named)
        self.anchors(node.parent)
        self.anchors(node)
        self.visit_children(node)
        self.out.close_argument()


def _columns(widths: list[int], table: nodes.table) -> Code:
    """Widths as given; where the source gives none, as the contents need."""
    if "colwidths-given" in table["classes"] and any(widths):
        return Code("(" + "".join(f"{max(1, width)}fr, " for width in widths) + ")")
    return Code(f"({'auto, ' * len(widths)})")
