"""Fills the places: each becomes what its view makes of the domain's data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.sphinx.nodes import aggregate
from briefbook.sphinx.views.annotations import annotation_index
from briefbook.sphinx.views.article import glance, summary
from briefbook.sphinx.views.cards import cards
from briefbook.sphinx.views.colophon import colophon
from briefbook.sphinx.views.context import ViewContext
from briefbook.sphinx.views.dates import date_index, key_dates
from briefbook.sphinx.views.mentions import Mentions, mentions, mentions_of
from briefbook.sphinx.views.sources import source_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes

    from briefbook.sphinx.domain import BriefDomain

VIEWS: dict[str, Callable[[ViewContext], list[nodes.Node]]] = {
    "glance": glance,
    "summary": summary,
    "cards": cards,
    "key-dates": key_dates,
    "date-index": date_index,
    "source-index": source_index,
    "annotation-index": annotation_index,
    "colophon": colophon,
}


class FillPlaces(SphinxPostTransform):
    """Runs before references are resolved, since views make references to the glossary."""

    default_priority: ClassVar[int] = 5
    paged: ClassVar[bool] = False
    """Whether links are followed by the number of the page they lead to."""

    def run(self, **kwargs: Any) -> None:
        domain = cast("BriefDomain", self.env.get_domain("brief"))
        by_headword: Mentions | None = None
        for place in list(self.document.findall(aggregate)):
            # The place's own page: in one big document for print, the current one is another.
            context = ViewContext(domain=domain, docname=place["docname"], paged=self.paged)
            if place["view"] == "mentions":
                if by_headword is None:
                    by_headword = mentions_of(domain)
                place.replace_self(mentions(context, by_headword.get(place["headword"], {})))
            else:
                place.replace_self(VIEWS[place["view"]](context))


class FillPlacesInPrint(FillPlaces):
    """The same where there are pages; it comes first and leaves the other nothing to fill."""

    builders = ("briefpdf",)
    default_priority: ClassVar[int] = 4
    paged: ClassVar[bool] = True
