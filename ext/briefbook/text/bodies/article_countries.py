"""Which countries an article speaks of: its dateline, a sentence, the whole.

A name that several countries' institutions share ("Foreign Ministry", "Supreme Court") is decided
by them where nothing nearer does. Linear in the text; worked out only where it is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import ahocorasick

from briefbook.text.bodies.spellings import fold
from briefbook.text.lang.countries import countries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_GOES_BEFORE = re.compile(r"[\w.@/-]")
"""What stands before a word that is part of another, or of an address."""
_NOT_AFTER = re.compile(
    r"\b(?:New|Latin|African|Asian|Native|Pan|South|North|Central|West|East)[ -]$"
)
_LEAD_BLOCKS = 4
"""Blocks from the top among which one may open with a dateline."""

# "MOSCOW (Reuters) - ", "Belgrade, 5 May (Tanjug) – ", "KYIV, Ukraine — "
_DATELINE = re.compile(
    r"([A-ZÀ-Þ][\w.' -]{1,30}?)(?:, [^()—–]{1,40})?(?: ?\([^()]{2,40}\))? ?[-—–_] ?"
)
_TWICE = 2


class ArticleCountries:
    """The countries that the blocks of one article name."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    @cached_property
    def dateline(self) -> str | None:
        """The country of the city that the article was sent from."""
        for text in self._texts[:_LEAD_BLOCKS]:
            match = _DATELINE.match(text)
            if match and (country := _cities().get(match.group(1).upper())):
                return country
        return None

    @cached_property
    def counts(self) -> Counter[str]:
        """How often the article names each country."""
        total: Counter[str] = Counter()
        for text in self._texts:
            total.update(countries_in(text))
        return total

    @cached_property
    def main(self) -> str | None:
        """The country named twice at least and twice as often as any other."""
        ranked = self.counts.most_common(2)
        if not ranked or ranked[0][1] < _TWICE:
            return None
        if len(ranked) > 1 and ranked[0][1] < _TWICE * ranked[1][1]:
            return None
        return ranked[0][0]

    @property
    def only(self) -> str | None:
        """The country named where no other is."""
        return next(iter(self.counts)) if len(self.counts) == 1 else None


def countries_in(text: str) -> Counter[str]:
    """How often a text, folded, names each country by a name, an adjective or a city."""
    found: Counter[str] = Counter()
    end = 0
    for start, length, country in sorted(_words_in(text)):
        if start < end:
            continue
        if not _NOT_AFTER.search(text, max(0, start - 8), start):
            found[country] += 1
        end = start - length  # of those that begin here the longest comes first
    return found


def _words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a word for a country stands as a word: start, its length below 0, the country."""
    for last, (word, country) in _automaton().iter(text):
        end = last + 1
        start = end - len(word)
        if text[end : end + 1].isalnum() or (start and _GOES_BEFORE.match(text, start - 1)):
            continue
        yield start, -len(word), country


@cache
def _automaton() -> Any:
    """Every word for a country, folded, to itself and the country's name."""
    automaton: Any = ahocorasick.Automaton()
    for country in countries().values():
        for word in (*country.names, *country.adjectives, *country.cities):
            plain = fold(word)
            if plain[:1].isupper() and plain not in automaton:
                automaton.add_word(plain, (plain, country.name))
    automaton.make_automaton()
    return automaton


@cache
def _cities() -> Mapping[str, str]:
    """The country of each city, in capitals."""
    return {
        fold(city).upper(): country.name
        for country in countries().values()
        for city in country.cities
    }
