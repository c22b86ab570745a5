"""Names of a country's own institutions, by rule: whose a "Foreign Ministry" is stands beside it.

A body with a ``country`` is listed once, as "Ministry of Foreign Affairs of Azerbaijan"; the press
prints "the Azerbaijani Foreign Ministry", "Azerbaijan's ministry of foreign affairs", "Baku's
foreign ministry", "the foreign ministry in Baku". The name without its owner is the *office*; the
lexicon finds offices, and ``owner_before`` and ``owner_after`` say whose they are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefbook.text.bodies.spellings import fold
from briefbook.text.lang.countries import Country, countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LONGEST_OWNER = 48
"""Characters looked at on either side of an office for its country; the longest name has 40."""

_WORDS_OF_AN_OWNER = 5
"""Words in the longest name of a country that stands before an office."""

_ALONE = frozenset({
    "Army", "Chancellery", "Coastguard", "Congress", "MFA", "MoD", "Navy", "Parliament", "Senate",
    "Treasury", "coastguard", "congress", "navy", "parliament", "senate", "treasury",
})  # fmt: skip
"""Single words that are an office; "Bank", of "Bank of Canada", is none."""

_ALSO_IN_LOWER_CASE = frozenset({"Congress", "Parliament", "Senate"})
"""Offices that the press also writes so: "the Hungarian parliament"."""

_MINISTRY = re.compile(
    r"(?:(?P<office>Ministry|Department) (?:of|for) (?:the )?(?P<of>.+)"
    r"|(?P<before>.+) (?P<kind>Ministry|Department))"
)
_SHORT_FIELDS = {
    "Foreign Affairs": "Foreign",
    "Internal Affairs": "Interior",
    "National Defence": "Defence",
    "National Defense": "Defense",
}
_OTHER_WORDS_BEFORE = frozenset({
    "African", "Anti", "Asian", "Central", "East", "Latin", "Native", "New", "North", "Pan",
    "South", "West",
})  # fmt: skip
"""What makes a country's name another name: New Mexico, Latin American, Native American."""

_POSSESSIVE = re.compile(r"['’][sS]?$")
_AFTER = re.compile(r" (of|in) (?:the )?")


# What is the United Nations' or the European Union's is named as what is a country's.
_UNIONS = (
    Country(
        name="United Nations", names=("United Nations", "UN", "U.N."), adjectives=(), cities=()
    ),
    Country(
        name="European Union", names=("European Union", "EU", "E.U."), adjectives=(), cities=()
    ),
)


@cache
def _all_owners() -> Mapping[str, Country]:
    return {**countries(), **{union.name: union for union in _UNIONS}}


def owners_of(country: str | None) -> tuple[Country, ...]:
    """Whose names a body can bear: its country's, else the United Nations' and the Union's."""
    return _UNIONS if country is None else (countries()[country],)


def offices(terms: Iterable[str], country: Country) -> frozenset[str]:
    """The names that a body of ``country`` bears without its owner, from those it has with it."""
    found = set()
    for term in terms:
        office = _without_owner(term, country)
        if office is not None and (" " in office or office in _ALONE):
            found.add(office)
            if office in _ALSO_IN_LOWER_CASE:
                found.add(office.lower())
            found.update(_other_forms(office))
    return frozenset(found)


def _without_owner(term: str, country: Country) -> str | None:
    for word in _words(country.name):
        if term.startswith(word):
            for end in (" ", "'s ", "’s ", "' ", "’ "):
                if term.startswith(end, len(word)):
                    return term[len(word) + len(end) :]
        if term.endswith(word):
            before = term[: -len(word)].removesuffix("the ")
            if before.endswith((" of ", " in ")):
                return before[:-4]
    return None


@cache
def _words(name: str) -> tuple[str, ...]:
    """All that stands for an owner, the longest first."""
    owner = _all_owners()[name]
    return tuple(sorted({*owner.names, *owner.adjectives, *owner.cities}, key=len, reverse=True))


def _other_forms(office: str) -> Iterator[str]:
    """Of "Ministry of Foreign Affairs": "Foreign Ministry" and "Foreign Affairs Ministry"."""
    match = _MINISTRY.fullmatch(office)
    if match is None:
        return
    kind = match["office"] or match["kind"]
    field = match["of"] or match["before"]
    long = next((long for long, short in _SHORT_FIELDS.items() if short == field), field)
    if kind == "Department" and long != field:
        long = field
    for each in {field, long, _SHORT_FIELDS.get(long, long)}:
        yield f"{each} {kind}"
    yield f"{kind} of {long}"
    yield f"{kind} for {long}"


@cache
def _owners() -> Mapping[str, str]:
    """Each word that stands for an owner, folded, as it is and in capitals, to the owner's name."""
    return {
        form: owner.name
        for owner in _all_owners().values()
        for word in (*owner.names, *owner.adjectives, *owner.cities)
        for form in (fold(word), fold(word).upper())
    }


@cache
def _attributes() -> frozenset[str]:
    """Those of the owners that stand so without a possessive: "Russian", "UK", "New Zealand".

    "Paris Foreign Ministry" is nobody's; a country's own name stands so in headlines.
    """
    return frozenset(
        form
        for owner in _all_owners().values()
        for word in (*owner.names, *owner.adjectives)
        for form in (fold(word), fold(word).upper())
    )


def owner_before(text: str, start: int) -> tuple[int, str] | None:
    """Where the owner that stands right before ``start`` begins, and its country's name."""
    if start < 2 or text[start - 1] != " ":
        return None
    floor = max(0, start - _LONGEST_OWNER)
    begin = start - 1
    found = None
    for _ in range(_WORDS_OF_AN_OWNER):
        begin = text.rfind(" ", floor, begin)
        word_start = begin + 1 if begin >= 0 else floor
        if begin < 0 and floor:
            break
        owner = text[word_start : start - 1].lstrip("([\"“'‘")
        word_start = start - 1 - len(owner)
        bare = _POSSESSIVE.sub("", owner)
        if bare in _owners() and (bare != owner or bare in _attributes()):
            found = word_start, _owners()[bare]
        if begin < 0:
            break
    if found is not None and _is_of_a_longer_name(text, found[0]):
        return None
    return found


def _is_of_a_longer_name(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start]
    if not before.endswith((" ", "-")):
        return False
    return re.split(r"[^\w]+", before[:-1])[-1] in _OTHER_WORDS_BEFORE


def owner_after(text: str, end: int, *, cities: bool) -> tuple[int, str] | None:
    """Where the owner that follows ``end`` ends, and its country: "of Serbia", "in Belgrade".

    A city counts where ``cities`` says so, for an office has its seat there.
    """
    lead = _AFTER.match(text, end)
    if lead is None or (lead.group(1) == "in" and not cities):
        return None
    found = None
    at = lead.end()
    ceiling = min(len(text), at + _LONGEST_OWNER)
    last = at
    for _ in range(_WORDS_OF_AN_OWNER):
        space = text.find(" ", last, ceiling)
        stop = space if space >= 0 else ceiling
        bare = _POSSESSIVE.sub("", text[at:stop].rstrip(".,;:!?)]\"”'’"))
        if bare in _owners():
            found = at + len(bare), _owners()[bare]
        if space < 0:
            break
        last = space + 1
    return found
