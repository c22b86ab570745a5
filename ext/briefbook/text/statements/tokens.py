"""A block as tokens: words and marks, each quoted span taken as one token."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.statements.quotation import Quoted

Range = tuple[int, int]
"""First token and the one after the last."""

SENTENCE_ENDS = frozenset(".!?\u2026")


@dataclass(slots=True)
class Tokens:
    """The tokens of one block, as parallel lists. ``start``/``end`` are characters of the text."""

    word: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    tag: list[int] = field(default_factory=list)
    quoted: dict[int, Quoted] = field(default_factory=dict)
    """The span behind each token tagged QUOTED."""

    def __len__(self) -> int:
        return len(self.word)
