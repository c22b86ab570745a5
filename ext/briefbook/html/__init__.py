"""What HTML readers see: structure, style and script on top of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.html.assets import add_assets
from briefbook.html.contents_lists import ContentsLists, contents_shown
from briefbook.html.description import describe
from briefbook.html.epub import leave_parts_out, name_citations
from briefbook.html.glossary_overview import GlossaryOverview
from briefbook.html.head import Heads
from briefbook.html.index_pages import add_index_styles
from briefbook.html.index_visitors import INDEX_VISITORS
from briefbook.html.layout import ArticleLayout
from briefbook.html.navigation import navigation_shown
from briefbook.html.one_page import OnePage
from briefbook.html.pages import ArticlePages
from briefbook.html.proposing import Proposing, check_repository
from briefbook.html.search_index import mend_search_index
from briefbook.html.visitors import VISITORS
from briefbook.sphinx.freshness import PAGE_SHOWS

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register nodes, layout, style sheets and what article pages link to."""
    for node, visitors in {**VISITORS, **INDEX_VISITORS}.items():
        app.add_node(node, html=visitors)
    app.add_post_transform(ArticleLayout)
    app.add_post_transform(ContentsLists)
    app.add_post_transform(GlossaryOverview)
    app.add_post_transform(OnePage)
    app.add_post_transform(Proposing)
    app.connect("config-inited", check_repository, priority=200)
    app.connect("builder-inited", add_assets)
    app.connect(PAGE_SHOWS, navigation_shown)
    app.connect(PAGE_SHOWS, contents_shown)
    app.connect("write-started", leave_parts_out)
    app.connect("html-collect-pages", mend_search_index)
    app.connect("html-page-context", name_citations)
    app.connect("html-page-context", add_index_styles)
    app.connect("html-page-context", describe)
    ArticlePages(app)
    Heads(app)
