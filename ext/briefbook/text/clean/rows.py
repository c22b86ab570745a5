"""Rows of menu entries and of other stories' headlines, told by where and how many they stand.

One by itself may read like an entry of the article's. A row of them that no line of text parts,
above the article's headline or below its text, is the page's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.clean.captions import opens_caption
from briefbook.text.kinds import BlockKind, DropReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.clean.page import Page

MIN_ROW = 5
"""Lines in a row that do not end as sentences do."""

MIN_KNOWN = 0.2
"""The share of them that something else has dropped."""

MAX_COMMON = 0.35
"""The share of their words that the article may have as well."""

STRANGE = 0.2
"""The same, where nothing else has dropped any of them."""

HEADLINE = 4
"""Words of a headline at least."""

MAX_HEADLINE = 35

LONG_TEXT = 8
"""Sentences of an article that is no list: only below one do such rows go by their words alone."""

MIN_ABOVE = 3
"""Lines of the article that must stand above, each a sentence at least."""

MIN_GONE = 0.3
"""The share of the lines above the headline that something else has dropped."""

MAX_TEXT_ABOVE = 0.2
"""The share of the page's sentences above what is taken for the headline; with more it is none."""

SENTENCE = 8
"""Words of one at least."""

KICKER = 2
"""Lines right above the headline that may be the article's: its section, its series."""

_ENTRIES = (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.SUBHEAD)


def above_headline(page: Page, kinds: Sequence[BlockKind | None], title: int) -> list[int]:
    """The kept lines above the headline that are no sentences: menus, and other stories.

    None where little above it has been dropped: then it may be a heading of the text.
    """
    if sum(kind is None for kind in kinds[:title]) < MIN_GONE * title:
        return []
    text = [
        i
        for i, shape in enumerate(page.shapes)
        if shape.ends and shape.words >= SENTENCE and not page.bullets[i]
    ]
    if sum(i < title for i in text) > MAX_TEXT_ABOVE * len(text):
        return []
    return [
        i
        for i in range(title)
        if kinds[i] in _ENTRIES
        and (page.bullets[i] or (i < title - KICKER and not page.shapes[i].ends))
    ]


def below_text(page: Page, reasons: Sequence[DropReason | None]) -> dict[int, DropReason]:
    """The kept lines of rows below the article, with the reason to drop them."""
    shapes = page.shapes
    above = sum(
        reasons[i] is None and shapes[i].ends and shapes[i].words >= SENTENCE
        for i in range(page.end)
    )
    if above < MIN_ABOVE:
        return {}
    found: dict[int, DropReason] = {}
    for start, end in _rows(page):
        row = range(start, end)
        known = sum(reasons[i] is not None for i in row)
        if known == len(row):
            continue
        words = [word for i in row for word in shapes[i].content]
        some = known >= MIN_KNOWN * len(row)
        most = MAX_COMMON if some else STRANGE if above >= LONG_TEXT else 0.0
        if page.share_told(words) < most:
            found |= {i: DropReason.RELATED for i in row if reasons[i] is None and _may_go(page, i)}
    return found


def _may_go(page: Page, i: int) -> bool:
    """Cells of a table and captions are seldom the page's, whatever they stand among."""
    if page.credits[i] or opens_caption(page.texts[i]):
        return False
    return page.bullets[i] or page.shapes[i].words >= HEADLINE


def _rows(page: Page) -> Iterator[tuple[int, int]]:
    """Where each row below the article begins and ends."""
    start = page.end
    for i in range(page.end, len(page.texts) + 1):
        if i < len(page.texts) and not _parts(page, i):
            continue
        if i - start >= MIN_ROW:
            yield start, i
        start = i + 1


def _parts(page: Page, i: int) -> bool:
    """Whether a line ends a row: a sentence, one that announces something, a paragraph."""
    shape = page.shapes[i]
    return (
        shape.ends
        or shape.words > MAX_HEADLINE
        or (page.texts[i].endswith(":") and shape.words >= HEADLINE)
    )
