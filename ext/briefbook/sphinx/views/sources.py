"""The source index: what rests on anonymous sources, what on none, and then who speaks by name."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.nodes import choices, more, share_bar, summary_line
from briefbook.sphinx.views.context import bullets
from briefbook.sphinx.views.exports import export_links
from briefbook.sphinx.views.shares import ORDER, counts_of, percent
from briefbook.sphinx.views.source_entries import source_entries
from briefbook.sphinx.views.view import view
from briefbook.text.model import SourceKind, StatementKind
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefbook.sphinx.records import StatementRecord
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.source_entries import Said, SourceEntry

IN_SIGHT: Final = 12
"""Statements without a source that are not folded away on the web."""
_LETTERS_FROM: Final = 12
"""Sources that stand under the letters they begin with; fewer are found without."""


@view("source-index", shows=("articles", "same_as", "statements"))
def source_index(context: ViewContext) -> list[nodes.Node]:
    """Every source with its kind and its statements, the anonymous first."""
    entries = source_entries(context.domain)
    if not entries:
        return [nodes.paragraph("", _("No article of this book quotes anyone."))]
    by_kind = {
        kind: [entry for entry in entries if entry.kind is kind]
        for kind in (SourceKind.ANONYMOUS, SourceKind.UNKNOWN)
    }
    anonymous, unknown = by_kind.values()
    named = [entry for entry in entries if entry.kind not in by_kind]
    node = nodes.container("", classes=["brief-sources"])
    node += _sum(entries, anonymous)
    node += export_links(
        ("statements.csv", _("All statements as a table (CSV)")),
        ("statements.json", _("as JSON")),
    )
    if context.web:
        node += _choices(entries)
    if anonymous:
        node += _anonymous(context, anonymous)
    if unknown:
        node += _unknown(context, unknown)
    if named:
        node += _named(context, sorted(named, key=lambda entry: entry.order))
    return [node]


def _records(entries: Iterable[SourceEntry]) -> list[StatementRecord]:
    return [record for entry in entries for _name, record in entry.statements]


def _sum(entries: Sequence[SourceEntry], anonymous: Sequence[SourceEntry]) -> nodes.paragraph:
    total = len(_records(entries))
    articles = {docname for entry in entries for docname, _record in entry.statements}
    line = nodes.paragraph("", classes=["brief-sum"])
    line += nodes.Text(
        _("{statements} by {sources} in {articles}.").format(
            statements=ngettext("{number} statement", "{number} statements", total),
            sources=ngettext("{number} source", "{number} sources", len(entries)),
            articles=ngettext("{number} article", "{number} articles", len(articles)),
        )
    )
    line += nodes.Text(" ")
    if not anonymous:
        line += nodes.Text(_("None rests on an anonymous source."))
        return line
    number = len(_records(anonymous))
    words = ngettext(
        "{number} statement, {{share}} %, rests on {{sources}}",
        "{number} statements, {{share}} %, rest on {{sources}}",
        number,
    ).format(
        share=percent(number, total),
        sources=ngettext("{number} anonymous source", "{number} anonymous sources", len(anonymous)),
    )
    line += nodes.reference("", words, refid="sources-anonymous", internal=True)
    line += nodes.Text(_("; they come first."))
    if groups := dict(counts_of(_records(entries))).get(SourceKind.GROUP):
        more_on_groups = ngettext(
            " {number} rests on groups of people.", " {number} rest on groups of people.", groups
        )
        line += nodes.Text(more_on_groups)
    return line


def _choices(entries: Sequence[SourceEntry]) -> list[nodes.Node]:
    counts = counts_of(_records(entries))
    shown = [(kind.value, _(KIND_WORDS[kind]), number, kind.value) for kind, number in counts]
    total = sum(number for _kind, number in counts)
    bar = share_bar("", counts=[(kind.value, number) for kind, number in counts])
    if len(counts) == 1:
        return [bar]
    form = choices(
        "",
        group="kinds",
        all=(_("all"), total),
        groups=[(_("Show statements of one kind"), False, shown)],
        checks=[],
    )
    return [bar, form]


def _section(title: str, anchor: str, about: str) -> nodes.container:
    head = nodes.rubric("", title, ids=[anchor], classes=["brief-era-head"])
    head["heading-level"] = 2
    section = nodes.container("", head, classes=["brief-era", "brief-choosable"])
    if about:
        section += nodes.paragraph("", about, classes=["brief-era-about"])
    return section


def _anonymous(context: ViewContext, entries: Sequence[SourceEntry]) -> nodes.container:
    """All of what anonymous sources say, none of it folded: the newest article first."""
    articles = {entry.statements[0][0] for entry in entries}
    about = _(
        "{sources}, {statements} in {articles}. The reason is the article’s own. "
        "What it tells in its own words stands without quotation marks."
    ).format(
        sources=ngettext("{number} source", "{number} sources", len(entries)),
        statements=ngettext("{number} statement", "{number} statements", len(_records(entries))),
        articles=ngettext("{number} article", "{number} articles", len(articles)),
    )
    title = _("Anonymous: people whose names are withheld")
    section = _section(title, "sources-anonymous", about)
    order = {name: -place for place, name in enumerate(context.domain.in_order())}
    for entry in sorted(entries, key=lambda entry: order[entry.statements[0][0]]):
        section += _open_entry(context, entry, _reasons(context, entry))
    return section


def _reasons(context: ViewContext, entry: SourceEntry) -> list[str]:
    """Why the name is withheld, in the article's words; then how much rests on it."""
    docname = entry.statements[0][0]
    bases = dict.fromkeys(record.basis for _name, record in entry.statements if record.basis)
    reasons = "; ".join(f"“{basis}”" for basis in bases) or _("no reason given")
    count = ngettext("{number} statement", "{number} statements", len(entry.statements))
    return [reasons, f"{count}, {context.origin(docname)}"]


