"""What a theme is told of an article's page: what comes before and after; no links to nowhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from briefbook.html.themes import Theme, theme_of
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.neighbours import Neighbours, neighbours
from briefbook.words import in_words

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


_BEFORE_THEME = 400
_AFTER_THEME = 600
"""Event priorities on either side of a theme's own, which is 500."""

_EDIT_LINKS = ("theme_source_repository", "theme_source_edit_link", "theme_source_view_link")
"""What themes, furo and its like, make links to a page's source of."""


class ArticlePages:
    """The context of article pages, for one application."""

    def __init__(self, app: Sphinx) -> None:
        self._neighbours: dict[str, Neighbours] = {}
        self._theme = Theme()
        app.connect("write-started", self._begin)
        app.connect("html-page-context", self._before_theme, priority=_BEFORE_THEME)
        app.connect("html-page-context", self._after_theme, priority=_AFTER_THEME)

    def _begin(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        """Once all is read, and before the pages are shared out among processes."""
        self._neighbours = neighbours(brief_domain(app.env))
        self._theme = theme_of(app)
        self._theme.begin(builder)

    def _before_theme(
        self, app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
    ) -> None:
        articles = app.config.briefbook_articles
        if pagename.startswith(f"{articles}/"):  # generated: its source is not what people edit
            context.update(dict.fromkeys(_EDIT_LINKS, ""), page_source_suffix="")
        is_article = pagename in self._neighbours
        is_part = pagename in brief_domain(app.env).parts
        self._theme.before(pagename, context, is_generated=is_article or is_part)
        if not is_article:
            return
        beside = self._neighbours[pagename]
        contents = f"{articles}/index"
        before = beside.before or (contents if contents in app.env.found_docs else None)
        context["prev"] = _link(app, pagename, before)
        context["next"] = _link(app, pagename, beside.after)

    def _after_theme(
        self, app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
    ) -> None:
        self._theme.after(context)


def _link(app: Sphinx, docname: str, target: str | None) -> dict[str, str] | None:
    """A neighbour's address, and its title after its date; of contents only the title."""
    if target is None:
        return None
    domain = brief_domain(app.env)
    article = domain.articles.get(target) or domain.others.get(target)
    heading = app.env.titles.get(target)
    title = escape(domain.title_of(target) if heading is None else heading.astext())
    if article is not None:
        title = f'<span class="brief-when">{in_words(article.published)}</span> {title}'
    return {"link": app.builder.get_relative_uri(docname, target), "title": title}
