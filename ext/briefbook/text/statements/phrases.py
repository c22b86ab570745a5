"""The words of a phrase that names a source: its core, its head word, and a person's name in it."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.statements.words import TITLES

_ENGLISH = language("en")
_LETTER = "(?:[^\\W_][\u0300-\u036f]*)"
"""With the accents that follow it, where it has too many to be one character with them."""
_WORD = re.compile(rf"(?:[^\W\d_]\.){{1,4}}(?![^\W_])|{_LETTER}+(?:[-'\u2019.&]{_LETTER}+)*\.?")
_BODY = "|".join(sorted(map(str.title, _ENGLISH.nouns["institution"])))
_MEMBER = re.compile(
    rf"(?:the )?(?:[A-Z][\w-]* ){{0,3}}(?:{_BODY})"
    r" (?:of|for)(?: the)?(?: [A-Z][\w-]*){1,4}['\u2019]s? (?=[A-Z])"
)
"""A body that a preposition divides, and whose somebody is: *Bank of Freedonia's* Jane Doe."""
_POSSESSIVE = re.compile("['\u2019]s?$")
_REMEMBERED = 4096
"""Phrases whose reading is kept: one article asks for the same again and again."""

PEOPLE = _ENGLISH.nouns["person"] | _ENGLISH.lists["somebody"]
"""Words for people by what they are or do: a source called by one alone is not named."""
OFFICES = _ENGLISH.nouns["office"]
"""Offices and parts: "the mayor" is somebody the article knows by name."""
BEFORE_NAMES = TITLES | OFFICES
"""What may stand before a person's name and is none of it."""
DOCUMENTS = _ENGLISH.nouns["document"]
INSTITUTIONS = _ENGLISH.nouns["institution"]
PUBLICATIONS = _ENGLISH.nouns["publication"]
PLACES = _ENGLISH.nouns["place"]
"""Capitals and countries, which speak as governments."""
COMPANIES = _ENGLISH.nouns["company"]
"""Companies named like people."""

NO_NAMES = frozenset().union(*_ENGLISH.nouns.values(), *_ENGLISH.words.values())
"""Words of the tables, which are nobody's given name."""

OPEN_PHRASES = _ENGLISH.lists["open-phrases"]
"""Words that end the core of a noun phrase."""
_OPENERS = _ENGLISH.lists["opens-phrases"]
PARTICLES = _ENGLISH.lists["name-particles"]
_ARTICLES = _ENGLISH.lists["articles"]
DOMAINS = _ENGLISH.lists["domains"]
_SUFFIXES = _ENGLISH.lists["name-suffixes"]
_PORTFOLIOS = _ENGLISH.lists["portfolios"]
_OF_BODIES = INSTITUTIONS.union(
    PUBLICATIONS, PLACES, COMPANIES, _ENGLISH.nouns["firm"], OFFICES, _PORTFOLIOS
)
"""Words after which a name begins in "head of the Ferry Council *Jane Doe*"."""

ACTING = PEOPLE | DOCUMENTS | INSTITUTIONS
"""Nouns of what speaks and acts."""
_FULL_NAME = 2
"""Words of a name that can do without its title."""


def opens_no_name(word: str) -> bool:
    """Whether ``word`` opens a phrase that names nobody: *Due* to the storm the mayor said."""
    return word.lower() in _OPENERS


