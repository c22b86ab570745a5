"""One body as an entry of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

from briefbook.sphinx.views.context import joined
from briefbook.text.bodies.hosts import class_of, publisher_of
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefbook.text.bodies import Body, FactSource


def entry(
    body: Body, node_id: str, shown: Mapping[str, Sequence[nodes.Node]]
) -> tuple[nodes.term, nodes.definition]:
    """The term and the definition of `body`, less where it is named.

    ``node_id`` is the entry's anchor; ``shown`` gives, by id, links to those entries that this one
    may lead to.
    """
    term = nodes.term("", body.headword, ids=[node_id])
    definition = nodes.definition()
    if names := _names(body):
        definition += _line("brief-names", [nodes.Text(names)])
    definition += nodes.paragraph("", body.text)
    definition += _line("brief-facts", joined(_facts(body), " · "))
    if relations := _relations(body, shown):
        definition += _line("brief-related", joined(relations, " · "))
    sources = sorted(body.checked, key=lambda source: class_of(source.url).rank)
    facts = nodes.Text(_("Facts from") + " ")
    definition += _line("brief-checked", [facts, *joined([*map(_source, sources)], ", ")])
    return term, definition


def _source(source: FactSource) -> list[nodes.Node]:
    """Title, publisher and the day it was read; its host, where neither is known."""
    publisher = source.publisher or publisher_of(source.url)
    named = source.title or publisher or _site_of(source.url)
    beside = [publisher] if source.title and publisher else []
    beside += [_("read {date}").format(date=in_words(source.read))] if source.read else []
    parts: list[nodes.Node] = [nodes.reference("", named, refuri=source.url)]
    return [*parts, nodes.Text(f" ({', '.join(beside)})")] if beside else parts


def _line(style: str, parts: Sequence[nodes.Node]) -> nodes.paragraph:
    return nodes.paragraph("", "", *parts, classes=[style])


def _names(body: Body) -> str:
    """Full name, abbreviation, former names and aliases, where the headword does not say them."""
    names = [name for name in (body.name, body.abbreviation) if name and name != body.headword]
    formerly = _("formerly {name} (until {year})")
    names += [formerly.format(name=each.name, year=each.until) for each in body.former]
    told = {body.headword, body.name, body.abbreviation, *(each.name for each in body.former)}
    if also := [name for name in body.aliases if name not in told]:
        names.append(_("also {names}").format(names=", ".join(also)))
    return ", ".join(names)


def _facts(body: Body) -> list[list[nodes.Node]]:
    """Its own site, then when it was founded, seat, members and Wikidata id."""
    facts: list[list[nodes.Node]] = []
    if body.site:
        facts.append([nodes.reference("", _site_of(body.site), refuri=body.site)])
    if body.founded:
        facts.append([nodes.Text(_("founded {date}").format(date=in_words(body.founded)))])
    if body.dissolved:
        facts.append([nodes.Text(_("dissolved {date}").format(date=in_words(body.dissolved)))])
    if body.seat:
        facts.append([nodes.Text(body.seat)])
    if body.members:
        count, as_of = body.members.count, in_words(body.members.as_of)
        members = ngettext(
            "{number} member ({date})", "{number} members ({date})", count, date=as_of
        )
        facts.append([nodes.Text(members)])
    if body.wikidata:
        uri = f"https://www.wikidata.org/wiki/{body.wikidata}"
        facts.append([nodes.Text("Wikidata "), nodes.reference("", body.wikidata, refuri=uri)])
    return facts


def _relations(body: Body, shown: Mapping[str, Sequence[nodes.Node]]) -> list[list[nodes.Node]]:
    """What it is a part of, and what to see next, as far as that is shown."""
    related = [id_ for id_ in body.related if id_ != body.parent]
    relations: list[list[nodes.Node]] = []
    for lead, ids in ((_("Part of"), [body.parent]), (_("See also"), related)):
        links = [shown[id_] for id_ in ids if id_ and id_ in shown]
        if links:
            relations.append([nodes.Text(f"{lead} "), *joined(links, ", ")])
    return relations


def _site_of(address: str) -> str:
    """What a reader knows a site by: its host; where many publish, also whose pages they are."""
    parts = urlsplit(address)
    host = parts.netloc.removeprefix("www.")
    if host == "github.com":
        return "/".join([host, *parts.path.split("/")[1:3]])
    return host
