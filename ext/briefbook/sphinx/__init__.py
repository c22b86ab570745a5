"""What Sphinx sees: the domain, its directives, roles and nodes. Thin; it never parses text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.sphinx.as_published import AsPublished
from briefbook.sphinx.bibliography import SuppliedBibliography
from briefbook.sphinx.citations import order_bibliographies
from briefbook.sphinx.cite_as import UnlistedArticles
from briefbook.sphinx.domain import BriefDomain
from briefbook.sphinx.fill import FillPlaces, FillPlacesInPrint
from briefbook.sphinx.freshness import Freshness
from briefbook.sphinx.generate import (
    generate_pages,
    outdated_pages,
    prepare_config,
    refuse_older_pages,
)
from briefbook.sphinx.markdown import check_markdown
from briefbook.sphinx.plain_text import ShortLabels, SpacedCallouts
from briefbook.sphinx.references import note_references
from briefbook.sphinx.second_wall import SecondWall
from briefbook.sphinx.settings import add_values
from briefbook.sphinx.sources import refuse_look_alikes
from briefbook.sphinx.terms import (
    TermsOfArticles,
    find_in_any_case,
    give_out_terms,
    withdraw_terms,
)
from briefbook.sphinx.web_links import BibliographyWithWebLinks
from briefbook.sphinx.withdrawn import keep_list_out_of_epub, remove_withdrawn

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the domain, the configuration values and the events."""
    add_values(app)
    app.add_domain(BriefDomain)
    app.add_transform(SecondWall)
    app.add_transform(AsPublished)
    app.add_post_transform(FillPlaces)
    app.add_post_transform(FillPlacesInPrint)
    app.add_post_transform(TermsOfArticles)
    app.add_post_transform(UnlistedArticles)
    app.add_post_transform(SpacedCallouts)
    app.add_post_transform(ShortLabels)
    app.add_post_transform(BibliographyWithWebLinks)
    app.connect("config-inited", prepare_config)
    app.connect("config-inited", check_markdown, priority=900)
    app.connect("config-inited", refuse_look_alikes, priority=900)
    app.connect("config-inited", keep_list_out_of_epub)
    app.connect("builder-inited", generate_pages, priority=100)
    SuppliedBibliography(app)
    app.connect("env-get-outdated", refuse_older_pages)
    app.connect("env-get-outdated", remove_withdrawn)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("env-before-read-docs", withdraw_terms)
    app.connect("env-updated", give_out_terms)
    # Before intersphinx looks in other projects.
    app.connect("missing-reference", find_in_any_case, priority=400)
    app.connect("doctree-read", note_references)
    app.connect("env-updated", order_bibliographies, priority=400)
    Freshness(app)
