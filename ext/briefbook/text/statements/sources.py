"""Source phrases joined into sources: one entry for each, however the text names it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.model import Source
from briefbook.text.statements.entries import ONE_OF_SEVERAL, Entry, given_names
from briefbook.text.statements.introductions import Introductions, is_office
from briefbook.text.statements.kinds import NAMELESS, QUANTITIES, is_plural, kind_of
from briefbook.text.statements.known_names import Naming
from briefbook.text.statements.phrases import OFFICES, PEOPLE, head_of, words_of
from briefbook.text.statements.pronouns import OF_SOME_AGE, plain_pronoun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.statements.draft import Draft
    from briefbook.text.statements.full_names import FullNames

_ENGLISH = language("en")
_ANOTHER = _ENGLISH.lists["another"]
_PARTISANS = _ENGLISH.lists["partisans"]
_VAGUE = _ENGLISH.lists["vague"]
_BARE = 2
"""Words of "the minister", which takes up any minister."""
_TAKEN_UP_WITHIN = 800
"""Characters within which "it" takes up a body that spoke: some three sentences."""
_REMEMBERED = 40
"""Sources a name is compared with, latest first: keeps the work linear in the article's length."""


class Sources:
    """The sources of one article, filled in the order of its statements."""

    def __init__(self, text: str, full_names: FullNames) -> None:
        self._text = text
        self._full_names = full_names
        self._introductions = Introductions(text)
        self._entries: list[Entry] = []
        self._recent: list[Entry] = []

    def entry_for(self, draft: Draft, phrase: str) -> Entry | None:
        """The entry that the draft's source ``phrase`` names, a new one if none fits.

        None for an "it" or "his" of which the text does not tell whom it means.
        """
        low = plain_pronoun(phrase.lower())
        if draft.apposed:
            entry = self._of_apposed(draft.apposed, phrase)
        elif low in _PRONOUNS:
            entry = self._of_pronoun(low, draft)
            if entry is None and draft.named is None and phrase.lower() in _NEVER_NAMES:
                return None
        elif low in ONE_OF_SEVERAL:
            entry = next((one for one in reversed(self._recent) if one.plural), None)
        else:
            entry = self._of_name(phrase, draft.kind_of_source, draft.aside)
        if entry is None:
            name, told = Naming(draft.apposed or phrase, draft.kind_of_source)
            if low in _PRONOUNS and draft.named:
                name, told = draft.named
            elif draft.source_span is not None and not draft.apposed and is_office(name):
                name = self._introductions.holder(name, draft.source_span.start) or name
            calls = name != phrase and not draft.apposed and low not in _PRONOUNS
            kind = told or kind_of(name)
            entry = Entry(kind, is_plural(name, told))
            if draft.apposed or calls:
                entry.refer(phrase)
            entry.add(name, [*draft.aside, *words_of(phrase.lower())])
            if kind is SourceKind.PERSON and draft.source_span is not None:
                surname, at = head_of(name), draft.source_span.start
                entry.words |= self._introductions.words(surname, at)
                full = None if entry.given else self._full_names.before(surname, at)
                if full:
                    entry.call(full)
            self._entries.append(entry)
        elif draft.apposed:
            entry.kind = SourceKind.PERSON
            entry.refer(phrase)
            entry.add(draft.apposed, [*draft.aside, *words_of(phrase.lower())])
        elif low in ONE_OF_SEVERAL:
            entry.refer(phrase)
        elif low not in _PRONOUNS:
            entry.add(phrase, draft.aside)
        if low in ("he", "she"):
            entry.gender = low
        if entry in self._recent:
            self._recent.remove(entry)
        self._recent.append(entry)
        del self._recent[:-_REMEMBERED]
        entry.at = draft.spans[0].start if draft.spans else entry.at
        return entry

    def carried(self, draft: Draft, phrase: str) -> Entry | None:
        """The entry of whoever spoke last, where ``phrase`` may name them."""
        if self._recent:
            last = self._recent[-1]
            if phrase.lower() in _PRONOUNS or phrase.lower() in last.names:
                return last
        return self.entry_for(draft, phrase)

    def person(self, pronoun: str) -> str | None:
        """The name of the person whom ``pronoun`` takes up, for relayed speech."""
        entry = self._last(pronoun.lower())
        return entry.name() if entry else None

    def _of_pronoun(self, pronoun: str, draft: Draft) -> Entry | None:
        if draft.named is not None:
            return self._of_name(*draft.named)
        entry = self._last(pronoun)
        far = entry is not None and draft.spans[0].start - entry.at > _TAKEN_UP_WITHIN
        return None if far and pronoun in ("it", "they") else entry

    def _last(self, pronoun: str) -> Entry | None:
        """The last to speak whom ``pronoun`` may mean."""
        fits = _PRONOUNS[pronoun]
        return next((entry for entry in reversed(self._recent) if fits(entry, pronoun)), None)

    def _of_apposed(self, name: str, phrase: str) -> Entry | None:
        """The entry of whom ``phrase`` and the ``name`` beside it mean: one not named otherwise."""
        entry = self._of_name(name, SourceKind.PERSON, words_of(phrase))
        if entry is None:
            entry = self._of_name(phrase, None)
            if entry is not None and entry.has_proper_name():
                return None
        return entry

    def _of_name(
        self, phrase: str, told: SourceKind | None, beside: Sequence[str] = ()
    ) -> Entry | None:
        head = head_of(phrase).lower()
        lower = [word.lower() for word in words_of(phrase)]
        if (
            not lower
            or lower[0] in _VAGUE
            or head in QUANTITIES
            or any(word in _ANOTHER for word in lower[:3])
        ):
            return None
        kind = told or kind_of(phrase)
        plural = is_plural(phrase, told)
        definite = lower[0] in ("the", "this", "that")
        for entry in reversed(self._recent):
            if entry.plural != plural:
                continue
            if head in entry.heads and (entry.kind is kind or definite):
                if kind is SourceKind.PERSON and entry.kind in NAMELESS and len(lower) > _BARE:
                    continue  # "a former minister" is not "the prime minister"
                loose = kind in NAMELESS and definite
                if kind is SourceKind.PERSON:
                    named = head_of(phrase)[:1].isupper()
                    loose = entry.is_person(phrase, beside) if named else entry.fits(phrase)
                if loose or (kind is not SourceKind.PERSON and entry.fits(phrase)):
                    return entry
                continue
            if definite and not plural and entry.is_taken_up_by(head, lower):
                if entry.kind is SourceKind.PERSON and _is_own_name(head_of(phrase)):
                    continue  # "the OSCE" is not its chair
                return entry
            if definite and head in _PARTISANS and entry.kind is SourceKind.PERSON:
                return entry  # "the Freedonia Republican"
        if len(lower) == 1 and kind is SourceKind.PERSON:
            return self._of_first_name(head)
        return None

    def _of_first_name(self, word: str) -> Entry | None:
        """The one person of the article whose full name begins with ``word``: Jane, Xi."""
        found = [entry for entry in self._recent if word in entry.given]
        return found[0] if len(found) == 1 else None

    def finished(self) -> tuple[tuple[Source, ...], dict[int, str]]:
        """The sources, and for every entry (by ``id()``) its source's id."""
        ids: dict[int, str] = {}
        used: dict[str, int] = {}
        sources = []
        for entry in self._entries:
            name = entry.name()
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
                    bases=tuple(basis for basis, _ in entry.bases.values()),
                    mentions=tuple(entry.names.values()),
                    full_name=None if given_names(name) else entry.full_name,
                )
            )
        return tuple(sources), ids


def _is_own_name(head: str) -> bool:
    """Whether a head word is a name, not what somebody is or does."""
    low = head.lower()
    return head[:1].isupper() and not (low in OFFICES or low in PEOPLE or low in _PARTISANS)


def _singular_person(entry: Entry, pronoun: str) -> bool:
    if entry.plural or not entry.is_somebody():
        return False
    return entry.gender in (None, pronoun)


def _of_either_gender(entry: Entry, _: str) -> bool:
    return entry.kind is SourceKind.PERSON and not entry.plural


def _thing(entry: Entry, _: str) -> bool:
    return not entry.plural and not entry.is_somebody()


def _several(entry: Entry, _: str) -> bool:
    return entry.plural


_PRONOUNS = {
    "he": _singular_person,
    "she": _singular_person,
    "it": _thing,
    "they": _several,
    OF_SOME_AGE: _of_either_gender,
}


_NEVER_NAMES = ("he", "she", "it", "they", "his", "her", "its", "their")
"""Pronouns that tell nothing of a source by themselves."""


def slugify(word: str) -> str:
    """``word`` in ASCII letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
