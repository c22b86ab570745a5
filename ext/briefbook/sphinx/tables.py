"""Tables as docutils nodes."""

from __future__ import annotations

from docutils import nodes


def table(
    classes: str, heads: list[str], widths: list[int], rows: list[list[nodes.Node]]
) -> nodes.table:
    """A table with a head row. Each row is a list of one node (a paragraph, say) a cell."""
    node = nodes.table(classes=[classes, "colwidths-given"])
    group = nodes.tgroup(cols=len(heads))
    group += [nodes.colspec(colwidth=width) for width in widths]
    head, body = nodes.thead(), nodes.tbody()
    head += _row([nodes.paragraph("", text) for text in heads])
    body += [_row(cells) for cells in rows]
    group += [head, body]
    node += group
    return node


def _row(cells: list[nodes.Node]) -> nodes.row:
    row = nodes.row()
    row += [nodes.entry("", cell) for cell in cells]
    return row
