"""The source index: what rests on anonymous sources, what on none, and then who speaks by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pages.index_paths import SOURCES, source_path
from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.index_places import ANONYMOUS, NAMED, UNKNOWN
from briefbook.sphinx.nodes import choices, share_bar
from briefbook.sphinx.views.exports import export_links
from briefbook.sphinx.views.parts import (
    PartLine,
    lines_of_parts,
    named_as,
    ways_of_part,
    ways_shown,
)
from briefbook.sphinx.views.section import section
from briefbook.sphinx.views.shares import counts_of, percent
from briefbook.sphinx.views.source_entries import source_entries
from briefbook.sphinx.views.source_sections import (
    anonymous_section,
    anonymous_title,
    named_section,
    named_title,
    open_entry,
    records_of,
    unknown_section,
)
from briefbook.sphinx.views.view import view
from briefbook.text.kinds import SourceKind
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.source_entries import Said, SourceEntry


def shown_in_parts(domain: BriefDomain, places: IndexPlaces) -> Mapping[str, Iterable[str]]:
    """By part, what its page shows, in pieces that differ where that does."""
    held = by_part(domain, places)
    return {
        part: [*ways_shown(places, SOURCES, part), *_pieces(domain, held.get(part, ()))]
        for part in places.division(SOURCES).parts
    }


def _pieces(domain: BriefDomain, entries: Sequence[SourceEntry]) -> Iterable[str]:
    docnames = {docname for entry in entries for docname, _record in entry.statements}
    yield from (named_as(domain, name) for name in sorted(docnames))
    yield from map(repr, entries)


def by_part(domain: BriefDomain, places: IndexPlaces) -> Mapping[str | None, list[SourceEntry]]:
    """The sources of each part with what they say there, in order; None has those of no part."""

    def gather() -> dict[str | None, list[SourceEntry]]:
        found: dict[str | None, list[SourceEntry]] = {}
        for entry in _entries(domain):
            held: dict[str | None, list[Said]] = {}
            for said in entry.statements:
                held.setdefault(_part_of(domain, places, entry, said), []).append(said)
            for part, of_part in held.items():
                found.setdefault(part, []).append(replace(entry, statements=tuple(of_part)))
        return found

    return domain.gathered("sources by part", gather)


def _part_of(
    domain: BriefDomain, places: IndexPlaces, entry: SourceEntry, said: Said
) -> str | None:
    published = domain.articles[said[0]].published
    return places.division(SOURCES).part_of(source_path(entry.kind, entry.name, published))


def _entries(domain: BriefDomain) -> list[SourceEntry]:
    return domain.gathered("sources", lambda: source_entries(domain))


@view(
    "source-index",
    shows=("articles", "same_as", "statements", "divisions"),
    shown_in_parts=shown_in_parts,
)
def source_index(context: ViewContext) -> list[nodes.Node]:
    """Every source with its kind and its statements, the anonymous first.

    Where it is divided, its page has the overview, and a part its own sources.
    """
    domain = context.domain
    entries = _entries(domain)
    if not entries:
        return [nodes.paragraph("", _("No article of this book quotes anyone."))]
    node = nodes.container("", classes=["brief-sources"])
    if context.part is not None:
        entries = by_part(domain, context.places).get(context.part, [])
        node += ways_of_part(context, SOURCES, context.part)
        node += _in_part(context, entries)
        return [node]
    anonymous = [entry for entry in entries if entry.kind is SourceKind.ANONYMOUS]
    node += _sum(entries, anonymous)
    node += export_links(
        ("statements.csv", _("All statements as a table (CSV)")),
        ("statements.json", _("as JSON")),
    )
    if context.places.division(SOURCES).parts:
        if context.web:
            node += _bar(entries)
        node += _overview(context)
        entries = by_part(domain, context.places).get(None, [])
    elif context.web:
        node += _choices(entries)
    node += _sections(context, entries)
    return [node]


def _in_part(context: ViewContext, entries: Sequence[SourceEntry]) -> list[nodes.Node]:
    if not entries:
        return []
    line = nodes.paragraph("", _counted(entries), classes=["brief-sum"])
    if len(entries) == 1 and (context.part or "").startswith(entries[0].anchor):
        return [line, open_entry(context, entries[0], [], with_origin=True)]
    return [line, *(_choices(entries) if context.web else []), *_sections(context, entries)]


def _sections(context: ViewContext, entries: Sequence[SourceEntry]) -> list[nodes.Node]:
    anonymous, unknown, named = _by_section(entries)
    found: list[nodes.Node] = []
    if anonymous:
        found.append(anonymous_section(context, anonymous))
    if unknown:
        found.append(unknown_section(context, unknown))
    if named:
        found.append(named_section(context, sorted(named, key=lambda entry: entry.order)))
    return found


def _by_section(
    entries: Iterable[SourceEntry],
) -> tuple[list[SourceEntry], list[SourceEntry], list[SourceEntry]]:
    """The anonymous, what nobody is named for, and all others."""
    found: tuple[list[SourceEntry], ...] = ([], [], [])
    for entry in entries:
        apart = (SourceKind.ANONYMOUS, SourceKind.UNKNOWN)
        found[apart.index(entry.kind) if entry.kind in apart else 2].append(entry)
    return found[0], found[1], found[2]


def _overview(context: ViewContext) -> list[nodes.Node]:
    """Which parts hold the anonymous, which what nobody is named for, and which all others."""
    held = by_part(context.domain, context.places)
    sections = {part: _by_section(held[part]) for part in sorted(filter(None, held))}
    named = [entry for of_part in sections.values() for entry in of_part[2]]
    found: list[nodes.Node] = []
    anchors: set[str] = set()
    for place, (title, anchor) in enumerate(
        (
            (anonymous_title(), ANONYMOUS),
            (_("No source named"), UNKNOWN),
            (named_title(named), NAMED),
        )
    ):
        lines = [
            _part_line(part, of_part[place], anchors)
            for part, of_part in sections.items()
            if of_part[place]
        ]
        if lines:
            node = section(title, anchor)
            node += lines_of_parts(context, SOURCES, lines)
            found.append(node)
    return found


def _part_line(part: str, entries: Sequence[SourceEntry], anchors: set[str]) -> PartLine:
    """A part with the anchors of its sources that no line before has."""
    new = [entry.anchor for entry in entries if entry.anchor not in anchors]
    anchors.update(new)
    number = len(records_of(entries))
    about = ngettext("{number} statement", "{number} statements", number)
    return PartLine(part=part, about=about, ids=tuple(new))


def _counted(entries: Sequence[SourceEntry]) -> str:
    articles = {docname for entry in entries for docname, _record in entry.statements}
    total = len(records_of(entries))
    return _("{statements} by {sources} in {articles}.").format(
        statements=ngettext("{number} statement", "{number} statements", total),
        sources=ngettext("{number} source", "{number} sources", len(entries)),
        articles=ngettext("{number} article", "{number} articles", len(articles)),
    )


def _sum(entries: Sequence[SourceEntry], anonymous: Sequence[SourceEntry]) -> nodes.paragraph:
    total = len(records_of(entries))
    line = nodes.paragraph("", f"{_counted(entries)} ", classes=["brief-sum"])
    if not anonymous:
        line += nodes.Text(_("None rests on an anonymous source."))
        return line
    number = len(records_of(anonymous))
    words = ngettext(
        "{number} statement, {{share}} %, rests on {{sources}}",
        "{number} statements, {{share}} %, rest on {{sources}}",
        number,
    ).format(
        share=percent(number, total),
        sources=ngettext("{number} anonymous source", "{number} anonymous sources", len(anonymous)),
    )
    line += nodes.reference("", words, refid=ANONYMOUS, internal=True)
    line += nodes.Text(_("; they come first."))
    if groups := dict(counts_of(records_of(entries))).get(SourceKind.GROUP):
        more_on_groups = ngettext(
            " {number} rests on groups of people.", " {number} rest on groups of people.", groups
        )
        line += nodes.Text(more_on_groups)
    return line


def _bar(entries: Sequence[SourceEntry]) -> share_bar:
    counts = counts_of(records_of(entries))
    return share_bar("", counts=[(kind.value, number) for kind, number in counts])


def _choices(entries: Sequence[SourceEntry]) -> list[nodes.Node]:
    counts = counts_of(records_of(entries))
    shown = [(kind.value, _(KIND_WORDS[kind]), number, kind.value) for kind, number in counts]
    total = sum(number for _kind, number in counts)
    if len(counts) == 1:
        return [_bar(entries)]
    form = choices(
        "",
        group="kinds",
        all=(_("all"), total),
        groups=[(_("Show statements of one kind"), False, shown)],
        checks=[],
    )
    return [_bar(entries), form]
