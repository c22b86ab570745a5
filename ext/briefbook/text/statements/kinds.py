"""What kind of source a phrase names."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.statements.phrases import (
    COMPANIES,
    DOCUMENTS,
    DOMAINS,
    INSTITUTIONS,
    OFFICES,
    PEOPLE,
    PLACES,
    PUBLICATIONS,
    core_of,
    head_of,
    is_acronym,
    is_attached,
    is_people,
    is_several,
    words_of,
)
from briefbook.text.statements.words import TITLES, is_name_in_s

_ENGLISH = language("en")
_REMEMBERED = 4096
"""Phrases whose reading is kept: one article asks for the same again and again."""
_ARTICLES = _ENGLISH.lists["articles"]
_PLURAL_PEOPLE = _ENGLISH.nouns["people"] | _ENGLISH.lists["plural-alone"]
_PLURALS = _ENGLISH.nouns["plural"]
_WITHHELD = _ENGLISH.nouns["withheld"]
"""People who speak without their names, in the plural too: officials, aides."""
VOICES = _ENGLISH.nouns["voice"]
"""People who speak for others, as whose words theirs count: a spokesman for the ministry."""
_IN_THE_KNOW = _ENGLISH.lists["in-the-know"]
_COUNTS = _ENGLISH.lists["counts"]
_FIRMS = _ENGLISH.nouns["firm"]
LONG_PLACES = _ENGLISH.lists["places-of-several-words"]
_PAPERS = _ENGLISH.lists["papers-of-several-words"]
_NAMES_OF_BODIES = LONG_PLACES | _ENGLISH.lists["firms-of-several-words"]
_LONE_COUNTS = ("another", "one")
_FEW = re.compile("[2-9]|1[0-2]")
_OWNED = re.compile(r"[^,]*['’]s? (?=[A-Z])")
"""Whose somebody or something is, before a name: *The Larch Post's* Jane Doe."""
_SHARE = re.compile(r"(?:\D{0,20}\s)?[\d.,]+ ?(?:%|percent|per cent)")
"""What counts people without naming them: 85% of parents."""
_RELATIONS = _ENGLISH.nouns["relation"]
_OWNERS = _ENGLISH.lists["owners"]
_OWNS = re.compile(r"['’]s? ")
_NAMELESS_WORDS = frozenset(("unidentified", "unnamed"))
_WITH_FIGURES = re.compile(r"\d+[A-Za-z]{4,}")
"""A name that begins with figures, as only firms' do: 1010data, 23andMe."""
_CAPITAL_WITHIN = re.compile(
    r"(?!(?:Mc|Mac|De|Del|Della|Di|Du|Da|Fitz|Jo|La|Le|Lo|Mc|O|St|Van|Von)[A-Z])[a-zA-Z]*[a-z][A-Z][a-z]"
)
"""A word with a capital within, which is a firm's alone: BuzzFeed, eMarketer, but McDuff."""
_MIXED_INITIALS = re.compile(r"(?!Mc)[A-Z][a-z][A-Z]{1,3}")
"""Initials of a body's name with a small one among them: TfL, AfD."""
_YEAR = 4
"""Figures of the year in the name of a law."""
_ROLE_AND_BODY = 2
_SOMEBODY = _ENGLISH.lists["somebody"]
_LONE = PLACES | COMPANIES
QUANTITIES = _ENGLISH.nouns["quantity"]
"""Words that count those after "of": "52 percent of voters"."""
_COMMON_NAMES = _ENGLISH.nouns["common"]
_BODIES = (SourceKind.INSTITUTION, SourceKind.PUBLICATION)
_OF_A_COUNTRY = ("ian", "american")
"""How names of peoples end that no name of a person does: Palestinians."""
NAMELESS = (SourceKind.ANONYMOUS, SourceKind.GROUP)
"""The kinds of people without names."""


@lru_cache(maxsize=_REMEMBERED)
def is_plural(phrase: str, told: SourceKind | None = None) -> bool:
    """Whether the phrase names several: aides, residents, some, X and Y.

    A body of the kind ``told`` is one, whatever its name is made of: Food and Drug Administration.
    """
    core = core_of(phrase)
    head = head_of(phrase).lower()
    capital = head_of(phrase)[:1].isupper()
    if told in _BODIES and capital and len(core) > 1:
        return False
    if head in _PLURAL_PEOPLE or (head in _PLURALS and told is not SourceKind.PERSON):
        return True
    joined = phrase.partition(" and ")[2]
    if (
        joined
        and not is_attached(phrase)
        and (joined[0].isupper() or joined.split()[0] in _ARTICLES)
    ):
        return True
    if not is_several(head):
        return False
    if capital:
        return told in NAMELESS or (told in _BODIES and singular(head) in INSTITUTIONS)
    return True


