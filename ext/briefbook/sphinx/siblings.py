"""Nodes that stand side by side, in groups where they are very many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 500
"""Children of one element. docutils and Sphinx replace a node, such as a reference, by looking for
it among its siblings: the time for one paragraph of many grows with the square of their number."""


def grouped(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """``children`` as they are, or, where they are more than MOST, in elements without a look."""
    groups = list(children)
    while len(groups) > MOST:
        groups = [
            nodes.inline("", "", *groups[start : start + MOST])
            for start in range(0, len(groups), MOST)
        ]
    return groups
