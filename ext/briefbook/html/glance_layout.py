"""The glance in HTML: one line in sight, the rest folded, and of long lists what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.nodes import more, summary_line
from briefbook.words import _

if TYPE_CHECKING:
    from briefbook.sphinx.nodes import glance

IN_SIGHT: Final = 5
"""Entries of a column that are not folded away."""


def lay_out_glance(node: glance) -> None:
    """Give ``node`` its line, and put its parts into columns."""
    columns = nodes.container("", *node.children, classes=["brief-glance-columns"])
    for listing in list(columns.findall(nodes.bullet_list)):
        _fold(listing)
    node[:] = [summary_line("", node["line"]), columns]


def _fold(listing: nodes.bullet_list) -> None:
    others = listing.children[IN_SIGHT:]
    if len(others) > 1:  # to fold one would take the room that it saves
        del listing.children[IN_SIGHT:]
        folded: nodes.Element = listing.copy()
        folded += others
        line = summary_line("", _("and {number} more").format(number=len(others)))
        place = listing.parent.index(listing) + 1
        listing.parent.insert(place, more("", line, folded, classes=["brief-more"]))
