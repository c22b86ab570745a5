"""Corrections of sources: what one is called, of which kind it is, with which other it is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefbook.text.corrections.desk import listed, shown
from briefbook.text.corrections.grounds import find_basis
from briefbook.text.kinds import SourceKind
from briefbook.text.model import Source
from briefbook.text.statements.sources import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefbook.text.corrections.desk import Desk
    from briefbook.text.decisions import Correction, SourceCorrection
    from briefbook.text.model import Basis


class _Names:
    """Sources by what they are called: by name, by id, and by what the text calls them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources: list[Source] = []
        self._ids: dict[str, Source] = {}
        self._names: dict[str, list[Source]] = {}
        self._mentions: dict[str, list[Source]] = {}
        for source in sources:
            self.add(source)

    def add(self, source: Source) -> None:
        self.sources.append(source)
        self._ids[source.id] = source
        self._names.setdefault(source.name.casefold(), []).append(source)
        for mention in {name.casefold() for name in source.mentions}:
            self._mentions.setdefault(mention, []).append(source)

    def called(self, name: str) -> list[Source]:
        """Those that ``name`` may mean: of its name, else of that id, else called so in the text.

        Where several have the name, it is an id, if it is any.
        """
        named = self._names.get(name.casefold(), [])
        if len(named) != 1 and name in self._ids:
            return [self._ids[name]]
        return named or self._mentions.get(name.casefold(), [])


class SourceBook:
    """The sources of one article while they are corrected."""

    def __init__(self, desk: Desk, found: Sequence[Source]) -> None:
        self._desk = desk
        self._sources = {source.id: source for source in found}
        self._names = _Names(found)
        """As the rules found them, until ``correct`` is done."""
        self.joined: dict[str, str] = {}
        """By the id of a source that is another: the id of that other."""

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())

    def correct(self, given: Sequence[SourceCorrection]) -> None:
        """Change the sources as the corrections say; each names them as the rules found them."""
        claimed: dict[str, SourceCorrection] = {}
        joins: list[tuple[SourceCorrection, str]] = []
        for correction in given:
            source = self.pick(correction, correction.name)
            if source is None:
                continue
            first = claimed.setdefault(source.id, correction)
            if first is not correction:
                problem = f"line {first.line} corrects the same source, {shown(source.name)}"
                self._desk.refuse(correction, problem, "put both into one")
            elif correction.same_as is not None:
                joins.append((correction, source.id))
            else:
                self._change(correction, source)
        for correction, source_id in joins:
            self._join(correction, source_id)
        self.joined = {source_id: self._end_of(source_id) for source_id in self.joined}
        self._merge()
        self._names = _Names(self._sources.values())

    def pick(self, correction: Correction, name: str) -> Source | None:
        """The one source that ``name`` means, or a problem."""
        found = self._names.called(name)
        if len(found) == 1:
            return found[0]
        if found:
            problem = f"the article has {len(found)} sources called {shown(name)}"
            remedy = f"give the id of the one that is meant: {listed(one.id for one in found)}"
        else:
            problem = f"the article has no source called {shown(name)}"
            remedy = f"name one that it has: {self.listed()}"
        self._desk.refuse(correction, problem, remedy)
        return None

    def listed(self) -> str:
        """The names of the first few, for a message."""
        return listed(source.name for source in self._names.sources) or "it has none"

    def knows(self, name: str) -> bool:
        """Whether a source of the article is called so."""
        return bool(self._names.called(name))

    def names_of(self, source_id: str) -> frozenset[str]:
        """What the source is called, in the case in which names are compared."""
        source = self._sources[source_id]
        return frozenset(map(str.casefold, (source.name, *source.mentions)))

    def make(self, name: str, kind: SourceKind) -> Source:
        """A new source of this name."""
        base = slugify(name.rsplit(maxsplit=1)[-1]) or "source"
        number, source_id = 1, base
        while source_id in self._sources or source_id in self.joined:
            number += 1
            source_id = f"{base}-{number}"
        source = Source(id=source_id, name=name, kind=kind, by_editor=True)
        self._sources[source_id] = source
        self._names.add(source)
        return source

    def _change(self, correction: SourceCorrection, source: Source) -> None:
        name = source.name if correction.rename is None else correction.rename
        others = [one for one in self._names.called(name) if one.id != source.id]
        if any(one.name.casefold() == name.casefold() for one in others) and name != source.name:
            problem = f"the article has another source called {shown(name)}"
            remedy = "write same_as instead of rename, if the two are one"
            self._desk.refuse(correction, problem, remedy)
            return
        kind = source.kind if correction.kind is None else SourceKind(correction.kind)
        bases = source.bases
        if correction.basis is not None:
            found = find_basis(self._desk, correction, correction.basis, None)
            if found is None:
                return
            bases = found
        if (name, kind, bases) == (source.name, source.kind, source.bases):
            problem = f"it changes nothing: {shown(source.name)} is that already"
            self._desk.refuse(correction, problem, "take it out of the sidecar")
            return
        kept = name == source.name and kind is source.kind
        full_name = source.full_name if kept else None
        changed = replace(
            source, name=name, kind=kind, bases=bases, full_name=full_name, by_editor=True
        )
        self._sources[source.id] = changed

    def _join(self, correction: SourceCorrection, source_id: str) -> None:
        other = self.pick(correction, correction.same_as or "")
        if other is None:
            return
        if other.id == source_id:
            problem = f"it changes nothing: {shown(other.name)} is itself"
            self._desk.refuse(correction, problem, "name the other source in same_as")
        elif self._end_of(other.id) == source_id:
            problem = f"{shown(other.name)} is said to be {shown(correction.name)} already"
            self._desk.refuse(correction, problem, "say it once")
        else:
            self.joined[source_id] = other.id

    def _end_of(self, source_id: str) -> str:
        """The source that one is in the end; joins make no circle."""
        while source_id in self.joined:
            source_id = self.joined[source_id]
        return source_id

    def _merge(self) -> None:
        """Give what is joined its names and grounds, in the order of the text, and one place."""
        groups: dict[str, list[Source]] = {}
        for source in self._sources.values():
            groups.setdefault(self.joined.get(source.id, source.id), []).append(source)
        self._sources = {
            source_id: _merged(self._sources[source_id], group)
            for source_id, group in groups.items()
        }


def _merged(source: Source, group: Sequence[Source]) -> Source:
    if len(group) == 1:
        return source
    mentions: dict[str, str] = {}
    bases: dict[str, Basis] = {}
    for one in group:
        for name in one.mentions:
            mentions.setdefault(name.casefold(), name)
        for basis in one.bases:
            bases.setdefault(basis.text.casefold(), basis)
    return replace(
        source,
        mentions=tuple(mentions.values()),
        bases=tuple(sorted(bases.values(), key=lambda basis: basis.start)),
        by_editor=True,
    )
