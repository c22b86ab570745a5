"""The sources of a book, each with what it said: what is one source, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.text.bodies.spellings import without_accents
from briefbook.text.digest import digest
from briefbook.text.model import SourceKind

if TYPE_CHECKING:
    from briefbook.sphinx.records import StatementRecord
    from briefbook.sphinx.store import Store

Said = tuple[str, "StatementRecord"]
"""A document name, and a statement of its article."""

_AFTER_NAMES: Final = {"jr", "sr", "ii", "iii", "iv"}


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
        """What it is sorted by: a person's last name, what else a name begins with."""
        words = without_accents(self.name).casefold().removeprefix("the ").split()
        if self.kind is SourceKind.PERSON and len(words) > 1:
            names = [word for word in words if word.strip(".,") not in _AFTER_NAMES]
            words = [*names[-1:], *words]
        return " ".join(words)

    @property
    def letter(self) -> str:
        first = self.order[:1].upper()
        return first if first.isalpha() else "#"


def source_entries(store: Store) -> list[SourceEntry]:
    """The sources of all articles that count, in order of their first statement.

    One article's "a senior official" need not be another's, so only those with a name are joined:
    by their name, or as the book's file of sources says.
    """
    by_source: dict[tuple[str, str, str], list[Said]] = {}
    for docname in store.counted():
        for record in store.statements.get(docname, ()):
            key = _key(SourceKind(record.kind), record.entry or record.name, docname)
            by_source.setdefault(key, []).append((docname, record))
    return [
        SourceEntry(
            kind=SourceKind(said[0][1].kind),
            name=said[0][1].entry or said[0][1].name,
            statements=tuple(said),
        )
        for said in by_source.values()
    ]


def source_anchor(kind: SourceKind, name: str, docname: str) -> str:
    """Where a page of sources has the entry of a source that an article quotes."""
    return f"source-{digest(_key(kind, name, docname))[:12]}"


def _key(kind: SourceKind, name: str, docname: str) -> tuple[str, str, str]:
    """What makes sources one entry: those without a name are each their article's own."""
    named = not (kind.is_unnamed or kind is SourceKind.UNKNOWN)
    return kind.value, name.casefold(), "" if named else docname
