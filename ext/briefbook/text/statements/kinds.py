"""What kind of source a phrase names, its head word and the name it gives a person."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.model import SourceKind
from briefbook.text.statements.words import TITLES

_ENGLISH = language("en")
_WORD = re.compile(r"(?:[^\W\d_]\.){1,4}(?![^\W_])|[^\W_]+(?:[-'\u2019.&][^\W_]+)*\.?")

_POSSESSIVE = re.compile("['\u2019]s?$")
_REMEMBERED = 4096
"""Phrases whose reading is kept: one article asks for the same again and again."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

PEOPLE = _ENGLISH.nouns["person"] | _ENGLISH.lists["somebody"]
"""Words for people by what they are or do: a source called by one alone is not named."""
_PLURAL_PEOPLE = _ENGLISH.nouns["people"] | _ENGLISH.lists["plural-alone"]
OFFICES = _ENGLISH.nouns["office"]
"""Offices and parts: "the mayor" is somebody the article knows by name."""
BEFORE_NAMES = TITLES | OFFICES
"""What may stand before a person's name and is none of it."""
DOCUMENTS = _ENGLISH.nouns["document"]
INSTITUTIONS = _ENGLISH.nouns["institution"]
PUBLICATIONS = _ENGLISH.nouns["publication"]
_PLACES = _ENGLISH.nouns["place"]
"""Capitals and countries, which speak as governments; companies named like people."""

OPEN_PHRASES = _ENGLISH.lists["open-phrases"]
"""Words that end the core of a noun phrase."""
_ARTICLES = _ENGLISH.lists["articles"]
PARTICLES = _ENGLISH.lists["name-particles"]
_SUFFIXES = _ENGLISH.lists["name-suffixes"]


@lru_cache(maxsize=_REMEMBERED)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words of ``phrase``, possessive endings and quotation marks left off."""
    visible = _INVISIBLE.sub("", phrase)
    return tuple(_POSSESSIVE.sub("", word) for word in _WORD.findall(visible))


@lru_cache(maxsize=_REMEMBERED)
def core_of(phrase: str) -> tuple[str, ...]:
    """The words of a noun phrase up to what a preposition or relative attaches to it."""
    core: list[str] = []
    for word in words_of(phrase):
        if core and word in OPEN_PHRASES:
            break
        core.append(word)
    while len(core) > 1 and core[-1].lower() in _SUFFIXES:
        core.pop()
    return tuple(core)


def head_of(phrase: str) -> str:
    """The head word of a noun phrase: the last of its core. A person's is the surname."""
    core = core_of(phrase)
    return core[-1] if core else phrase


def head_place(phrase: str) -> tuple[int, int] | None:
    """The characters of ``phrase`` that its head word takes up; None where it has no words."""
    found = list(_WORD.finditer(phrase))
    core = core_of(phrase)
    return found[len(core) - 1].span() if core and len(core) <= len(found) else None


def person_name(phrase: str) -> str:
    """The name that ends ``phrase``: "Putin" of "Russian President Vladimir Putin" stays full.

    Titles and what stands before them are left off where a given name remains beside the surname.
    """
    found = [match for match in _WORD.finditer(phrase) if match.group()]
    start = len(found)
    for k in range(len(found) - 1, -1, -1):
        word = found[k].group()
        lower_particle = word in PARTICLES and start < len(found)
        if not (word[0].isupper() or lower_particle) or word.lower() in _ARTICLES:
            break
        start = k
    for k in range(len(found) - 1, start - 1, -1):
        if found[k].group().lower() in BEFORE_NAMES:
            if len(found) - (k + 1) >= _FULL_NAME:
                start = k + 1
            break
    while start < len(found) and found[start].group() in PARTICLES:
        start += 1
    if start >= len(found):
        return phrase
    return _POSSESSIVE.sub("", phrase[found[start].start() :].rstrip(" ,;:"))


_FULL_NAME = 2
"""Words of a name that can do without its title."""


_BODIES = (SourceKind.INSTITUTION, SourceKind.PUBLICATION)


@lru_cache(maxsize=_REMEMBERED)
def is_plural(phrase: str, told: SourceKind | None = None) -> bool:
    """Whether the phrase names several: aides, residents, some, X and Y.

    A body of the kind ``told`` is one, whatever its name is made of: Food and Drug Administration.
    """
    head = head_of(phrase).lower()
    if told in _BODIES and head_of(phrase)[:1].isupper():
        return False
    if head in _PLURAL_PEOPLE:
        return True
    joined = phrase.partition(" and ")[2]
    if joined and (joined[0].isupper() or joined.split()[0] in _ARTICLES):
        return True
    return head.endswith("s") and head != singular(head) and not head_of(phrase)[0].isupper()


@lru_cache(maxsize=_REMEMBERED)
def kind_of(phrase: str) -> SourceKind:
    """The kind of source ``phrase`` names, by its head word, its capitals and its article."""
    core = core_of(phrase)
    if not core:
        return SourceKind.UNKNOWN
    head = core[-1]
    low = head.lower()
    one = singular(low)
    first = core[0].lower()
    proper = head[0].isupper() and not (len(core) == 1 and _is_common(low, one))
    if low in QUANTITIES and " of " in phrase:
        return kind_of(phrase.partition(" of ")[2])
    if low in ("he", "she", "i"):
        return SourceKind.PERSON
    if low in ("it", "they", "we", "you", "one"):
        return SourceKind.UNKNOWN
    if proper and low in PUBLICATIONS and (len(core) > 1 or low not in _COMMON_NAMES):
        return SourceKind.PUBLICATION
    if proper and low in _PLACES and len(core) == 1:
        return SourceKind.INSTITUTION
    if not proper or first == "the":
        if low in PUBLICATIONS and low != "post":
            return SourceKind.PUBLICATION
        if low in DOCUMENTS or one in DOCUMENTS:
            return SourceKind.DOCUMENT
        if low in INSTITUTIONS or one in INSTITUTIONS:
            return SourceKind.INSTITUTION
        if low in PEOPLE or one in PEOPLE or low in _PLURAL_PEOPLE:
            return SourceKind.ANONYMOUS
        if low in OFFICES:
            return SourceKind.PERSON if first not in ("a", "an") else SourceKind.ANONYMOUS
        if one in OFFICES:
            return SourceKind.ANONYMOUS
    if proper:
        if low != one and one in PEOPLE:
            return SourceKind.ANONYMOUS  # Republicans, Democrats
        if any(word in OFFICES or word in PEOPLE for word in core[:-1]):
            return SourceKind.PERSON  # "the economist Jane Doe"
        if low in INSTITUTIONS or _is_acronym(head) or first == "the":
            return SourceKind.INSTITUTION
        return SourceKind.PERSON
    return SourceKind.UNKNOWN


QUANTITIES = _ENGLISH.nouns["quantity"]
"""Words that count those after "of": "52 percent of voters"."""


def _is_common(low: str, one: str) -> bool:
    """Whether a word that stands alone is a common noun, its capital the sentence's."""
    return low in DOCUMENTS or one in DOCUMENTS or low in PEOPLE or one in PEOPLE


_COMMON_NAMES = _ENGLISH.nouns["common"]


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()
