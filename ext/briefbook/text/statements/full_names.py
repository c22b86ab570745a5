"""Full names of people whom the text names in full before it quotes them by surname alone."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from briefbook.text.lang.load import language
from briefbook.text.statements.phrases import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.statements.readings import Passage

_ENGLISH = language("en")
_NO_GIVEN_NAMES = frozenset().union(*_ENGLISH.nouns.values(), *_ENGLISH.words.values())
_PARTICLE = "|".join(sorted(map(re.escape, PARTICLES)))
_POSSESSIVES = ("'s", "’s")
_GIVEN = r"[A-Z][a-z][\w’'-]*"
# One name does not begin within another, so each place of the text is read once.
_FULL: Final = re.compile(
    rf"(?<![\w’'.-])(?P<before>[A-Z][\w’'.-]* )?(?P<given>{_GIVEN}) (?:[A-Z]\.[A-Z]?\.? ?)?"
    rf"(?:(?:{_PARTICLE}) )?(?P<surname>[A-Z][a-z][\w’-]*)(?![\w’-]| [A-Z])"
)
# "Embattled Roe said", "Opposing Roe"; of names within a sentence, Fred and Sterling are some.
_DESCRIBES: Final = re.compile(r"[a-z]+(?:ed|ing)$")
_OPENS: Final = re.compile(r"(?:^|[\n.!?:;•–—]|[\"”“‘])\s*$")


class FullNames:
    """The given names and surnames that stand side by side in the passages of one text.

    Headlines and captions do not introduce anybody.
    """

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self._text = text
        self._passages = passages

    def before(self, surname: str, place: int) -> str | None:
        """The full name with which ``surname`` stands before the character at ``place``.

        None where there is none, or where people of two given names have the surname.
        """
        found = [name for at, name in self._places.get(surname, ()) if at < place]
        return found[-1] if len({name.split(" ")[0] for name in found}) == 1 else None

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, str]]]:
        places: dict[str, list[tuple[int, str]]] = {}
        for found in self._found():
            given, before = found["given"], found["before"]
            if given.lower() in PARTICLES:
                continue  # Le Pen
            if given.lower() in _NO_GIVEN_NAMES or given.endswith(_POSSESSIVES):
                continue
            opens = _OPENS.search(self._text, max(0, found.start() - 3), found.start())
            if before is None and opens and _DESCRIBES.search(given):
                continue
            if before is not None and before.strip(" .").lower() not in _NO_GIVEN_NAMES:
                continue  # "New York Roe", a name of three words
            name = self._text[found.start("given") : found.end()]
            places.setdefault(found["surname"], []).append((found.start(), name))
        return places

    def _found(self) -> Iterator[re.Match[str]]:
        for passage in self._passages:
            yield from _FULL.finditer(self._text, passage.start, passage.end)
