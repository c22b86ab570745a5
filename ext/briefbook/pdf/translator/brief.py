"""The project's own nodes: an article with its margin column, its marks and its small print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from briefbook.pdf.config import language_and_region
from briefbook.pdf.translator.article_rows import Row, groups_of, is_crowded, rows_of
from briefbook.pdf.translator.design import DesignMixin
from briefbook.pdf.translator.lists import ListMixin
from briefbook.pdf.translator.structure import StructureMixin
from briefbook.sphinx import nodes as brief
from briefbook.text.timex_words import in_words

if TYPE_CHECKING:
    from docutils.nodes import Element

    from briefbook.pdf.pages import Page
    from briefbook.sphinx.records import ArticleRecord

_BLOCK_CALLS = {
    "brief-title": "headline",
    "brief-subhead": "subhead",
    "brief-caption": "photo-caption",
    "brief-byline": "byline",
}
"""By the class of a paragraph in an article: the Typst function that draws it."""

_VIEW_CALLS = {
    "brief-names": "names-line",
    "brief-facts": "facts-line",
    "brief-related": "facts-line",
    "brief-kind": "facts-line",
    "brief-mentions-head": "small-title",
    "brief-summary-head": "small-title",
    "brief-mentions": "small",
}
"""By the class of what a view makes, of any kind: the Typst function it stands in."""


class BriefMixin(DesignMixin, ListMixin, StructureMixin):
    """Law 3: within an article nothing but its kept text adds characters to the text column."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._small_print: list[Element] = []
        self._language = ""
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
        self._language = ""

    # The article -------------------------------------------------------------------------------

    def visit_article_text(self, node: brief.article_text) -> None:
        self.anchors(node)
        language, region = language_and_region(self._language)
        if language:
            self.out.open("in-language", language, region)
        self.out.open_list("article")
        rows = rows_of(node)
        # Without a margin column, callouts stand right under their paragraph.
        has_margin = self.builder.options.has_margin
        for group in groups_of(rows) if has_margin else ([row] for row in rows):
            self.out.open_list("", crowded=is_crowded(group))
            self.out.open_named("text")
            self._write_rows(group)
            self.out.close_item()
            margin = [callout for row in group for callout in row.beside]
            if margin:
                self.out.open_named("margin")
                for callout in margin:
                    callout.walkabout(self)
                self.out.close_item()
            self.out.close_list(as_argument=True)
        self.out.close_list()
        if language:
            self.out.close()
        raise nodes.SkipNode

    def _write_rows(self, rows: list[Row]) -> None:
        place = 0
        while place < len(rows):
            bullets = []
            while place < len(rows) and rows[place].depth:
                bullets.append(rows[place])
                place += 1
            if bullets:
                self._write_bullets(bullets)
            else:
                self._write_row(rows[place])
                place += 1

    def _write_bullets(self, rows: list[Row]) -> None:
        self.out.open_list("bullets")
        for row in rows:
            self.out.open_item()
            # A bullet deeper than the first level is set in, without a list of its own: between
            # the levels a callout may begin a new row of the page.
            for _ in range(1, row.depth):
                self.out.open("indented")
            self._write_row(row)
            for _ in range(1, row.depth):
                self.out.close()
            self.out.close_item()
        self.out.close_list()

    def _write_row(self, row: Row) -> None:
        self._write_block(row)
        for callout in row.below:
            self.out.open("below")
            callout.walkabout(self)
            self.out.close()

    def _write_block(self, row: Row) -> None:
        node = row.block
        if not isinstance(node, nodes.paragraph):
            node.walkabout(self)
            return
        calls = [_BLOCK_CALLS[name] for name in node["classes"] if name in _BLOCK_CALLS]
        self.out.open(calls[0] if calls else self.paragraph_call(node))
        self.anchors(node)
        for child in node.children:
            if isinstance(child, brief.paragraph_number):
                self.anchors(child)
                self.out.call("gutter-number", child["number"], depth=row.depth)
            else:
                child.walkabout(self)
        self.out.close()

    def visit_paragraph_number(self, node: brief.paragraph_number) -> None:
        """Outside an article: only its place."""
        self.anchors(node)
        raise nodes.SkipNode

    # Marks -------------------------------------------------------------------------------------

    def visit_date_mention(self, node: brief.date_mention) -> None:
        self.wrap(node, "date-mark")

    def visit_quotation(self, node: brief.quotation) -> None:
        self.pass_through(node)

    def visit_annotated(self, node: brief.annotated) -> None:
        self.out.open("passage")
        self.anchors(node)
        self.visit_children(node)
        self.out.close()
        if node.get("last"):
            self.out.call("passage-number", node["number"])
        raise nodes.SkipNode

    # What stands beside ------------------------------------------------------------------------

    def visit_source_callout(self, node: brief.source_callout) -> None:
        title, rest = _split_title(node)
        kind = next((each for each in rest if "brief-kind" in _classes(each)), None)
        self.out.open_list("callout", kind=node.get("source_kind", "unknown"))
        self._named_content("label", kind)
        self._named_content("name", title)
        self.out.open_item()
        self.anchors(node)
        for child in rest:
            if child is not kind:
                child.walkabout(self)
        self.out.close_item()
        self.out.close_list()
        raise nodes.SkipNode

    def visit_annotation(self, node: brief.annotation) -> None:
        title, rest = _split_title(node)
        self.out.open_list("note", number=node["number"])
        self._named_content("title", title)
        self.out.open_item()
        self.anchors(node)
        for child in rest:
            if isinstance(child, nodes.paragraph) and "brief-byline" in child["classes"]:
                self.out.open("note-byline")
                self.visit_children(child)
                self.out.close()
            else:
                child.walkabout(self)
        self.out.close_item()
        self.out.close_list()
        raise nodes.SkipNode

    def _named_content(self, name: str, node: Element | None) -> None:
        if node is not None:
            self.out.open_named(name)
            self.visit_children(node)
            self.out.close_item()

    # Above and below the text ------------------------------------------------------------------

    def visit_provenance(self, node: brief.provenance) -> None:
        """A quiet line under the title; the rest waits for the small print."""
        self.anchors(node)
        self._language = node.get("language", "")
        title, rest = _split_title(node)
        for child in rest:
            if "brief-source-line" in _classes(child):
                self.out.open("source-line")
                self.visit_children(child)
                self.out.close()
                rest.remove(child)
                break
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


def _classes(node: nodes.Node) -> list[str]:
    return node["classes"] if isinstance(node, nodes.Element) else []


def _split_title(node: Element) -> tuple[Element | None, list[Any]]:
    children = list(node.children)
    if children and isinstance(children[0], nodes.title):
        return children[0], children[1:]
    return None, children
