"""The heads of pages, for machines: linked data, feeds, cards, the page's own text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from briefbook.export.card import HEIGHT, WIDTH, card_file
from briefbook.export.escaped import json_for_html, on_one_line
from briefbook.export.files import FEEDS, FOLDER
from briefbook.export.works import works_by_page
from briefbook.export.write import writes_exports
from briefbook.html.linked_data import article_data, terms_data
from briefbook.pages.index_paths import GLOSSARY
from briefbook.script_words import script_words
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.index_places import index_places
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

    from briefbook.export.works import Work
    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.records import ArticleRecord

_AFTER_THEME = 650
"""An event priority behind a theme's own, which is 500."""


class Heads:
    """The heads of one build's pages."""

    def __init__(self, app: Sphinx) -> None:
        self._works: dict[str, list[Work]] = {}
        app.connect("write-started", self._begin)
        app.connect("html-page-context", self._add, priority=_AFTER_THEME)

    def _begin(self, app: Sphinx, _builder: object) -> None:
        """Once all is read, and before the pages are shared out among processes."""
        if writes_exports(app.builder):
            self._works = works_by_page(app.env)

    def _add(
        self, app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
    ) -> None:
        if not writes_exports(app.builder):
            return
        lines = [*self._lines(app, pagename, context)] if doctree is not None else []
        if words := script_words():
            data = json_for_html(words)
            lines.append(f'<script type="application/json" id="brief-words">{data}</script>')
        context["metatags"] = "\n".join([context.get("metatags") or "", *lines])

    def _lines(self, app: Sphinx, docname: str, context: dict[str, Any]) -> Iterator[str]:
        domain, config = brief_domain(app.env), app.config
        article = domain.articles.get(docname)
        if config.html_copy_source and context.get("sourcename"):
            source = context["pathto"](f"_sources/{context['sourcename']}", 1)
            yield _link("text/markdown", source, _("This page as MyST Markdown"))
        if article is not None or docname == config.root_doc:
            for name, title in zip(FEEDS, (_("New articles"), _("New notes")), strict=True):
                address = context["pathto"](f"{FOLDER}/{name}", 1)
                yield _link("application/atom+xml", address, title)
        if article is not None:
            statements = domain.statements.get(docname, ())
            works = self._works.get(docname, ())
            yield _data(article_data(article, statements, works, book=config.project))
        if explained := _explained_on(domain, docname):
            title = app.env.titles[docname].astext()
            yield _data(terms_data(explained, domain.catalogue, title=title))
        if config.html_baseurl:
            yield from _open_graph(app, docname, article)


def _explained_on(domain: BriefDomain, docname: str) -> Mapping[str, str]:
    """The names of bodies whose entries a page has, with anchors; a divided glossary's parts do."""
    if not index_places(domain).division(GLOSSARY).parts:
        return domain.explained.get(docname, {})
    return {name: anchor for name, (page, anchor) in domain.terms.items() if page == docname}


def _open_graph(app: Sphinx, docname: str, article: ArticleRecord | None) -> Iterator[str]:
    """What others show of a page that somebody links to; it must be absolute."""
    config = app.config
    address = urljoin(config.html_baseurl, app.builder.get_target_uri(docname))
    yield _property("og:type", "website" if article is None else "article")
    title = app.env.titles[docname].astext()
    yield _property("og:title", title)
    yield _property("og:url", address)
    yield _property("og:site_name", config.project)
    if article is not None:
        source = article.publisher or _("Publisher not named")
        about = f"{source}, {in_words(article.published)}"
        yield _property("og:description", about)
        yield _property("article:published_time", article.published)
        card = urljoin(config.html_baseurl, f"{FOLDER}/{card_file(article.seed)}")
        yield _property("og:image", card)
        yield _property("og:image:width", str(WIDTH))
        yield _property("og:image:height", str(HEIGHT))
        yield _property("og:image:alt", f"{title}. {about}")
        yield '<meta name="twitter:card" content="summary_large_image">'


def _link(kind: str, address: str, title: str) -> str:
    address, title = escape(address), escape(on_one_line(title))
    return f'<link rel="alternate" type="{kind}" title="{title}" href="{address}">'


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(on_one_line(content))}">'


def _data(value: dict[str, Any]) -> str:
    return f'<script type="application/ld+json">{json_for_html(value)}</script>'
