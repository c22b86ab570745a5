"""An article in print: text column and margin column, marks, callouts and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.config import language_and_region
from briefbook.printed.article_rows import (
    LONGEST_BESIDE,
    LONGEST_WHOLE_NOTE,
    Row,
    groups_of,
    rows_of,
)
from briefbook.printed.page_translator import PageMixin, classes_of, split_title
from briefbook.sphinx import nodes as brief
from briefbook.text.annotations.motivations import REPLY
from briefbook.words import _

if TYPE_CHECKING:
    from docutils.nodes import Element

_BLOCK_CALLS = {
    "brief-title": "headline",
    "brief-standfirst": "standfirst",
    "brief-subhead": "subhead",
    "brief-question": "question",
    "brief-caption": "photo-caption",
    "brief-byline": "byline",
}
"""By the class of a paragraph in an article: the Typst function that draws it."""


class ArticleMixin(PageMixin):
    """Law 3: within an article nothing but its kept text adds characters to the text column."""

    _paragraph: int | None = None
    """The number of the paragraph that callouts are being written of."""

    # The article -------------------------------------------------------------------------------

    def visit_article_text(self, node: brief.article_text) -> None:
        self.anchors(node)
        language, region = language_and_region(self.language)
        if language:
            self.out.open("in-language", language, region)
        self.out.open_list("article")
        for group in groups_of(rows_of(node)):
            self.out.open_list("", whole=group.whole, spans=group.spans)
            for name, rows in (("head", group.heads), ("text", group.rows)):
                if rows or name == "text":
                    self.out.open_named(name)
                    self._write_rows(rows)
                    self.out.close_item()
            if group.beside:
                self.out.open_named("margin")
                for row in group.rows:
                    self._write_callouts(row, row.beside)
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
            for _level in range(1, row.depth):
                self.out.open("deeper-bullet")
            self._write_row(row)
            for _level in range(1, row.depth):
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
                self._write_callouts(row, [callout])
                self.out.close_item()
                self.out.close_list(as_argument=True)
            self.out.close_list()

    def _write_callouts(self, row: Row, callouts: list[brief.callout]) -> None:
        numbers = row.block.findall(brief.paragraph_number)
        self._paragraph = next((number["number"] for number in numbers), None)
        for callout in callouts:
            callout.walkabout(self)

    def _write_block(self, row: Row) -> None:
        node = row.block
        if not isinstance(node, nodes.paragraph):
            node.walkabout(self)
            return
        calls = [_BLOCK_CALLS[name] for name in node["classes"] if name in _BLOCK_CALLS]
        if "subhead" in calls:
            self.out.open("subhead", level=self.level_below)
        else:
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
        self.out.open_named("label")
        self.out.text(f"{_('Source:')} ")
        if kind is not None:
            self.visit_children(kind)
        self.out.close_item()
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
        self.out.open_list(
            "note",
            number=node["number"],
            apart=node["motivation"] == REPLY,
            long=len(node.astext()) > LONGEST_WHOLE_NOTE,
        )
        words = title.astext() if title is not None else ""
        if self._paragraph and not node["orphan"]:
            words = _("{title} on ¶{number}:").format(title=words, number=self._paragraph)
        self.out.open_named("title")
        self.out.text(words)
        self.out.close_item()
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
