"""A source in the making: its names, and whether another phrase names it too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.kinds import LONG_PLACES, NAMELESS, VOICES
from briefbook.text.statements.phrases import (
    BEFORE_NAMES,
    OFFICES,
    PARTICLES,
    core_of,
    head_of,
    person_name,
    words_of,
)
from briefbook.text.statements.sorts import is_of_sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.model import Basis

_ENGLISH = language("en")
_FEMALE = _ENGLISH.nouns["female"]
_MALE = _ENGLISH.nouns["male"]
_RELATIVES = _ENGLISH.nouns["relation"] & (_FEMALE | _MALE)
_PLAIN = _ENGLISH.lists["plain"]
"""Words that tell no two sources of one head word apart."""
_GENERIC = {
    SourceKind.INSTITUTION: _ENGLISH.nouns["the-institution"],
    SourceKind.PUBLICATION: _ENGLISH.nouns["the-publication"],
    SourceKind.DOCUMENT: _ENGLISH.nouns["the-document"],
}
"""Definite nouns that take up a source of their kind named before: "the company"."""
_SORTS = (_ENGLISH.lists["of-research"], _ENGLISH.lists["of-courts"])
"""Documents of one sort, which take up no other: "the study" is no lawsuit."""
_SITES = _ENGLISH.lists["of-sites"]
_NOT_GIVEN = BEFORE_NAMES | PARTICLES
_OF_STATE = _ENGLISH.nouns["of-state"] | _ENGLISH.nouns["place"]
_BUSINESSES = _ENGLISH.lists["businesses"]
_SHORT_TITLES = _ENGLISH.short
_UNNAMED = _ENGLISH.lists["unnamed"]
_CAPITALISED = _ENGLISH.lists["sentence-capitals"]
"""Words whose capital is a sentence's, not a name's."""


ONE_OF_SEVERAL = _ENGLISH.lists["one-of-several"]
"""Phrases, in lower case, that take up one or all of the several sources named before."""


@dataclass(slots=True)
class Entry:
    """A source in the making."""

    kind: SourceKind
    plural: bool
    names: dict[str, str] = field(default_factory=dict)
    """Each name as the text first has it, by its lower case."""
    bases: dict[str, tuple[Basis, str]] = field(default_factory=dict)
    """Each with the name beside which it stands, by its lower case."""
    words: set[str] = field(default_factory=set)
    """All words of its names and of the asides on them, in lower case."""
    heads: set[str] = field(default_factory=set)
    gender: str | None = None
    """``he`` or ``she``, once the text tells."""
    given: set[str] = field(default_factory=set)
    """A person's given names and initials."""
    proper: set[str] = field(default_factory=set)
    """The capitalised words of its names, in lower case, that tell it from others."""
    common: set[str] = field(default_factory=set)
    """The other words of its names that do."""
    full_name: str | None = None
    """With a given name, where the text has one before it quotes the person by surname."""
    at: int = 0
    """Where it spoke last: a character of the text."""

    def add(self, phrase: str, aside: list[str]) -> None:
        """Add a name, and what the text says of the source beside it."""
        found = words_of(phrase)
        lower = {word.lower() for word in found}
        self.names.setdefault(phrase.lower(), phrase)
        self.words |= lower | {word.lower() for word in aside}
        self.heads.add(head_of(phrase).lower())
        self.given |= set(given_names(phrase))
        proper, common = _telling(found)
        self.proper |= proper
        self.common |= common
        if self.gender is None and not self.plural:
            self.gender = _gender(self.words)

    def call(self, full_name: str) -> None:
        """Give a person the name that the text has of them elsewhere."""
        self.full_name = full_name
        self.given |= set(given_names(full_name))

    def refer(self, phrase: str) -> None:
        """Add a mention that tells nothing of the source: "one of them"."""
        self.names.setdefault(phrase.lower(), phrase)

    def ground(self, basis: Basis, name: str) -> None:
        """Add a basis, once."""
        self.bases.setdefault(basis.text.lower(), (basis, name))
        of_people = self.kind is SourceKind.GROUP or not self.heads.isdisjoint(VOICES)
        if of_people and not _UNNAMED.isdisjoint(words_of(basis.text)):
            self.kind = SourceKind.ANONYMOUS

    def is_somebody(self) -> bool:
        """Whether "he" or "she" can take it up: a person, named or not, or a body's voice."""
        if self.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS):
            return True
        return not self.heads.isdisjoint(VOICES)

    def is_person(self, phrase: str, beside: Sequence[str] = ()) -> bool:
        """Whether a name with the same surname is this person's: no other given name or title.

        Nor, of one that has had no given name yet, a relative's, as the words ``beside`` it say.
        """
        given = given_names(phrase)
        if not given or not self.given:
            aside = {word.lower() for word in beside}
            gender = _gender(aside.union(word.lower() for word in words_of(phrase)))
            if self.gender is None:
                return not given or aside.isdisjoint(_RELATIVES)
            return gender in (None, self.gender)
        if self.given & set(given):
            return True
        initials = {name.rstrip(".") for name in self.given if len(name.rstrip(".")) == 1}
        mine = {name[0] for name in self.given}
        return given[0][0] in (mine if len(given[0].rstrip(".")) == 1 else initials)

    def has_proper_name(self) -> bool:
        """Whether any of its names is a person's own rather than an office."""
        return any(_is_proper(name) for name in self.names.values())

    def fits(self, phrase: str) -> bool:
        """Whether a phrase with the same head word may mean it: no modifier contradicts."""
        proper, common = _telling(words_of(phrase))
        return _compatible(proper, self.proper) and _compatible(
            common - self.heads, self.common - self.heads
        )

    def is_taken_up_by(self, head: str, lower: list[str]) -> bool:
        """Whether "the senator", "the company" takes up the source, which is named otherwise."""
        if self.kind is SourceKind.PERSON:
            wanted = [word for word in lower[1:] if word not in _PLAIN]
            titled = head in self.words or bool(_SHORT_TITLES.get(head, frozenset()) & self.words)
            return bool(wanted) and titled and set(wanted[:-1]) <= self.words
        if head in _BUSINESSES and self._is_of_state():
            return False
        if head not in _SITES and not self.heads.isdisjoint(_SITES):
            return False  # "the document" is no web site
        if self.kind is SourceKind.INSTITUTION and not is_of_sort(head, self.words):
            return False
        if head in _GENERIC.get(self.kind, ()):
            for sort in _SORTS:
                if head in sort and self.heads.isdisjoint(sort):
                    return False  # "the study" is no lawsuit
            return len(lower) == 2 or head in self.words  # "the" and the noun
        return False

    def _is_of_state(self) -> bool:
        return not (self.heads.isdisjoint(_OF_STATE) and LONG_PLACES.isdisjoint(self.names))

    def name(self) -> str:
        """Its name: beside a basis if it is unnamed, else the fullest."""
        names = [name for low, name in self.names.items() if low not in ONE_OF_SEVERAL]
        names = names or list(self.names.values())
        if self.kind is SourceKind.PERSON:
            names = (
                [name for name in names if _is_proper(name)]
                or [name for name in names if head_of(name)[:1].isupper()]
                or names
            )
            if not self.plural:
                names = [person_name(name) for name in names]
        elif self.kind in NAMELESS:
            grounded = [
                name
                for _, name in self.bases.values()
                if name.lower() in self.names.keys() - ONE_OF_SEVERAL
                and not name.lower().startswith("the ")
            ]
            names = grounded[:1] or names
        else:
            names = [name for name in names if head_of(name)[:1].isupper()] or names
        return _lowered(max(names, key=lambda name: len(words_of(name))))


def _is_proper(name: str) -> bool:
    head = head_of(name)
    return head[:1].isupper() and head.lower() not in OFFICES


def _gender(found: set[str]) -> str | None:
    if found & _FEMALE:
        return "she"
    return "he" if found & _MALE else None


def given_names(phrase: str) -> list[str]:
    """What stands before the surname in a person's name, in small letters, titles left off."""
    return [
        word.lower()
        for word in core_of(person_name(phrase))[:-1]
        if word[0].isupper() and word.lower() not in _NOT_GIVEN
    ]


def _telling(found: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """The words that tell a source from others of its kind: capitalised ones, and the rest."""
    proper = {word.lower() for word in found if word[0].isupper()} - _PLAIN
    common = {word for word in found if word[0].islower()} - _PLAIN
    return proper, common


def _compatible(one: set[str], other: set[str]) -> bool:
    return not one or not other or one <= other or other <= one


def _lowered(name: str) -> str:
    first, space, rest = name.partition(" ")
    capital = first.istitle() and first.lower() in _CAPITALISED
    return first.lower() + space + rest if capital and rest else name
