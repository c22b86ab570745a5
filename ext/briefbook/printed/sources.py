"""Sources in print: a row each, and no quotation twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.collation import collation_key
from briefbook.pdf.nodes import Below, drawn
from briefbook.printed.places import once, paragraph_at
from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.views.shares import shares_line
from briefbook.sphinx.views.source_entries import source_entries
from briefbook.text.index_names import article_last, surname_first
from briefbook.text.kinds import SourceKind
from briefbook.words import _

if TYPE_CHECKING:
    from briefbook.pdf.nodes import Told
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.source_entries import SourceEntry


def source_index(context: ViewContext) -> list[nodes.Node]:
    """A table of who, what kind and role, how many statements, and on which pages."""
    entries = source_entries(context.domain)
    if not entries:
        return [nodes.paragraph("", _("No article of this book quotes anyone."))]
    entries.sort(key=lambda entry: collation_key(heading(entry.kind, entry.name)))
    line = shares_line(record for entry in entries for _docname, record in entry.statements)
    note = _("Quotations stand in their articles and are not printed again.")
    table = drawn(
        "",
        call="sources-table",
        data={
            "heads": (_("who, kind and role"), _("said"), _("pages")),
            "rows": list(map(_row, entries)),
            "level": Below(),
        },
        ids=[entry.anchor for entry in entries],
    )
    return [nodes.paragraph("", f"{line} {note}", classes=["brief-facts"]), table]


def heading(kind: SourceKind, name: str) -> str:
    """What a source is listed as."""
    return surname_first(name) if kind is SourceKind.PERSON else article_last(name)


def _row(entry: SourceEntry) -> dict[str, Told]:
    records = [record for _docname, record in entry.statements]
    bases = dict.fromkeys(each.basis for each in records if each.basis and entry.kind.is_unnamed)
    role = records[0].role
    return {
        "kind": entry.kind.value,
        "who": heading(entry.kind, entry.name),
        "about": "; ".join([_(KIND_WORDS[entry.kind]), *([role] if role else []), *bases]),
        "said": len(records),
        "places": once(
            paragraph_at(docname, record.paragraph) for docname, record in entry.statements
        ),
    }
