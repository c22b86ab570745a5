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
        is_wide = isinstance(node.parent, nodes.section)
        if is_wide:
            self.out.open("wide")
        self.anchors(node)
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        if title is not None:
            self.out.open("caption-line")
            self.anchors(title)
            if number := self.figure_number("table", node):
                self.out.call("caption-number", number)
            self.visit_children(title)
            self.out.close()
        for group in node.children:
            if isinstance(group, nodes.tgroup):
                self._table_group(group, node)
        if is_wide:
            self.out.close()
        raise nodes.SkipNode

    def figure_number(self, kind: str, node: Element) -> str | None:
        """The number of a table, figure or listing in words; None without ``numfig``."""
        numbers = self.builder.env.toc_fignumbers.get(self.docname, {}).get(kind, {})
        for place in node["ids"]:
            if place in numbers:
                form: str = self.config.numfig_format.get(kind, "%s")
                return form % ".".join(map(str, numbers[place]))
        return None

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
                entry.walkabout(self)

    def visit_entry(self, node: nodes.entry) -> None:
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
        raise nodes.SkipNode


def _columns(widths: list[int], table: nodes.table) -> Code:
    """Widths as given; where the source gives none, as the contents need."""
    if "colwidths-given" in table["classes"] and any(widths):
        return Code("(" + "".join(f"{max(1, width)}fr, " for width in widths) + ")")
    return Code(f"({'auto, ' * len(widths)})")
