"""Footnotes and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from briefbook.pdf.translator.base import BaseTranslator

if TYPE_CHECKING:
    from briefbook.pdf.pages import Page


class FootnoteMixin(BaseTranslator):
    """Footnotes at the foot of the page they are called on; citations where they stand."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._footnotes: dict[str, nodes.footnote] = {}
        self._called: set[str] = set()

    def collect_footnotes(self, page: Page) -> None:
        """Learn a document's footnotes, before it is written."""
        self._called = set()
        self._footnotes = {
            place: note for note in page.node.findall(nodes.footnote) for place in note["ids"]
        }

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        place = node.get("refid", "")
        note = self._footnotes.get(place)
        if note is None or self._held_anchors is not None:
            # In a heading or a table's head, which Typst shows more than once.
            self.wrap(node, "super")
            return
        name = f"{self.docname}#{note['ids'][0]} (footnote)"
        self.anchors(node)
        if name in self._called:
            self.out.call("footnote-again", name)
        else:
            self._called.add(name)
            self.out.open("footnote-here", name)
            body: list[Any] = [
                child for child in note.children if not isinstance(child, nodes.label)
            ]
            if body and isinstance(body[0], nodes.paragraph):
                self.visit_children(body.pop(0))  # in the line of its number
            for child in body:
                child.walkabout(self)
            self.out.close()
        raise nodes.SkipNode

    def visit_footnote(self, node: nodes.footnote) -> None:
        name = f"{self.docname}#{node['ids'][0]} (footnote)" if node["ids"] else ""
        if name in self._called:
            self.anchors(node)
            raise nodes.SkipNode
        self.write_labelled(node)
        raise nodes.SkipNode

    def visit_citation(self, node: nodes.citation) -> None:
        self.write_labelled(node)
        raise nodes.SkipNode

    def write_labelled(self, node: nodes.Element) -> None:
        """Write a footnote or a citation where it stands, its mark before it."""
        mark = next((child for child in node.children if isinstance(child, nodes.label)), None)
        self.out.open("bibliography-item", mark=mark.astext() if mark is not None else "")
        self.anchors(node)
        for child in node.children:
            if child is not mark:
                child.walkabout(self)
        self.out.close()

    def visit_label(self, node: nodes.label) -> None:
        raise nodes.SkipNode
