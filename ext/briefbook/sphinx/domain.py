"""The domain ``brief``: the objects of the book's pages, and what leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from sphinx.domains import ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from briefbook.sphinx.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

PARTS = ("paragraph", "date", "statement", "source", "annotation")
"""Objects that are parts of an article, named ``SEED#PART``, such as ``NAME#p3``."""


class BriefDomain(Store):
    """Articles, paragraphs, dates, sources, statements and annotations.

    Its directives and further roles are registered with Sphinx by ``briefbook.sphinx``: they write
    into it, and it knows none of them.
    """

    name = "brief"
    label = "Briefing book"
    object_types: ClassVar = {
        "article": ObjType("article", "article"),
        **{name: ObjType(name, name, searchprio=-1) for name in PARTS},
    }
    roles: ClassVar = {name: XRefRole() for name in ("article", *PARTS)}

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
        target = self.of_today(target)
        docname = self.page_of(target.partition("#")[0])
        if docname is None:
            return None
        title = self.title_of(docname)
        if typ == "article":
            return make_refnode(builder, fromdocname, docname, "", contnode, title)
        if docname in self.stand_ins:
            return None
        if (other := self.others.get(docname)) is not None:
            part = target.partition("#")[2]
            if typ == "paragraph" and part in {f"p{n}" for n in range(1, other.paragraphs + 1)}:
                return make_refnode(builder, fromdocname, docname, part, contnode, title)
            return None
        for name, _, kind, _, anchor, _ in self.parts_of(docname):
            if kind == typ and name == target:
                return make_refnode(builder, fromdocname, docname, anchor, contnode, title)
        return None

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Nothing: a link that names no domain leads to none of a book's articles by chance."""
        return []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        # Those of other volumes these give out themselves: of a hundred thousand articles there
        # are millions, of which Sphinx makes a list.
        for docname, article in self.data["articles"].items():
            yield article.seed, article.title, "article", docname, "", 1
            yield from self.parts_of(docname)
        for docname, (seed, title, _) in self.data["stand_ins"].items():
            yield seed, title, "article", docname, "", -1

    def parts_of(self, docname: str) -> Iterator[tuple[str, str, str, str, str, int]]:
        """The objects within an article, in the form of ``get_objects``."""
        article = self.articles[docname]
        statements = self.statements.get(docname, ())
        parts = [("paragraph", f"p{n}", f"p{n}") for n in range(1, self.paragraphs[docname] + 1)]
        parts += [("date", date.node_id, date.node_id) for date in self.dates.get(docname, ())]
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


def brief_domain(env: BuildEnvironment) -> BriefDomain:
    """The domain of a build's environment."""
    return cast("BriefDomain", env.get_domain(BriefDomain.name))
