"""What Sphinx sees: the domain, its directives, roles and nodes. Thin; it never parses text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.settings import add_settings
from briefbook.sphinx import nodes, volume
from briefbook.sphinx.article_blocks import take_blocks_apart
from briefbook.sphinx.article_text import ArticleDirective
from briefbook.sphinx.as_published import AsPublished
from briefbook.sphinx.bibliography import SuppliedBibliography
from briefbook.sphinx.briefing import BriefingDirective
from briefbook.sphinx.callouts import AnnotationDirective, AttributionDirective
from briefbook.sphinx.citations import order_bibliographies
from briefbook.sphinx.cite_as import UnlistedArticles
from briefbook.sphinx.doctrees import forget_read, forget_written
from briefbook.sphinx.domain import BriefDomain
from briefbook.sphinx.fill import FillPlaces, FillPlacesForBrowsers, FillPlacesInPrint
from briefbook.sphinx.formatted_works import FormattedWorks, register_plain_text
from briefbook.sphinx.freshness import Freshness
from briefbook.sphinx.generate import (
    generate_pages,
    outdated_pages,
    prepare_config,
    refuse_older_pages,
)
from briefbook.sphinx.glossary import GlossaryDirective
from briefbook.sphinx.key_labels import label_by_key
from briefbook.sphinx.markdown import check_markdown
from briefbook.sphinx.passages import note_passages
from briefbook.sphinx.places import PartDirective, PlaceDirective
from briefbook.sphinx.plain_text import ShortLabels, SpacedCallouts
from briefbook.sphinx.provenance import ProvenanceDirective, RemovedDirective
from briefbook.sphinx.references import note_references
from briefbook.sphinx.roles import BlockRole, DateRole, ParagraphRole
from briefbook.sphinx.second_wall import SecondWall
from briefbook.sphinx.settings import BOOK
from briefbook.sphinx.sources import refuse_look_alikes
from briefbook.sphinx.stand_in import StandInDirective
from briefbook.sphinx.terms import (
    TermsOfArticles,
    find_in_any_case,
    give_out_terms,
    withdraw_terms,
)
from briefbook.sphinx.versions import RevisedDirective, VersionsDirective
from briefbook.sphinx.views import VIEWS
from briefbook.sphinx.web_links import BibliographyWithWebLinks
from briefbook.sphinx.withdrawn import keep_list_out_of_epub, remove_withdrawn
from briefbook.words import use_language

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxDirective, SphinxRole

DIRECTIVES: Final[dict[str, type[SphinxDirective]]] = {
    "article": ArticleDirective,
    "attribution": AttributionDirective,
    "annotation": AnnotationDirective,
    "provenance": ProvenanceDirective,
    "removed": RemovedDirective,
    "stand-in": StandInDirective,
    "versions": VersionsDirective,
    "revised": RevisedDirective,
    "glossary": GlossaryDirective,
    "briefing": BriefingDirective,
    "part": PartDirective,
    **{name: PlaceDirective for name, view in VIEWS.items() if view.has_directive},
}
"""The directives of the domain ``brief``."""

ROLES: Final[dict[str, SphinxRole]] = {
    "p": ParagraphRole(),
    "block": BlockRole(),
    "date": DateRole(),
}
"""Its roles, beside those that refer to its objects."""


def setup(app: Sphinx) -> None:
    """Register the domain, the configuration values and the events."""
    add_settings(app, BOOK)
    app.add_domain(BriefDomain)
    register_plain_text()
    for node in (nodes.stand_in, nodes.versions):  # for builders that know none but these
        app.add_node(node)
    app.add_domain(FormattedWorks, override=True)
    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain(BriefDomain.name, name, directive)
    for name, role in ROLES.items():
        app.add_role_to_domain(BriefDomain.name, name, role)
    app.add_transform(SecondWall)
    app.add_transform(AsPublished)
    app.add_post_transform(FillPlaces)
    app.add_post_transform(FillPlacesForBrowsers)
    app.add_post_transform(FillPlacesInPrint)
    app.add_post_transform(TermsOfArticles)
    app.add_post_transform(UnlistedArticles)
    app.add_post_transform(SpacedCallouts)
    app.add_post_transform(ShortLabels)
    app.add_post_transform(BibliographyWithWebLinks)
    app.connect("config-inited", lambda _app, config: use_language(config.language), priority=50)
    app.connect("config-inited", label_by_key)
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
    app.connect("source-read", forget_read)
    app.connect("doctree-read", note_references)
    app.connect("doctree-read", note_passages)
    app.connect("env-updated", order_bibliographies, priority=400)
    app.connect("doctree-resolved", take_blocks_apart)
    app.connect("doctree-resolved", forget_written)
    Freshness(app)
    volume.setup(app)
