"""What speaks for a line above the text being its headline, with how much each sign counts.

Each is a number between 0 and about 1. The weights were fitted by ``benchmarks/fit_headlines.py``
on 297 pages of three corpora whose headline is known; so what each counts is what it adds to the
others.
"""

from __future__ import annotations

from bisect import bisect_right
from math import log1p
from typing import TYPE_CHECKING

from briefbook.text.clean.bylines import is_byline
from briefbook.text.clean.page import PROSE
from briefbook.text.kinds import BlockKind, DropReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.page import Page

WEIGHTS = {
    # What it says: its longer words, in the window and in the first sentences below.
    "told": 2.46,
    "told_below": 2.36,
    # How it is written.
    "words_below_5": -2.56,
    "words_above_17": -0.8,
    "words_above_24": -2.38,
    "full_stop": -2.26,
    "question": 0.28,
    "bullet": -2.97,
    "phrase": -0.99,
    "score": -0.54,
    # Where it stands.
    "listed": -1.02,
    "prose_above": -4.15,
    "prose_below": 0.59,
    "starts_text": -1.45,
    "within_text": -2.65,
    "above_text": -0.69,
    "first": 1.48,
    # What stands around it.
    "short_above": 0.69,
    "heading_above": -0.67,
    "summary_below": 0.84,
    "byline_next": 0.77,
    "byline_below": 0.38,
    "timestamp_below": 1.4,
    "sharing_below": 0.79,
    "caption_below": 1.27,
}

NONE = 2.69
"""What the page's having no headline among its lines weighs."""

BELOW = 25
"""Lines below in which the first sentences are looked for."""


class Signs:
    """The signs of each line of a page.

    ``kinds`` are those of the lines so far: bylines and captions are known, the rest is text.
    ``listed`` says which are entries of the article's lists; ``scores`` are those of the features.
    """

    def __init__(
        self,
        page: Page,
        kinds: Sequence[BlockKind | None],
        listed: Sequence[bool],
        scores: Sequence[float],
    ) -> None:
        self._page = page
        self._kinds = kinds
        self._listed = listed
        self._scores = scores
        self._sentences = [
            i
            for i, shape in enumerate(page.shapes)
            if shape.ends
            and page.prose[i] >= PROSE
            and kinds[i] in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        ]

    def of(self, i: int, start: int) -> dict[str, float]:
        """The signs of line ``i``; the text begins with line ``start``. It has a longer word."""
        page, shape, text = self._page, self._page.shapes[i], self._page.texts[i]
        told = page.told(i)
        below = len(shape.content & self._first_words(i))
        return {
            "told": told / len(shape.content),
            "told_below": min(below, 5) / 5,
            "words_below_5": shape.words < 5,
            "words_above_17": shape.words > 17,
            "words_above_24": shape.words > 24,
            "full_stop": text.endswith("."),
            "question": text.endswith("?"),
            "bullet": page.bullets[i],
            "phrase": page.phrases[i] is not None,
            "score": max(-5.0, min(5.0, self._scores[i])) / 5,
            "listed": self._listed[i],
            "prose_above": page.prose_above(i),
            "prose_below": min(1.0, page.prose_from(i + 1, i + 13) / 240),
            "starts_text": i == start,
            "within_text": i > start,
            "above_text": log1p(max(0, start - i)) / 4,
            "first": i == 0,
            "short_above": i > 0 and page.shapes[i - 1].words <= 3,
            "heading_above": i > 0 and page.texts[i - 1] != text and self._like_heading(i - 1),
            "summary_below": self._like_summary(i + 1),
            "byline_next": self._is_byline(i + 1, i + 2),
            "byline_below": self._is_byline(i + 2, i + 5),
            "timestamp_below": DropReason.TIMESTAMP in page.phrases[i + 4 : i + 7],
            "sharing_below": DropReason.SHARING in page.phrases[i + 1 : i + 5],
            "caption_below": any(map(self._is_caption, range(i + 1, i + 4))),
        }

    def _first_words(self, i: int) -> set[str]:
        """The longer words of the first three sentences below line ``i``."""
        after = bisect_right(self._sentences, i)
        words: set[str] = set()
        for line in self._sentences[after : after + 3]:
            if line - i <= BELOW:
                words |= self._page.shapes[line].content
        return words

    def _like_heading(self, i: int) -> bool:
        page = self._page
        return (
            4 <= page.shapes[i].words <= 25
            and not page.shapes[i].ends
            and page.phrases[i] is None
            and not (page.bullets[i] or page.markup[i])
            and self._kinds[i] not in (BlockKind.BYLINE, BlockKind.CAPTION)
        )

    def _like_summary(self, i: int) -> bool:
        page = self._page
        return (
            i < len(page.texts)
            and 8 <= page.shapes[i].words <= 40
            and page.phrases[i] is None
            and not page.bullets[i]
        )

    def _is_byline(self, start: int, end: int) -> bool:
        """Whether one of the lines from ``start`` to ``end`` is, wherever on the page it stands."""
        return any(map(is_byline, self._page.texts[start:end]))

    def _is_caption(self, i: int) -> bool:
        is_line = i < len(self._kinds)
        return is_line and (self._kinds[i] is BlockKind.CAPTION or self._page.credits[i])
