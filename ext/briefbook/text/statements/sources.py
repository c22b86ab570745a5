"""Source phrases joined into sources: one entry for each, however the text names it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from briefbook.text.model import Basis, Source, SourceKind
from briefbook.text.statements.kinds import head_of, kind_of, words_of
from briefbook.text.statements.wordlist import words
from briefbook.text.statements.words import TITLES

_PRONOUNS = {
    "he": (SourceKind.PERSON, SourceKind.ANONYMOUS),
    "she": (SourceKind.PERSON, SourceKind.ANONYMOUS),
    "it": (SourceKind.INSTITUTION, SourceKind.DOCUMENT, SourceKind.PUBLICATION, SourceKind.UNKNOWN),
    "they": (SourceKind.ANONYMOUS, SourceKind.INSTITUTION, SourceKind.UNKNOWN, SourceKind.PERSON),
}
_ANOTHER = words(
    """
    another other second third fourth separate different
    """
)
_SMALL = words(
    """
    the a an this that these those senior top former
    """
)


@dataclass(slots=True)
class Entry:
    """A source in the making."""

    kind: SourceKind
    head: str
    names: list[str] = field(default_factory=list)
    bases: list[tuple[Basis, str]] = field(default_factory=list)
    """Each with the name beside which it stands."""
    words: set[str] = field(default_factory=set)


class Sources:
    """The sources of one article, filled in the order of its statements."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._recent: list[Entry] = []

    def entry_for(self, phrase: str) -> Entry:
        """The entry that ``phrase`` names, a new one if none fits."""
        entry = self._known(phrase)
        pronoun = phrase.lower() in _PRONOUNS
        if entry is None:
            entry = Entry(kind_of(phrase), head_of(phrase))
            self._entries.append(entry)
        if not pronoun or not entry.names:
            if phrase.lower() not in (name.lower() for name in entry.names):
                entry.names.append(phrase)
            entry.words |= {word.lower() for word in words_of(phrase)}
        if entry in self._recent:
            self._recent.remove(entry)
        self._recent.append(entry)
        return entry

    def _known(self, phrase: str) -> Entry | None:
        low = phrase.lower()
        if low in _PRONOUNS:
            kinds = _PRONOUNS[low]
            return next((e for e in reversed(self._recent) if e.kind in kinds), None)
        head = head_of(phrase).lower()
        words = words_of(phrase)
        lower = [word.lower() for word in words]
        if any(word in _ANOTHER for word in lower[:3]):
            return None
        kind = kind_of(phrase)
        for entry in reversed(self._recent):
            if entry.head.lower() != head or entry.kind is not kind:
                continue
            if kind is SourceKind.ANONYMOUS and lower[0] != "the" and not _fits(entry, words):
                continue
            return entry
        return None

    def finished(self) -> tuple[tuple[Source, ...], dict[int, str]]:
        """The sources, and for every entry (by ``id()``) its source's id."""
        ids: dict[int, str] = {}
        taken: set[str] = set()
        sources = []
        for entry in self._entries:
            name = _name(entry)
            slug = base = slugify(head_of(name)) or "source"
            number = 2
            while slug in taken:
                slug = f"{base}-{number}"
                number += 1
            taken.add(slug)
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


def _fits(entry: Entry, words: list[str]) -> bool:
    """Whether an indefinite phrase may be the same unnamed source: no modifier contradicts."""
    proper = {w.lower() for w in words if w[0].isupper()} - _SMALL
    known = {w.lower() for name in entry.names for w in words_of(name) if w[0].isupper()} - _SMALL
    return not proper or not known or proper <= known or known <= proper


def _name(entry: Entry) -> str:
    """The name beside a basis, else the fullest; a sentence's capital on "The" taken back."""
    named = [
        name
        for _, name in entry.bases
        if name in entry.names and entry.kind is SourceKind.ANONYMOUS
    ]
    name = named[0] if named else max(entry.names, key=_fullness)
    first, _, rest = name.partition(" ")
    if rest and first in ("The", "A", "An"):
        name = f"{first.lower()} {rest}"
    return name


def _fullness(name: str) -> int:
    return len([word for word in words_of(name) if word.lower().rstrip(".") not in TITLES])


def slugify(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
