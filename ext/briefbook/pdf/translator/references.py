"""Links, their targets, and page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.labels import PREFIX
from briefbook.pdf.translator.base import BaseTranslator
from briefbook.text.addresses import in_ascii

if TYPE_CHECKING:
    from docutils.nodes import Element

PAGE_REFERENCE = "brief-page-ref"
"""A reference of this class is followed by its target's page number."""


class ReferenceMixin(BaseTranslator):
    """References of all kinds."""

    def visit_reference(self, node: nodes.reference) -> None:
        place = self._place(node)
        address = node.get("refuri", "")
        if place is not None and PAGE_REFERENCE in node["classes"]:
            self._page_reference(node, place)
        elif place is not None:
            self.wrap(node, "to", place)
        elif address and not address.startswith(PREFIX) and _is_absolute(address):
            self.wrap(node, "url", in_ascii(address))
        self.pass_through(node)

    visit_number_reference = visit_reference

    def _place(self, node: Element) -> int | None:
        if "refid" in node:
            return self.labels.want(self.docname, node["refid"])
        address = node.get("refuri", "")
        if address.startswith(PREFIX):
            return self.labels.want_address(address, self.docname)
        return None

    def _page_reference(self, node: nodes.reference, place: int) -> None:
        self.out.open("to-page", place)
        if node.astext().strip():
            self.visit_children(node)
            self.out.text(", ")
        self.out.close()
        raise nodes.SkipNode

    def visit_download_reference(self, node: Element) -> None:
        """A file that is not in the PDF: its name alone."""
        self.pass_through(node)

    def visit_target(self, node: nodes.target) -> None:
        self.pass_through(node)

    def visit_citation_reference(self, node: nodes.citation_reference) -> None:
        place = self._place(node)
        if place is not None:
            self.wrap(node, "to", place)
        self.pass_through(node)

    def visit_index(self, node: Element) -> None:
        for entry in node["entries"]:
            for place in self.labels.write(self.docname, [entry[2]]):
                self.out.call("anchor", place)
        raise nodes.SkipNode


def _is_absolute(address: str) -> bool:
    """Whether it leads anywhere from a PDF: a path beside the HTML pages does not."""
    return "://" in address or address.startswith("mailto:")
