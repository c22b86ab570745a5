"""``brief:glossary``: the bodies the book mentions, as a glossary of Sphinx's own kind.

Its entries are ``std`` terms, so that {term} works on every headword and alias, here and from other
projects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import glossary
from sphinx.util.docutils import SphinxDirective

from briefbook.sphinx.glossary_entry import entry
from briefbook.sphinx.settings import catalogue_of
from briefbook.text.bodies import BodyKind

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.domains.std import StandardDomain

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.text.bodies import Body


class GlossaryDirective(SphinxDirective):
    """The glossary of bodies: those the articles mention.

    ``:all:`` shows every body of the catalogue, ``:also:`` names more, separated by commas.
    ``:by: kind`` groups the entries by kind, ``:by: parent`` puts those that share a parent under
    it; without, they stand from A to Z.
    """

    option_spec: ClassVar = {
        "all": directives.flag,
        "also": directives.unchanged,
        "by": lambda value: directives.choice(value, ("alphabet", "kind", "parent")),
    }

    def run(self) -> list[Node]:
        self._catalogue = catalogue_of(self.env)
        domain = cast("BriefDomain", self.env.get_domain("brief"))
        domain.places.setdefault(self.env.docname, []).append("mentions")
        domain.glossaries[self.env.docname] = domain.glossary_input
        wanted = self._wanted(domain.glossary_input.bodies)
        if not wanted:
            return [nodes.paragraph("", "The articles of this book name no body yet.")]
        self._shown = {body.id for body in wanted}
        by = self.options.get("by", "alphabet")
        if by == "parent":
            top = [body for body in wanted if body.parent not in self._shown]
            return [self._glossary(self._list(top, nested=True))]
        if by == "alphabet":
            return [self._glossary(self._list(wanted, nested=False))]
        found: list[Node] = []
        for kind in BodyKind:
            of_kind = [body for body in wanted if body.kind is kind]
            if of_kind:
                head = nodes.rubric("", kind_in_words(kind), classes=["brief-body-kind"])
                found += [head, self._glossary(self._list(of_kind, nested=False))]
        return found

    def _wanted(self, mentioned: frozenset[str]) -> list[Body]:
        also = set()
        for term in filter(None, map(str.strip, self.options.get("also", "").split(","))):
            body = self._catalogue.get(term)
            if body is None:
                raise self.error(f"the catalogue has no body {term!r}; add it to the book's bodies")
            also.add(body.id)
        found = (
            body
            for body in self._catalogue
            if "all" in self.options or body.id in mentioned or body.id in also
        )
        return sorted(found, key=lambda body: body.headword.casefold())

    def _glossary(self, items: nodes.definition_list) -> glossary:
        node = glossary("", items, sorted=False)
        self.set_source_info(node)
        return node

    def _list(self, bodies: list[Body], *, nested: bool) -> nodes.definition_list:
        items = nodes.definition_list(classes=["glossary"])
        items += [self._item(body, nested=nested) for body in bodies]
        return items

    def _item(self, body: Body, *, nested: bool) -> nodes.definition_list_item:
        standard = cast("StandardDomain", self.env.get_domain("std"))
        node_id = _anchor(body.id)
        for name in body.terms:
            standard.note_object("term", name, node_id, location=self.get_location())
        shown = {
            other.id: nodes.reference("", other.headword, refid=_anchor(other.id), internal=True)
            for other in (self._catalogue[id_] for id_ in (body.parent, *body.related) if id_)
            if other.id in self._shown
        }
        term, definition = entry(body, node_id, self.env.docname, shown)
        self.state.document.note_explicit_target(term)
        children = [each for each in self._catalogue.children(body.id) if each.id in self._shown]
        if nested and children:
            definition += self._list(children, nested=True)
        return nodes.definition_list_item("", term, definition)


def _anchor(body_id: str) -> str:
    return nodes.make_id(f"term-{body_id}")


def kind_in_words(kind: BodyKind) -> str:
    """A kind of body as readers see it: ``united-nations`` is "United Nations"."""
    words = kind.value.replace("-", " ")
    proper = (BodyKind.UNITED_NATIONS, BodyKind.EUROPEAN_UNION)
    return words.title() if kind in proper else words.capitalize()
