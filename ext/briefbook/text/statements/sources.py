"""Source phrases joined into sources: one entry for each, however the text names it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefbook.text.model import Basis, Source, SourceKind
from briefbook.text.statements.kinds import (
    OFFICES,
    core_of,
    head_of,
    is_plural,
    kind_of,
    person_name,
    words_of,
)
from briefbook.text.statements.wordlist import words
from briefbook.text.statements.words import TITLES

if TYPE_CHECKING:
    from briefbook.text.statements.drafts import Draft

_FEMALE = words(
    """
    ms ms. mrs mrs. miss lady queen princess duchess madame spokeswoman chairwoman congresswoman
    businesswoman woman girl mother sister wife daughter actress
    """
)
_MALE = words(
    """
    mr mr. sir lord king prince pope duke spokesman chairman congressman businessman man boy
    father brother husband son actor
    """
)
_ANOTHER = words("another other second third fourth one separate different")
_VAGUE = words(
    """
    some many most several few others both all none neither someone somebody people
    """
)
_PLAIN = words(
    """
    the a an this that these those senior top former own its his her their said
    """
)
_GENERIC = {
    SourceKind.INSTITUTION: words(
        """
    company group agency ministry department government organization organisation firm council
    committee commission party bank court campaign administration body office union
    """
    ),
    SourceKind.PUBLICATION: words(
        """
    newspaper paper magazine outlet broadcaster tabloid network agency
    """
    ),
    SourceKind.DOCUMENT: words(
        """
    report document statement study survey poll letter paper lawsuit
    """
    ),
}
"""Definite nouns that take up a source of their kind named before: "the company"."""
_INTRODUCED_WITHIN = 20_000
"""Characters back in which a source's first mention is looked for: keeps the work linear."""
_AROUND = 60
_REMEMBERED = 40
"""Sources a name is compared with, latest first: keeps the work linear in the article's length."""


@dataclass(slots=True)
class Entry:
    """A source in the making."""

    kind: SourceKind
    names: list[str] = field(default_factory=list)
    bases: list[tuple[Basis, str]] = field(default_factory=list)
    """Each with the name beside which it stands."""
    words: set[str] = field(default_factory=set)
    """All words of its names and of the asides on them, in lower case."""
    heads: set[str] = field(default_factory=set)
    plural: bool = False
    gender: str | None = None
    """``he`` or ``she``, once the text tells."""

    def add(self, phrase: str, aside: list[str]) -> None:
        if phrase.lower() not in (name.lower() for name in self.names):
            self.names.append(phrase)
        found = {word.lower() for word in words_of(phrase)} | {word.lower() for word in aside}
        self.words |= found
        self.heads.add(head_of(phrase).lower())
        if self.gender is None and not self.plural:
            self.gender = _gender(found)

    def ground(self, basis: Basis, name: str) -> None:
        """Add a basis, once."""
        if basis.text.lower() not in (known.text.lower() for known, _ in self.bases):
            self.bases.append((basis, name))


def _gender(found: set[str]) -> str | None:
    if found & _FEMALE:
        return "she"
    return "he" if found & _MALE else None


