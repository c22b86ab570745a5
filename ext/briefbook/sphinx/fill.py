"""Fills the places: each becomes what its view makes of the domain's data."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook import printed
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.index_places import index_places
from briefbook.sphinx.nodes import aggregate
from briefbook.sphinx.views import VIEWS
from briefbook.sphinx.views.context import ViewContext
from briefbook.words import _


class FillPlaces(SphinxPostTransform):
    """Runs before references are resolved, since views make references to the glossary."""

    default_priority: ClassVar[int] = 5
    paged: ClassVar[bool] = False
    """Whether links are followed by the number of the page they lead to."""
    web: ClassVar[bool] = False
    """Whether the page is for a browser. An EPUB's are not, though they are HTML."""

    def run(self, **kwargs: Any) -> None:
        domain = brief_domain(self.env)
        places = index_places(domain)
        for place in list(self.document.findall(aggregate)):
            # The place's own page: in one big document for print, the current one is another.
            context = ViewContext(
                domain=domain,
                docname=place["docname"],
                headword=place.get("headword"),
                paged=self.paged,
                web=self.web,
                places=places,
                part=place.get("part"),
            )
            if context.part is not None and not domain.divides:
                place.replace_self(_whole_elsewhere(context, place["view"]))
            else:
                place.replace_self(self.filled(place["view"], context))

    def filled(self, view: str, context: ViewContext) -> list[nodes.Node]:
        """What stands in the place of a view."""
        return VIEWS[view].fill(context)


def _whole_elsewhere(context: ViewContext, view: str) -> nodes.paragraph:
    """What a part says where the index stands on one page: other outputs than HTML divide none."""
    page = context.domain.page_with(view)
    words = _("This index stands on one page.")
    shown = context.link(page, "", words) if page else [nodes.Text(words)]
    return nodes.paragraph("", "", *shown)


class FillPlacesInPrint(FillPlaces):
    """The same where there are pages; it comes first and leaves the other nothing to fill."""

    builders = ("briefpdf",)
    default_priority: ClassVar[int] = 4
    paged: ClassVar[bool] = True

    def filled(self, view: str, context: ViewContext) -> list[nodes.Node]:
        fill = printed.VIEWS.get(view)
        return fill(context) if fill else super().filled(view, context)


class FillPlacesForBrowsers(FillPlaces):
    """The same where a page can fold, choose and point."""

    builders = ("html", "dirhtml", "singlehtml")
    default_priority: ClassVar[int] = 4
    web: ClassVar[bool] = True
