"""Names that the words beside them tell to be firms' or other bodies', anywhere in a text."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile

from briefbook.text.lang.load import language
from briefbook.text.statements.phrases import OPEN_PHRASES, person_name

_ENGLISH = language("en")
_TITLES = _ENGLISH.nouns["title"]
_NO_NAMES = frozenset().union(*_ENGLISH.nouns.values(), *_ENGLISH.words.values())


_NAME = r"([A-Z]\w[\w&’'-]*(?: [A-Z]\w[\w&’'-]*){0,4})"
_OF_FIRMS = _ENGLISH.lists["of-firms"] | _ENGLISH.nouns["firm"]
_AT_FIRMS = _ENGLISH.lists["at-firms"]
_BODIES = _ENGLISH.lists["kinds-of-firms"]
_NAMED = re.compile(
    # Larch CEO Jane Doe, Larch shares, Larch Holdings; Larch, a research firm
    rf"\b{_NAME}(?=(?:['’]s?)? ([a-z][\w-]*\.?)|, (?:an?|the|one of) ((?:[\w’'-]+ ?){{1,6}}))?"
)
_IT = re.compile(
    # Larch said it would close stores; not: Doe said it would be hard
    r"\b([A-Z][\w&’'-]*) (?:said|says|announced|confirmed)(?: [A-Z]\w+day)?(?: that)? it "
    r"(?:will|would|had|has|plans|planned|expects|expected|intends|intended|aims)\b"
    rf"(?! (?:not )?(?:{'|'.join(sorted(_ENGLISH.lists['of-no-firm']))})\b)"
)
_PREPOSITIONS = ("at", "of", "for", "with")
_BEFORE = 40
"""Characters before a name in which the two words stand that tell what it is."""


def _is_body(beside: list[str]) -> bool:
    """Whether the words behind a name and its comma say that it is a body: a research firm in."""
    core = list(takewhile(lambda word: word not in OPEN_PHRASES and word != "based", beside))
    return bool(core) and core[-1] in _BODIES


_FULL = re.compile(r"\b([A-Z][\w’'-]*\.?) (?=([A-Z][\w’'-]*))")


class FirmNames:
    """The names that one text tells to be firms' or other bodies'."""

    def __init__(self, text: str) -> None:
        self._text = text

    def has(self, phrase: str) -> bool:
        """Whether the name in ``phrase``, which reads like a person's, is a body's."""
        if any(word.lower() in _TITLES for word in phrase.split()):
            return False
        name = person_name(phrase)
        return name in self._bodies and (" " in name or name not in self._surnames)

    @cached_property
    def _bodies(self) -> frozenset[str]:
        found: set[str] = set()
        for named in _NAMED.finditer(self._text):
            name, word, beside = named.groups(default="")
            words = name.split(" ")
            said = next((k for k in range(1, len(words)) if words[k].lower() in _OF_FIRMS), None)
            if said is not None:
                found.add(" ".join(words[:said]))
            elif (
                word in _OF_FIRMS or _is_body(beside.split()) or self._is_told_before(named.start())
            ):
                found.add(name)
        found.update(told[1] for told in _IT.finditer(self._text))
        return frozenset(found)

    def _is_told_before(self, start: int) -> bool:
        """Whether a name at ``start`` is one by the words before: an analyst *at* Larch."""
        before = self._text[max(0, start - _BEFORE) : start].split(" ")
        if len(before) < 2 or before[-1]:
            return False
        if before[-2] in _PREPOSITIONS:
            return len(before) > 2 and before[-3].lower() in _AT_FIRMS
        return before[-2] in _BODIES

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Words that stand behind a title or what looks like a given name."""
        return frozenset(
            found[2]
            for found in _FULL.finditer(self._text)
            if found[1].lower() in _TITLES or found[1].lower() not in _NO_NAMES
        )
