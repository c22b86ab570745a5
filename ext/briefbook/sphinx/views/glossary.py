"""A part of the glossary of bodies: their entries, where these are too many for one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import glossary

from briefbook.pages.index_paths import GLOSSARY, entry_order, entry_path
from briefbook.sphinx.glossary_entry import entry
from briefbook.sphinx.index_places import entry_anchor
from briefbook.sphinx.typography import set_typographically
from briefbook.sphinx.views.mentions import lines_of_entry, shown_in_entry
from briefbook.sphinx.views.parts import ways_of_part, ways_shown
from briefbook.sphinx.views.view import view

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.text.bodies import Body


def shown_in_parts(domain: BriefDomain, places: IndexPlaces) -> Mapping[str, Iterable[str]]:
    """By part, what its page shows, in pieces that differ where that does."""
    held = by_part(domain, places)
    return {
        part: [
            *ways_shown(places, GLOSSARY, part),
            *(
                piece
                for body in held.get(part, ())
                for piece in (
                    f"{body} {_relations(domain, body)}",
                    *shown_in_entry(domain, places, body.headword),
                )
            ),
        ]
        for part in places.division(GLOSSARY).parts
    }


def by_part(domain: BriefDomain, places: IndexPlaces) -> Mapping[str, Sequence[Body]]:
    """The bodies whose entries stand in each part, in order: those that the book explains."""

    def gather() -> dict[str, list[Body]]:
        division = places.division(GLOSSARY)
        found: dict[str, list[Body]] = {}
        for body in sorted(domain.catalogue, key=lambda body: entry_order(body.headword)):
            part = division.part_of(entry_path(body.headword))
            if part is not None and body.headword in domain.terms:
                found.setdefault(part, []).append(body)
        return found

    return domain.gathered("entries by part", gather)


@view(
    "glossary",
    shows=("articles", "mentions", "divisions"),
    shown_in_parts=shown_in_parts,
    has_directive=False,
)
def entries(context: ViewContext) -> list[nodes.Node]:
    """The entries of the bodies in a part of the glossary."""
    part = context.part or ""
    listing = nodes.definition_list(classes=["glossary"])
    for body in by_part(context.domain, context.places).get(part, ()):
        shown = {
            id_: context.link(*place, words)
            for id_, (words, place) in _relations(context.domain, body).items()
        }
        term, definition = entry(body, entry_anchor(body.id), shown)
        definition += lines_of_entry(context, body.headword)
        listing += nodes.definition_list_item("", term, definition)
    set_typographically(listing)
    node = glossary("", listing, sorted=False)
    return [*ways_of_part(context, GLOSSARY, part), node]


def _relations(domain: BriefDomain, body: Body) -> dict[str, tuple[str, tuple[str, str]]]:
    """By id, what the book explains of the bodies that one belongs to or is related to."""
    others = [domain.catalogue[id_] for id_ in (body.parent, *body.related) if id_]
    return {
        other.id: (other.headword, domain.terms[other.headword])
        for other in others
        if other.headword in domain.terms
    }
