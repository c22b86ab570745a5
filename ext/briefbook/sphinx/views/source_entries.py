"""The sources of a book, each with what it said: what is one source, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.pages.index_paths import source_anchor, source_key, source_letter, source_order
from briefbook.text.kinds import SourceKind

if TYPE_CHECKING:
    from briefbook.sphinx.records import StatementRecord
    from briefbook.sphinx.store import Store

Said = tuple[str, "StatementRecord"]
"""A document name, and a statement of its article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A source and its statements, in order of publication and of the callouts."""

    kind: SourceKind
    name: str
    statements: tuple[Said, ...]

    @property
    def anchor(self) -> str:
        return source_anchor(self.kind, self.name, self.statements[0][0])

    @property
    def order(self) -> str:
        """What it is sorted by."""
        return source_order(self.kind, self.name)

    @property
    def letter(self) -> str:
        return source_letter(self.kind, self.name)


def source_entries(store: Store) -> list[SourceEntry]:
    """The sources of all articles that count, in order of their first statement.

    One article's "a senior official" need not be another's, so only those with a name are joined:
    by their name, or as the book's file of sources says.
    """
    by_source: dict[tuple[str, str, str], list[Said]] = {}
    for docname in store.counted():
        for record in store.statements.get(docname, ()):
            key = source_key(SourceKind(record.kind), record.entry or record.name, docname)
            by_source.setdefault(key, []).append((docname, record))
    return [
        SourceEntry(
            kind=SourceKind(said[0][1].kind),
            name=said[0][1].entry or said[0][1].name,
            statements=tuple(said),
        )
        for said in by_source.values()
    ]
