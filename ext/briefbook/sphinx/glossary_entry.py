"""One body as an entry of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import index

from briefbook.sphinx.nodes import aggregate
from briefbook.text.timex_words import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefbook.text.bodies import Body


def entry(
    body: Body, node_id: str, docname: str, related: Mapping[str, str]
) -> tuple[nodes.term, nodes.definition]:
    """The term and the definition of `body`.

    ``node_id`` is the entry's anchor on page ``docname``; ``related`` gives the anchors and
    headwords of entries of the same page that a reader may want to see next.
    """
    term = nodes.term("", body.headword, ids=[node_id])
    term += index(entries=[("single", body.headword, node_id, "main", None)])
    definition = nodes.definition()
    if name_line := _names(body):
        definition += nodes.paragraph("", name_line, classes=["brief-names"])
    definition += nodes.paragraph("", body.text)
    definition += _facts(body)
    if related:
        line = nodes.paragraph("", "See also ", classes=["brief-related"])
        for number, (anchor, headword) in enumerate(related.items()):
            line += nodes.Text(", " if number else "")
            line += nodes.reference("", headword, refid=anchor, internal=True)
        definition += line
    definition += aggregate(view="mentions", headword=body.headword, docname=docname)
    return term, definition


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
