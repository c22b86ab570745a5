"""What a kept line is to its article: title, byline, caption, subhead, bullet or paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.clean.bylines import is_byline
from briefbook.text.clean.captions import opens_caption, says_who_stands_where
from briefbook.text.clean.headline import DASHES, WORDS, find_headline
from briefbook.text.clean.page import PROSE
from briefbook.text.kinds import BlockKind, DropReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.page import Page
    from briefbook.text.clean.shapes import Shape

NEAR = 12
"""Lines before the text in which its byline stands, and after it."""

MAX_SUBHEAD = 14
"""Words."""

STANDFIRST_WORDS = (6, 45)
"""At least and at most."""

PARTED = 12
"""Lines below a standfirst within which the text begins."""

_TEXT = (BlockKind.PARAGRAPH, BlockKind.BULLET)

MIN_SENTENCE = 5
"""Words of a line that ends as a sentence does and so begins the text."""

_CLOSING = "\"'”’»)]"
"""Marks that close a sentence after its stop."""

# A line of a transcript: "Q When …?", "THE MINISTER: Soon".
_SPEAKER = re.compile(r"(?:Q|A)[.:)]? |[A-ZÀ-Ž][\w .'’-]{1,40}: ")


def is_answer(text: str) -> bool:
    """Whether ``text``, a line, opens as a transcript's does: "A: …", "THE MINISTER: …"."""
    return _SPEAKER.match(text) is not None


def is_heading(text: str, shape: Shape) -> bool:
    """Whether ``text``, a line, is written as a heading within an article is."""
    return (
        1 <= shape.words <= MAX_SUBHEAD
        and not text.rstrip(_CLOSING).endswith((".", ",", ";", ":", "…", "!"))
        and (text[0].isupper() or text[0].isdigit())
        and _SPEAKER.match(text) is None
    )


def first_kinds(page: Page, reasons: Sequence[DropReason | None]) -> list[BlockKind | None]:
    """What is told of each line by itself: bylines, captions, bullets; all others as paragraphs."""
    kinds: list[BlockKind | None] = []
    for i, reason in enumerate(reasons):
        if reason is not None:
            kinds.append(None)
        elif page.bullets[i]:
            kinds.append(BlockKind.BULLET)
        else:
            kinds.append(BlockKind.PARAGRAPH)
    text = [i for i, kind in enumerate(kinds) if kind is not None]
    if not text:
        return kinds
    for i in range(max(0, text[0] - NEAR), min(len(kinds), text[-1] + NEAR + 1)):
        if page.phrases[i] is not None or page.markup[i]:
            continue
        if is_byline(page.texts[i]):
            kinds[i] = BlockKind.BYLINE
        elif (
            page.credits[i]
            or opens_caption(page.texts[i])
            or (kinds[i] is BlockKind.PARAGRAPH and says_who_stands_where(page.texts[i]))
        ):
            kinds[i] = BlockKind.CAPTION
    return kinds


def kinds_of(
    page: Page,
    reasons: Sequence[DropReason | None],
    listed: Sequence[bool],
    scores: Sequence[float],
) -> list[BlockKind | None]:
    """The kind of each line that is kept; None for a line that stays dropped.

    ``listed`` says of each line whether it is an entry of one of the article's lists; ``scores``
    are those of the features.
    """
    kinds = first_kinds(page, reasons)
    text = [i for i, reason in enumerate(reasons) if reason is None]
    if not text:
        return kinds
    title = find_headline(page, kinds, listed, scores)
    if title is not None:
        kinds[title] = BlockKind.TITLE
        standfirst = _standfirst(page, kinds, title)
        if standfirst is not None:
            kinds[standfirst] = BlockKind.STANDFIRST
    body = [i for i in text if kinds[i] in (BlockKind.PARAGRAPH, BlockKind.BULLET)]
    first = next((i for i in body if _opens_text(page.shapes[i])), None)
    if first is None:
        return kinds
    kept = [i for i in range(first, body[-1] + 1) if kinds[i] is not None]
    for before, i, after in zip(kept, kept[1:], kept[2:], strict=False):
        if (
            kinds[i] is BlockKind.PARAGRAPH
            and is_heading(page.texts[i], page.shapes[i])
            and page.shapes[before].prose > 0
            and page.shapes[after].prose >= 12
            and (page.shapes[before].ends or not listed[i])
        ):
            kinds[i] = BlockKind.SUBHEAD
    return kinds


def _standfirst(page: Page, kinds: Sequence[BlockKind | None], title: int) -> int | None:
    """The summary below the headline: what a byline, a time or a share bar parts from the text.

    Where nothing stands between, the line below the headline is the text's first paragraph.
    """
    i = title + 1
    if i >= len(kinds) or not (kinds[i] is BlockKind.PARAGRAPH or _may_be_kept(page, kinds, i)):
        return None
    shape = page.shapes[i]
    if not STANDFIRST_WORDS[0] <= shape.words <= STANDFIRST_WORDS[1] or shape.sentences > 2:
        return None
    text = page.texts[i]
    if text[-1] in ":…" or is_answer(text) or text.startswith(DASHES):
        return None
    after = range(i + 1, min(len(kinds), i + 1 + PARTED))
    below = next((j for j in after if kinds[j] in _TEXT and page.prose[j] >= PROSE), None)
    if below is None:
        return None
    parts = (DropReason.TIMESTAMP, DropReason.SHARING)
    between = range(i + 1, below)
    is_parted = any(kinds[j] is BlockKind.BYLINE or page.phrases[j] in parts for j in between)
    return i if is_parted else None


def _may_be_kept(page: Page, kinds: Sequence[BlockKind | None], i: int) -> bool:
    """Whether a sentence was dropped for where it stands alone: far from the text, at its headline.

    Without a stop it may as well be another story's headline.
    """
    by_place = page.phrases[i] is None and not (page.markup[i] or page.doubled[i])
    return kinds[i] is None and by_place and page.shapes[i].ends and not page.bullets[i]


def _opens_text(shape: Shape) -> bool:
    return (shape.ends and shape.words >= MIN_SENTENCE) or shape.words > WORDS[1]
