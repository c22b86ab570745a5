"""The contents in the sidebar of an article's page: the way to it, and none of its siblings.

furo's own shows the whole book on every page: the cost of a build grows with the square of its
pages. So that a month of a thousand articles costs no more a page than a month of one, the tree is
made once a folder, with a mark where the article's own title goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.environment.adapters.toctree import global_toctree_for_doc

from briefbook.sphinx.contents import Contents

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

TITLE_MARK: Final = "\ue000title of this article\ue000"
"""Stands for the title; private-use characters, which no page's title has."""


class Sidebar:
    """The trees of one build, by the folder of the pages that show them."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder
        self._contents = Contents(builder.env)
        self._trees: dict[str, str] = {}

    def tree(self, docname: str) -> str:
        """The contents as HTML, for an article's page; `TITLE_MARK` where its title goes."""
        # Pages of one folder link to others by the same relative addresses.
        folder = docname.rpartition("/")[0]
        key = folder if self._contents.has_one_place(docname) else docname
        if key not in self._trees:
            self._trees[key] = self._make(docname)
        return self._trees[key]

    def _make(self, docname: str) -> str:
        builder = self._builder
        tree = global_toctree_for_doc(
            builder.env, docname, builder, tags=builder.tags, collapse=True, titles_only=True
        )
        if tree is None:
            return ""
        way = [item for item in tree.findall(nodes.list_item) if "current" in item["classes"]]
        if way:  # else the book's contents do not lead to its articles
            own = way[-1]
            own.parent.children[:] = [own]
            link = next(own.findall(nodes.reference))
            link.children.clear()
            link += nodes.Text(TITLE_MARK)
        fragment: str = builder.render_partial(tree)["fragment"]
        return fragment
