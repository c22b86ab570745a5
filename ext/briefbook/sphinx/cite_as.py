"""The citation that an article gives of itself, where the project lists its articles as works.

A project need have no bibliography, and one that has need not list articles in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.sphinx.safe_markdown import cite

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.docutils import SphinxDirective
    from sphinxcontrib.bibtex.domain import BibtexDomain

_CITES_ITSELF = "brief_cites_itself"


def cite_as(key: str, directive: SphinxDirective) -> nodes.Node:
    """A reference to the article's own entry ``key``; nothing where no bibliography lists it."""
    node = cite(key, directive)
    if isinstance(node, pending_xref):
        node[_CITES_ITSELF] = True
    return node


class UnlistedArticles(SphinxPostTransform):
    """Takes away the citations that would lead nowhere, before they are looked up."""

    default_priority: ClassVar[int] = 9

    def run(self, **kwargs: Any) -> None:
        own = [each for each in self.document.findall(pending_xref) if _CITES_ITSELF in each]
        if not own:
            return
        domain = cast("BibtexDomain", self.env.get_domain("cite"))
        lists = {key for key, each in domain.bibliographies.items() if each.list_ == "citation"}
        listed = {each.key for each in domain.citations if each.bibliography_key in lists}
        for node in own:
            if node["reftarget"] not in listed:
                node.parent.remove(node)
