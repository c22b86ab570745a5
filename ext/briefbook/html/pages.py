"""What a theme is told of an article's page: what comes before and after; no links to nowhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from briefbook.html.sidebar import TITLE_MARK, Sidebar, has_sidebar
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.neighbours import Neighbours, neighbours

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


_BEFORE_THEME = 400
_AFTER_THEME = 600
"""Event priorities on either side of a theme's own, which is 500."""

_EDIT_LINKS = ("theme_source_repository", "theme_source_edit_link", "theme_source_view_link")
"""What furo and its like make links to a page's source of."""


class ArticlePages:
    """The context of article pages, for one application."""

    def __init__(self, app: Sphinx) -> None:
        self._neighbours: dict[str, Neighbours] = {}
        self._sidebar: Sidebar | None = None
        app.connect("write-started", self._begin)
        app.connect("html-page-context", self._before_theme, priority=_BEFORE_THEME)
        app.connect("html-page-context", self._after_theme, priority=_AFTER_THEME)

    def _begin(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        """Once all is read, and before the pages are shared out among processes."""
        self._neighbours = neighbours(brief_domain(app.env))
        if has_sidebar(app):
            self._sidebar = Sidebar(builder)

    def _before_theme(
        self, app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
    ) -> None:
        articles = app.config.briefbook_articles
        if pagename.startswith(f"{articles}/"):  # generated: its source is not what people edit
            context.update(dict.fromkeys(_EDIT_LINKS, ""), page_source_suffix="")
        if self._sidebar is not None and "toctree" in context:
            context["toctree"] = _collapsed(context["toctree"])
        if pagename not in self._neighbours:
            return
        beside = self._neighbours[pagename]
        contents = f"{articles}/index"
        before = beside.before or (contents if contents in app.env.found_docs else None)
        context["prev"] = _link(app, pagename, before)
        context["next"] = _link(app, pagename, beside.after)
        if self._sidebar is not None:
            # No list of contents beside the text: that room is the margin.
            context["meta"] = {**(context.get("meta") or {}), "hide-toc": ""}
            tree = self._sidebar.tree(pagename)
            context["toctree"] = lambda **_: tree

    def _after_theme(
        self, app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
    ) -> None:
        if self._sidebar is None:
            return
        tree: str = context.get("furo_navigation_tree", "")
        if pagename in self._neighbours:
            tree = tree.replace(TITLE_MARK, escape(app.env.titles[pagename].astext()))
        # A heading without a level is none to those who hear the page.
        context["furo_navigation_tree"] = tree.replace(
            'role="heading"', 'role="heading" aria-level="2"'
        )


def _collapsed(toctree: Any) -> Any:
    """A template's function `toctree` that opens only the way to the page it is on."""

    def collapsed(**options: Any) -> Any:
        return toctree(**{**options, "collapse": True})

    return collapsed


def _link(app: Sphinx, docname: str, target: str | None) -> dict[str, str] | None:
    if target is None:
        return None
    return {
        "link": app.builder.get_relative_uri(docname, target),
        "title": escape(app.env.titles[target].astext()),
    }
