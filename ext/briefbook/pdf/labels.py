"""Which places of the book others point to, and the numbers that its code knows them by.

All are collected before anything is written, and only places that something points to get a number,
and a label of Typst's that bears it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.nodes import drawn, places_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.pdf.pages import Page

PREFIX = "%"
"""What the builder's addresses begin with: ``%docname#id``."""

INDEX = "genindex"


class Labels:
    """The ids of all documents, and which of them are pointed to.

    An element may have several ids; it gets one number, and all of them lead to it. A document's
    own address, without an id, leads to its first section.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._wanted: dict[str, int] = {}
        self._written: set[int] = set()
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

    def want(self, docname: str, place: str) -> int | None:
        """The number of a place, to link to; None where the book has no such place."""
        name = self._names.get((docname, place))
        return None if name is None else self._wanted.setdefault(name, len(self._wanted) + 1)

    def want_address(self, address: str, docname: str) -> int | None:
        """As ``want``, for an internal ``refuri``; ``docname`` is the document it stands in."""
        target, _, place = address.removeprefix(PREFIX).partition("#")
        return self.want(target or docname, place)

    def write(self, docname: str, places: Iterable[str]) -> list[int]:
        """The numbers to be written for an element with these ids: pointed to, not yet written."""
        fresh: list[int] = []
        for place in places:
            number = self._wanted.get(self._names.get((docname, place), ""))
            if number is not None and number not in self._written:
                self._written.add(number)
                fresh.append(number)
        return fresh

    def missing(self) -> list[int]:
        """Numbers that are linked to and stand nowhere, in order."""
        return sorted(set(self._wanted.values()) - self._written)


def want_all(pages: Iterable[Page], labels: Labels) -> None:
    """Note every place that a reference of the book points to."""
    for page in pages:
        for reference in page.node.findall(nodes.reference):
            if "refid" in reference:
                labels.want(page.docname, reference["refid"])
            elif reference.get("refuri", "").startswith(PREFIX):
                labels.want_address(reference["refuri"], page.docname)
        for each in page.node.findall(drawn):
            for place in places_in(each["data"]):
                labels.want(place.docname, place.anchor)
