"""Which places of the book others point to, and what Typst calls them.

Typst stops at a link to a label that is not there, so all labels are collected before anything is
written, and only places that something points to get one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.pdf.pages import Page

PREFIX = "%"
"""What the builder's addresses begin with: ``%docname#id``."""

INDEX = "genindex"


class Labels:
    """The ids of all documents, and which of them are pointed to.

    An element may have several ids; it gets one label, named for its first, and all of them lead
    to it. A document's own address, without an id, leads to its first section.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._wanted: set[str] = set()
        self._written: set[str] = set()
        for page in pages:
            self._collect(page)

    def _collect(self, page: Page) -> None:
        first = next(page.node.findall(nodes.section), None)
        if first is not None and first["ids"]:
            self._names[page.docname, ""] = f"{page.docname}#{first['ids'][0]}"
        else:
            self._names[page.docname, ""] = page.docname
        for element in page.node.findall(nodes.Element):
            ids: list[str] = element.get("ids", [])
            for place in ids:
                self._names.setdefault((page.docname, place), f"{page.docname}#{ids[0]}")

    def add(self, docname: str, place: str) -> None:
        """A place that no element has as its id, such as an index entry's."""
        self._names.setdefault((docname, place), f"{docname}#{place}")

    def add_index(self) -> None:
        """The general index, which is no document."""
        self._names[INDEX, ""] = INDEX

    def want(self, docname: str, place: str) -> str | None:
        """The label of a place, to link to; None where the book has no such place."""
        name = self._names.get((docname, place))
        if name is not None:
            self._wanted.add(name)
        return name

    def want_address(self, address: str, docname: str) -> str | None:
        """As ``want``, for an internal ``refuri``; ``docname`` is the document it stands in."""
        target, _, place = address.removeprefix(PREFIX).partition("#")
        return self.want(target or docname, place)

    def write(self, docname: str, places: Iterable[str]) -> list[str]:
        """The labels to be written for an element with these ids: pointed to, not yet written."""
        fresh: list[str] = []
        for place in places:
            name = self._names.get((docname, place))
            if name in self._wanted and name not in self._written:
                self._written.add(name)
                fresh.append(name)
        return fresh

    def missing(self) -> list[str]:
        """Labels that are linked to and stand nowhere, in order."""
        return sorted(self._wanted - self._written)


def want_all(pages: Iterable[Page], labels: Labels) -> None:
    """Note every place that a reference of the book points to."""
    for page in pages:
        for reference in page.node.findall(nodes.reference):
            if "refid" in reference:
                labels.want(page.docname, reference["refid"])
            elif reference.get("refuri", "").startswith(PREFIX):
                labels.want_address(reference["refuri"], page.docname)
