"""Documents, sections and their headings."""

# ruff: noqa: ARG002 - docutils names the visitors, and hands each its node

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from briefbook.pdf.translator.base import BaseTranslator

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx import addnodes

    from briefbook.pdf.pages import Page

DEEPEST = 6
"""PDF has headings of six levels (H1 to H6)."""

HEAD_LENGTH = 80
"""Characters of a title that fit in a running head beside a date."""


def shortened(title: str) -> str:
    """``title`` as a running head: cut at a word, the cut shown."""
    if len(title) <= HEAD_LENGTH:
        return title
    return (
        title[: title.rfind(" ", 0, HEAD_LENGTH) if " " in title[:HEAD_LENGTH] else HEAD_LENGTH]
        + " …"
    )


class StructureMixin(BaseTranslator):
    """Pages of the book, and headings without a gap between their levels."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._page_level = 1
        self._depth = 0
        self._last_level = 0

    def write_page(self, page: Page) -> None:
        """Write one document of the book."""
        self.docname = page.docname
        self._page_level = page.level
        self._depth = 0
        if page.level == 1 or self.opens_page(page):
            left, right = self.running_head(page)
            self.out.start_run(left, right)
        self.anchors_of_document(page)
        page.node.walkabout(self)
        self.end_page(page)

    def opens_page(self, page: Page) -> bool:
        """Whether a document below the first level begins on a new page all the same."""
        raise NotImplementedError

    def running_head(self, page: Page) -> tuple[str, str]:
        """The head's left and right for the pages of a document."""
        title = next(page.node.findall(nodes.title), None)
        return shortened(title.astext()) if title is not None else "", ""

    def end_page(self, page: Page) -> None:
        """Called when a document is written."""
        raise NotImplementedError

    def anchors_of_document(self, page: Page) -> None:
        if next(page.node.findall(nodes.section), None) is None:  # else the section has it
            for name in self.labels.write(page.docname, [""]):
                self.out.call("anchor", name)

    def visit_start_of_file(self, node: addnodes.start_of_file) -> None:
        pass

    def depart_start_of_file(self, node: addnodes.start_of_file) -> None:
        pass

    def visit_document(self, node: nodes.document) -> None:
        pass

    def depart_document(self, node: nodes.document) -> None:
        pass

    def visit_section(self, node: nodes.section) -> None:
        self._depth += 1
        if not isinstance(next(iter(node.children), None), nodes.title):
            self.anchors(node)

    def depart_section(self, node: nodes.section) -> None:
        self._depth -= 1

    def visit_title(self, node: nodes.title) -> None:
        if isinstance(node.parent, nodes.section):
            self._heading(node, node.parent)
        else:
            self.block_title(node)
        raise nodes.SkipNode

    def block_title(self, node: nodes.title) -> None:
        """A title that is no section's: an admonition's, a topic's."""
        raise NotImplementedError

    def _heading(self, node: nodes.title, section: Element) -> None:
        wanted = self._page_level + self._depth - 1
        # PDF/UA-1 refuses a level that is skipped.
        level = min(wanted, self._last_level + 1, DEEPEST)
        self._last_level = level
        names = self.labels.write(self.docname, section["ids"])
        self.hold_anchors()
        self.out.open(
            "head",
            level=level,
            name=names[0] if names else None,
            number=self._section_number(section),
        )
        self.visit_children(node)
        self.out.close()
        self.anchors(node)
        self.release_anchors()

    def _section_number(self, section: Element) -> str | None:
        numbers = self.builder.env.toc_secnumbers.get(self.docname, {})
        keys = [f"#{place}" for place in section["ids"]]
        if self._depth == 1:
            keys.append("")
        for key in keys:
            if numbers.get(key):
                return ".".join(map(str, numbers[key])) + "."
        return None

    def visit_subtitle(self, node: nodes.subtitle) -> None:
        self.wrap(node, "rubric-line")

    def visit_compound(self, node: nodes.compound) -> None:
        self.anchors(node)

    def depart_compound(self, node: nodes.compound) -> None:
        pass
