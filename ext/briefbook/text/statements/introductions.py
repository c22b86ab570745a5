"""How an article introduces people: what it says beside their names, who holds an office."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.phrases import OFFICES, PEOPLE, head_of, words_of
from briefbook.text.statements.words import Tag, tag_word

if TYPE_CHECKING:
    from collections.abc import Iterable

_WITHIN = 20_000
"""Characters back in which a source's first mention is looked for: keeps the work linear."""
_BESIDE = 3
"""Words before an office that may say so."""
_AROUND = 60
"""Characters of what stands beside a name."""
_NO_ROLE = (
    Tag.CUE
    | Tag.VERB
    | Tag.AUXILIARY
    | Tag.COORDINATOR
    | Tag.OBJECT
    | Tag.PARTICIPLE
    | Tag.PRONOUN
    | Tag.RELATIVE
    | Tag.SUBORDINATOR
)
_NOT_WITHIN = _NO_ROLE | Tag.PREPOSITION
"""What stands between a name and an office that is another's: *wife of* the mayor."""
_NOT_IN_OFFICE = language("en").lists["not-in-office"]
_NAME = r"(?:[A-Z]\.? |[A-Z][a-z][\w’'-]{1,20} ){0,2}[A-Z][a-z][\w’'-]{1,20}"
_HOLDER: Final = re.compile(rf"\b(?P<office>[A-Z][a-z]{{2,20}}) (?P<name>{_NAME})")
"""Mayor Jane Doe."""
_HOLDER_BEFORE: Final = re.compile(
    # Jane Doe, the mayor of Akron
    rf"\b(?P<name>{_NAME}), (?:(?:the|[A-Z][\w-]{{1,20}}['’]s) )?"
    r"(?:(?P<told>[a-z]{2,20}(?:['’]s)?) )?"
    r"(?P<office>[a-z]{3,20})(?=[ ,.])"
)
_WHICH = 30
"""Characters before an office that may say which one it is, or that it was held once."""


def role_words(beside: Iterable[str]) -> list[str]:
    """The words of what stands beside a name that tell what its bearer is.

    Not what others are: a neighbour of *the mayor*.
    """
    told: list[str] = []
    attached = False
    for word in beside:
        low = word.lower()
        attached = attached or bool(tag_word(low) & Tag.PREPOSITION)
        if not (attached and (low in OFFICES or low in PEOPLE)):
            told.append(word)
    return told


class Introductions:
    """What one text says of people beside their names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, tuple[list[int], list[str | None]]] = {}

    def words(self, surname: str, at: int) -> set[str]:
        """What the first mention before ``at`` tells of a person, in small letters.

        The words before the name, *Mayor* Jane Doe, and those set off behind it.
        """
        first = self._text.find(surname, max(0, at - _WITHIN), at)
        if first < 0:
            return set()
        before = re.split(r"[\n“”\"]|\. ", self._text[max(0, first - _AROUND) : first])[-1]
        told = set(map(str.lower, self._before(before)))
        end = first + len(surname)
        if self._text[end : end + 2] == ", ":
            behind = self._text[end : end + _AROUND].partition("\n")[0].split(",")
            beside = words_of(behind[2 if behind[1].strip().isdigit() and behind[2:] else 1])
            if beside and not tag_word(beside[0]) & _NO_ROLE:
                told.update(map(str.lower, role_words(beside)))
        return told

    @staticmethod
    def _before(before: str) -> list[str]:
        """What ``before`` ends with that says what the bearer of the name behind it is."""
        told, _, name = before.rpartition(", ")
        given = words_of(name)
        if told and all(word[0].isupper() for word in given):
            beside = words_of(told.rpartition(",")[2])  # the mayor, Jane
        else:
            beside = given
        mine = list(takewhile(lambda word: not tag_word(word) & _NO_ROLE, reversed(beside)))[::-1]
        first = next((k for k, word in enumerate(mine) if _is_role(word)), len(mine))
        if any(tag_word(word) & Tag.PREPOSITION and word != "of" for word in mine[first:]):
            return []  # asked the mayor about Jane
        return mine

    def holder(self, phrase: str, at: int) -> str | None:
        """Whom the text before ``at`` names with the office that "the mayor" calls them by.

        None where it names nobody, or several.
        """
        office = phrase.lower().removeprefix("the ")
        if office not in self._known:
            self._known[office] = self._held(office)
        places, names = self._known[office]
        before = bisect_left(places, at)
        return names[before - 1] if before else None

    def _held(self, office: str) -> tuple[list[int], list[str | None]]:
        """Where somebody is named with the office; and whom all up to there name, the longest name.

        None from the second person on.
        """
        head = office.rpartition(" ")[2]
        which = office.removesuffix(head).rstrip()
        held = sorted(
            (place, name)
            for place, told, name in self._holders.get(head, ())
            if told.endswith(which)
        )
        names: list[str | None] = []
        longest, surnames = "", set[str]()
        for _, name in held:
            surnames.add(head_of(name))
            longest = max(longest, name, key=len)
            names.append(longest if len(surnames) == 1 else None)
        return [place for place, _ in held], names

    @cached_property
    def _holders(self) -> dict[str, list[tuple[int, str, str]]]:
        """By office: where somebody is named with it, what stands before it, and their name."""
        holders: dict[str, list[tuple[int, str, str]]] = {}
        for pattern in (_HOLDER, _HOLDER_BEFORE):
            for found in pattern.finditer(self._text):
                office, place = found["office"].lower(), found.start("office")
                told = found.groupdict().get("told")
                if office not in OFFICES or (told and tag_word(told) & _NOT_WITHIN):
                    continue
                which = self._text[max(0, place - _WHICH) : place].lower().rstrip()
                name = found["name"]
                while name and tag_word(name.rpartition(" ")[2]) & Tag.TIME:
                    name = name.rpartition(" ")[0]  # President Roe Monday
                held = _NOT_IN_OFFICE.isdisjoint(words_of(which)[-_BESIDE:])
                if held and name and kind_of(name) is SourceKind.PERSON:
                    holders.setdefault(office, []).append((found.start("name"), which, name))
        return holders


def is_office(phrase: str) -> bool:
    """Whether a phrase is "the" and an office without a name: the mayor, the prime minister."""
    first, *rest = phrase.split(" ")
    return (
        first.lower() == "the"
        and 0 < len(rest) <= _OFFICE
        and all(map(str.islower, rest))
        and rest[-1] in OFFICES
    )


_OFFICE = 2
"""Words of an office, as in "prime minister"."""


def _is_role(word: str) -> bool:
    return word.lower() in OFFICES or word.lower() in PEOPLE
