"""Bodies' names as glossary terms of Sphinx's own: {term} and other projects find them.

Several pages may show the glossary of bodies, and a project may have another of its own. Which
entry a name leads to is settled once all pages are read, so that it depends neither on the order
nor on the number of processes in which they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.index_places import index_places

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

    from briefbook.sphinx.records import Place


def withdraw_terms(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """``env-before-read-docs``: take back the terms that the last build gave out.

    A page may be read whose own glossary has one of them; Sphinx would call it a duplicate.
    """
    objects = _standard(env).objects
    for name, place in brief_domain(env).terms.items():
        if objects.get(("term", name)) == place:
            del objects["term", name]


def give_out_terms(app: Sphinx, env: BuildEnvironment) -> None:
    """``env-updated``: a name leads to the first page, in the book's order, that explains it.

    Where the glossary is divided, to the part that does. To other projects and on pages of the
    project's own, its own glossary has the last word.
    """
    domain = brief_domain(env)
    explained = domain.explained
    places = index_places(domain)
    terms: dict[str, Place] = {}
    # Pages that are in no contents come last.
    for docname in dict.fromkeys([*env.collect_relations(), *sorted(explained)]):
        for name, anchor in explained.get(docname, {}).items():
            if name not in terms:
                terms[name] = places.entry(name) or (docname, anchor)
    domain.note_terms(terms)
    for name, place in terms.items():
        _standard(env).objects.setdefault(("term", name), place)


def find_in_any_case(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.reference | None:
    """``missing-reference``: a {term} whose letters differ in case alone, ``nato``."""
    if not _is_term(node):
        return None
    place = brief_domain(env).folded_terms.get(node["reftarget"].casefold())
    return make_refnode(app.builder, node["refdoc"], *place, contnode) if place else None


class TermsOfArticles(SphinxPostTransform):
    """Leads the bodies of articles to the glossary of bodies.

    The project's own glossary may have the same name for something else, and a wrong link is worse
    than none.
    """

    # When the views have made their references, before Sphinx resolves any.
    default_priority: ClassVar[int] = 8

    def run(self, **kwargs: Any) -> None:
        domain = brief_domain(self.env)
        for node in self.document.findall(pending_xref):
            in_article = node.get("refdoc") in domain.articles
            if in_article and _is_term(node) and node["reftarget"] in domain.terms:
                node["refdomain"] = domain.name


def _is_term(node: pending_xref) -> bool:
    return (node.get("refdomain"), node["reftype"]) == ("std", "term")


def _standard(env: BuildEnvironment) -> StandardDomain:
    return cast("StandardDomain", env.get_domain("std"))
