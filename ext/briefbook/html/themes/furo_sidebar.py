"""The contents in the sidebar of an article's page: the ways into the book, and no other article.

furo's own shows the whole book on every page: the cost of a build grows with the square of its
pages. So that a month of a thousand articles costs no more a page than a month of one, the tree is
made once a folder. What comes after the first few links is folded under its caption: whoever goes
through the page by keyboard comes to the text soon.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.environment.adapters.toctree import global_toctree_for_doc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder

IN_SIGHT: Final = 6
"""Links of captioned groups that are not folded; a group is folded whole."""


class Sidebar:
    """The trees of one build, by the folder of the pages that show them."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder
        self._trees: dict[str, str] = {}

    def tree(self, docname: str) -> str:
        """The contents as HTML, for an article's page."""
        # Pages of one folder link to others by the same relative addresses.
        folder = docname.rpartition("/")[0]
        if folder not in self._trees:
            # Where other contents list an article, too, its own way into the book is another.
            index = f"{folder}/index"
            known = index in self._builder.env.all_docs
            self._trees[folder] = "".join(self._groups(index if known else docname))
        return self._trees[folder]

    def _groups(self, docname: str) -> Iterator[str]:
        builder = self._builder
        tree = global_toctree_for_doc(
            builder.env, docname, builder, tags=builder.tags, collapse=True, titles_only=True
        )
        caption = ""
        shown = 0
        for part in tree.children if tree is not None else ():
            if isinstance(part, nodes.title):
                caption = escape(part.astext())
            elif isinstance(part, nodes.bullet_list):
                for inner in [each for each in part.findall(nodes.bullet_list) if each is not part]:
                    inner.parent.remove(inner)
                shown += len(part)
                links: str = builder.render_partial(part)["fragment"]
                if not caption:
                    yield links
                elif shown <= IN_SIGHT:
                    head = f'<p class="caption" role="heading"><span class="caption-text">{caption}'
                    yield f"{head}</span></p>{links}"
                else:
                    yield f"<details><summary>{caption}</summary>{links}</details>"
                caption = ""
