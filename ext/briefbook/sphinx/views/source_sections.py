"""The sections of the index of sources: who is anonymous, what nobody is named for, the rest."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.index_places import ANONYMOUS, NAMED, UNKNOWN
from briefbook.sphinx.nodes import more, summary_line
from briefbook.sphinx.views.context import bullets
from briefbook.sphinx.views.section import section
from briefbook.sphinx.views.shares import ORDER
from briefbook.text.kinds import SourceKind, StatementKind
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefbook.sphinx.records import StatementRecord
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.source_entries import Said, SourceEntry
    from briefbook.sphinx.views.sources_of_book import SourceHead

IN_SIGHT: Final = 12
"""Statements without a source that are not folded away on the web."""
_LETTERS_FROM: Final = 12
"""Sources that stand under the letters they begin with; fewer are found without."""


def records_of(entries: Iterable[SourceEntry]) -> list[StatementRecord]:
    """The statements of sources."""
    return [record for entry in entries for _name, record in entry.statements]


def anonymous_title() -> str:
    return _("Anonymous: people whose names are withheld")


def named_title(entries: Iterable[SourceEntry | SourceHead]) -> str:
    """The kinds of these sources, in words."""
    kinds = {entry.kind for entry in entries}
    title = ", ".join(_(KIND_WORDS[kind]) for kind in ORDER if kind in kinds)
    return title[:1].upper() + title[1:]


def anonymous_section(context: ViewContext, entries: Sequence[SourceEntry]) -> nodes.container:
    """All of what anonymous sources say, none of it folded: the newest article first."""
    articles = {entry.statements[0][0] for entry in entries}
    about = _(
        "{sources}, {statements} in {articles}. The reason is the article’s own. "
        "What it tells in its own words stands without quotation marks."
    ).format(
        sources=ngettext("{number} source", "{number} sources", len(entries)),
        statements=ngettext("{number} statement", "{number} statements", len(records_of(entries))),
        articles=ngettext("{number} article", "{number} articles", len(articles)),
    )
    node = section(anonymous_title(), ANONYMOUS, about)
    order = {name: -place for place, name in enumerate(context.domain.in_order())}
    for entry in sorted(entries, key=lambda entry: order[entry.statements[0][0]]):
        node += open_entry(context, entry, _reasons(context, entry))
    return node


def _reasons(context: ViewContext, entry: SourceEntry) -> list[str]:
    """Why the name is withheld, in the article's words; then how much rests on it."""
    docname = entry.statements[0][0]
    bases = dict.fromkeys(record.basis for _name, record in entry.statements if record.basis)
    reasons = "; ".join(f"“{basis}”" for basis in bases) or _("no reason given")
    count = ngettext("{number} statement", "{number} statements", len(entry.statements))
    return [reasons, f"{count}, {context.origin(docname)}"]


def open_entry(
    context: ViewContext, entry: SourceEntry, about: Sequence[str], *, with_origin: bool = False
) -> nodes.container:
    """A source with what it says in sight."""
    head = nodes.rubric("", entry.name, classes=["brief-source"])
    head["heading-level"] = 3
    who = nodes.container("", head, classes=["brief-who-says"])
    kind = _(KIND_WORDS[entry.kind])
    who += nodes.paragraph("", "; ".join([kind, *about]), classes=["brief-kind"])
    node = nodes.container("", who, ids=[entry.anchor], classes=_classes(entry))
    node += _statements(context, entry.statements, with_origin=with_origin)
    return node


def _classes(entry: SourceEntry) -> list[str]:
    return ["brief-source-entry", f"brief-source-{entry.kind.value}", "brief-choosable"]


def unknown_section(context: ViewContext, entries: Sequence[SourceEntry]) -> nodes.container:
    """What no source is named for, one list for the book."""
    said = [each for entry in entries for each in entry.statements]
    about = ngettext(
        "{number} statement that its article gives to nobody",
        "{number} statements that their articles give to nobody",
        len(said),
    )
    whole = section(_("No source named"), UNKNOWN, about)
    node = nodes.container("", classes=_classes(entries[0]))
    # Each article's callouts lead to the article's own entry.
    node += [nodes.target("", "", ids=[entry.anchor]) for entry in entries]
    folds = context.web and context.part is None and len(said) > IN_SIGHT + 2
    folded = said[IN_SIGHT:] if folds else []
    node += _statements(context, said[: len(said) - len(folded)], with_origin=True)
    if folded:
        line = summary_line("", _("and {number} more").format(number=len(folded)))
        rest = _statements(context, folded, with_origin=True)
        node += more("", line, rest, classes=["brief-more"])
    whole += node
    return whole


def named_section(context: ViewContext, entries: Sequence[SourceEntry]) -> nodes.container:
    """Sources by their letters; on the web what each says is folded under it."""
    node = section(named_title(entries), NAMED)
    node["classes"].append("brief-named")
    groups = groupby(entries, key=lambda entry: entry.letter)
    letters = [(letter, list(of_letter)) for letter, of_letter in groups]
    if len(entries) < _LETTERS_FROM:
        letters = [("", list(entries))]
    elif context.web:
        jumps = nodes.paragraph("", classes=["brief-letters"])
        for letter, _of in letters:
            jumps += [nodes.reference("", letter, refid=_letter_id(letter)), nodes.Text(" ")]
        node += jumps
    for letter, of_letter in letters:
        part = nodes.container("", classes=["brief-letter", "brief-choosable"])
        if letter:
            head = nodes.rubric("", letter, ids=[_letter_id(letter)], classes=["brief-letter-head"])
            head["heading-level"] = 3
            part += head
        rows = nodes.container("", classes=["brief-letter-rows"])
        rows += [_row(context, entry) for entry in of_letter]
        part += rows
        node += part
    return node


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
