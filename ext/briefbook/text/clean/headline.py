"""Which of the lines above the text is its headline.

Each line that may be one is given points: for words that come again in the text, for standing near
it, over a byline, on the page more than once; against what summaries, menus and other stories are.
The points were set by hand on the development pages of three corpora.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.clean.captions import opens_caption
from briefbook.text.clean.page import PROSE
from briefbook.text.model import BlockKind, DropReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.page import Page

ABOVE = 60
"""Lines above the text that are looked at: menus and other stories stand between at times."""

NEAR = 12
"""Lines above the text in which a line may be its headline that tells nothing of it."""

WORDS = (3, 35)
"""At least and at most. Tabloids run to thirty and more."""

BYLINE_BELOW = 6
"""Lines from the first prose down to the byline, where a banner stands above the headline."""

MIN_SHARE = 0.3
"""The share of a headline's longer words that come again in its own story."""

MIN_POINTS = 1.0

SUMMARY = 1.6
"""Points against a line right below another that may be the headline."""

_DATELINE = re.compile(r"[A-ZÀ-Ž][A-ZÀ-Ž .,'’-]{2,40},? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|/|\(|[-–—])")
_SITE = re.compile(r"\s*(?:[|·•–—-]|::)\s.{1,60}")
_NO_END = (",", ";", ":", "…", "—", "–", "-")


def is_page_title(text: str, title: str) -> bool:
    """Whether ``text`` is ``title`` with the site's name behind: "Title | The Gazette"."""
    return text.startswith(title) and _SITE.fullmatch(text, len(title)) is not None


def find_headline(
    page: Page, kinds: Sequence[BlockKind | None], listed: Sequence[bool]
) -> int | None:
    """The index of the headline's line, or None where no line is like one.

    ``kinds`` are those of the lines so far: bylines and captions are known, the rest is text.
    ``listed`` says which are entries of the article's lists.
    """
    start = text_start(page, kinds)
    if start is None:
        return None
    first = max(0, start - ABOVE)
    told: set[str] = set()
    for i in range(first, len(kinds)):
        text = kinds[i] in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        if text and i != start and page.shapes[i].ends and page.prose[i] >= PROSE:
            told |= page.shapes[i].content
    beside = told | page.shapes[start].content
    best, points, alike = None, MIN_POINTS, -2
    other = None
    for i in range(first, start + 1):
        if listed[i] or not _may_be(page, kinds, i, start):
            continue
        own = page.shapes[i].content
        again = len(own & (told if i == start else beside))
        if again < MIN_SHARE * len(own) or not again:
            if other is None and kinds[i] is not None and start - NEAR <= i < start:
                other = i
            continue
        scored = _points(page, kinds, i, start, again)
        if alike == i - 1 and page.texts[i] != page.texts[i - 1]:
            # A summary below the headline has more of the text's words than it.
            scored -= SUMMARY
        if page.phrases[i] is None and not page.bullets[i]:
            alike = i
        if scored > points:
            best, points = i, scored
    if best is not None:
        bare = (i for i in range(first, start) if is_page_title(page.texts[best], page.texts[i]))
        best = next(bare, best)
    # It stands twice where the page has it above the article's own: the first is the headline.
    return other if best is None else page.texts.index(page.texts[best])


def text_start(page: Page, kinds: Sequence[BlockKind | None]) -> int | None:
    """The index of the line with which the article's text begins, or a headline like a sentence."""
    body = [i for i, kind in enumerate(kinds) if kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)]
    within = (i for i in body if i >= page.first and page.prose[i] >= PROSE)
    start = next(within, next((i for i in body if page.shapes[i].ends), None))
    if start is not None:
        # What a byline follows is a banner and no text yet.
        near = range(start, min(start + BYLINE_BELOW, len(kinds)))
        byline = next((i for i in near if kinds[i] is BlockKind.BYLINE), start)
        start = next((i for i in body if i >= byline and page.prose[i] >= PROSE), start)
    return start


def _may_be(page: Page, kinds: Sequence[BlockKind | None], i: int, start: int) -> bool:
    shape, text = page.shapes[i], page.texts[i]
    if not WORDS[0] <= shape.words <= WORDS[1] or page.markup[i] or text.endswith(_NO_END):
        return False
    if kinds[i] in (BlockKind.BYLINE, BlockKind.CAPTION) or opens_caption(text):
        return False
    if text[0].islower() or (page.bullets[i] and shape.words < 5):
        return False
    if page.phrases[i] not in (None, DropReason.SHARING, DropReason.NAVIGATION):
        return False
    if text.endswith(".") and page.copies(text) == 1:
        return False
    if shape.sentences > 2 or _DATELINE.match(text):
        return False
    # The text's own first sentence is no headline of the rest, a question may be.
    return i < start or (text.endswith(("?", "!")) and shape.words <= 20)


def _points(page: Page, kinds: Sequence[BlockKind | None], i: int, start: int, again: int) -> float:
    shape, text = page.shapes[i], page.texts[i]
    points = 2.5 * again / len(shape.content) + 0.3 * min(again, 6)
    points -= 0.05 * (start - i)
    points -= 0.12 * max(0, shape.words - 14)
    if shape.words < 5:
        points -= 0.5
    if page.phrases[i] is not None:
        points -= 1.0
    if page.bullets[i]:
        points -= 2.5
    if page.copies(text) > 1:
        points += 0.5
    if any(kinds[j] is BlockKind.BYLINE for j in range(i + 1, min(start, i + 5))):
        points += 0.8
    if any(page.phrases[j] is DropReason.TIMESTAMP for j in range(i + 1, min(start, i + 6))):
        points += 0.5
    return points
