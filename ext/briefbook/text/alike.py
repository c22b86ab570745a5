"""Articles whose texts are near alike: the same story in two papers, or two versions of one.

Each text is cut into shingles, runs of five words; of all its shingles' digests the smallest are
kept as its sketch. The share of common digests in two sketches estimates the share of common
shingles in the two texts (Broder, On the resemblance and containment of documents, 1997). Linear in
the texts, and in the number of articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING, Final
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefbook.text.model import Article

_WORD: Final = re.compile(r"\w+")
_WORDS: Final = 5
"""Of a shingle."""
_SIZE: Final = 128
"""Digests of a sketch: its estimate is then off by some five points of a hundred."""
_FEWEST: Final = 30
"""Digests of which a text must have as many: of shorter ones the estimate says nothing."""
_MOST_ALIKE: Final = 20
"""Articles that have a shingle; what stands in more of them is a paper's own wording."""

ALIKE: Final = 0.5
"""The share of common shingles from which on two texts are near alike. One word changed in ten
leaves about as much."""


def sketch(article: Article) -> tuple[int, ...]:
    """The smallest digests of the article's shingles, in order."""
    text = " ".join(article.text_of(block) for block in article.blocks if block.kind.is_text)
    words = _WORD.findall(text.casefold())
    shingles = {
        crc32(" ".join(words[at : at + _WORDS]).encode("utf-8", "replace"))
        for at in range(len(words) - _WORDS + 1)
    }
    return tuple(nsmallest(_SIZE, shingles))


def near_alike(sketches: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[str, str, float]]:
    """Pairs of names, in the order given, whose sketches are alike, and the share estimated."""
    where: dict[int, list[str]] = defaultdict(list)
    for name, digests in sketches.items():
        for each in digests:
            where[each].append(name)
    own = {
        name: [each for each in digests if len(where[each]) <= _MOST_ALIKE]
        for name, digests in sketches.items()
    }
    pairs: dict[tuple[str, str], None] = {}
    for names in where.values():
        if len(names) <= _MOST_ALIKE:
            known = [name for name in names if len(own[name]) >= _FEWEST]
            for number, name in enumerate(known):
                pairs.update(dict.fromkeys((other, name) for other in known[:number]))
    for one, other in pairs:
        a, b = set(own[one]), set(own[other])
        smallest = nsmallest(_SIZE, a | b)
        share = sum(each in a and each in b for each in smallest) / len(smallest)
        if share >= ALIKE:
            yield one, other, share
