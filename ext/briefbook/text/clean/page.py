"""The lines of one seed, seen together: what each is by itself, and where it stands.

Everything is found in a constant number of passes over the page.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from briefbook.text.clean.captions import find_credit
from briefbook.text.clean.page_line import PageLine
from briefbook.text.clean.shapes import is_doubled, shape_of
from briefbook.text.kinds import DropReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.clean.shapes import Shape

PROSE = 10
"""How much prose, in words, a line of running text holds at least."""

MIN_ROW = 8
"""Bullets in a row, none of them a sentence, that are no running text."""

AROUND = (1, 2, 4, 8)
"""How many lines before and after are looked at."""

_COMMENT = re.compile(
    r"\b(?:says|wrote on|said on|replied to|in reply to)\b.{0,40}:?$"
    r"|\d{1,2}:\d\d ?[ap]m|\bago$|#\d+$|^@\w+",
    re.IGNORECASE,
)
_MAX_COMMENT_LINE = 90
_NEVER = 10**9
_MAX_LEAKS = 2
_WORDS_OF_COPIES = 60
"""Longer lines that come again are paragraphs."""
_WORDS_THAT_TELL = 5
"""Words of a line whose vocabulary is compared."""


class Page:
    """The lines of one seed, layout removed, with their bullets and their phrases."""

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
        self.credits = [find_credit(text) is not None for text in texts]
        # An article that shows programs shows several; a page leaks one or two.
        leaks = sum(shape.script for shape in self.shapes) <= _MAX_LEAKS
        self.markup = [shape.is_markup or (leaks and shape.script) for shape in self.shapes]
        self.doubled = [is_doubled(text) for text in texts]
        self.prose = [
            0.0 if phrase or markup else shape.prose
            for phrase, markup, shape in zip(phrases, self.markup, self.shapes, strict=True)
        ]
        for start, end in _bullet_rows(bullets, self.shapes):
            self.prose[start:end] = [0.0] * (end - start)
        self._prose_to = list(accumulate(self.prose, initial=0.0))
        self._total = max(1.0, self._prose_to[-1])
        self.first, self.end = densest_window(self.prose)
        self._copies = Counter(texts)
        self._vocabulary()
        self._zones()
        self._like_comments = [self._like_comment(i) for i in range(len(texts))]
        self._dense = _running(
            [phrase is not None for phrase in phrases],
            [shape.words < 8 for shape in self.shapes],
            bullets,
            self._like_comments,
        )

    def _vocabulary(self) -> None:
        """The words of the window's lines, by how many lines have them; and the 30 commonest."""
        self._common: Counter[str] = Counter()
        for i in range(self.first, self.end):
            if self.prose[i] >= PROSE:
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

    def copies(self, text: str) -> int:
        """How many lines of the page say ``text`` and nothing else."""
        return self._copies[text]

    def told(self, i: int) -> int:
        """How many of the longer words of line ``i`` another line of the window has."""
        own = int(self.first <= i < self.end and self.prose[i] >= PROSE)
        return sum(self._common[word] > own for word in self.shapes[i].content)

    def prose_above(self, i: int) -> float:
        """The share of the page's prose that stands above line ``i``."""
        return self._prose_to[i] / self._total

    def prose_from(self, start: int, end: int) -> float:
        """The prose, in words, of the lines from ``start`` to ``end``, which may lie beyond."""
        last = len(self.texts)
        return self._prose_to[min(last, end)] - self._prose_to[min(last, start)]

    def share_told(self, words: Sequence[str]) -> float:
        """The share of ``words``, openings of longer ones, that the window's lines have."""
        return sum(self._common[word] > 0 for word in words) / max(1, len(words))

    def in_comments(self, i: int) -> bool:
        """Whether readers' comments have begun before line ``i``."""
        return self._comments_from < i

    def opens_comment(self, i: int) -> bool:
        """Whether line ``i``, below readers' comments, says who wrote one or when."""
        return self.in_comments(i) and self._like_comments[i]

    def in_related(self, i: int) -> bool:
        """Whether a list of other stories has begun before line ``i``."""
        return self._related_from < i

    def lines(self) -> Iterator[PageLine]:
        """Every line as its features see it."""
        to, last = self._prose_to, len(self.texts)
        comments_ago = related_ago = _NEVER
        for i, (text, shape, phrase) in enumerate(
            zip(self.texts, self.shapes, self.phrases, strict=True)
        ):
            is_comment = phrase is DropReason.COMMENTS and i >= self.first
            comments_ago = 0 if is_comment else comments_ago + 1
            related_ago = 0 if phrase is DropReason.RELATED else related_ago + 1
            per_word = 1 / max(1, shape.words)
            common, common_3, topic = self._told_again(i)
            phrases, shorts, bullets, comments = self._dense[i]
            yield PageLine(
                text=text,
                bullet=self.bullets[i],
                phrase=phrase,
                markup=self.markup[i],
                credit=self.credits[i],
                again=shape.words < _WORDS_OF_COPIES and self._copies[text] > 1,
                words=shape.words,
                lower=shape.lower * per_word,
                capital=shape.capital * per_word,
                digits=shape.digits * per_word,
                function=shape.function * per_word,
                ends=shape.ends,
                sentences=shape.sentences,
                commas=shape.commas,
                symbols=shape.symbols,
                heads=not shape.ends and 3 <= shape.words <= 15,
                inside=self.first <= i < self.end,
                before=max(0, self.first - i),
                after=max(0, i - self.end + 1),
                prose_back=[min((to[i] - to[max(0, i - n)]) / n, 40.0) / 40 for n in AROUND],
                prose_ahead=[
                    min((to[min(last, i + 1 + n)] - to[i + 1]) / n, 40.0) / 40 for n in AROUND
                ],
                common=common,
                common_3=common_3,
                topic=topic,
                in_comments=self.in_comments(i),
                in_related=self.in_related(i),
                comments_ago=comments_ago,
                related_ago=related_ago,
                phrases=phrases,
                shorts=shorts,
                bullets=bullets,
                comments=comments,
                phrase_back=i > 0 and self.phrases[i - 1] is not None,
                phrase_ahead=i + 1 < last and self.phrases[i + 1] is not None,
            )

    def _told_again(self, i: int) -> tuple[float, float, float]:
        """The shares of a line's longer words that one and three other lines have, or the topics.

        The lines are those of the window.
        """
        shape = self.shapes[i]
        if not shape.content or shape.words < _WORDS_THAT_TELL:
            return 0.0, 0.0, 0.0
        # A line of the window is in the vocabulary itself: discount it.
        own = int(self.first <= i < self.end and self.prose[i] >= PROSE)
        counts = [self._common[word] - own for word in shape.content]
        return (
            len([count for count in counts if count >= 1]) / len(counts),
            len([count for count in counts if count >= 3]) / len(counts),
            len(shape.content & self._topics) / max(4, len(counts)),
        )


def _bullet_rows(bullets: Sequence[bool], shapes: Sequence[Shape]) -> Iterator[tuple[int, int]]:
    """Where rows of bullets stand none of which ends as a sentence does: menus, headlines."""
    start = 0
    for i in range(len(bullets) + 1):
        if i < len(bullets) and bullets[i] and not shapes[i].ends:
            continue
        if i - start >= MIN_ROW:
            yield start, i
        start = i + 1


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
