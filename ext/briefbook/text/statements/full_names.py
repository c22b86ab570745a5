"""Full names of people whom the text names in full before it quotes them by surname alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from briefbook.text.statements.phrases import NO_NAMES, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.statements.readings import Passage

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
        places = self._places.get(surname, [])
        count = bisect_left(places, place, key=itemgetter(0))
        return places[count - 1][1] if count else None

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, str | None]]]:
        """By surname, where each full name stands; None closes them, where a second one begins."""
        places: dict[str, list[tuple[int, str | None]]] = {}
        for found in self._found():
            given, before = found["given"], found["before"]
            if given.lower() in PARTICLES:
                continue  # Le Pen
            if given.lower() in NO_NAMES or given.endswith(_POSSESSIVES):
                continue
            opens = _OPENS.search(self._text, max(0, found.start() - 3), found.start())
            if before is None and opens and _DESCRIBES.search(given):
                continue
            if before is not None and before.strip(" .").lower() not in NO_NAMES:
                continue  # "New York Roe", a name of three words
            name = self._text[found.start("given") : found.end()]
            before_it = places.setdefault(found["surname"], [])
            last = before_it[-1][1] if before_it else name
            if last is not None:
                same = last.split(" ")[0] == given
                before_it.append((found.start(), name if same else None))
        return places

    def _found(self) -> Iterator[re.Match[str]]:
        for passage in self._passages:
            yield from _FULL.finditer(self._text, passage.start, passage.end)
