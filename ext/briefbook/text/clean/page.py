"""What tells an article's lines from the page's: each line by itself, and where it stands.

A line is told as numbers between 0 and about 1, in the order of ``WEIGHTS``, which name them and
say how much each counts. Everything is found in a constant number of passes over the page.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from math import log1p
from typing import TYPE_CHECKING

from briefbook.text.clean.captions import find_credit
from briefbook.text.clean.shapes import shape_of
from briefbook.text.model import DropReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.shapes import Shape

LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45)
"""Steps in a line's number of words."""

AROUND = (1, 2, 4, 8)
"""How many lines before and after are looked at."""

_REASONS = (
    DropReason.SIGN_UP,
    DropReason.NAVIGATION,
    DropReason.SHARING,
    DropReason.NOTICE,
    DropReason.ADVERTISEMENT,
    DropReason.RELATED,
    DropReason.TIMESTAMP,
    DropReason.COMMENTS,
)

_BYLINE = re.compile(r"(?:by|von|par|por|di|door|text|written by):? [A-ZÀ-Ž]", re.IGNORECASE)
_COMMENT = re.compile(
    r"\b(?:says|wrote on|said on|replied to|in reply to)\b.{0,40}:?$"
    r"|\d{1,2}:\d\d ?[ap]m|\bago$|#\d+$|^@\w+",
    re.IGNORECASE,
)
_MAX_COMMENT_LINE = 90
_NEVER = 10**9


class Page:
    """The lines of one seed, seen together. ``features(i)`` tells line ``i``."""

    def __init__(
        self,
        texts: Sequence[str],
        bullets: Sequence[bool],
        phrases: Sequence[DropReason | None],
    ) -> None:
        self.texts = texts
        self.bullets = bullets
        self.phrases = phrases
        self.shapes: list[Shape] = [shape_of(text) for text in texts]
        self.markup = [shape.is_markup for shape in self.shapes]
        self.prose = [
            0.0 if phrase or markup else shape.prose
            for phrase, markup, shape in zip(phrases, self.markup, self.shapes, strict=True)
        ]
        self._prose_to = list(accumulate(self.prose, initial=0.0))
        self._total = max(1.0, self._prose_to[-1])
        self.first, self.end = densest_window(self.prose)
        self._copies = Counter(texts)
        self._vocabulary()
        self._zones()
        self._dense = _running(
            [phrase is not None for phrase in phrases],
            [shape.words < 8 for shape in self.shapes],
            bullets,
            [self._like_comment(i) for i in range(len(texts))],
        )

    def _vocabulary(self) -> None:
        """The words of the window's lines, by how many lines have them; and the 30 commonest."""
        self._common: Counter[str] = Counter()
        for i in range(self.first, self.end):
            if self.prose[i] >= 10:
                self._common.update(self.shapes[i].content)
        ranked = sorted(self._common.items(), key=lambda item: (-item[1], item[0]))
        self._topics = {word for word, lines in ranked[:30] if lines > 1}

    def _zones(self) -> None:
        """Where, with some of the article behind, comments and then other stories begin."""
        self._comments_from = self._related_from = _NEVER
        for i in range(self.first, len(self.texts)):
            if self._prose_to[i] < 0.15 * self._total:
                continue
            if self._comments_from == _NEVER and self.phrases[i] is DropReason.COMMENTS:
                self._comments_from = i
            if (
                self._related_from == _NEVER
                and self.phrases[i] is DropReason.RELATED
                and self.shapes[i].words <= 6
                and i + 1 < len(self.texts)
                and not (self.shapes[i + 1].ends and self.shapes[i + 1].words > 12)
            ):
                self._related_from = i

    def _like_comment(self, i: int) -> bool:
        if self.phrases[i] is DropReason.COMMENTS:
            return True
        return len(self.texts[i]) < _MAX_COMMENT_LINE and bool(_COMMENT.search(self.texts[i]))

    def in_comments(self, i: int) -> bool:
        """Whether readers' comments have begun before line ``i``."""
        return self._comments_from < i

    def in_related(self, i: int) -> bool:
        """Whether a list of other stories has begun before line ``i``."""
        return self._related_from < i

    def all_features(self) -> list[list[float]]:
        """The numbers of every line, each in the order of ``WEIGHTS``."""
        rows = []
        comments_ago = related_ago = _NEVER
        for i, phrase in enumerate(self.phrases):
            is_comment = phrase is DropReason.COMMENTS and i >= self.first
            comments_ago = 0 if is_comment else comments_ago + 1
            related_ago = 0 if phrase is DropReason.RELATED else related_ago + 1
            rows.append(
                [*self._itself(i), *self._place(i), *self._neighbours(i, comments_ago, related_ago)]
            )
        return rows

    def _itself(self, i: int) -> list[float]:
        text, shape, phrase = self.texts[i], self.shapes[i], self.phrases[i]
        words = shape.words
        per_word = 1 / max(1, words)
        function = shape.function * per_word
        mostly_capital = shape.capital * per_word > 0.6
        return [
            1.0,
            self.bullets[i],
            log1p(min(words, 60)) / 4,
            shape.ends,
            shape.ends and words >= 8,
            shape.lower * per_word,
            words >= 3 and mostly_capital,
            words >= 6 and mostly_capital,
            shape.digits * per_word,
            function,
            words >= 8 and function > 0.3,
            shape.sentences >= 2,
            shape.sentences >= 3,
            min(shape.commas, 4) / 4,
            text[0] in "\"'“«„‘",
            text.endswith(":"),
            text.endswith("?"),
            text.endswith(("…", "...")),
            words <= 12 and _BYLINE.match(text) is not None,
            find_credit(text) is not None,
            words < 60 and self._copies[text] > 1,
            "|" in text or text.endswith(("»", "›")),
            "http" in text or "www." in text,
            min(1.0, 3 * shape.symbols),
            self.markup[i],
            *[words >= step for step in LENGTHS],
            phrase is not None,
            *[phrase is reason for reason in _REASONS],
        ]

    def _place(self, i: int) -> list[float]:
        shape, words = self.shapes[i], self.shapes[i].words
        before, after = i < self.first, i >= self.end
        inside = not before and not after
        lead = self.first - i if before else 0
        trail = i - self.end + 1 if after else 0
        heading = not shape.ends
        sides = []
        to, last = self._prose_to, len(self.texts)
        for n in AROUND:
            back = min((to[i] - to[max(0, i - n)]) / n, 40.0) / 40
            ahead = min((to[min(last, i + 1 + n)] - to[i + 1]) / n, 40.0) / 40
            sides += [back, ahead, min(back, ahead), max(back, ahead)]
        return [
            inside,
            before,
            after,
            log1p(lead) / 4,
            log1p(trail) / 4,
            lead == 1,
            lead == 2,
            2 < lead < 7,
            trail == 1,
            trail == 2,
            2 < trail < 7,
            before and words >= 20,
            before and shape.ends and words >= 8,
            after and words >= 20,
            after and shape.ends and words >= 8,
            inside and words < 6,
            inside and self.phrases[i] is not None,
            inside and heading and 3 <= words <= 15,
            inside and heading and 3 <= words <= 15 and self.bullets[i],
            not inside and heading,
            *sides,
            sides[2] if words < 8 else 0.0,
        ]

    def _neighbours(self, i: int, comments_ago: int, related_ago: int) -> list[float]:
        shape, words = self.shapes[i], self.shapes[i].words
        inside = self.first <= i < self.end
        after = i >= self.end
        # A line of the window is in the vocabulary itself: discount it.
        own = int(inside and self.prose[i] >= 10)
        common = common_3 = topic = 0.0
        if shape.content and words >= 5:
            counts = [self._common[word] - own for word in shape.content]
            common = sum(count >= 1 for count in counts) / len(counts)
            common_3 = sum(count >= 3 for count in counts) / len(counts)
            topic = len(shape.content & self._topics) / max(4, len(counts))
        in_comments = self.in_comments(i)
        in_related = self.in_related(i)
        long = words >= 12
        near = 0 < comments_ago < 10
        phrases, shorts, bullets, comments = self._dense[i]
        return [
            common,
            common_3,
            words >= 6 and not common,
            common if after else 0.0,
            topic,
            words >= 10 and not topic,
            in_comments,
            in_comments and long,
            comments,
            comments if long else 0.0,
            near and after,
            0 < related_ago < 5,
            related_ago == 1,
            0 < related_ago < 5 and not shape.ends,
            0 < related_ago < 5 and after,
            in_related,
            phrases,
            phrases if words >= 15 else 0.0,
            0.0 if inside else phrases,
            shorts,
            shorts if inside else 0.0,
            shorts if words >= 15 else 0.0,
            i > 0 and self.phrases[i - 1] is not None,
            i + 1 < len(self.texts) and self.phrases[i + 1] is not None,
            bullets,
        ]


