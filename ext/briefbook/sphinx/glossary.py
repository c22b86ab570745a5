"""``brief:glossary``: the bodies the book mentions, as a glossary of Sphinx's own kind.

Its entries are ``std`` terms, so that {term} works on every headword and alias, here and from other
projects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import glossary, index
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_id

from briefbook.sphinx.nodes import aggregate
from briefbook.sphinx.settings import catalogue_of
from briefbook.text.timex_words import in_words

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.domains.std import StandardDomain

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.text.bodies import Body, Catalogue


class GlossaryDirective(SphinxDirective):
    """The glossary of bodies. With ``:all:`` every body of the catalogue; ``:also:`` names more."""

    option_spec: ClassVar = {"all": directives.flag, "also": directives.unchanged}

    def run(self) -> list[Node]:
        catalogue = catalogue_of(self.env)
        domain = cast("BriefDomain", self.env.get_domain("brief"))
        domain.places.setdefault(self.env.docname, []).append("mentions")
        domain.glossaries[self.env.docname] = domain.glossary_input
        wanted = self._wanted(catalogue, domain.glossary_input.bodies)
        if not wanted:
            return [nodes.paragraph("", "The articles of this book name no body yet.")]
        items = nodes.definition_list(classes=["glossary"])
        shown = {body.id for body in wanted}
        for body in sorted(wanted, key=lambda body: body.headword.casefold()):
            items += self._entry(body, catalogue, shown)
        node = glossary("", items, sorted=False)
        self.set_source_info(node)
        return [node]

    def _wanted(self, catalogue: Catalogue, mentioned: frozenset[str]) -> list[Body]:
        if "all" in self.options:
            return list(catalogue)
        also = set()
        for term in filter(None, map(str.strip, self.options.get("also", "").split(","))):
            body = catalogue.get(term)
            if body is None:
                raise self.error(f"the catalogue has no body {term!r}; add it to the book's bodies")
            also.add(body.id)
        return [body for body in catalogue if body.id in mentioned or body.id in also]

    def _entry(self, body: Body, catalogue: Catalogue, shown: set[str]) -> nodes.Node:
        standard = cast("StandardDomain", self.env.get_domain("std"))
        node_id = make_id(self.env, self.state.document, "term", body.id)
        for name in body.terms:
            standard.note_object("term", name, node_id, location=self.get_location())
        term = nodes.term("", body.headword, ids=[node_id])
        term += index(entries=[("single", body.headword, node_id, "main", None)])
        self.state.document.note_explicit_target(term)
        definition = nodes.definition()
        if name_line := _names(body):
            definition += nodes.paragraph("", name_line, classes=["brief-names"])
        definition += nodes.paragraph("", body.text)
        definition += _facts(body)
        related = [id_ for id_ in (body.parent, *body.related) if id_ in shown]
        if related:
            line = nodes.paragraph("", "See also ", classes=["brief-related"])
            for number, id_ in enumerate(related):
                line += nodes.Text(", " if number else "")
                target = nodes.make_id(f"term-{id_}")
                line += nodes.reference("", catalogue[id_].headword, refid=target, internal=True)
            definition += line
        definition += aggregate(view="mentions", headword=body.headword, docname=self.env.docname)
        return nodes.definition_list_item("", term, definition)


def _names(body: Body) -> str:
    """The full name and the abbreviation, where the headword does not say them."""
    names = [body.name if body.name != body.headword else None, body.abbreviation]
    return ", ".join(name for name in names if name and name != body.headword)


def _facts(body: Body) -> nodes.paragraph:
    """Founded, seat, members, site and Wikidata id, on one line."""
    facts: list[list[nodes.Node]] = []
    if body.founded:
        facts.append([nodes.Text(f"founded {in_words(body.founded)}")])
    if body.dissolved:
        facts.append([nodes.Text(f"dissolved {in_words(body.dissolved)}")])
    if body.seat:
        facts.append([nodes.Text(body.seat)])
    if body.members:
        count, as_of = body.members.count, in_words(body.members.as_of)
        facts.append([nodes.Text(f"{count} members ({as_of})")])
    if body.site:
        shown = body.site.removeprefix("https://").removeprefix("http://").rstrip("/")
        facts.append([nodes.reference("", shown, refuri=body.site)])
    if body.wikidata:
        uri = f"https://www.wikidata.org/wiki/{body.wikidata}"
        facts.append([nodes.Text("Wikidata "), nodes.reference("", body.wikidata, refuri=uri)])
    line = nodes.paragraph("", "", classes=["brief-facts"])
    for number, fact in enumerate(facts):
        line += [nodes.Text(" · "), *fact] if number else fact
    return line
