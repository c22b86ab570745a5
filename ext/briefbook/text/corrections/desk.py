"""Where corrections find their passages, and how they are told of what does not fit."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from briefbook.text.annotations.anchoring import LOOKED_THROUGH, Miss, locate
from briefbook.text.annotations.record import OrphanReason
from briefbook.text.errors import CorrectionError
from briefbook.text.lines import count_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.decisions import Correction
    from briefbook.text.model import Article, Span
    from briefbook.text.quote import TextQuote

SHOWN: Final = 80
"""Characters of the article in a message."""


class Desk:
    """One article on which corrections are made. What does not fit is noted, and left undone."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.problems: list[CorrectionError] = []
        self._path = article.seed.path.removesuffix(".txt") + ".toml"
        self._block_starts = [block.start for block in article.blocks]
        self._look = LOOKED_THROUGH

    def place(self, correction: Correction, quote: TextQuote) -> Span | None:
        """The passage of a correction, found as an annotation's is."""
        found = locate(self.article, quote, self._look)
        if not isinstance(found, Miss):
            return found
        if found.reason is OrphanReason.GONE:
            self._look = max(0, self._look - len(self.article.seed.text))
        self.refuse(correction, *found.in_words())
        return None

    def refuse(self, correction: Correction, problem: str, remedy: str) -> None:
        """Note that a correction does not fit, and why."""
        place = (correction.line, problem, remedy)
        self.problems.append(CorrectionError(self._path, *place, column=correction.column))

    def text_of(self, span: Span) -> str:
        return self.article.seed.text[span.start : span.end]

    def line_of(self, start: int) -> int:
        """The seed's line, 1-based, on which a character of a block stands."""
        block = self.article.blocks[self._block_at(start)]
        return block.line + count_lines(self.article.seed.text[block.start : start] + "?") - 1

    def block_of(self, start: int) -> tuple[int, int]:
        """Where the block begins and ends that holds a character."""
        block = self.article.blocks[self._block_at(start)]
        return block.start, block.end

    def _block_at(self, start: int) -> int:
        return max(0, bisect_right(self._block_starts, start) - 1)


def shown(text: str) -> str:
    """Words of the article for a message."""
    return f"“{text if len(text) <= SHOWN else text[:SHOWN] + '…'}”"


def listed(names: Iterable[str]) -> str:
    """The first few names, for a message."""
    each = [shown(name) for name in names]
    return ", ".join([*each[:5], *(["…"] if each[5:] else [])])
