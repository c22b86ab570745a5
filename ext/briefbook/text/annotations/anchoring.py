"""Where in its article a quoted passage stands: an annotation's, or an editor's correction's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from briefbook.text.annotations.record import OrphanReason, Suggestion
from briefbook.text.errors import AnnotationError
from briefbook.text.lines import ENDS, count_lines
from briefbook.text.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.text.annotations.record import Annotation
    from briefbook.text.model import Article, Block

_WORD = re.compile(r"\w+")
_BLANKS = r"\s+"
_SPACE = re.compile(_BLANKS)
_LINE_END = re.compile(f"[{ENDS}]")

LIKE_ENOUGH = 0.5
"""The share of the passage's words that a suggestion must hold. It only keeps nonsense from being
suggested: in a trial a look-alike scored 0.935, so no score is good enough to be taken."""

_SPELT_ALIKE = 0.75
"""The share of letters that a misspelt passage must have in common with a suggestion: of four, one
may be another, or two may stand the other way round."""
_FEW_LETTERS = 60
"""A passage longer than that shares words with what it was meant to be."""

_SHOWN = 400
"""Characters of a suggestion in a message: a word may be as long as an article."""

LOOKED_THROUGH = 200_000
"""Characters that the orphans of an article, taken together, have looked through for their like:
thirty times an ordinary article. Each looks through the whole, so without a bound the cost would
grow with orphans times characters."""


class Quoted(Protocol):
    """What quotes a passage: W3C's TextQuoteSelector."""

    @property
    def exact(self) -> str: ...

    @property
    def prefix(self) -> str: ...

    @property
    def suffix(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Why a passage is not found, and the one most like it. For an ambiguous one, the first."""

    reason: OrphanReason
    suggestion: Suggestion | None

    def in_words(self) -> tuple[str, str]:
        """The problem, and what to do about it."""
        if self.reason is OrphanReason.AMBIGUOUS:
            problem = "its passage stands in the article more than once"
            remedy = "give more of what stands before and after it, as prefix and suffix"
        else:
            problem = "its passage does not stand in the article"
            remedy = "copy it, and what stands right before and after it, from one paragraph"
        if near := self.suggestion:
            shown = repr(near.text)
            if len(shown) > _SHOWN:
                shown = f"{shown[:_SHOWN]}…"
            remedy += f" (line {near.line} of the seed has {shown})"
        return problem, remedy


def anchor_all(article: Article, annotations: Iterable[Annotation]) -> list[Annotation]:
    """Each of ``annotations`` with its passage in ``article``, or as an orphan with its reason.

    See ``anchor``. After the first orphans, ``LOOKED_THROUGH`` says how many, the rest carry no
    suggestion.
    """
    left = LOOKED_THROUGH
    anchored = []
    for annotation in annotations:
        anchored.append(_anchor(article, annotation, left))
        if anchored[-1].orphan is OrphanReason.GONE:
            left = max(0, left - len(article.seed.text))
    return anchored


def anchor(article: Article, annotation: Annotation) -> Annotation:
    """``annotation`` with its passage in ``article``, or as an orphan with its reason.

    The passage is anchored where prefix, exact and suffix, one right after the other, stand in the
    article's blocks exactly once; all three lie within one block. Then
    ``article.seed.text[start:end] == exact``, but for line ends within a block, which are read as
    spaces. An orphan carries the passage most like its own, if
    any is; for an ambiguous one that is the first of those that fit.

    Front matter does not say of which version of the seed it speaks, so an orphan may be a new
    annotation with a mistake or an old one whose seed has changed. Which of the two, and so
    whether it is an error (see ``anchoring_error``) or to be kept at its article's end, is for the
    caller to decide.
    """
    return _anchor(article, annotation, LOOKED_THROUGH)


def _anchor(article: Article, annotation: Annotation, look: int) -> Annotation:
    """``anchor``, the like of an orphan looked for in the first ``look`` characters of the seed."""
    found = locate(article, annotation, look)
    if isinstance(found, Miss):
        return replace(
            annotation, start=None, end=None, orphan=found.reason, suggestion=found.suggestion
        )
    return replace(annotation, start=found.start, end=found.end, orphan=None, suggestion=None)


def locate(article: Article, quoted: Quoted, look: int = LOOKED_THROUGH) -> Span | Miss:
    """Where ``quoted`` stands in ``article``, as ``anchor`` says, or why it stands nowhere.

    The like of a passage that is not there is looked for in the first ``look`` characters.
    """
    found = find_places(article, quoted.prefix, quoted.exact, quoted.suffix)
    if len(found) == 1:
        [(_, place)] = found
        return place
    if not found:
        # The words may be there, and only what is said to stand around them not.
        found = find_places(article, "", quoted.exact, "")
        reason = OrphanReason.GONE
    else:
        reason = OrphanReason.AMBIGUOUS
    if found:
        suggestion: Suggestion | None = _suggestion(article, *found[0])
    else:
        suggestion = _nearest(article, quoted.exact, look) or _spelt_alike(
            article, quoted.exact, look
        )
    return Miss(reason=reason, suggestion=suggestion)


def anchoring_error(annotation: Annotation) -> AnnotationError:
    """What to tell the contributor of an orphan that ``anchor`` gave."""
    reason = annotation.orphan or OrphanReason.GONE
    problem, remedy = Miss(reason=reason, suggestion=annotation.suggestion).in_words()
    return AnnotationError(annotation.path, annotation.exact_line, problem, remedy)


def find_places(
    article: Article, prefix: str, exact: str, suffix: str, *, most: int = 2
) -> list[tuple[Block, Span]]:
    """The first places of ``exact``, each with its block, where the three stand in a row.

    In a block of several lines, one space stands for any stretch of spaces and line ends.
    """
    text, blocks = article.seed.text, article.blocks
    quotation = _Quotation(prefix, exact, suffix)
    found: list[tuple[Block, Span]] = []
    at = 0
    # The text is looked through as a whole: blocks may be many, and quotations too.
    while len(found) < most and (match := quotation.spaced.search(text, at)):
        number = bisect_right(blocks, match.start(), key=lambda block: block.start) - 1
        if number < 0 or match.start() >= blocks[number].end:
            if number + 1 == len(blocks):
                break
            at = blocks[number + 1].start
            continue
        block = blocks[number]
        places = islice(quotation.places(text, block), most - len(found))
        found += [(block, place) for place in places]
        at = block.end
    return found


class _Quotation:
    """A passage with what stands around it, as it is looked for."""

    def __init__(self, prefix: str, exact: str, suffix: str) -> None:
        self._whole = prefix + exact + suffix
        self._before, self._length = len(prefix), len(exact)
        head, tail = _spaced(prefix), _spaced(suffix)
        # At the edges one blank is as good as many, and a long row of them is gone through once.
        if head.startswith(_BLANKS):
            head = rf"\s{head.removeprefix(_BLANKS)}"
        if tail.endswith(_BLANKS):
            tail = rf"{tail.removesuffix(_BLANKS)}\s"
        self.spaced = re.compile(f"{head}({_spaced(exact)}){tail}")
        """It, whatever white space parts its words."""

    def places(self, text: str, block: Block) -> Iterator[Span]:
        """Where it stands in a block."""
        at = block.start
        if _LINE_END.search(text, block.start, block.end):
            while match := self.spaced.search(text, at, block.end):
                yield Span(start=match.start(1), end=match.end(1))
                at = match.start() + 1
            return
        while (at := text.find(self._whole, at, block.end)) >= 0:
            start = at + self._before
            yield Span(start=start, end=start + self._length)
            at += 1


def _spaced(words: str) -> str:
    """The pattern of ``words``, whatever white space parts them."""
    return _BLANKS.join(map(re.escape, _SPACE.split(words)))


def _nearest(article: Article, exact: str, look: int) -> Suggestion | None:
    """The stretch of as many words as ``exact`` has that shares most words with it; the first.

    It is looked for in the first ``look`` characters of the seed.
    """
    wanted = Counter(word.casefold() for word in _WORD.findall(exact))
    size = wanted.total()
    if not size:
        return None
    best_score = LIKE_ENOUGH * size
    best: Suggestion | None = None
    for block in article.blocks:
        if block.start >= look:
            break
        window: deque[tuple[int, int, str]] = deque()
        missing = wanted.copy()
        shared = 0
        place: tuple[int, int] | None = None
        end = min(block.end, look)
        for match in _WORD.finditer(article.seed.text, block.start, end):
            word = match[0].casefold()
            window.append((match.start(), match.end(), word))
            shared += missing[word] > 0
            missing[word] -= 1
            if len(window) > size:
                _, _, gone = window.popleft()
                missing[gone] += 1
                shared -= missing[gone] > 0
            if shared > best_score or (best is None and shared == best_score):
                best_score = shared
                place = (window[0][0], window[-1][1])
        if place is not None:
            best = _suggestion(article, block, Span(start=place[0], end=place[1]))
    return best


def _spelt_alike(article: Article, exact: str, look: int) -> Suggestion | None:
    """The stretch of as many words as ``exact`` has that is spelt most like it; the first.

    For a passage of few words, of which each may be misspelt.
    """
    size = len(_WORD.findall(exact))
    if not size or len(exact) > _FEW_LETTERS:
        return None
    matcher = SequenceMatcher(b=exact.casefold(), autojunk=False)
    best_ratio, best = _SPELT_ALIKE, None
    for block in article.blocks:
        if block.start >= look:
            break
        window: deque[tuple[int, int]] = deque(maxlen=size)
        for match in _WORD.finditer(article.seed.text, block.start, min(block.end, look)):
            window.append(match.span())
            start, end = window[0][0], window[-1][1]
            if len(window) < size or end - start > 2 * _FEW_LETTERS:
                continue
            matcher.set_seq1(article.seed.text[start:end].casefold())
            if matcher.quick_ratio() >= best_ratio and matcher.ratio() >= best_ratio:
                ratio = matcher.ratio()
                if best is None or ratio > best_ratio:
                    best_ratio, best = (
                        ratio,
                        _suggestion(article, block, Span(start=start, end=end)),
                    )
    return best


def _suggestion(article: Article, block: Block, place: Span) -> Suggestion:
    line = block.line + count_lines(article.seed.text[block.start : place.start] + "?") - 1
    words = article.words_of(place)
    return Suggestion(line=line, start=place.start, end=place.end, text=words)
