"""What a kept line is to its article: title, byline, caption, subhead, bullet or paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.clean.bylines import is_byline
from briefbook.text.clean.captions import opens_caption
from briefbook.text.clean.headline import WORDS, find_headline
from briefbook.text.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.page import Page
    from briefbook.text.clean.shapes import Shape
    from briefbook.text.model import DropReason

NEAR = 12
"""Lines before the text in which its byline stands, and after it."""

MAX_SUBHEAD = 14
"""Words."""

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
        elif page.credits[i] or opens_caption(page.texts[i]):
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


def _opens_text(shape: Shape) -> bool:
    return (shape.ends and shape.words >= MIN_SENTENCE) or shape.words > WORDS[1]
