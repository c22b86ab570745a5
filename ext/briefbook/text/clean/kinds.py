"""What a kept line is to its article: title, byline, caption, subhead, bullet or paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.clean.captions import is_caption
from briefbook.text.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.text.clean.features import Page
    from briefbook.text.clean.shapes import Shape
    from briefbook.text.model import DropReason

NEAR = 12
"""Lines before the text in which its title and byline stand, and after it a byline."""

MAX_TITLE = 35
"""Words."""

MAX_SUBHEAD = 14
"""Words."""

_NAME = r"(?:[A-ZÀ-Ž][\w.'’-]*|de|van|von|der|den|al|el|bin|da|di|du|la|le)"
_BYLINE = re.compile(
    # No case folding: "By the time …" is a sentence, "By Jane Doe" is not.
    rf"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]oor|[Tt]ext|[Ww]ritten by|[Aa]uthor|"
    rf"Words by)"
    rf":? (?!The |This |That |A |An |All |Its? )[A-ZÀ-Ž][\w.'’-]*(?:,? (?:and |und |et |y |e |en |"
    rf"& )?{_NAME}){{0,9}}"
    r"(?:[,|/·•–-].{0,60}|[.]?|(?: (?:for|in|at|Published|Updated|Posted)\b.{0,60}))"
)
_CREDITS = re.compile(
    r"[(\[]?(?:(?:additional )?(?:reporting|writing|editing|research)|compiled|translated|edited)"
    r"(?: and (?:reporting|writing|editing))? by:? .{3,200}",
    re.IGNORECASE,
)


def is_byline(text: str) -> bool:
    """Whether ``text``, a line, names the article's authors or editors and says nothing else."""
    if len(text) > 220:
        return False
    if _CREDITS.fullmatch(text):
        return True
    return len(text.split()) <= 16 and _BYLINE.fullmatch(text) is not None


def kinds_of(page: Page, reasons: Sequence[DropReason | None]) -> list[BlockKind | None]:
    """The kind of each line that is kept; None for a line that stays dropped."""
    kinds: list[BlockKind | None] = []
    for i, reason in enumerate(reasons):
        if reason is not None:
            kinds.append(None)
        elif page.bullets[i]:
            kinds.append(BlockKind.BULLET)
        else:
            kinds.append(BlockKind.PARAGRAPH)
    text = [i for i, kind in enumerate(kinds) if kind and page.prose[i] > 0]
    if not text:
        return kinds
    first, last = text[0], text[-1]
    for i in range(max(0, first - NEAR), min(len(kinds), last + NEAR + 1)):
        if page.phrases[i] is not None or page.markup[i]:
            continue
        if is_byline(page.texts[i]):
            kinds[i] = BlockKind.BYLINE
        elif is_caption(page.texts[i]):
            kinds[i] = BlockKind.CAPTION
    body = [i for i in text if kinds[i] in (BlockKind.PARAGRAPH, BlockKind.BULLET)]
    if not body:
        return kinds
    first, last = body[0], body[-1]
    title = _title(page, kinds, first)
    if title is not None:
        kinds[title] = BlockKind.TITLE
    kept = [i for i in range(first, last + 1) if kinds[i] is not None]
    for before, i, after in zip(kept, kept[1:], kept[2:], strict=False):
        if (
            kinds[i] is BlockKind.PARAGRAPH
            and is_heading(page.texts[i], page.shapes[i])
            and page.prose[before] > 0
            and page.prose[after] >= 12
        ):
            kinds[i] = BlockKind.SUBHEAD
    return kinds


def _title(page: Page, kinds: Sequence[BlockKind | None], first: int) -> int | None:
    """The line before the text that is most like a headline of it, or None."""
    best, title = 0.0, None
    for i in range(max(0, first - NEAR), first):
        shape = page.shapes[i]
        if (
            page.phrases[i] is not None
            or page.markup[i]
            or page.bullets[i]
            or kinds[i] in (BlockKind.BYLINE, BlockKind.CAPTION)
            or not 3 <= shape.words <= MAX_TITLE
            or page.texts[i].endswith((".", ",", ";", ":", "…"))
        ):
            continue
        about = page.told_again(i)
        # A headline's words come again in the story; a section's or another story's hardly do.
        if about >= 0.34 and about * shape.words > best:
            best, title = about * shape.words, i
    return title


def is_heading(text: str, shape: Shape) -> bool:
    """Whether ``text``, a line, is written as a heading within an article is."""
    return (
        1 <= shape.words <= MAX_SUBHEAD
        and not text.endswith((".", ",", ";", ":", "…", "!"))
        and (text[0].isupper() or text[0].isdigit())
    )
