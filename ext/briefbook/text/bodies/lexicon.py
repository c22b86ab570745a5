"""The automaton that finds every name of a catalogue in one pass over a text.

Aho and Corasick, "Efficient string matching: an aid to bibliographic search" (1975), as kept by
pyahocorasick: the time depends on the text's length and not on how many names there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import ahocorasick

from briefbook.text.bodies.listed_names import listed_names
from briefbook.text.bodies.national_names import offices, owner_after, owner_before, owners_of
from briefbook.text.bodies.spellings import fold, lower_case, spellings
from briefbook.text.bodies.surface import Surface
from briefbook.text.folded import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefbook.text.bodies.body import Body, ContextName

THE = "the "
"""A name that opens with it counts only after the article, which is no part of the mention."""

_NO_OFFICES: Mapping[str, str] = {}

_SITES = (".com", ".org", ".net", ".co.uk")
_INITIAL = re.compile(r"[A-Z]\.")

_LONGEST_ADDRESS = 300
"""Characters of a web address looked back over."""


@dataclass(slots=True)
class _Draft:
    written: set[str] = field(default_factory=set)
    derived: set[str] = field(default_factory=set)
    needs_the: bool = False
    context: dict[str, ContextName] = field(default_factory=dict)
    offices: dict[str, set[str]] = field(default_factory=dict)
    blocked: bool = False


class Lexicon:
    """The names of a catalogue. Read-only."""

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        for surface in surfaces:
            self._automaton.add_word(surface.text, surface)
        if self._automaton:
            self._automaton.make_automaton()

    def __iter__(self) -> Iterator[Surface]:
        return iter(self._automaton.values())

    def __contains__(self, name: str) -> bool:
        return name in self._automaton

    def bearers(self, name: str) -> tuple[str, ...]:
        """The ids of the bodies that a folded spelling can mean."""
        surface = self._look_up(name)
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
            if text[end : end + 1] == "." and text.startswith(_SITES, end):
                continue  # "MLB.com" is an address
            if end < length and (text[end].isalnum() or text[end] == "_"):
                plural = text[end] == "s" and (end + 1 == length or not text[end + 1].isalnum())
                if not plural or not surface.has_plural:
                    continue
            if surface.offices:
                found.append(_with_owner(text, start, end, surface))
            else:
                found.append((start, end, surface))
        return [*listed_names(text, self._look_up), *found]

    def _look_up(self, name: str) -> Surface | None:
        surface: Surface | None = self._automaton.get(name, None)
        return surface


def _with_owner(text: str, start: int, end: int, surface: Surface) -> tuple[int, int, Surface]:
    """The name with the country beside it: then it is that country's body, or nobody's here."""
    before = owner_before(text, start)
    after = None
    if before is None:
        after = owner_after(text, end, cities="inistry" in surface.text)
    if before is not None:
        start, country = before
    elif after is not None:
        end, country = after
    else:
        return start, end, surface
    body = surface.offices.get(country)
    if body is None and surface.owner is not None:
        body = surface.owner
    return start, end, Surface(text=text[start:end], owner=body)


def _in_address(text: str, start: int) -> bool:
    floor = max(0, start - _LONGEST_ADDRESS)
    token = text[max(floor, text.rfind(" ", floor, start)) : start]
    return "://" in token or "www." in token


def build_lexicon(bodies: Iterable[Body]) -> Lexicon:
    """A name as written goes before derived spellings; one that two bodies derive is neither's."""
    drafts: dict[str, _Draft] = {}

    def draft(text: str) -> _Draft:
        made = drafts.get(text)
        if made is None:
            made = drafts[text] = _Draft()
        return made

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
        for owner in owners_of(body.country):
            for office in offices(body.terms, owner):
                bare = fold(fold_words(office))
                for spelling in spellings(bare) | lower_case(bare):
                    draft(spelling).offices.setdefault(owner.name, set()).add(body.id)
    return Lexicon(_surface(text, made) for text, made in drafts.items())


def _surface(text: str, made: _Draft) -> Surface:
    if made.blocked and not (made.written or made.context or made.offices):
        return Surface(text=text)
    owners = made.written or made.derived - set(made.context)
    return Surface(
        text=text,
        owner=next(iter(owners)) if len(owners) == 1 else None,
        owner_needs_the=made.needs_the,
        context=tuple(made.context.items()),
        offices=_one_each(made.offices) if made.offices else _NO_OFFICES,
    )


def _one_each(offices: Mapping[str, set[str]]) -> Mapping[str, str]:
    """The body of each country that has one such office; of two none is meant."""
    return {country: next(iter(ids)) for country, ids in offices.items() if len(ids) == 1}
