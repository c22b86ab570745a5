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
        StatementRecord,
    )

BY_PAGE = (
    "articles", "paragraphs", "dates", "mentions", "statements", "annotations",
    "places", "glossaries", "colophons",
)  # fmt: skip
"""The parts of the data that are keyed by document name."""


class BriefDomain(Domain):
    """Articles, paragraphs, dates, sources, statements and annotations."""

    name = "brief"
    label = "Briefing book"
    data_version = 1
    object_types: ClassVar = {
        "article": ObjType("article", "article"),
        "paragraph": ObjType("paragraph", "paragraph", searchprio=-1),
    }
    roles: ClassVar = {
        "article": XRefRole(),
        "paragraph": XRefRole(),
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
        "edition": None,
    }

    @property
    def articles(self) -> dict[str, ArticleRecord]:
        """Article pages, by document name."""
        return self._part("articles")

    @property
    def paragraphs(self) -> dict[str, int]:
        """How many numbered paragraphs each article has, by document name."""
        return self._part("paragraphs")

    @property
    def dates(self) -> dict[str, list[DateRecord]]:
        """Date mentions in order of the text, by document name."""
        return self._part("dates")

    @property
    def mentions(self) -> dict[str, list[MentionRecord]]:
        """Mentions of bodies in order of the text, by document name."""
        return self._part("mentions")

    @property
    def statements(self) -> dict[str, list[StatementRecord]]:
        """Statements in order of their callouts, by document name."""
        return self._part("statements")

    @property
    def annotations(self) -> dict[str, list[AnnotationRecord]]:
        """Annotations in order of their numbers, by document name."""
        return self._part("annotations")

    @property
    def places(self) -> dict[str, list[str]]:
        """Names of the views that a page shows, by document name."""
        return self._part("places")

    @property
    def glossaries(self) -> dict[str, GlossaryInput]:
        """What a page's glossary was made of, by document name."""
        return self._part("glossaries")

    @property
    def colophons(self) -> dict[str, Edition]:
        """Which edition a page's colophon was made for, by document name."""
        return self._part("colophons")

    def _part(self, name: str) -> Any:
        return self.data[name]

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
        seed, _, anchor = target.partition("#")
        for docname, article in self.articles.items():
            if article.seed == seed and (not anchor or self._has_paragraph(docname, anchor)):
                return make_refnode(builder, fromdocname, docname, anchor, contnode, article.title)
        return None

    def _has_paragraph(self, docname: str, anchor: str) -> bool:
        number = anchor.removeprefix("p")
        return number.isdecimal() and 1 <= int(number) <= self.paragraphs.get(docname, 0)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        for docname, article in self.articles.items():
            yield article.seed, article.title, "article", docname, "", 1
            for number in range(1, self.paragraphs.get(docname, 0) + 1):
                name = f"{article.seed}#p{number}"
                yield name, f"{article.title}, ¶{number}", "paragraph", docname, f"p{number}", -1


def _node_reference(
    builder: Builder, fromdocname: str, target: str, contnode: nodes.Element
) -> nodes.reference:
    docname, _, anchor = target.partition("#")
    reference = make_refnode(builder, fromdocname, docname, anchor, contnode)
    if not contnode.astext():
        reference["classes"].append("brief-page-ref")
    return reference
