"""Which of the lines above the text is its headline.

Each line that may be one is scored by its signs (``headline_signs.py``). The scores of all, and
that of there being none, make chances that add up to 1. The likeliest line is the headline where
its chance is ``MIN_CHANCE`` or more: better none than a wrong one, which would head the page.
"""

from __future__ import annotations

import re
from math import exp
from typing import TYPE_CHECKING

from briefbook.text.clean.bylines import is_byline
from briefbook.text.clean.captions import opens_caption
from briefbook.text.clean.headline_signs import NONE, WEIGHTS, Signs
from briefbook.text.clean.page import PROSE
from briefbook.text.kinds import BlockKind, DropReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.page import Page

MIN_CHANCE = 0.35
"""Cross-validated (``benchmarks/fit_headlines.py``), 297 pages, right and another line, per cent:
at 0.25 87.2 and 5.1, at 0.35 86.5 and 5.1, at 0.5 80.8 and 3.4. Of bodies without a headline 18, 16
and 13 are given one; a third of these lines is a headline, in words other than the wanted one's."""

ABOVE = 200
"""Lines above the text that are looked at: menus and other stories stand between at times."""

BELOW = 20
"""Lines from where the text seems to begin: a banner may stand above the headline."""

WORDS = (3, 35)
"""At least and at most. Tabloids run to thirty and more."""

BYLINE_BELOW = 6
"""Lines from the first prose down to the byline, where a banner stands above the headline."""

MAX_SENTENCES = 2

DASHES = ("—", "–")
"""What opens a line that says whose words stand above: "— Jane Doe, in a letter"."""

_DATELINE = re.compile(r"[A-ZÀ-Ž][A-ZÀ-Ž .,'’-]{2,40},? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|/|\(|[-–—])")
# "By The Gazette | Source: Office of the Budget": whose a chart is
_SOURCE = re.compile(r"(?:^|[|·•] ?)Sources?: ")
_SITE = re.compile(r"\s*(?:[|·•–—-]|::)\s.{1,60}")
_TEXT = (BlockKind.PARAGRAPH, BlockKind.BULLET)


def is_page_title(text: str, title: str) -> bool:
    """Whether ``text`` is ``title`` with the site's name behind: "Title | The Gazette"."""
    return text.startswith(title) and _SITE.fullmatch(text, len(title)) is not None


def find_headline(
    page: Page, kinds: Sequence[BlockKind | None], listed: Sequence[bool], scores: Sequence[float]
) -> int | None:
    """The index of the headline's line, or None where no line is like one.

    ``kinds`` are those of the lines so far: bylines and captions are known, the rest is text.
    ``listed`` says which are entries of the article's lists; ``scores`` are those of the features.
    """
    found = {
        i: sum(WEIGHTS[name] * value for name, value in signs.items())
        for i, signs in candidates(page, kinds, listed, scores)
    }
    if not found:
        return None
    best = max(found, key=lambda i: found[i])
    chances = {i: exp(score) for i, score in found.items()}
    # A headline may stand there twice.
    alike = sum(chance for i, chance in chances.items() if page.texts[i] == page.texts[best])
    if alike < MIN_CHANCE * (sum(chances.values()) + exp(NONE)):
        return None
    title = page.texts[best]
    near = page.texts[max(0, best - ABOVE) : best + BELOW]
    # Not the section that a page's title opens with: "Politics | Minister goes".
    alone = (text for text in near if len(text.split()) >= WORDS[0] and is_page_title(title, text))
    return page.texts.index(next(alone, title))


def candidates(
    page: Page, kinds: Sequence[BlockKind | None], listed: Sequence[bool], scores: Sequence[float]
) -> list[tuple[int, dict[str, float]]]:
    """The lines that may be the headline, with their signs. Arguments as in ``find_headline``."""
    start = text_start(page, kinds)
    if start is None:
        return []
    signs = Signs(page, kinds, listed, scores)
    lines = range(max(0, start - ABOVE), min(len(kinds), start + BELOW + 1))
    return [(i, signs.of(i, start)) for i in lines if _may_be(page, kinds, i, start)]


def text_start(page: Page, kinds: Sequence[BlockKind | None]) -> int | None:
    """The index of the line with which the article's text begins, or a headline like a sentence."""
    body = [i for i, kind in enumerate(kinds) if kind in _TEXT]
    within = (i for i in body if i >= page.first and page.prose[i] >= PROSE)
    start = next(within, next((i for i in body if page.shapes[i].ends), None))
    if start is not None:
        # What a byline follows is a banner and no text yet.
        near = range(start, min(start + BYLINE_BELOW, len(kinds)))
        byline = next((i for i in near if kinds[i] is BlockKind.BYLINE), start)
        start = next((i for i in body if i >= byline and page.prose[i] >= PROSE), start)
    return start


def _may_be(page: Page, kinds: Sequence[BlockKind | None], i: int, start: int) -> bool:
    """Whether line ``i`` is written as headlines are."""
    shape, text = page.shapes[i], page.texts[i]
    return (
        WORDS[0] <= shape.words <= WORDS[1]
        and bool(shape.content)
        and shape.sentences <= MAX_SENTENCES
        and kinds[i] not in (BlockKind.BYLINE, BlockKind.CAPTION)
        and page.phrases[i] in (None, DropReason.SHARING, DropReason.NAVIGATION)
        and not page.markup[i]
        and not page.credits[i]
        and not text[0].islower()
        and not text.startswith(DASHES)
        and not text.endswith(":")  # which announces what stands below
        # The text's own first sentence is no headline of the rest, a question may be; a short one
        # that stands right above is the text's, too.
        and not (i >= start - 1 and text.endswith("."))
        and not is_byline(text)
        and not opens_caption(text)
        and not _SOURCE.search(text)
        and not _DATELINE.match(text)
    )
