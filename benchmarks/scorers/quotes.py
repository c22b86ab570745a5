"""Quotations: how many (quotation, speaker) pairs of a corpus are found.

A quotation is found where at least 80 % of the longer of the two spans is shared, quotation marks
and closing punctuation aside. A speaker is right, strictly, where the spans overlap by half of the
shorter one; leniently, also where the two share a content word (a surname, "Kremlin", "official").
A found span that holds more than one quoted span stands for each of them.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorers.figures import Figures, figures
from scorers.polnear import Document, Range, overlap, quoted_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Quote = tuple[int, int, int | None, int | None]

_TRIM = "\"“”‟‘’' \n\t.,;:!?"
_FUNCTION_WORDS = (
    "the a an of and to in for on at by with from his her their its our my that this who which he "
    "she they it i we you him them mr mrs ms dr sen rep gov president former"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteScore:
    """The figures of one corpus."""

    quotes: Figures
    lenient: Figures
    strict: Figures
    fragment_recall: float
    """Of quoted fragments whose source is named: found with a speaker that is leniently right."""
    words_per_second: float


def score(quotes: Callable[[str], Iterable[Quote]], documents: list[Document]) -> QuoteScore:
    count: Counter[str] = Counter()
    seconds = 0.0
    for document in documents:
        began = time.perf_counter()
        predicted = list(quotes(document.text))
        seconds += time.perf_counter() - began
        count["words"] += len(document.text.split())
        _count(document, _projected(document.text, predicted), count)
    return QuoteScore(
        quotes=figures(count["hits"], count["found"], count["gold"]),
        lenient=figures(count["lenient"], count["found sourced"], count["gold sourced"]),
        strict=figures(count["strict"], count["found sourced"], count["gold sourced"]),
        fragment_recall=100 * count["lenient fragments"] / max(1, count["gold fragments sourced"]),
        words_per_second=count["words"] / max(seconds, 1e-9),
    )


def _count(document: Document, found: list[Quote], count: Counter[str]) -> None:
    text = document.text
    count["found"] += len(found)
    count["found sourced"] += sum(quote[2] is not None for quote in found)
    used: set[int] = set()
    for gold in document.gold:
        sourced = bool(gold.speakers)
        count["gold"] += 1
        count["gold sourced"] += sourced
        count["gold fragments sourced"] += sourced and gold.is_fragment
        hit = next(
            (i for i, q in enumerate(found) if i not in used and is_same(text, gold.span, q[:2])),
            None,
        )
        if hit is None:
            continue
        used.add(hit)
        count["hits"] += 1
        _, _, start, end = found[hit]
        if sourced and start is not None and end is not None:
            strict, lenient = speaker_right(text, (start, end), gold.speakers)
            count["strict"] += strict
            count["lenient"] += lenient
            count["lenient fragments"] += lenient and gold.is_fragment


def _projected(text: str, predicted: list[Quote]) -> list[Quote]:
    """Each quoted span of the text that one predicted span covers, with that one's speaker."""
    projected = []
    for span in quoted_spans(text):
        inner = _trimmed(text, span)
        if inner[1] <= inner[0]:
            continue
        covering = [
            quote
            for quote in map(_normal, predicted)
            if overlap(inner, quote[:2]) >= 0.8 * (inner[1] - inner[0])
        ]
        if covering:  # one with a speaker rather than without, then the shortest
            best = min(covering, key=lambda quote: (quote[2] is None, quote[1] - quote[0]))
            projected.append((*span, *best[2:]))
    return projected


def _normal(quote: Quote) -> Quote:
    start, end, first, last = quote
    if first is None or last is None or first < 0 or last <= first:
        return start, end, None, None
    return quote


def _trimmed(text: str, span: Range) -> Range:
    start, end = span
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def is_same(text: str, one: Range, other: Range) -> bool:
    """Whether two spans are one quotation: 80 % of the longer is shared, marks left off."""
    one, other = _trimmed(text, one), _trimmed(text, other)
    longer = max(one[1] - one[0], other[1] - other[0])
    return longer > 0 and overlap(one, other) >= 0.8 * longer


def speaker_right(text: str, found: Range, speakers: tuple[Range, ...]) -> tuple[bool, bool]:
    """Whether the speaker is right strictly, and leniently."""
    for span in speakers:
        shorter = min(found[1] - found[0], span[1] - span[0])
        if overlap(found, span) >= 0.5 * max(1, shorter):
            return True, True
    words = _words(text, found)
    return False, any(words & _words(text, span) for span in speakers)


def _words(text: str, span: Range) -> set[str]:
    words = re.sub(r"['’]s\b", "", text[slice(*span)]).lower()
    return set(re.findall(r"[A-Za-zÀ-ÿ']+", words)).difference(_FUNCTION_WORDS.split())
