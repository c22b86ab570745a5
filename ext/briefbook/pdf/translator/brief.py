"""An article in print: text column and margin column, marks, callouts and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.config import language_and_region
from briefbook.pdf.translator.article_rows import (
    LONGEST_BESIDE,
    Row,
    groups_of,
    is_crowded,
    rows_of,
)
from briefbook.pdf.translator.brief_page import BriefPageMixin, classes_of, split_title
from briefbook.sphinx import nodes as brief
from briefbook.text.annotations.motivations import REPLY

if TYPE_CHECKING:
    from docutils.nodes import Element

_BLOCK_CALLS = {
    "brief-title": "headline",
    "brief-standfirst": "standfirst",
    "brief-subhead": "subhead",
    "brief-caption": "photo-caption",
    "brief-byline": "byline",
}
"""By the class of a paragraph in an article: the Typst function that draws it."""


class BriefMixin(BriefPageMixin):
    """Law 3: within an article nothing but its kept text adds characters to the text column."""

    # The article -------------------------------------------------------------------------------

    def visit_article_text(self, node: brief.article_text) -> None:
        self.anchors(node)
        language, region = language_and_region(self.language)
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
                self.out.open("deeper-bullet")
            self._write_row(row)
            for _ in range(1, row.depth):
                self.out.close()
            self.out.close_item()
        self.out.close_list()

    def _write_row(self, row: Row) -> None:
        self._write_block(row)
        if row.below:
            self.out.open_list("below")
            for callout in row.below:
                self.out.open_list("", long=len(callout.astext()) > LONGEST_BESIDE)
                self.out.open_named("body")
                callout.walkabout(self)
                self.out.close_item()
                self.out.close_list(as_argument=True)
            self.out.close_list()

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

    def visit_reported(self, node: brief.reported) -> None:
        self.pass_through(node)

    def visit_annotated(self, node: brief.annotated) -> None:
        self.out.open("passage")
        self.anchors(node)
        self.visit_children(node)
        self.out.close()
        if node["ends"]:
            self.out.call("passage-numbers", *node["ends"])
        raise nodes.SkipNode

    # What stands beside ------------------------------------------------------------------------

    def visit_source_callout(self, node: brief.source_callout) -> None:
        title, rest = split_title(node)
        kind = next((each for each in rest if "brief-kind" in classes_of(each)), None)
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
        title, rest = split_title(node)
        self.out.open_list("note", number=node["number"], apart=node["motivation"] == REPLY)
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
