"""Entries of the printed index: persons by surname, bodies with their aliases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import start_of_file

from briefbook.pdf.collation import collation_key
from briefbook.pdf.nodes import At, drawn
from briefbook.pdf.pages import Page
from briefbook.pdf.translator.index import Term
from briefbook.printed.places import once, paragraph_at
from briefbook.printed.sources import heading
from briefbook.sphinx.domain import brief_domain
from briefbook.text.kinds import SourceKind
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from briefbook.sphinx.store import Store
    from briefbook.text.bodies import Body

_INDEXED = frozenset(
    {SourceKind.PERSON, SourceKind.INSTITUTION, SourceKind.DOCUMENT, SourceKind.PUBLICATION}
)
"""Kinds of sources that have names to be looked up by."""


def index_terms(app: Sphinx) -> list[Term]:
    """``briefpdf-index``: whom and what the articles name."""
    store = brief_domain(app.env)
    return [*_bodies(store), *_sources(store)]


def _bodies(store: Store) -> Iterator[Term]:
    for headword, found in store.mentioned.items():
        places = once(
            paragraph_at(docname, number)
            for docname, numbers in found.items()
            for number in numbers
        )
        main = store.terms.get(headword)
        yield Term(name=headword, places=places, main=At(*main) if main else None)
        body = store.catalogue.get(headword)
        for other in _other_names(body) if body else ():
            yield Term(name=other, see=headword)


def _other_names(body: Body) -> list[str]:
    """Its names that would stand elsewhere in the alphabet than its headword does."""
    kept: dict[str, str] = {}
    for name in (body.name, body.abbreviation, *body.aliases):
        if name:
            kept.setdefault(collation_key(name)[0], name)
    own = collation_key(body.headword)[0]
    return [name for key, name in kept.items() if key != own]


def _sources(store: Store) -> Iterator[Term]:
    for docname in store.counted():
        for record in store.statements.get(docname, ()):
            kind = SourceKind(record.kind)
            if kind not in _INDEXED:
                continue
            name = heading(kind, record.entry or record.name)
            body = store.catalogue.get(name.partition(",")[0])
            if body is not None and kind is SourceKind.INSTITUTION:
                name = body.headword
            yield Term(name=name, places=[paragraph_at(docname, record.paragraph)])


def add_abbreviations(app: Sphinx, pages: list[Page]) -> None:
    """``briefpdf-pages``: what the abbreviations of the bodies stand for, a list of its own."""
    store = brief_domain(app.env)
    printed = {page.docname for page in pages}
    named = [word for word, found in store.mentioned.items() if not printed.isdisjoint(found)]
    bodies = {body.id: body for word in named if (body := store.catalogue.get(word))}
    rows = [
        {"short": body.abbreviation, "long": body.name}
        for body in bodies.values()
        if body.abbreviation
    ]
    if not rows:
        return
    rows.sort(key=lambda row: collation_key(row["short"]))
    content = drawn("", call="abbreviations", data={"rows": rows})
    section = nodes.section("", nodes.title("", _("Abbreviations")), content, ids=["abbreviations"])
    docname = "brief-abbreviations"
    node = start_of_file("", section, docname=docname)
    pages.append(Page(docname=docname, level=1, node=node))
