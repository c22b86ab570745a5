"""The catalogue: all bodies of a book, by id and by name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefbook.text.bodies.lexicon import Lexicon, build_lexicon
from briefbook.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefbook.text.bodies.body import Body


class Catalogue:
    """Bodies in order of their ids. Never changed once made; compared by identity."""

    def __init__(self, bodies: Mapping[str, Body]) -> None:
        self.by_id: Mapping[str, Body] = dict(sorted(bodies.items()))
        self.by_term: Mapping[str, Body] = {
            term: body for body in self.by_id.values() for term in body.terms
        }
        """Headwords and aliases; each belongs to one body."""

    def __iter__(self) -> Iterator[Body]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def __getitem__(self, body_id: str) -> Body:
        return self.by_id[body_id]

    def get(self, term: str) -> Body | None:
        """The body whose headword or alias ``term`` is."""
        return self.by_term.get(term)

    def children(self, body_id: str) -> tuple[Body, ...]:
        """The bodies whose parent is ``body_id``."""
        return tuple(self._children.get(body_id, ()))

    @cached_property
    def _children(self) -> Mapping[str, list[Body]]:
        found: dict[str, list[Body]] = {}
        for body in self:
            if body.parent is not None:
                found.setdefault(body.parent, []).append(body)
        return found

    @cached_property
    def digest(self) -> str:
        """What differs when any of the bodies does."""
        return digest(map(repr, self))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The automaton that finds the names; built at the first use."""
        return build_lexicon(self)