class Sources:
    """The sources of one article, filled in the order of its statements."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._entries: list[Entry] = []
        self._recent: list[Entry] = []

    def entry_for(self, draft: Draft, phrase: str) -> Entry:
        """The entry that the draft's source ``phrase`` names, a new one if none fits."""
        low = _POSSESSIVES.get(phrase.lower(), phrase.lower())
        if low in _PRONOUNS:
            entry = self._of_pronoun(low, draft.named)
        else:
            entry = self._of_name(phrase, draft.kind_of_source)
        if entry is None:
            name = draft.named if low in _PRONOUNS and draft.named else phrase
            kind = draft.kind_of_source or kind_of(name)
            entry = Entry(kind, plural=is_plural(name))
            entry.add(name, draft.aside)
            if kind is SourceKind.PERSON and draft.source_span is not None:
                entry.words |= self._introduced(head_of(name), draft.source_span.start)
            self._entries.append(entry)
        elif low not in _PRONOUNS:
            entry.add(phrase, draft.aside)
        if low in ("he", "she"):
            entry.gender = low
        if entry in self._recent:
            self._recent.remove(entry)
        self._recent.append(entry)
        del self._recent[:-_REMEMBERED]
        return entry

    def _introduced(self, surname: str, at: int) -> set[str]:
        """The words around the person's first mention before ``at``: "Mayor Jane Doe, who"."""
        first = self._text.find(surname, max(0, at - _INTRODUCED_WITHIN), at)
        if first < 0:
            return set()
        around = self._text[max(0, first - _AROUND) : first].rpartition("\n")[2]
        around = around.rpartition(". ")[2]
        end = first + len(surname)
        if self._text[end : end + 2] == ", ":
            around += self._text[end : end + _AROUND].partition("\n")[0].split(",")[1]
        return {word.lower() for word in words_of(around)}

    def carried(self, draft: Draft, phrase: str) -> Entry | None:
        """The entry of whoever spoke last, where ``phrase`` may name them."""
        if self._recent:
            last = self._recent[-1]
            if phrase.lower() in _PRONOUNS or phrase in last.names:
                return last
        return self.entry_for(draft, phrase)

    def person(self, pronoun: str) -> str | None:
        """The name of the person whom ``pronoun`` takes up, for relayed speech."""
        entry = self._of_pronoun(pronoun.lower(), None)
        return _name(entry) if entry else None

    def _of_pronoun(self, pronoun: str, named: str | None) -> Entry | None:
        if named is not None:
            return self._of_name(named, None)
        fits = _PRONOUNS[pronoun]
        return next((entry for entry in reversed(self._recent) if fits(entry, pronoun)), None)

    def _of_name(self, phrase: str, told: SourceKind | None) -> Entry | None:
        head = head_of(phrase).lower()
        found = words_of(phrase)
        lower = [word.lower() for word in found]
        if not lower or lower[0] in _VAGUE or any(word in _ANOTHER for word in lower[:3]):
            return None
        kind = told or kind_of(phrase)
        plural = is_plural(phrase)
        definite = lower[0] in ("the", "this", "that")
        for entry in reversed(self._recent):
            if entry.plural != plural:
                continue
            if head in entry.heads and (entry.kind is kind or definite):
                if kind is SourceKind.PERSON and not _same_person(entry, phrase):
                    continue
                loose = kind is SourceKind.ANONYMOUS and definite
                if kind is not SourceKind.PERSON and not loose and not _fits(entry, found):
                    continue
                return entry
            if definite and not plural and _takes_up(entry, head, lower):
                return entry
        return None

    def finished(self) -> tuple[tuple[Source, ...], dict[int, str]]:
        """The sources, and for every entry (by ``id()``) its source's id."""
        ids: dict[int, str] = {}
        used: dict[str, int] = {}
        sources = []
        for entry in self._entries:
            name = _name(entry)
            base = slugify(head_of(name)) or "source"
            used[base] = used.get(base, 0) + 1
            slug = base if used[base] == 1 else f"{base}-{used[base]}"
            while slug in used and used[base] > 1:
                used[base] += 1
                slug = f"{base}-{used[base]}"
            used.setdefault(slug, 1)
            ids[id(entry)] = slug
            sources.append(
                Source(
                    id=slug,
                    name=name,
                    kind=entry.kind,
                    bases=tuple(basis for basis, _ in entry.bases),
                    mentions=tuple(entry.names),
                )
            )
        return tuple(sources), ids


def _singular_person(entry: Entry, pronoun: str) -> bool:
    if entry.plural or entry.kind not in (SourceKind.PERSON, SourceKind.ANONYMOUS):
        return False
    return entry.gender in (None, pronoun)


def _thing(entry: Entry, _: str) -> bool:
    return not entry.plural and entry.kind not in (SourceKind.PERSON, SourceKind.ANONYMOUS)


