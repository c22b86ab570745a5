"""What views put together of the domain's data."""

from __future__ import annotations

from docutils import nodes

from briefbook.sphinx.views.context import joined


def test_parts_are_joined_by_what_stands_between_them() -> None:
    parts: list[list[nodes.Node]] = [
        [nodes.Text("a"), nodes.emphasis("", "b")],
        [nodes.Text("c")],
        [nodes.Text("d")],
    ]
    assert [node.astext() for node in joined(parts, ", ")] == ["a", "b", ", ", "c", ", ", "d"]
    assert joined([], ", ") == []
