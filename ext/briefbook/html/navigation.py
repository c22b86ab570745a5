"""What HTML shows around a page's text: the contents in the sidebar, what is before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.html.sidebar import has_sidebar
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.neighbours import neighbours

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from briefbook.sphinx.contents import Contents


def navigation_shown(app: Sphinx, contents: Contents) -> Navigation:
    """``brief-page-shows``: what the theme shows on a page."""
    return Navigation(app, contents)


class Navigation:
    """The navigation of one build's pages."""

    def __init__(self, app: Sphinx, contents: Contents) -> None:
        self._is_html = app.builder.format == "html"
        self._has_sidebar = has_sidebar(app)
        self._contents = contents
        self._root = app.config.root_doc
        self._first = f"{app.config.briefbook_articles}/index"
        self._domain = brief_domain(app.env)
        self._neighbours = neighbours(self._domain)
        self._beside = contents.beside()

    def __call__(self, docname: str) -> list[str]:
        if not self._is_html:
            return []
        return [*self._around(docname), *self._lists(docname)]

    def _around(self, docname: str) -> list[str]:
        """The pages that its links lead to, and their titles."""
        if docname in self._neighbours:
            beside = self._neighbours[docname]
            before, after = beside.before or self._first, beside.after
            pages = [before, after, self._domain.page_with("date-index")]
        else:
            pages = [*self._beside.get(docname, ())]
        return [f"{page} {self._contents.title(page)}" for page in pages]

    def _lists(self, docname: str) -> list[str]:
        """The lists of contents in the sidebar."""
        contents = self._contents
        if not self._has_sidebar:  # a theme that we do not know may show all there is
            return [contents.tree(self._root)]
        pages = {self._root, docname} | contents.above(docname)
        if docname in self._neighbours and contents.has_one_place(docname):
            pages -= contents.parents(docname)  # its own sidebar shows none of its siblings
        return [contents.branch(page) for page in sorted(pages)]
