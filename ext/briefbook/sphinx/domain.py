"""The domain ``brief``: what the book's pages hold, kept by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from briefbook.sphinx.article import ArticleDirective
from briefbook.sphinx.callouts import AnnotationDirective, AttributionDirective
from briefbook.sphinx.glossary import GlossaryDirective
from briefbook.sphinx.places import PLACES
from briefbook.sphinx.provenance import ProvenanceDirective, RemovedDirective
from briefbook.sphinx.records import GlossaryInput
from briefbook.sphinx.roles import BlockRole, DateRole, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from briefbook.sphinx.edition import Edition
    from briefbook.sphinx.records import (
        AnnotationRecord,
        ArticleRecord,
        DateRecord,
        MentionRecord,
        Place,
        StatementRecord,
    )
    from briefbook.sphinx.references import Reference
    from briefbook.text.bodies import Catalogue

BY_PAGE = (
    "articles", "paragraphs", "dates", "mentions", "statements", "annotations",
    "places", "glossaries", "explained", "colophons", "references",
)  # fmt: skip
"""The parts of the data that are keyed by document name."""


PARTS = ("paragraph", "date", "statement", "source", "annotation")
"""Objects that are parts of an article, named ``SEED#PART``, such as ``NAME#p3``."""


class BriefDomain(Domain):
    """Articles, paragraphs, dates, sources, statements and annotations."""

    name = "brief"
    label = "Briefing book"
    data_version = 2
    object_types: ClassVar = {
        "article": ObjType("article", "article"),
        **{name: ObjType(name, name, searchprio=-1) for name in PARTS},
    }
    roles: ClassVar = {
        "article": XRefRole(),
        **{name: XRefRole() for name in PARTS},
        "p": ParagraphRole(),
        "block": BlockRole(),
        "date": DateRole(),
    }
    directives: ClassVar = {
        "article": ArticleDirective,
        "attribution": AttributionDirective,
        "annotation": AnnotationDirective,
        "provenance": ProvenanceDirective,
        "removed": RemovedDirective,
        "glossary": GlossaryDirective,
        **PLACES,
    }
    initial_data: ClassVar = {
        **{part: {} for part in BY_PAGE},
        "glossary_input": GlossaryInput(),
        "terms": {},
        "folded_terms": {},
        "edition": None,
        "cited": [],
        "bibliography_settings": None,
    }

    catalogue: Catalogue
    """The bodies of this build; known from ``builder-inited`` on, and not kept."""

    root: Path
    """What the paths on pages are named from; known as the catalogue is."""

    @property
    def articles(self) -> dict[str, ArticleRecord]:
        """Article pages, by document name."""
        return self.data["articles"]  # type: ignore[no-any-return]

    @property
    def paragraphs(self) -> dict[str, int]:
        """How many numbered paragraphs each article has, by document name."""
        return self.data["paragraphs"]  # type: ignore[no-any-return]

    @property
    def dates(self) -> dict[str, list[DateRecord]]:
        """Date mentions in order of the text, by document name."""
        return self.data["dates"]  # type: ignore[no-any-return]

    @property
    def mentions(self) -> dict[str, list[MentionRecord]]:
        """Mentions of bodies in order of the text, by document name."""
        return self.data["mentions"]  # type: ignore[no-any-return]

    @property
    def statements(self) -> dict[str, list[StatementRecord]]:
        """Statements in order of their callouts, by document name."""
        return self.data["statements"]  # type: ignore[no-any-return]

    @property
    def annotations(self) -> dict[str, list[AnnotationRecord]]:
        """Annotations in order of their numbers, by document name."""
        return self.data["annotations"]  # type: ignore[no-any-return]

    @property
    def places(self) -> dict[str, list[str]]:
        """Names of the views that a page shows, by document name."""
        return self.data["places"]  # type: ignore[no-any-return]

    @property
    def glossaries(self) -> dict[str, GlossaryInput]:
        """What a page's glossary was made of, by document name."""
        return self.data["glossaries"]  # type: ignore[no-any-return]

    @property
    def explained(self) -> dict[str, dict[str, str]]:
        """The names of bodies that a page's glossary explains, with anchors, by document name."""
        return self.data["explained"]  # type: ignore[no-any-return]

    @property
    def terms(self) -> dict[str, Place]:
        """Where each name of a body is explained; known from ``env-updated`` on."""
        return self.data["terms"]  # type: ignore[no-any-return]

    @property
    def colophons(self) -> dict[str, Edition]:
        """Which edition a page's colophon was made for, by document name."""
        return self.data["colophons"]  # type: ignore[no-any-return]

    @property
    def references(self) -> dict[str, tuple[Reference, ...]]:
        """What a page refers to, by document name."""
        return self.data["references"]  # type: ignore[no-any-return]

    @property
    def glossary_input(self) -> GlossaryInput:
        """What a glossary is made of in this build; known from ``builder-inited`` on."""
        return self.data["glossary_input"]  # type: ignore[no-any-return]

    @property
    def edition(self) -> Edition:
        """The edition that this build makes; known from the event ``builder-inited`` on."""
        return self.data["edition"]  # type: ignore[no-any-return]

    def in_order(self) -> list[str]:
        """Document names of the articles in order of publication."""
        return sorted(self.articles, key=lambda name: (self.articles[name].published, name))

    def page_with(self, view: str) -> str | None:
        """The page that shows a view of the book; of several the first by name."""
        return min((name for name, views in self.places.items() if view in views), default=None)

    def page_of(self, seed: str) -> str | None:
        """The document name of a seed's article."""
        return next((name for name, each in self.articles.items() if each.seed == seed), None)

    def clear_doc(self, docname: str) -> None:
        for part in BY_PAGE:
            self.data[part].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        for part in BY_PAGE:
            other = otherdata[part]
            self.data[part].update((name, other[name]) for name in docnames if name in other)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        if typ == "node":  # made by a view, which names the page itself
            return _node_reference(builder, fromdocname, target, contnode)
        if typ == "term":  # a body in an article: see TermsOfArticles
            return make_refnode(builder, fromdocname, *self.terms[target], contnode)
        docname = self.page_of(target.partition("#")[0])
        if docname is None:
            return None
        title = self.articles[docname].title
        if typ == "article":
            return make_refnode(builder, fromdocname, docname, "", contnode, title)
        for name, _, kind, _, anchor, _ in self.parts_of(docname):
            if kind == typ and name == target:
                return make_refnode(builder, fromdocname, docname, anchor, contnode, title)
        return None

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        for docname, article in self.articles.items():
            yield article.seed, article.title, "article", docname, "", 1
            yield from self.parts_of(docname)

    def parts_of(self, docname: str) -> Iterator[tuple[str, str, str, str, str, int]]:
        """The objects within an article, in the form of ``get_objects``."""
        article = self.articles[docname]
        statements = self.statements.get(docname, ())
        parts = [("paragraph", f"p{n}", f"p{n}") for n in range(1, self.paragraphs[docname] + 1)]
        parts += [("date", date.node_id, date.node_id) for date in self.dates[docname]]
        parts += [("statement", each.node_id, each.node_id) for each in statements]
        # A source is where its first callout is.
        first = {each.source: each.node_id for each in reversed(statements)}
        parts += [("source", source, node_id) for source, node_id in first.items()]
        notes = self.annotations.get(docname, ())
        parts += [("annotation", note.node_id, note.node_id) for note in notes]
        for kind, name, anchor in dict.fromkeys(parts):
            full = f"{article.seed}#{name}"
            yield full, f"{article.title}: {name}", kind, docname, anchor, -1


def _node_reference(
    builder: Builder, fromdocname: str, target: str, contnode: nodes.Element
) -> nodes.reference:
    docname, _, anchor = target.partition("#")
    reference = make_refnode(builder, fromdocname, docname, anchor, contnode)
    if not contnode.astext():
        reference["classes"].append("brief-page-ref")
    return reference