def _several(entry: Entry, _: str) -> bool:
    return entry.plural


_PRONOUNS = {"he": _singular_person, "she": _singular_person, "it": _thing, "they": _several}
_POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they"}
"""Owners of nouns of saying: "his claim that"."""


def _same_person(entry: Entry, phrase: str) -> bool:
    """Whether two names with one surname are one person's: no other given name, no other title."""
    given = _given(phrase)
    if not given:
        gender = _gender({word.lower() for word in words_of(phrase)})
        return gender is None or entry.gender in (None, gender)
    known = [_given(name) for name in entry.names]
    return not any(known) or any(
        name and (name[0] in given or (name[0][0] == given[0][0] and len(name[0].rstrip(".")) == 1))
        for name in known
    )


def _given(phrase: str) -> list[str]:
    """What stands before the surname in a person's name, titles left off."""
    name = core_of(person_name(phrase))[:-1]
    return [
        word.lower() for word in name if word.lower() not in TITLES | OFFICES and word[0].isupper()
    ]


def _fits(entry: Entry, found: tuple[str, ...]) -> bool:
    """Whether an indefinite phrase may be the same unnamed source: no modifier contradicts."""
    named = {word.lower() for word in found if word[0].isupper()} - _PLAIN
    plain = {word for word in found if word[0].islower()} - _PLAIN - entry.heads
    known = [words_of(name) for name in entry.names]
    known_named = {word.lower() for name in known for word in name if word[0].isupper()} - _PLAIN
    known_plain = {word for name in known for word in name if word[0].islower()}
    known_plain -= _PLAIN | entry.heads
    return _compatible(named, known_named) and _compatible(plain, known_plain)


def _compatible(one: set[str], other: set[str]) -> bool:
    return not one or not other or one <= other or other <= one


def _takes_up(entry: Entry, head: str, lower: list[str]) -> bool:
    """Whether "the senator", "the company" takes up the source, which is named otherwise."""
    if entry.kind is SourceKind.PERSON:
        wanted = [word for word in lower[1:] if word not in _PLAIN]
        return bool(wanted) and _titled(entry, head) and set(wanted[:-1]) <= entry.words | _PLAIN
    if head in _GENERIC.get(entry.kind, ()):
        return len(lower) == 2 or head in entry.words
    return False


_SHORT_TITLES = {
    "senator": ("sen.", "sen"),
    "governor": ("gov.", "gov"),
    "representative": ("rep.", "rep"),
    "congressman": ("rep.", "rep"),
    "congresswoman": ("rep.", "rep"),
    "general": ("gen.", "gen"),
    "professor": ("prof.", "prof"),
    "doctor": ("dr.", "dr"),
    "pontiff": ("pope",),
}


def _titled(entry: Entry, head: str) -> bool:
    return head in entry.words or any(short in entry.words for short in _SHORT_TITLES.get(head, ()))


def _name(entry: Entry) -> str:
    """The name beside a basis if unnamed, else the fullest; a sentence's capital taken back."""
    if entry.kind is SourceKind.PERSON:
        proper = [name for name in entry.names if head_of(name)[:1].isupper()] or entry.names
        names = proper if entry.plural else [person_name(name) for name in proper]
        return _lowered(max(names, key=lambda name: len(words_of(name))))
    grounded = [
        name
        for _, name in entry.bases
        if name in entry.names and not name.lower().startswith("the ")
    ]
    if grounded and entry.kind is SourceKind.ANONYMOUS:
        name = grounded[0]
    else:
        name = max(entry.names, key=lambda n: len(words_of(n)))
    return _lowered(name)


def _lowered(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in _CAPITALISED and rest else name


_CAPITALISED = words(
    """
    The A An This That Some Many Most Several Two Three One Another Other Senior His Her Their
    Its
    """
)


def slugify(word: str) -> str:
    """``word`` in ASCII letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