@lru_cache(maxsize=_REMEMBERED)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words of ``phrase``, possessive endings and quotation marks left off."""
    return tuple(_POSSESSIVE.sub("", word) for word in _WORD.findall(phrase))


@lru_cache(maxsize=_REMEMBERED)
def _core(phrase: str) -> tuple[int, ...]:
    """The numbers of the words that are the phrase's core: all up to what is attached to it.

    Behind a role with its field, "Secretary of State Jane Doe", the name belongs to the core, as
    does a role with its name behind a body, "Bank of Freedonia governor Jane Doe".
    """
    words = words_of(phrase)
    member = _MEMBER.match(phrase)
    if member:
        before = len(words_of(member[0]))
        return tuple(before + k for k in _core(phrase[member.end() :]))
    stop = _opening(words, 1)
    core = list(range(stop))
    end = len(words)
    if stop < end and _is_role(words[stop - 1]):
        core += range(_name_in(words, stop, end), end)
    elif stop < end and (words[stop - 1].lower() in INSTITUTIONS or words[stop - 1][0].isupper()):
        core += range(_role_in(words, stop, end), end)
    while len(core) > 1 and words[core[-1]].lower() in _SUFFIXES:
        core.pop()
    return tuple(core)


def _opening(words: tuple[str, ...], first: int) -> int:
    """The number of the first word, from ``first`` on, that attaches something to those before."""
    for k in range(first, len(words)):
        if words[k] in OPEN_PHRASES:
            return k
        act = words[k].endswith("ing") and words[k].islower()
        if act and singular(words[k - 1].lower()) in ACTING:
            return k  # "protesters *marching on the bridge*"
    return len(words)


def _is_role(word: str) -> bool:
    low = word.lower()
    if low in BEFORE_NAMES or low in PEOPLE:
        return True
    return "-" in low and not OFFICES.isdisjoint(low.split("-"))  # Secretary-General


def _is_body(word: str) -> bool:
    return word.lower() in _OF_BODIES or is_acronym(word)


def is_acronym(word: str) -> bool:
    """Whether ``word`` is written in capitals alone, with or without points: OSCE, U.N."""
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


def _name_in(words: tuple[str, ...], stop: int, end: int) -> int:
    """Where a person's name begins behind a role and its field; ``end`` where there is none.

    Of "of National Intelligence Jane Doe", at ``stop``, the name is what follows the last word that
    names a body or a field, else the last two words.
    """
    last = end
    while last > stop and words[last - 1].lower() in _SUFFIXES:
        last -= 1
    first = last
    while first > stop + 1 and (words[first - 1][0].isupper() or words[first - 1] in PARTICLES):
        first -= 1
    count = last - first
    if count == 0 or _is_body(words[last - 1]) or _is_role(words[last - 1]):
        return end
    cut = next((k + 1 for k in range(last - 2, first - 1, -1) if _is_body(words[k])), 0)
    if cut:
        return cut
    before = words[first - 1].lower()
    if before not in OPEN_PHRASES and before not in _ARTICLES and before != "and":
        named = before in _PORTFOLIOS or (count >= _FULL_NAME and before not in INSTITUTIONS)
        return first if named else end  # "minister of state Jane Doe"
    begin = _full_name(words, first, last)
    field = begin - first
    if before in _ARTICLES:
        return begin if field > _FULL_NAME else end  # "head of the Green Bridge Trust" is nobody
    return begin if field > 0 else end


def _role_in(words: tuple[str, ...], stop: int, end: int) -> int:
    """Where a role begins that only a name follows; ``end`` where there is none."""
    k = end - 1
    while k > stop and (words[k][0].isupper() or words[k] in PARTICLES) and not _is_role(words[k]):
        k -= 1
    named = k > stop and k < end - 1 and _is_role(words[k]) and "and" not in words[stop:k]
    return k if named and words[k - 1] not in OPEN_PHRASES and words[k - 1] != "to" else end


def _full_name(words: tuple[str, ...], first: int, last: int) -> int:
    """Where the two words of a name begin that ends at ``last``, initials and particles aside."""
    k = last - 1
    while k > first and words[k - 1] in PARTICLES:
        k -= 1
    k -= 1
    while k > first and len(words[k].rstrip(".")) == 1:
        k -= 1
    return max(k, first)


@lru_cache(maxsize=_REMEMBERED)
def core_of(phrase: str) -> tuple[str, ...]:
    """The words of a noun phrase up to what a preposition or relative attaches to it."""
    words = words_of(phrase)
    return tuple(words[k] for k in _core(phrase))


def head_of(phrase: str) -> str:
    """The head word of a noun phrase: the last of its core. A person's is the surname."""
    core = core_of(phrase)
    return core[-1] if core else phrase


def head_place(phrase: str) -> tuple[int, int] | None:
    """The characters of ``phrase`` that its head word takes up; None where it has no words."""
    found = list(_WORD.finditer(phrase))
    core = _core(phrase)
    return found[core[-1]].span() if core and core[-1] < len(found) else None


@lru_cache(maxsize=_REMEMBERED)
def person_name(phrase: str) -> str:
    """The name in ``phrase``: "Putin" stays full, of "Russian President Vladimir Putin" too.

    Titles and what stands before them are left off where a given name remains beside the surname.
    """
    found = list(_WORD.finditer(phrase))
    core = [k for k in _core(phrase) if k < len(found)]
    if not core:
        return phrase
    end = start = core[-1] + 1
    for k in reversed(core):
        word = found[k].group()
        lower_particle = word in PARTICLES and start < end
        if not (word[0].isupper() or lower_particle) or word.lower() in _ARTICLES or k < start - 1:
            break
        if start < end and _POSSESSIVE.search(word):
            break  # "Germany's Scholz"
        start = k
    for k in range(end - 1, start - 1, -1):
        if _is_role(found[k].group()):
            if end - (k + 1) >= _FULL_NAME:
                start = k + 1
            break
    while start < end and found[start].group() in PARTICLES:
        start += 1
    alone = end - start == 1
    if start >= end or (alone and (is_attached(phrase) or found[start].group().lower() in OFFICES)):
        return phrase
    while end < len(found) and found[end].group().lower() in _SUFFIXES:
        end += 1
    return _POSSESSIVE.sub("", phrase[found[start].start() : found[end - 1].end()])


def is_attached(phrase: str) -> bool:
    """Whether the phrase's core goes on behind what is attached: Minister *of Trade* Jane Doe."""
    core = _core(phrase)
    return bool(core) and core[-1] >= len(core)


def is_people(word: str) -> bool:
    """Whether ``word``, in small letters, means people by what they do: *designer*, *rescuers*."""
    return singular(word).endswith(_ENDINGS)


def is_several(word: str) -> bool:
    """Whether ``word``, in small letters, is spelt as a plural."""
    return word != singular(word) or word.endswith(("men", "women"))


_ENDINGS = tuple(sorted(_ENGLISH.lists["people-endings"]))
