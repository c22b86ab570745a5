"""What HTML shows around a page's text: the contents in the sidebar, what is before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.html.themes import theme_of
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.index_places import index_places
from briefbook.sphinx.neighbours import neighbours
from briefbook.text.kinds import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        self._places = index_places(self._domain)
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
            return [*map(self._named, (before, after)), *self._in_indexes(docname)]
        return [*map(self._named, self._beside.get(docname, ()))]

    def _named(self, page: str | None) -> str:
        article = self._domain.articles.get(page or "") or self._domain.others.get(page or "")
        published = article.published if article else ""
        title = self._contents.title(page) or (article.title if article else "")
        return f"{page} {published} {title}"

    def _in_indexes(self, docname: str) -> Iterator[str]:
        """Where the indexes have an article's dates and sources."""
        domain, places = self._domain, self._places
        dates = {date.value for date in domain.dates.get(docname, ())}
        said = {(one.kind, one.entry or one.name) for one in domain.statements.get(docname, ())}
        yield from (repr(places.date(value)) for value in sorted(dates))
        for kind, name in sorted(said):
            yield repr(places.source(SourceKind(kind), name, docname))
