"""What stands around an article on its pages: heads, provenance, summary, small print, indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from briefbook.pdf.translator.design import DesignMixin
from briefbook.pdf.translator.lists import ListMixin
from briefbook.pdf.translator.structure import StructureMixin
from briefbook.sphinx import nodes as brief
from briefbook.words import in_words

if TYPE_CHECKING:
    from docutils.nodes import Element

    from briefbook.pdf.pages import Page
    from briefbook.sphinx.records import ArticleRecord

_VIEW_CALLS = {
    "brief-names": "names-line",
    "brief-facts": "facts-line",
    "brief-related": "facts-line",
    "brief-checked": "facts-line",
    "brief-bodies-jumps": "facts-line",
    "brief-kind": "facts-line",
    "brief-mentions-head": "small-title",
    "brief-summary-head": "small-title",
    "brief-mentions": "small",
}
"""By the class of what a view makes, of any kind: the Typst function it stands in."""


_LINES = {"brief-source-line", "brief-review"}
"""The classes of what is told of an article right under its title."""


class BriefPageMixin(DesignMixin, ListMixin, StructureMixin):
    """Pages of articles, and what views make of the domain's data."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._small_print: list[Element] = []
        self.language = ""
        """Of the article that is being written, in BCP 47; empty where it is the book's."""

    # Pages -------------------------------------------------------------------------------------

    def opens_page(self, page: Page) -> bool:
        return _is_article(page)

    def running_head(self, page: Page) -> tuple[str, str]:
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

    def end_page(self, page: Page) -> None:
        """Write what a reader of the article needs last: where its text comes from."""
        if self._small_print:
            self.out.open("small-print")
            for node in self._small_print:
                self.anchors(node)
                self.visit_children(node)
            self.out.close()
        self._small_print = []
        self.language = ""

    # Above and below the text ------------------------------------------------------------------

    def visit_provenance(self, node: brief.provenance) -> None:
        """Quiet lines under the title; the rest waits for the small print."""
        self.anchors(node)
        self.language = node.get("language", "")
        title, rest = split_title(node)
        lines = [child for child in rest if _LINES & {*classes_of(child)}]
        for child in lines:
            self.out.open("source-line")
            self.visit_children(child)
            self.out.close()
            rest.remove(child)
        kept = nodes.container()
        if title is not None:
            kept += nodes.rubric("", "", *title.children)
        kept += rest
        self._small_print.append(kept)
        raise nodes.SkipNode

    def visit_glance(self, node: brief.glance) -> None:
        self.anchors(node)
        self.out.open_list("glance-box")
        for part in node.children:
            self.out.open_item()
            part.walkabout(self)
            self.out.close_item()
        self.out.close_list()
        raise nodes.SkipNode

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        if call := _view_call(node):
            self.wrap(node, call)
        super().visit_paragraph(node)

    def visit_container(self, node: nodes.container) -> None:
        if "brief-summary" in node["classes"]:
            self.wrap(node, "summary-box")
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
        if isinstance(node.parent.parent, brief.glance):
            self.wrap(node, "glance-title")
        if node.parent in self._small_print:
            self.wrap(node, "small-title")
        if call := _view_call(node):
            self.wrap(node, call)
        super().visit_rubric(node)

    def visit_removed(self, node: brief.removed) -> None:
        """The sum of it; on paper the lines themselves would outweigh the article."""
        kept = nodes.container(ids=node["ids"])
        kept += [child for child in node.children if isinstance(child, nodes.paragraph)]
        self._small_print.append(kept)
        raise nodes.SkipNode


def _is_article(page: Page) -> bool:
    return next(page.node.findall(brief.article_text), None) is not None


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