@lru_cache(maxsize=_REMEMBERED)
def kind_of(phrase: str) -> SourceKind:
    """The kind of source ``phrase`` names, by its head word, its capitals and its article."""
    core = _without_year(core_of(phrase))
    if not core:
        return SourceKind.UNKNOWN
    head = core[-1]
    low = head.lower()
    one = singular(low)
    first = core[0].lower()
    told = _told_at_once(phrase, core)
    if told is not None:
        return told
    proper = head[0].isupper() and not (len(core) == 1 and _is_common(low, one))
    joined = _of_joined(phrase, proper=proper)
    if joined is not None:
        return joined
    owned = _OWNED.match(phrase)
    if proper and owned:
        return kind_of(phrase[owned.end() :])
    if {low, one} & QUANTITIES and low not in INSTITUTIONS - {"group"}:
        of = phrase.partition(f"{head} of ")[2]
        if of:
            return kind_of(of)
        if low not in INSTITUTIONS and one not in INSTITUTIONS and low not in PEOPLE:
            return SourceKind.DOCUMENT if low != one and one in DOCUMENTS else SourceKind.GROUP
    if len(core) == 1 and " of " in phrase and (low in _COUNTS or low in _PLURAL_PEOPLE):
        of = kind_of(phrase.partition(" of ")[2])
        counted = low in _COUNTS or low in _LONE_COUNTS
        return SourceKind.ANONYMOUS if of is SourceKind.GROUP and counted else of
    if low in ("it", "they", "we", "you", "one"):
        return SourceKind.UNKNOWN
    titled = any(_told_by(word) is SourceKind.PERSON for word in core[:-2])
    whole = " ".join(core).lower().removeprefix("the ")
    paper = low in PUBLICATIONS and (len(core) > 1 or low not in _COMMON_NAMES)
    if proper and (whole in _PAPERS or (paper and not titled)):  # "Mayor Don Guardian" is no paper
        return SourceKind.PUBLICATION
    if proper and (whole in _NAMES_OF_BODIES or (low in _LONE and _is_alone(core))):
        return SourceKind.INSTITUTION
    if not proper or first == "the":
        document = low in DOCUMENTS and whole != low  # the paper prints, a first paper describes
        if low in PUBLICATIONS and (proper or low not in _COMMON_NAMES) and not document:
            return SourceKind.PUBLICATION
        if low in DOCUMENTS or one in DOCUMENTS:
            return SourceKind.DOCUMENT
        if low in INSTITUTIONS or one in INSTITUTIONS:
            return SourceKind.INSTITUTION
        if {low, one} & PEOPLE or {low, one} & _PLURAL_PEOPLE:
            return _kind_of_people(phrase, core)
        if low in OFFICES or low.partition("-")[2] in OFFICES:  # the ex-president
            return SourceKind.PERSON if first not in ("a", "an") else SourceKind.ANONYMOUS
        if one in OFFICES or (not proper and is_people(low)):
            return _kind_of_people(phrase, core)
    if proper:
        formed = _formed(core)
        if formed is not None:
            return formed
        several = low != one and (one in PEOPLE or one.endswith(_OF_A_COUNTRY))
        if several or low in _PLURAL_PEOPLE:
            return _kind_of_people(phrase, core)  # Republicans, Democrats
        if low in OFFICES:
            return SourceKind.PERSON  # "CEO of the Ferry Council"
        if low in PEOPLE:  # "Member of the panel"; Baker is a name
            attached = len(words_of(phrase)) > len(core)
            return SourceKind.ANONYMOUS if attached else SourceKind.PERSON
        if low in _FIRMS and len(core) > 1:
            return SourceKind.INSTITUTION
        if low in INSTITUTIONS and len(core) == _ROLE_AND_BODY:
            return SourceKind.INSTITUTION  # "Justice Department"
        told = next(filter(None, map(_told_by, core[-2::-1])), None)
        if told:
            return told  # "the economist Jane Doe", "the retailer Marlowe"
        if low in INSTITUTIONS or is_acronym(head) or first == "the":
            return SourceKind.INSTITUTION
        return SourceKind.PERSON
    return SourceKind.UNKNOWN


def _of_joined(phrase: str, *, proper: bool) -> SourceKind | None:
    """The one kind of the two that "and" joins: *Jane Doe* and *the mayor*; None of others."""
    first, _, second = phrase.partition(" and ")
    several = second.partition(" ")[0] in _ARTICLES or (second[:1].isupper() and proper)
    if not several or is_attached(phrase):
        return None
    kinds = {kind_of(first), kind_of(second)}
    if kinds == {SourceKind.PERSON, SourceKind.ANONYMOUS}:
        return SourceKind.PERSON  # Jane Doe and a friend
    return kinds.pop() if len(kinds) == 1 else None


