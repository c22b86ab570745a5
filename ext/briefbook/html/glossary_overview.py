"""A page of the glossary whose entries stand in parts: every name, with a link to its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from docutils import nodes
from sphinx.addnodes import glossary
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.html.links import link_to_node
from briefbook.pages.index_paths import GLOSSARY
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.generate import DIVIDING
from briefbook.sphinx.glossary import OF_BODIES
from briefbook.sphinx.index_places import index_places
from briefbook.sphinx.nodes import aggregate
from briefbook.sphinx.typography import set_typographically
from briefbook.words import ngettext

if TYPE_CHECKING:
    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces


_Node = TypeVar("_Node", bound=nodes.Node)


class GlossaryOverview(SphinxPostTransform):
    """Makes lists of names of the glossaries, in the groups and the order that they have.

    A body in no part, one that authors alone ask for, keeps its entry. Runs before the places are
    filled: where bodies are named, the parts say.
    """

    builders = DIVIDING
    default_priority: ClassVar[int] = 3

    def run(self, **kwargs: object) -> None:
        domain = brief_domain(self.env)
        places = index_places(domain)
        if not places.division(GLOSSARY).parts:
            return
        for node in list(self.document.findall(glossary)):
            if OF_BODIES not in node["classes"]:
                continue
            kept: list[nodes.Node] = []
            found = [self._names(domain, places, listing, kept) for listing in _lists(node)]
            node[:] = [nodes.definition_list("", *kept, classes=["glossary"])]
            for names in found:
                set_typographically(names)
            shown = [*filter(len, found), *([node] if kept else [])]
            node.parent.replace(node, shown)

    def _names(
        self,
        domain: BriefDomain,
        places: IndexPlaces,
        listing: nodes.definition_list,
        kept: list[nodes.Node],
    ) -> nodes.bullet_list:
        """The names of a list of entries; those that it cannot lead to are ``kept``."""
        names = nodes.bullet_list(classes=["brief-entries"])
        for item in _children(listing, nodes.definition_list_item):
            (term,) = _children(item, nodes.term)
            (definition,) = _children(item, nodes.definition)
            headword = next(each["headword"] for each in definition.findall(aggregate))
            if (place := places.entry(headword)) is None:
                kept.append(item)
                continue
            line = nodes.paragraph()
            line += link_to_node(self.env.docname, *place, nodes.inline("", headword))
            line += nodes.inline("", _about(domain, headword), classes=["brief-many"])
            name = nodes.list_item("", line, ids=[*term["ids"]])
            for below in _lists(definition):
                if len(nested := self._names(domain, places, below, kept)):
                    name += nested
            names += name
        return names


def _about(domain: BriefDomain, headword: str) -> str:
    """What is said of a body beside its headword: its name, and how many articles name it."""
    body = domain.catalogue.get(headword)
    name = body.name if body is not None and body.name != headword else ""
    number = len(domain.mentioned.get(headword, {}))
    articles = ngettext("{number} article", "{number} articles", number) if number else ""
    return "".join(f" {words}" for words in (name, articles and f"({articles})") if words)


def _lists(node: nodes.Element) -> list[nodes.definition_list]:
    return _children(node, nodes.definition_list)


def _children(node: nodes.Element, kind: type[_Node]) -> list[_Node]:
    return [child for child in node.children if isinstance(child, kind)]
