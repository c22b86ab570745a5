"""What HTML shows around a page's text: the contents in the sidebar, what is before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.html.themes import theme_of
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
        self._theme = theme_of(app)
        self._contents = contents
        self._first = f"{app.config.briefbook_articles}/index"
        self._domain = brief_domain(app.env)
        self._neighbours = neighbours(self._domain)
        self._beside = contents.beside()

    def __call__(self, docname: str) -> list[str]:
        if not self._is_html:
            return []
        is_article = docname in self._neighbours
        lists = self._theme.lists(self._contents, docname, is_article=is_article)
        return [*self._around(docname), *lists]

    def _around(self, docname: str) -> list[str]:
        """The pages that its links lead to, and their titles."""
        if docname in self._neighbours:
            beside = self._neighbours[docname]
            before, after = beside.before or self._first, beside.after
            indexes = [self._domain.page_with(view) for view in ("date-index", "source-index")]
            pages = [before, after, *indexes]
        else:
            pages = [*self._beside.get(docname, ())]
        return [f"{page} {self._published(page)} {self._contents.title(page)}" for page in pages]

    def _published(self, page: str | None) -> str:
        article = self._domain.articles.get(page or "")
        return article.published if article else ""
