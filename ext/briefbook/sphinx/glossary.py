"""``brief:glossary``: the bodies the book mentions, as a glossary of Sphinx's own kind.

Its entries are ``std`` terms, so that {term} works on every headword and alias, here and from other
projects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import glossary, index
from sphinx.util.docutils import SphinxDirective

from briefbook.pages.index_paths import entry_order
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.glossary_entry import entry
from briefbook.sphinx.glossary_groups import by_kind, by_letter
from briefbook.sphinx.index_places import entry_anchor
from briefbook.sphinx.nodes import aggregate
from briefbook.sphinx.typography import set_typographically
from briefbook.sphinx.views.context import joined
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Node

    from briefbook.sphinx.glossary_groups import Groups
    from briefbook.text.bodies import Body


OF_BODIES: Final = "brief-bodies"
"""The class of a glossary of bodies: a project may have others."""


class GlossaryDirective(SphinxDirective):
    """The glossary of bodies: those the articles mention.

    ``:all:`` shows every body of the catalogue, ``:also:`` names more, separated by commas.
    ``:by: kind`` groups the entries by kind, ``:by: parent`` puts those that share a parent under
    it; without, they stand from A to Z, and where they are many each letter has a head.
    """

    option_spec: ClassVar = {
        "all": directives.flag,
        "also": directives.unchanged,
        "by": lambda value: directives.choice(value, ("alphabet", "kind", "parent")),
    }

    def run(self) -> list[Node]:
        domain = self._domain = brief_domain(self.env)
        self._catalogue = domain.catalogue
        domain.note_view("glossary")
        domain.note_view("mentions")
        domain.note_glossary()
        self._number = self.env.new_serialno("brief-glossary")
        wanted = self._wanted(domain.glossary_input.bodies)
        if not wanted:
            return [nodes.paragraph("", _("The articles of this book name no body yet."))]
        self._shown = {body.id for body in wanted}
        by = self.options.get("by", "alphabet")
        if by == "parent":
            top = [body for body in wanted if body.parent not in self._shown]
            return [self._glossary(self._list(top, nested=True))]
        groups = by_kind(wanted) if by == "kind" else by_letter(wanted)
        if len(groups) == 1:
            return [self._glossary(self._list(wanted, nested=False))]
        found: list[Node] = [self._jumps(groups)]
        for head, bodies in groups.items():
            found.append(nodes.rubric("", head, classes=["brief-bodies-group"]))
            found.append(self._glossary(self._list(bodies, nested=False)))
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
        return sorted(found, key=lambda body: entry_order(body.headword))

    def _glossary(self, items: nodes.definition_list) -> glossary:
        node = glossary("", items, sorted=False, classes=[OF_BODIES])
        self.set_source_info(node)
        set_typographically(node)
        return node

    def _list(self, bodies: Sequence[Body], *, nested: bool) -> nodes.definition_list:
        items = nodes.definition_list(classes=["glossary"])
        items += [self._item(body, nested=nested) for body in bodies]
        return items

    def _item(self, body: Body, *, nested: bool) -> nodes.definition_list_item:
        node_id = self._anchor(body.id)
        for name in body.terms:
            self._domain.note_explained(name, node_id)
        shown = {
            other.id: [self._link(other.headword, other)]
            for other in (self._catalogue[id_] for id_ in (body.parent, *body.related) if id_)
            if other.id in self._shown
        }
        term, definition = entry(body, node_id, shown)
        term += index(entries=[("single", body.headword, node_id, "main", None)])
        definition += aggregate(view="mentions", headword=body.headword, docname=self.env.docname)
        self.state.document.note_explicit_target(term)
        children = [each for each in self._catalogue.children(body.id) if each.id in self._shown]
        if nested and children:
            definition += self._list(children, nested=True)
        return nodes.definition_list_item("", term, definition)

    def _jumps(self, groups: Groups) -> nodes.paragraph:
        """A line of links to the first entry of each group."""
        links = [[self._link(head, bodies[0])] for head, bodies in groups.items()]
        return nodes.paragraph("", "", *joined(links, " · "), classes=["brief-bodies-jumps"])

    def _link(self, words: str, body: Body) -> nodes.reference:
        return nodes.reference("", words, refid=self._anchor(body.id), internal=True)

    def _anchor(self, body_id: str) -> str:
        """The anchor of a body's entry, another in a page's second glossary than in its first."""
        return entry_anchor(body_id) + (f"-{self._number + 1}" if self._number else "")
