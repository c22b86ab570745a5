"""The directives that say where an index goes; what it holds is known once all pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from sphinx.util.docutils import SphinxDirective

from briefbook.sphinx.nodes import aggregate

if TYPE_CHECKING:
    from docutils.nodes import Node

    from briefbook.sphinx.domain import BriefDomain

OF_PAGE: Final = ("glance", "summary")
"""Views of the page they stand on: key dates, bodies and sources of one article."""

OF_BOOK: Final = (
    "cards", "key-dates", "date-index", "source-index", "annotation-index", "colophon",
)  # fmt: skip
"""Views of the whole book."""


class PlaceDirective(SphinxDirective):
    """Puts a view where it stands; its own name, less the domain, is the view's."""

    def run(self) -> list[Node]:
        view = self.name.removeprefix("brief:")
        domain = cast("BriefDomain", self.env.get_domain("brief"))
        if view in OF_BOOK:
            domain.places.setdefault(self.env.docname, []).append(view)
        if view == "colophon":
            domain.colophons[self.env.docname] = domain.edition
        node = aggregate(view=view, docname=self.env.docname)
        self.set_source_info(node)
        return [node]


PLACES = dict.fromkeys((*OF_PAGE, *OF_BOOK), PlaceDirective)
