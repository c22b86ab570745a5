"""Links that only HTML has: from one page to a node of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.addnodes import pending_xref

if TYPE_CHECKING:
    from docutils import nodes


def link_to_node(docname: str, target: str, anchor: str, *words: nodes.Node) -> pending_xref:
    """A reference from one page to a node of another, for the domain to resolve."""
    return pending_xref(
        "",
        *words,
        refdomain="brief",
        reftype="node",
        reftarget=f"{target}#{anchor}",
        refdoc=docname,
        refexplicit=True,
        refwarn=True,
    )
