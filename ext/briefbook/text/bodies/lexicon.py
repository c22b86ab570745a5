"""The automaton that finds every name of a catalogue in one pass over a text.

Aho and Corasick, "Efficient string matching: an aid to bibliographic search" (1975), as kept by
pyahocorasick: the time depends on the text's length and not on how many names there are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import ahocorasick

from briefbook.text.bodies.spellings import fold, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.bodies.body import Body, ContextName


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What a spelling can mean."""

    text: str
    """The folded spelling."""
    owner: str | None = None
    """The id of the body whose name it is without more ado."""
    context: tuple[tuple[str, ContextName], ...] = ()
    """Bodies (ids) it means where the article makes it so."""


@dataclass(slots=True)
class _Draft:
    owner: str | None = None
    derived: set[str] = field(default_factory=set)
    context: dict[str, ContextName] = field(default_factory=dict)
    blocked: bool = False


class Lexicon:
    """The names of a catalogue. Read-only."""

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        for surface in surfaces:
            self._automaton.add_word(surface.text, surface)
        if self._automaton:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[tuple[int, int, Surface]]:
        """Every name that stands in ``text`` as a word: start, end, meaning; overlaps included.

        ``text`` is folded. A plural's ``s`` after a name is not part of it. Linear in the text.
        """
        if not self._automaton:
            return []
        found = []
        length = len(text)
        for last, surface in self._automaton.iter(text):
            end = last + 1
            start = end - len(surface.text)
            if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
                continue
            if end < length and (text[end].isalnum() or text[end] == "_"):
                plural = text[end] == "s" and (end + 1 == length or not text[end + 1].isalnum())
                if not plural or len(surface.text) < _SHORTEST_PLURAL:
                    continue
            found.append((start, end, surface))
        return found


_SHORTEST_PLURAL = 4
"""Characters; shorter abbreviations with an s are other words more often ("PAs", "ISs")."""


def build_lexicon(bodies: Iterable[Body]) -> Lexicon:
    """Names as written come first; a spelling that two bodies' names derive belongs to neither."""
    drafts: dict[str, _Draft] = {}

    def draft(text: str) -> _Draft:
        return drafts.setdefault(text, _Draft())

    for body in bodies:
        for term in body.terms:
            draft(fold(term)).owner = body.id
            for spelling in spellings(term):
                draft(spelling).derived.add(body.id)
        for name in body.context:
            for spelling in spellings(name.name.removeprefix("the ")):
                draft(spelling).context[body.id] = name
        for phrase in body.never_in:
            for spelling in spellings(phrase):
                draft(spelling).blocked = True
    return Lexicon(_surface(text, made) for text, made in drafts.items())


def _surface(text: str, made: _Draft) -> Surface:
    owner = made.owner
    if owner is None and len(made.derived) == 1:
        owner = next(iter(made.derived))
    if made.blocked:
        return Surface(text=text)
    return Surface(text=text, owner=owner, context=tuple(made.context.items()))
