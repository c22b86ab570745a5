"""The source index: who is quoted, on what basis, and how much rests on anonymous sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.views.context import bullets
from briefbook.sphinx.views.exports import export_links
from briefbook.sphinx.views.view import view
from briefbook.text.digest import digest
from briefbook.text.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.sphinx.records import StatementRecord
    from briefbook.sphinx.views.context import ViewContext


@view("source-index", shows=("articles", "same_as", "statements"))
def source_index(context: ViewContext) -> list[nodes.Node]:
    """Each source with its kind and its statements; anonymous sources stay with their article.

    One article's "a senior official" need not be another's, so only named ones are joined: by their
    name, or as the book's file of sources says.
    """
    statements = [
        (docname, record)
        for docname in context.domain.counted()
        for record in context.domain.statements.get(docname, ())
    ]
    if not statements:
        return [nodes.paragraph("", "No article of this book quotes anyone.")]
    by_source: dict[tuple[str, str, str], list[tuple[str, StatementRecord]]] = {}
    for docname, record in statements:
        key = _key(SourceKind(record.kind), record.entry or record.name, docname)
        by_source.setdefault(key, []).append((docname, record))
    shares = nodes.paragraph("", shares_line(record for _, record in statements))
    shares["classes"].append("brief-shares")
    files = export_links(
        ("statements.csv", "All statements as a table (CSV)"), ("statements.json", "as JSON")
    )
    found: list[nodes.Node] = [shares, files]
    for key in sorted(by_source, key=lambda key: (key[1].removeprefix("the "), key)):
        found += _source(context, by_source[key])
    return found


def source_anchor(kind: SourceKind, name: str, docname: str) -> str:
    """Where a page of sources has the entry of a source that an article quotes."""
    return f"source-{digest(_key(kind, name, docname))[:12]}"


def _key(kind: SourceKind, name: str, docname: str) -> tuple[str, str, str]:
    """What makes sources one entry: those without a name are each their article's own."""
    named = not (kind.is_unnamed or kind is SourceKind.UNKNOWN)
    return kind.value, name.casefold(), "" if named else docname


def shares_line(records: Iterable[StatementRecord]) -> str:
    """How many statements there are, what share rests on anonymous sources, and how many on groups.

    Only whose names are withheld are anonymous: of a group there was no name to give.
    """
    kinds = [record.kind for record in records]
    anonymous = kinds.count(SourceKind.ANONYMOUS)
    share = round(100 * anonymous / len(kinds))
    count = "1 statement" if len(kinds) == 1 else f"{len(kinds)} statements"
    verb = "rests" if anonymous == 1 else "rest"
    groups = kinds.count(SourceKind.GROUP)
    others = f", and {groups} on groups of people" if groups else ""
    return f"{count}, of which {anonymous} ({share} %) {verb} on anonymous sources{others}."


def _source(
    context: ViewContext, statements: list[tuple[str, StatementRecord]]
) -> list[nodes.Node]:
    docname, first = statements[0]
    kind = SourceKind(first.kind)
    name = first.entry or first.name
    head = nodes.rubric("", name)
    head["classes"].append("brief-source")
    bases = dict.fromkeys(each.basis for _, each in statements if each.basis and kind.is_unnamed)
    words = [KIND_WORDS[kind], *([first.role] if first.role else []), *bases]
    about = nodes.paragraph("", "; ".join(words), classes=["brief-kind"])
    items: list[list[nodes.Node]] = []
    for docname, record in statements:
        where = nodes.inline("", f" [{_how(record)}] (", classes=["brief-about"])
        where += context.paragraph_link(docname, record.paragraph)
        where += nodes.Text(f", {context.source_line(docname)})")
        items.append([nodes.inline("", record.excerpt, classes=["brief-said"]), where])
    entry = nodes.container("", head, about, bullets(items, "brief-statements"))
    entry["ids"].append(source_anchor(kind, name, docname))
    entry["classes"] += ["brief-source-entry", f"brief-source-{kind.value}"]
    return [entry]


def _how(record: StatementRecord) -> str:
    notes = [record.form]
    if record.entry:
        notes.append(f"as {record.name}")
    if record.cue:
        notes.append(f"“{record.cue}”")
    if record.speaker:
        notes.append(f"relays {record.speaker}")
    if record.translated:
        notes.append("in translation")
    if record.by_editor:
        notes.append("attributed by the editors")
    if record.basis and not SourceKind(record.kind).is_unnamed:
        notes.append(record.basis)
    return ", ".join(notes)
