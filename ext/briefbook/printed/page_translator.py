"""What stands around an article on its pages: heads, provenance, summary, small print, indexes."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any

from docutils import nodes

from briefbook.pdf.nodes import drawn
from briefbook.pdf.translator.design import DesignMixin
from briefbook.pdf.translator.footnotes import FootnoteMixin
from briefbook.pdf.translator.lists import ListMixin
from briefbook.pdf.translator.structure import StructureMixin
from briefbook.sphinx import nodes as brief
from briefbook.words import in_words

if TYPE_CHECKING:
    from docutils.nodes import Element

    from briefbook.pdf.pages import Page
    from briefbook.sphinx.records import ArticleRecord

_VIEW_CALLS = {
    "brief-record": "record-list",
    "brief-record-entry": "record-entry",
    "brief-record-title": "record-title",
    "brief-source-line": "source-line",
    "brief-versions": "versions-line",
    "brief-revised": "what-changed",
    "brief-lead": "lead-text",
    "brief-names": "names-line",
    "brief-facts": "facts-line",
    "brief-related": "facts-line",
    "brief-checked": "small",
    "brief-bodies-jumps": "facts-line",
    "brief-kind": "facts-line",
}
"""By the class of what a view makes, of any kind: the Typst function it stands in."""


class PageMixin(DesignMixin, FootnoteMixin, ListMixin, StructureMixin):
    """Pages of articles, and what views make of the domain's data."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._has_articles = False
        self._is_back = False
        """Whether it is the pages after the articles that are being written."""
        self._in_glossary = False
        self.language = ""
        """Of the article that is being written, in BCP 47; empty where it is the book's."""

    # Pages -------------------------------------------------------------------------------------

    def running_head(self, page: Page) -> tuple[str | None, str]:
        if self._is_back:
            return None, ""
        left, right = super().running_head(page)
        article = self._article(page)
        return left, in_words(article.published) if article is not None else right

    def write_groups(self, page: Page | None) -> None:
        heads = [next(group.node.findall(nodes.title)).astext() for group in self._groups]
        super().write_groups(page)
        article = self._article(page) if page is not None else None
        if article is not None:
            month = in_words(article.published[:7])
            if month not in heads[-1:]:
                self.out.call("month-line", month)

    def _article(self, page: Page) -> ArticleRecord | None:
        """What the domain knows of an article; None where the PDF part is loaded alone."""
        domain = self.builder.env.domaindata.get("brief", {})
        article: ArticleRecord | None = domain.get("articles", {}).get(page.docname)
        return article

    def write_page(self, page: Page) -> None:
        self.language = ""
        self._has_articles |= _is_article(page)
        super().write_page(page)

    def opens_pages(self, page: Page) -> bool:
        """The chapters after the articles follow one another in columns, without a new page; but
        for those of a table, a picture or code, which want the whole width.
        """
        if self._has_articles and not self._groups and not _is_article(page):
            was_in_columns, self.in_columns = self.in_columns, not _is_wide(page)
            opens = not self._is_back or not was_in_columns or not self.in_columns
            self._is_back = True
            return opens
        self._is_back = self.in_columns = False
        return _is_article(page) or super().opens_pages(page)

    def look_of_title(self, depth: int) -> str:
        look = super().look_of_title(depth)
        return "chapter" if self.in_columns and look == "title" else look

    def open_index(self, title: str) -> None:
        if not self.in_columns:
            self.in_columns = True
            super().open_index(title)

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        if "brief-source-line" in node["classes"]:
            self.language = node.get("language", "")
        call = _view_call(node) or self.paragraph_call(node)
        if self.in_columns and _leads_in(node):
            self.out.open("lead-in")
            self.out.open(call)
            self.anchors(node)
            self.visit_children(node)
            self.out.close()
            self.out.close()
            raise nodes.SkipNode
        self.wrap(node, call)

    def visit_container(self, node: nodes.container) -> None:
        if call := _view_call(node):
            self.wrap(node, call)
        super().visit_container(node)

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        call = _view_call(node)
        if call is None:
            super().visit_bullet_list(node)
        self.out.open(str(call))
        try:
            super().visit_bullet_list(node)
        finally:  # it always raises SkipNode
            self.out.close()

    def visit_rubric(self, node: nodes.rubric) -> None:
        if call := _view_call(node):
            self.wrap(node, call)
        super().visit_rubric(node)

    def visit_citation(self, node: nodes.citation) -> None:
        """The first of a row of references opens the columns that all of it stands in."""
        if not self._is_back:
            super().visit_citation(node)
        siblings = node.parent.children
        place = siblings.index(node)
        if place and isinstance(siblings[place - 1], nodes.citation):
            raise nodes.SkipNode
        row = list(takewhile(lambda each: isinstance(each, nodes.citation), siblings[place:]))
        self.out.open("references-list")
        for each in row:
            self.write_labelled(each)
        self.out.close()
        raise nodes.SkipNode

    def visit_glossary(self, node: Element) -> None:
        self._in_glossary = True
        try:
            self.wrap(node, "bodies-list")
        finally:  # it always raises SkipNode
            self._in_glossary = False

    def visit_term(self, node: nodes.term) -> None:
        if not self._in_glossary:
            super().visit_term(node)
        self.hold_anchors()
        self.out.open("entry-head", level=self.level_below)
        self.anchors(node)
        self.visit_children(node)
        self.out.close()
        self.release_anchors()
        raise nodes.SkipNode


def _is_article(page: Page) -> bool:
    return next(page.node.findall(brief.article_text), None) is not None


def _is_wide(page: Page) -> bool:
    kinds = nodes.table | nodes.image | nodes.literal_block
    return next((each for each in page.node.findall() if isinstance(each, kinds)), None) is not None


def _leads_in(node: nodes.paragraph) -> bool:
    """Whether it only says what the list that follows it is."""
    after = node.next_node(descend=False, siblings=True)
    return isinstance(after, drawn | nodes.citation | nodes.definition_list | nodes.container)


def _view_call(node: Element) -> str | None:
    return next((_VIEW_CALLS[name] for name in node["classes"] if name in _VIEW_CALLS), None)


def classes_of(node: nodes.Node) -> list[str]:
    """The classes of a node of any kind."""
    return node["classes"] if isinstance(node, nodes.Element) else []


def split_title(node: Element) -> tuple[Element | None, list[Any]]:
    """The title that ``node`` begins with, if any, and what follows it."""
    children = list(node.children)
    if children and isinstance(children[0], nodes.title):
        return children[0], children[1:]
    return None, children