def densest_window(prose: Sequence[float], cost: float = 8.0) -> tuple[int, int]:
    """First and end of the run of lines with the largest sum of ``prose`` less ``cost`` a line.

    Kadane's maximum subarray. Eight words a line is what separates paragraphs from menus in the
    baseline that this grew from ("best contiguous window", 88 to 90 % F1 by itself).
    """
    best, first, end = 0.0, 0, 0
    start, total = 0, 0.0
    for i, weight in enumerate(prose):
        if total <= 0:
            start, total = i, 0.0
        total += weight - cost
        if total > best:
            best, first, end = total, start, i + 1
    return first, end


def _running(
    phrases: Sequence[bool],
    shorts: Sequence[bool],
    bullets: Sequence[bool],
    comments: Sequence[bool],
) -> list[tuple[float, float, float, float]]:
    """For each line, the shares of such lines around it: four lines a side, six for comments."""
    to = [list(accumulate(map(int, flags), initial=0)) for flags in (phrases, shorts, bullets)]
    to_comments = list(accumulate(map(int, comments), initial=0))
    last = len(phrases)
    rows = []
    for i in range(last):
        low, high = max(0, i - 4), min(last, i + 5)
        near = to_comments[min(last, i + 7)] - to_comments[max(0, i - 6)]
        rows.append(
            (
                (to[0][high] - to[0][low] - phrases[i]) / (high - low),
                (to[1][high] - to[1][low] - shorts[i]) / (high - low),
                (to[2][high] - to[2][low]) / (high - low),
                near / 13,
            )
        )
    return rows
