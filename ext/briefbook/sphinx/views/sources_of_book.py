"""The sources of a whole book, by the parts of their index.

A book of volumes has more statements than fit into memory: of each source it is held in which
articles it speaks, and how often. What it says is read when a page of it is made.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefbook.pages.index_paths import SOURCES, source_anchor, source_key, source_path
from briefbook.sphinx.views.source_entries import SourceEntry
from briefbook.text.kinds import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.records import StatementRecord
    from briefbook.sphinx.store import Store


SourceKey = tuple[str, str, str]


@dataclass(slots=True, kw_only=True)
class SourceHead:
    """A source in a part of the index, and what a list of parts tells of it."""

    kind: SourceKind
    name: str
    key: SourceKey
    anchor: str
    statements: int = 0
    places: array[int] = field(default_factory=lambda: array("L"))
    """Of the articles that it speaks in, among those that count."""


class SourcesOfBook:
    """Those of all articles that count, in order of their first statement."""

    def __init__(self, store: Store, index: IndexPlaces) -> None:
        self._store = store
        self._names = store.counted()
        self.articles = 0
        """How many articles quote anyone."""
        division = index.division(SOURCES)
        found: dict[SourceKey, dict[str | None, SourceHead]] = {}
        for place, docname in enumerate(self._names):
            records = store.statements.get(docname, ())
            self.articles += bool(records)
            published = store.articles[docname].published
            for record in records:
                key = _key(record, docname)
                in_parts = found.setdefault(key, {})
                first = next(iter(in_parts.values()), None)
                name = first.name if first else record.entry or record.name
                kind = SourceKind(record.kind)
                part = division.part_of(source_path(kind, name, published))
                if part not in in_parts:
                    anchor = first.anchor if first else source_anchor(kind, name, docname)
                    in_parts[part] = SourceHead(kind=kind, name=name, key=key, anchor=anchor)
                head = in_parts[part]
                head.statements += 1
                if not head.places or head.places[-1] != place:
                    head.places.append(place)
        self.sources = len(found)
        """How many there are."""
        by_part: dict[str | None, list[SourceHead]] = {}
        for in_parts in found.values():
            for part, head in in_parts.items():
                by_part.setdefault(part, []).append(head)
        self.by_part: Mapping[str | None, Sequence[SourceHead]] = by_part
        """None has those of no part."""

    def entries(self, part: str | None) -> list[SourceEntry]:
        """The sources of a part, with what they say there. Reads each article of the part once."""
        heads = self.by_part.get(part, ())
        places = {head.key: frozenset(head.places) for head in heads}
        said: dict[SourceKey, list[tuple[str, StatementRecord]]] = {key: [] for key in places}
        for place in sorted(frozenset().union(*places.values())):
            name = self._names[place]
            for record in self._store.statements[name]:
                key = _key(record, name)
                if place in places.get(key, ()):
                    said[key].append((name, record))
        return [
            SourceEntry(kind=head.kind, name=head.name, statements=tuple(said[head.key]))
            for head in heads
        ]

    def names(self, part: str | None) -> Iterable[str]:
        """The articles that a part has statements of; some more than once."""
        for head in self.by_part.get(part, ()):
            yield from (self._names[place] for place in head.places)

    def heads(self) -> Iterable[SourceHead]:
        """Those of all parts: a source of several stands in each."""
        for of_part in self.by_part.values():
            yield from of_part


def _key(record: StatementRecord, docname: str) -> SourceKey:
    """What makes statements those of one source."""
    return source_key(SourceKind(record.kind), record.entry or record.name, docname)


def sources_of_book(store: Store, index: IndexPlaces) -> SourcesOfBook:
    """The sources of all articles that count; looked for once a build."""
    return store.gathered("sources", lambda: SourcesOfBook(store, index))
