"""The words and countries of one block and of its sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from briefbook.text.bodies.article_countries import countries_in
from briefbook.text.lang.sentences import sentence_ends

_WORD = re.compile(r"\w+")
# "Latin American leaders" do not speak for what is American.
_OTHER_AMERICA = re.compile(r"\b(South|Latin|Central|North|Pan)[ -]Americans?\b")


class BlockWords:
    """What is asked of one block's text again and again, worked out once."""

    def __init__(self, number: int, text: str) -> None:
        self.number = number
        self._text = text
        self._sentence_words: dict[int, frozenset[str]] = {}
        self._sentence_countries: dict[int, frozenset[str]] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        return words_of(self._text)

    def words_of_sentence(self, place: int) -> frozenset[str]:
        """The words of the sentence that the character at ``place`` stands in."""
        number = bisect_right(self._sentence_starts, place) - 1
        if number not in self._sentence_words:
            start, end = self._sentence_starts[number : number + 2]
            self._sentence_words[number] = words_of(self._text[start:end])
        return self._sentence_words[number]

    def countries_of_sentence(self, place: int) -> frozenset[str]:
        """The countries named in the sentence that the character at ``place`` stands in."""
        number = bisect_right(self._sentence_starts, place) - 1
        if number not in self._sentence_countries:
            start, end = self._sentence_starts[number : number + 2]
            self._sentence_countries[number] = frozenset(countries_in(self._text[start:end]))
        return self._sentence_countries[number]

    @cached_property
    def countries(self) -> frozenset[str]:
        return frozenset(countries_in(self._text))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [0, *(one.start for one in sentence_ends(self._text)), len(self._text)]

    @cached_property
    def in_capitals(self) -> bool:
        return self._text.isupper()


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(_WORD.findall(_OTHER_AMERICA.sub(r"\1", text).lower()))
