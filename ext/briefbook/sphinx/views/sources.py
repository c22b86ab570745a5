"""The source index: what rests on anonymous sources, what on none, and then who speaks by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from docutils import nodes

from briefbook.pages.index_paths import SOURCES
from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.index_places import ANONYMOUS, NAMED, UNKNOWN
from briefbook.sphinx.nodes import choices, share_bar
from briefbook.sphinx.views.exports import export_links
from briefbook.sphinx.views.parts import (
    PartLine,
    elsewhere_held,
    lines_of_parts,
    named_as,
    ways_of_part,
    ways_shown,
)
from briefbook.sphinx.views.section import section
from briefbook.sphinx.views.shares import ORDER, counts_of, percents
from briefbook.sphinx.views.source_entries import SourceEntry
from briefbook.sphinx.views.source_sections import (
    anonymous_section,
    anonymous_title,
    named_section,
    named_title,
    open_entry,
    records_of,
    unknown_section,
)
from briefbook.sphinx.views.sources_of_book import SourceHead, sources_of_book
from briefbook.sphinx.views.view import view
from briefbook.text.digest import digest
from briefbook.text.kinds import SourceKind
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.sources_of_book import SourcesOfBook

_Any = TypeVar("_Any", SourceEntry, SourceHead)


def shown_in_parts(domain: BriefDomain, places: IndexPlaces) -> Mapping[str, Iterable[str]]:
    """By part, what its page shows, in pieces that differ where that does."""
    sources = sources_of_book(domain, places)
    return {
        part: [*ways_shown(places, SOURCES, part), digest(_pieces(domain, sources, part))]
        for part in places.division(SOURCES).parts
    }


def _pieces(domain: BriefDomain, sources: SourcesOfBook, part: str) -> Iterable[str]:
    if domain.states:
        yield from (head.name for head in sources.by_part.get(part, ()))
        yield from elsewhere_held(domain, sources.names(part), ("statements",))
        return
    entries = sources.entries(part)
    docnames = {docname for entry in entries for docname, _record in entry.statements}
    yield from (named_as(domain, name) for name in sorted(docnames))
    yield from map(repr, entries)


@view(
    "source-index",
    shows=("articles", "same_as", "statements", "divisions"),
    shown_in_parts=shown_in_parts,
)
def source_index(context: ViewContext) -> list[nodes.Node]:
    """Every source with its kind and its statements, the anonymous first.

    Where it is divided, its page has the overview, and a part its own sources.
    """
    sources = sources_of_book(context.domain, context.places)
    if not sources.sources:
        return [nodes.paragraph("", _("No article of this book quotes anyone."))]
    node = nodes.container("", classes=["brief-sources"])
    if context.part is not None:
        node += ways_of_part(context, SOURCES, context.part)
        node += _in_part(context, sources.entries(context.part))
        return [node]
    node += _sum(sources)
    node += export_links(
        ("statements.csv", _("All statements as a table (CSV)")),
        ("statements.json", _("as JSON")),
    )
    entries = sources.entries(None)
    if context.places.division(SOURCES).parts:
        if context.web:
            node += _bar(_counts(sources))
        node += _overview(context, sources)
    elif context.web:
        node += _choices(entries)
    node += _sections(context, entries)
    return [node]


def _in_part(context: ViewContext, entries: Sequence[SourceEntry]) -> list[nodes.Node]:
    if not entries:
        return []
    line = nodes.paragraph("", _counted_of(entries), classes=["brief-sum"])
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


def _by_section(entries: Iterable[_Any]) -> tuple[list[_Any], list[_Any], list[_Any]]:
    """The anonymous, what nobody is named for, and all others."""
    found: tuple[list[_Any], ...] = ([], [], [])
    for entry in entries:
        apart = (SourceKind.ANONYMOUS, SourceKind.UNKNOWN)
        found[apart.index(entry.kind) if entry.kind in apart else 2].append(entry)
    return found[0], found[1], found[2]


def _overview(context: ViewContext, sources: SourcesOfBook) -> list[nodes.Node]:
    """Which parts hold the anonymous, which what nobody is named for, and which all others."""
    held = sources.by_part
    sections = {part: _by_section(held[part]) for part in sorted(filter(None, held))}
    named = [head for of_part in sections.values() for head in of_part[2]]
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


def _part_line(part: str, heads: Sequence[SourceHead], anchors: set[str]) -> PartLine:
    """A part with the anchors of its sources that no line before has."""
    new = [head.anchor for head in heads if head.anchor not in anchors]
    anchors.update(new)
    number = sum(head.statements for head in heads)
    about = ngettext("{number} statement", "{number} statements", number)
    return PartLine(part=part, about=about, ids=tuple(new))


def _counted(*, statements: int, sources: int, articles: int) -> str:
    return _("{statements} by {sources} in {articles}.").format(
        statements=ngettext("{number} statement", "{number} statements", statements),
        sources=ngettext("{number} source", "{number} sources", sources),
        articles=ngettext("{number} article", "{number} articles", articles),
    )


def _counted_of(entries: Sequence[SourceEntry]) -> str:
    articles = {docname for entry in entries for docname, _record in entry.statements}
    total = len(records_of(entries))
    return _counted(statements=total, sources=len(entries), articles=len(articles))


def _counts(sources: SourcesOfBook) -> list[tuple[SourceKind, int]]:
    """How many statements each kind of source has."""
    counts = Counter[SourceKind]()
    for head in sources.heads():
        counts[head.kind] += head.statements
    return [(kind, counts[kind]) for kind in ORDER if counts[kind]]


def _sum(sources: SourcesOfBook) -> nodes.paragraph:
    counts = dict(_counts(sources))
    total = sum(counts.values())
    counted = _counted(statements=total, sources=sources.sources, articles=sources.articles)
    line = nodes.paragraph("", f"{counted} ", classes=["brief-sum"])
    number = counts.get(SourceKind.ANONYMOUS, 0)
    if not number:
        line += nodes.Text(_("None rests on an anonymous source."))
        return line
    who = {head.anchor for head in sources.heads() if head.kind is SourceKind.ANONYMOUS}
    words = ngettext(
        "{number} statement, {{share}} %, rests on {{sources}}",
        "{number} statements, {{share}} %, rest on {{sources}}",
        number,
    ).format(
        share=percents(counts.items())[SourceKind.ANONYMOUS],
        sources=ngettext("{number} anonymous source", "{number} anonymous sources", len(who)),
    )
    line += nodes.reference("", words, refid=ANONYMOUS, internal=True)
    line += nodes.Text(_("; they come first."))
    if groups := counts.get(SourceKind.GROUP):
        more_on_groups = ngettext(
            " {number} rests on groups of people.", " {number} rest on groups of people.", groups
        )
        line += nodes.Text(more_on_groups)
    return line


def _bar(counts: Iterable[tuple[SourceKind, int]]) -> share_bar:
    return share_bar("", counts=[(kind.value, number) for kind, number in counts])


def _choices(entries: Sequence[SourceEntry]) -> list[nodes.Node]:
    counts = counts_of(records_of(entries))
    shown = [(kind.value, _(KIND_WORDS[kind]), number, kind.value) for kind, number in counts]
    total = sum(number for _kind, number in counts)
    if len(counts) == 1:
        return [_bar(counts)]
    form = choices(
        "",
        group="kinds",
        all=(_("all"), total),
        groups=[(_("Show statements of one kind"), False, shown)],
        checks=[],
    )
    return [_bar(counts), form]
