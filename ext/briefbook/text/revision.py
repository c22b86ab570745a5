"""What has changed between two versions of an article, paragraph by paragraph, in its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.model import Article

_AROUND: Final = 6
"""Words that are shown on either side of a change."""

_STEPS: Final = 4_000_000
"""Pairs of words that are compared for two articles, which bounds the time: matching costs about
the product of the lengths. Beyond that a paragraph that differs has changed as a whole."""

_MOST_PAIRS: Final = 250_000
"""The same for paragraphs: five hundred against five hundred."""

_ALIKE: Final = 0.5
"""Of the words of two paragraphs, how many they must share for one to stand in the other's place.
With fewer, what is told of them is hardly more than small words between changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A paragraph that is not as it was. Texts are words and blanks, no more than it has."""

    paragraph: int | None
    """Its number in the later version; None where it is gone, or is no numbered paragraph."""
    before: tuple[str, ...] = ()
    """Stretches that are alike and that differ in turn, from one that is alike; none if it is new.
    """
    now: tuple[str, ...] = ()
    """The same of the later version; none if the paragraph is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    number: int | None
    words: tuple[str, ...]


def changes(earlier: Article, later: Article) -> tuple[Change, ...]:
    """The paragraphs that differ, in the order of the later version."""
    old, new = _paragraphs(earlier), _paragraphs(later)
    while old and new and old[0].words == new[0].words:
        old, new = old[1:], new[1:]
    while old and new and old[-1].words == new[-1].words:
        old, new = old[:-1], new[:-1]
    left = _STEPS
    found = []
    for before, now in _pairs(old, new):
        steps = len(before.words) * len(now.words) if before and now else 0
        found.append(_change(before, now, in_words=steps <= left))
        left -= steps if steps <= left else 0
    return tuple(found)


def _paragraphs(article: Article) -> list[_Paragraph]:
    return [
        _Paragraph(number=block.number, words=tuple(article.text_of(block).split()))
        for block in article.blocks
    ]


def _pairs(
    old: Sequence[_Paragraph], new: Sequence[_Paragraph]
) -> Iterator[tuple[_Paragraph | None, _Paragraph | None]]:
    """What stands in the place of what; None where nothing does."""
    if len(old) * len(new) > _MOST_PAIRS:
        yield from zip_longest(old, new)
        return
    texts = [paragraph.words for paragraph in old], [paragraph.words for paragraph in new]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _alike(old[i:i_end], new[j:j_end])


def _alike(
    old: Sequence[_Paragraph], new: Sequence[_Paragraph]
) -> Iterator[tuple[_Paragraph | None, _Paragraph | None]]:
    """Those that are alike side by side, in order, so that they share as many words as can be."""
    if len(new) * sum(len(paragraph.words) for paragraph in old) > _STEPS:
        yield from zip_longest(old, new)
        return
    counted = [Counter(paragraph.words) for paragraph in new]
    shared = [[_shared(Counter(one.words), other) for other in counted] for one in old]
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = shared[i][j] + best[i + 1][j + 1] if shared[i][j] else 0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        elif best[i][j] == best[i][j + 1]:
            yield None, new[j]
            j += 1
        else:
            yield old[i], new[j]
            i, j = i + 1, j + 1
    yield from ((paragraph, None) for paragraph in old[i:])
    yield from ((None, paragraph) for paragraph in new[j:])


def _shared(one: Counter[str], other: Counter[str]) -> int:
    """How many words they share; none where that is too few."""
    found = (one & other).total()
    return found if 2 * found >= _ALIKE * (one.total() + other.total()) else 0


def _change(before: _Paragraph | None, now: _Paragraph | None, *, in_words: bool) -> Change:
    number = now.number if now else None
    if before is None or now is None or not in_words:
        return Change(
            paragraph=number,
            before=_whole(before),
            now=_whole(now),
        )
    old, new = [], []
    for tag, i, i_end, j, j_end in SequenceMatcher(
        None, before.words, now.words, autojunk=False
    ).get_opcodes():
        differs = tag != "equal"
        old.append((before.words[i:i_end], differs))
        new.append((now.words[j:j_end], differs))
    return Change(paragraph=number, before=_shown(old), now=_shown(new))


def _whole(paragraph: _Paragraph | None) -> tuple[str, ...]:
    return () if paragraph is None else ("", " ".join(paragraph.words))


def _shown(runs: list[tuple[tuple[str, ...], bool]]) -> tuple[str, ...]:
    """Alike and different in turn, what is alike cut down to the words around a change."""
    parts = []
    if runs and runs[0][1]:
        parts.append("")
    for number, (words, differs) in enumerate(runs):
        text = " ".join(words)
        if not differs and len(words) > 2 * _AROUND:
            head = [] if number == 0 else words[:_AROUND]
            tail = [] if number == len(runs) - 1 else words[-_AROUND:]
            text = " ".join([*head, "…", *tail])
        parts.append(f" {text}" if text and any(parts) else text)
    return tuple(parts)
