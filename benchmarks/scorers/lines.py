"""Cleaning: how much of what is kept is the article, and how much of the article is lost.

Counted in characters of lines. A corpus is one JSON list of pages: ``p`` and ``block`` hold a
page's lines in two views (leaf paragraphs; every block-level line), ``p_keep`` and ``block_keep``
which of them are the article's, ``p_cover`` and ``block_cover`` how much of the article the lines
hold at all (0 to 1).
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scorers.figures import Figures, figures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

VIEWS = ("p", "block")
MIN_COVER = 0.6
"""Pages whose lines hold less of the article than this are left out: the extraction failed."""

Page = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineScore:
    """The figures of one view of a corpus."""

    kept: Figures
    pages: int
    lines_per_second: float

    @property
    def lost(self) -> float:
        """Per cent of the article's characters that were dropped."""
        return 100 - self.kept.recall


def load(path: Path) -> list[Page]:
    pages: list[Page] = json.loads(path.read_text("utf-8"))
    return pages


def score(keep: Callable[[Sequence[str]], list[bool]], pages: list[Page], view: str) -> LineScore:
    pages = [page for page in pages if page[f"{view}_cover"] >= MIN_COVER]
    right = kept = wanted = lines = 0
    seconds = 0.0
    for page in pages:
        began = time.perf_counter()
        verdicts = keep(page[view])
        seconds += time.perf_counter() - began
        lines += len(verdicts)
        for line, verdict, gold in zip(page[view], verdicts, page[f"{view}_keep"], strict=True):
            right += len(line) * (verdict and gold)
            kept += len(line) * verdict
            wanted += len(line) * gold
    return LineScore(
        kept=figures(right, kept, wanted),
        pages=len(pages),
        lines_per_second=lines / max(seconds, 1e-9),
    )