def _open_entry(context: ViewContext, entry: SourceEntry, about: Sequence[str]) -> nodes.container:
    head = nodes.rubric("", entry.name, classes=["brief-source"])
    head["heading-level"] = 3
    who = nodes.container("", head, classes=["brief-who-says"])
    kind = _(KIND_WORDS[entry.kind])
    who += nodes.paragraph("", "; ".join([kind, *about]), classes=["brief-kind"])
    node = nodes.container("", who, ids=[entry.anchor], classes=_classes(entry))
    node += _statements(context, entry.statements, with_origin=False)
    return node


def _classes(entry: SourceEntry) -> list[str]:
    return ["brief-source-entry", f"brief-source-{entry.kind.value}", "brief-choosable"]


def _unknown(context: ViewContext, entries: Sequence[SourceEntry]) -> nodes.container:
    """What no source is named for, one list for the book."""
    said = [each for entry in entries for each in entry.statements]
    about = ngettext(
        "{number} statement that its article gives to nobody",
        "{number} statements that their articles give to nobody",
        len(said),
    )
    section = _section(_("No source named"), "sources-unknown", about)
    node = nodes.container("", classes=_classes(entries[0]))
    # Each article's callouts lead to the article's own entry.
    node += [nodes.target("", "", ids=[entry.anchor]) for entry in entries]
    folded = said[IN_SIGHT:] if context.web and len(said) > IN_SIGHT + 2 else []
    node += _statements(context, said[: len(said) - len(folded)], with_origin=True)
    if folded:
        line = summary_line("", _("and {number} more").format(number=len(folded)))
        rest = _statements(context, folded, with_origin=True)
        node += more("", line, rest, classes=["brief-more"])
    section += node
    return section


def _named(context: ViewContext, entries: Sequence[SourceEntry]) -> nodes.container:
    kinds = {entry.kind for entry in entries}
    title = ", ".join(_(KIND_WORDS[kind]) for kind in ORDER if kind in kinds)
    section = _section(title[:1].upper() + title[1:], "sources-named", "")
    section["classes"].append("brief-named")
    groups = groupby(entries, key=lambda entry: entry.letter)
    letters = [(letter, list(of_letter)) for letter, of_letter in groups]
    if len(entries) < _LETTERS_FROM:
        letters = [("", list(entries))]
    elif context.web:
        jumps = nodes.paragraph("", classes=["brief-letters"])
        for letter, _of in letters:
            jumps += [nodes.reference("", letter, refid=_letter_id(letter)), nodes.Text(" ")]
        section += jumps
    for letter, of_letter in letters:
        part = nodes.container("", classes=["brief-letter", "brief-choosable"])
        if letter:
            head = nodes.rubric("", letter, ids=[_letter_id(letter)], classes=["brief-letter-head"])
            head["heading-level"] = 3
            part += head
        rows = nodes.container("", classes=["brief-letter-rows"])
        rows += [_row(context, entry) for entry in of_letter]
        part += rows
        section += part
    return section


def _letter_id(letter: str) -> str:
    return "sources-other" if letter == "#" else f"sources-{letter.casefold()}"


def _row(context: ViewContext, entry: SourceEntry) -> nodes.Element:
    """A source in one line; on the web what it says is folded under it."""
    first = entry.statements[0][1]
    unnamed = entry.kind.is_unnamed
    bases = (record.basis for _name, record in entry.statements if record.basis and unnamed)
    kind = _(KIND_WORDS[entry.kind])
    about = "; ".join([kind, *([first.role] if first.role else []), *dict.fromkeys(bases)])
    statements = _statements(context, entry.statements, with_origin=True)
    if not context.web:
        head = nodes.rubric("", entry.name, classes=["brief-source"])
        line = nodes.paragraph("", about, classes=["brief-kind"])
        return nodes.container(
            "", head, line, statements, ids=[entry.anchor], classes=_classes(entry)
        )
    line = summary_line("", "", nodes.inline("", entry.name, classes=["brief-source"]))
    line += [nodes.Text(" "), nodes.inline("", about, classes=["brief-kind"]), nodes.Text(" ")]
    line += nodes.inline("", str(len(entry.statements)), classes=["brief-count"])
    return more("", line, statements, ids=[entry.anchor], classes=_classes(entry))


def _statements(
    context: ViewContext, statements: Sequence[Said], *, with_origin: bool
) -> nodes.bullet_list:
    items: list[list[nodes.Node]] = []
    for docname, record in statements:
        where = nodes.inline("", " ", classes=["brief-about"])
        where += context.paragraph_link(docname, record.paragraph)
        if with_origin:
            where += nodes.Text(f", {context.origin(docname)}")
        if how := _how(record):
            where += nodes.Text(f" · {how}")
        form = "brief-indirect" if record.form == StatementKind.INDIRECT else "brief-quote"
        words = nodes.inline("", record.excerpt, classes=["brief-said", form])
        items.append([words, where])
    return bullets(items, "brief-statements")


def _how(record: StatementRecord) -> str:
    """How the article gives the words, and what the book knows of it."""
    notes = [_("indirect")] if record.form == StatementKind.INDIRECT else []
    if record.entry and record.entry != record.name:
        notes.append(_("as {name}").format(name=record.name))
    if record.cue:
        notes.append(f"“{record.cue}”")
    if record.speaker:
        notes.append(_("for {speaker}").format(speaker=record.speaker))
    if record.translated:
        notes.append(_("in translation"))
    if record.by_editor:
        notes.append(_("attributed by the editors"))
    if record.basis and not SourceKind(record.kind).is_unnamed:
        notes.append(record.basis)
    return " · ".join(notes)
