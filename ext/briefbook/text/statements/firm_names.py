"""Names that the words beside them tell to be firms' or other bodies', anywhere in a text."""

from __future__ import annotations

import re
from itertools import takewhile

from briefbook.text.lang.load import language
from briefbook.text.statements.phrases import OPEN_PHRASES, person_name

_ENGLISH = language("en")
_TITLES = _ENGLISH.nouns["title"]
_NO_NAMES = frozenset().union(*_ENGLISH.nouns.values(), *_ENGLISH.words.values())

_OF_FIRMS = _ENGLISH.lists["of-firms"] | _ENGLISH.nouns["firm"]
_AT_FIRMS = _ENGLISH.lists["at-firms"]
_BODIES = _ENGLISH.lists["kinds-of-firms"]
_BEHIND = re.compile(
    # Larch CEO Jane Doe, Larch Holdings; Larch's shares; Larch, a research firm
    r" (?P<name>[A-Z]\w[\w&’'-]*)|(?:['’]s?)? (?P<word>[a-z][\w-]*\.?)"
    r"|, (?:an?|the|one of) (?P<beside>(?:[\w’'-]+ ?){1,6})"
)
_IT = re.compile(
    # Larch said it would close stores; not: Doe said it would be hard
    r" (?:said|says|announced|confirmed)(?: [A-Z]\w+day)?(?: that)? it "
    r"(?:will|would|had|has|plans|planned|expects|expected|intends|intended|aims)\b"
    rf"(?! (?:not )?(?:{'|'.join(sorted(_ENGLISH.lists['of-no-firm']))})\b)"
    # Larch describes its boats
    r"| (?:announced|describes|described|launched|makes|sells|unveiled) (?:its|their) "
)
_PREPOSITIONS = ("at", "of", "for", "with")
_BEFORE = 40
"""Characters before a name in which the two words stand that tell what it is."""


class FirmNames:
    """The names that one text tells to be firms' or other bodies'."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._told: dict[str, bool] = {}

    def has(self, phrase: str) -> bool:
        """Whether the name in ``phrase``, which reads like a person's, is a body's."""
        if any(word.lower() in _TITLES for word in phrase.split()):
            return False
        name = person_name(phrase)
        if name not in self._told:
            self._told[name] = self._is_told(name)
        return self._told[name]

    def _is_told(self, name: str) -> bool:
        """Whether words beside the name say so anywhere, and none that it is a surname."""
        told = False
        start = self._text.find(name)
        while start >= 0:
            end = start + len(name)
            given = self._word_before(start)
            if given[:1].isupper():
                if " " not in name and (given.lower() in _TITLES or given.lower() not in _NO_NAMES):
                    return False  # Jane *Larch*
            elif not self._text[start - 1 : start].isalnum():
                told = told or self._is_told_at(start, end, alone=" " not in name)
            start = self._text.find(name, end)
        return told

    def _is_told_at(self, start: int, end: int, *, alone: bool) -> bool:
        """Whether the words beside the name at ``start`` to ``end`` say that it is a body's."""
        behind = _BEHIND.match(self._text, end)
        found = behind.groupdict(default="") if behind else {}
        if found.get("name"):
            return found["name"].lower() in _OF_FIRMS
        if self._text[end : end + 1].isalnum():
            return False
        return (
            found.get("word", "") in _OF_FIRMS
            or _is_body(found.get("beside", "").split())
            or self._is_told_before(start)
            or (alone and _IT.match(self._text, end) is not None)
        )

    def _word_before(self, start: int) -> str:
        """The word that a blank parts from ``start``; empty where another mark does."""
        if self._text[start - 1 : start] != " ":
            return ""
        before = self._text[max(0, start - _BEFORE) : start - 1].rpartition(" ")[2]
        before = before.rpartition("\n")[2].lstrip('"“‘(')
        return before if before[-1:].isalnum() or before[-1:] == "." else ""

    def _is_told_before(self, start: int) -> bool:
        """Whether a name at ``start`` is one by the words before: an analyst *at* Larch."""
        before = self._text[max(0, start - _BEFORE) : start].split(" ")
        if len(before) < 2 or before[-1]:
            return False
        if before[-2] in _PREPOSITIONS:
            return len(before) > 2 and before[-3].lower() in _AT_FIRMS
        return before[-2] in _BODIES


def _is_body(beside: list[str]) -> bool:
    """Whether the words behind a name and its comma say that it is a body: a research firm in."""
    core = list(takewhile(lambda word: word not in OPEN_PHRASES and word != "based", beside))
    return bool(core) and core[-1] in _BODIES
