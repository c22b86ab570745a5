"""Names that the words beside them tell to be firms' or other bodies', anywhere in a text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.phrases import person_name

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENGLISH = language("en")
_TITLES = _ENGLISH.nouns["title"]
_NO_NAMES = frozenset().union(*_ENGLISH.nouns.values(), *_ENGLISH.words.values())


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_NAME = r"([A-Z]\w[\w&’'-]*(?: [A-Z]\w[\w&’'-]*){0,3}?)"
_ENDS = r"(?=[.,;:)”\"'’]| [a-z(—–-]|\n|$)"
_BODY = _any_of(_ENGLISH.lists["kinds-of-firms"])
_BESIDE = re.compile(
    # Larch CEO Jane Doe; Larch shares
    rf"\b{_NAME}(?:['’]s?)? (?:(?i:{_any_of(_ENGLISH.lists['of-firms'])})|(?i:chief executive))\b"
    # an analyst at Larch
    rf"|\b(?i:{_any_of(_ENGLISH.lists['at-firms'])}) (?:at|of|for|with) {_NAME}{_ENDS}"
    # Larch, a research firm
    rf"|\b{_NAME}, (?:an?|the|one of) (?:[\w’'-]+ ){{0,5}}(?:{_BODY})\b(?!['’])"
    # Larch Holdings
    rf"|\b{_NAME} (?i:{_any_of(_ENGLISH.nouns['firm'])})(?!\w)"
    # the retailer Larch
    rf"|\b(?:{_BODY}) {_NAME}{_ENDS}"
)
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
        return frozenset(
            "".join(filter(None, found.groups())) for found in _BESIDE.finditer(self._text)
        )

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Words that stand behind a title or what looks like a given name."""
        return frozenset(
            found[2]
            for found in _FULL.finditer(self._text)
            if found[1].lower() in _TITLES or found[1].lower() not in _NO_NAMES
        )
