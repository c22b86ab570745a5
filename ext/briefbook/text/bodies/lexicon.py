"""The automaton that finds every name of a catalogue in one pass over a text.

Aho and Corasick, "Efficient string matching: an aid to bibliographic search" (1975), as kept by
pyahocorasick: the time depends on the text's length and not on how many names there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import ahocorasick

from briefbook.text.bodies.spellings import fold, lower_case, spellings
from briefbook.text.folded import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.bodies.body import Body, ContextName

THE = "the "
"""A name that opens with it counts only after the article, which is no part of the mention."""

_SHORTEST_PLURAL = 4
"""Characters; shorter abbreviations with an s are other words more often ("PAs", "ISs")."""

_INITIAL = re.compile(r"[A-Z]\.")

_LONGEST_ADDRESS = 300
"""Characters of a web address looked back over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What one spelling can mean. With neither owner nor context it means no body at all."""

    text: str
    """The folded spelling, without "the"."""
    owner: str | None = None
    """The id of the body whose name it is without more ado."""
    owner_needs_the: bool = False
    context: tuple[tuple[str, ContextName], ...] = ()
    """Ids of bodies it means where the article makes it so."""


@dataclass(slots=True)
class _Draft:
    written: set[str] = field(default_factory=set)
    derived: set[str] = field(default_factory=set)
    needs_the: bool = False
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

    def __contains__(self, name: str) -> bool:
        return name in self._automaton

    def bearers(self, name: str) -> tuple[str, ...]:
        """The ids of the bodies that a folded spelling can mean."""
        surface: Surface | None = self._automaton.get(name, None)
        if surface is None:
            return ()
        owners = (surface.owner,) if surface.owner else ()
        return (*owners, *(body for body, _ in surface.context))

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
            if start and (text[start - 1].isalnum() or text[start - 1] in "_@"):
                continue
            if start and text[start - 1] in "/.-=" and _in_address(text, start):
                continue
            if surface.text[1:2] == "." and _INITIAL.fullmatch(text, max(0, start - 2), start):
                continue  # "E.C." in "S.E.C."
            if end < length and (text[end].isalnum() or text[end] == "_"):
                plural = text[end] == "s" and (end + 1 == length or not text[end + 1].isalnum())
                if not plural or len(surface.text) < _SHORTEST_PLURAL:
                    continue
            found.append((start, end, surface))
        return found


def _in_address(text: str, start: int) -> bool:
    floor = max(0, start - _LONGEST_ADDRESS)
    token = text[max(floor, text.rfind(" ", floor, start)) : start]
    return "://" in token or "www." in token


def build_lexicon(bodies: Iterable[Body]) -> Lexicon:
    """A name as written goes before derived spellings; one that two bodies derive is neither's."""
    drafts: dict[str, _Draft] = {}

    def draft(text: str) -> _Draft:
        return drafts.setdefault(text, _Draft())

    for body in bodies:
        for term in body.terms:
            plain = fold(fold_words(term))
            bare = plain[len(THE) :] if plain.lower().startswith(THE) else plain
            made = draft(bare)
            made.written.add(body.id)
            # "The Guardian" is a newspaper, "Guardian" anything; "New York Times" needs no article.
            made.needs_the = bare != plain and " " not in bare
            for spelling in spellings(bare):
                draft(spelling).derived.add(body.id)
        for name in body.context:
            bare = name.name.removeprefix(THE)
            for spelling in spellings(bare) | lower_case(bare):
                draft(spelling).context[body.id] = name
        for phrase in body.never_in:
            for spelling in spellings(phrase):
                draft(spelling).blocked = True
    return Lexicon(_surface(text, made) for text, made in drafts.items())


def _surface(text: str, made: _Draft) -> Surface:
    if made.blocked and not made.written:
        return Surface(text=text)
    owners = made.written or made.derived - set(made.context)
    return Surface(
        text=text,
        owner=next(iter(owners)) if len(owners) == 1 else None,
        owner_needs_the=made.needs_the,
        context=tuple(made.context.items()),
    )