def _is_alone(core: tuple[str, ...]) -> bool:
    """Whether neither a name nor a role stands before the last word: not the economist *Jordan*."""
    before = core[:-1]
    return not any(word[0].isupper() or _told_by(word) is SourceKind.PERSON for word in before)


def _without_year(core: tuple[str, ...]) -> tuple[str, ...]:
    """The core of a name, the year left off: the Consumer Rights Act *2015*."""
    dated = len(core) > 1 and core[-1].isdigit() and len(core[-1]) == _YEAR
    return core[:-1] if dated else core


def _formed(core: tuple[str, ...]) -> SourceKind | None:
    """The kind of a name that its form tells: *Freedonia-based Larch*, *C. Jane DOE*."""
    if core[-2:-1] and core[-2].endswith("-based"):
        return SourceKind.INSTITUTION
    initial = any(len(word.rstrip(".")) == 1 for word in core[:-1])
    return SourceKind.PERSON if initial and is_acronym(core[-1]) else None


def _told_at_once(phrase: str, core: tuple[str, ...]) -> SourceKind | None:
    """The kind that the phrase tells whatever its capitals: a domain, a count, a relation."""
    low = core[-1].lower()
    if "." in low and low.rpartition(".")[2] in DOMAINS:
        of_company = low.partition(".")[0] in COMPANIES
        return SourceKind.INSTITUTION if of_company else SourceKind.PUBLICATION
    if is_name_in_s(phrase.rpartition(" ")[2]):
        return SourceKind.INSTITUTION
    within = _CAPITAL_WITHIN.match(core[0]) or _MIXED_INITIALS.fullmatch(core[0])
    if _WITH_FIGURES.fullmatch(core[-1]) or (len(core) == 1 and within):
        return SourceKind.PUBLICATION if low in PUBLICATIONS else SourceKind.INSTITUTION
    share = _SHARE.match(phrase) or (low in _COUNTS and " in " in phrase)
    if share or low in ("those", "these"):
        return SourceKind.GROUP
    if phrase.lower() == low and low in _COUNTS:
        return SourceKind.ANONYMOUS  # "Two said"
    if not _NAMELESS_WORDS.isdisjoint(core):
        return SourceKind.ANONYMOUS
    if core[-1][0].isupper() and any(word.endswith("year-old") for word in core):
        return SourceKind.PERSON
    if low in _RELATIONS and (core[0].lower() in _OWNERS or _OWNS.search(phrase)):
        return SourceKind.PERSON  # "her mother", "Jane Doe's lawyer"
    return SourceKind.PERSON if low in ("he", "she", "i") else None


def _told_by(word: str) -> SourceKind | None:
    """The kind of what is named behind ``word``: an economist, a retailer, an agency."""
    low = word.lower()
    if low in OFFICES or low in PEOPLE or (low in TITLES and low.endswith(".")):
        return SourceKind.PERSON
    if word.islower() or is_people(low):
        if low in PUBLICATIONS:
            return SourceKind.PUBLICATION
        if low in INSTITUTIONS:
            return SourceKind.INSTITUTION
        if word.islower() and is_people(low):
            return SourceKind.PERSON
    return None


def _kind_of_people(phrase: str, core: tuple[str, ...]) -> SourceKind:
    """Whether people told by what they are have their names withheld or are people at large.

    A single one is anonymous, as are some that are counted ("two residents") and those who speak on
    ground of what they know; who speaks for a body is the body's voice.
    """
    low = core[-1].lower()
    if low in VOICES or singular(low) in VOICES:
        return SourceKind.INSTITUTION
    if not is_several(low) and low not in _PLURAL_PEOPLE:
        return SourceKind.ANONYMOUS
    if low in _WITHHELD or singular(low) in _WITHHELD or _is_in_the_know(phrase, core):
        return SourceKind.ANONYMOUS
    counted = any(word in _COUNTS or _FEW.fullmatch(word) for word in map(str.lower, core[:-1]))
    return SourceKind.ANONYMOUS if counted and core[0].lower() != "the" else SourceKind.GROUP


def _is_in_the_know(phrase: str, core: tuple[str, ...]) -> bool:
    return any(word in _IN_THE_KNOW for word in words_of(phrase)[len(core) :])


def _is_common(low: str, one: str) -> bool:
    """Whether a word that stands alone is a common noun, its capital the sentence's.

    A single one of the people would not stand without an article: "Baker said" is a name.
    """
    if low in DOCUMENTS or one in DOCUMENTS or low in _PLURAL_PEOPLE or low in _SOMEBODY:
        return True
    return low != one and one in PEOPLE
