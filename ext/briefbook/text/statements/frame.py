"""Attribution frame: a cue and whose words it introduces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.statements.source_rules import SourceRule
    from briefbook.text.statements.tokens import Range


REACH = 60
"""Tokens a source is looked for from its cue: keeps the work linear in sentences without end."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with its source, as ranges of tokens."""

    cue: Range
    source: Range | None
    can: int
    """Bits of ``Cue``; 0 for "according to" and the like."""
    rule: SourceRule | None
    """Of an indirect report; None for passives and nouns, which open none."""
    shared: bool = False
    """The cue has no subject of its own: ", adding", "and warned"."""
    relative: int | None = None
    """The token after the relative pronoun between source and cue."""
    inverted: bool = False
    """The source follows the cue: "said Jane Doe"."""

    @property
    def first(self) -> int:
        if self.source is None:
            return self.cue[0]
        return min(self.cue[0], self.source[0])

    @property
    def last(self) -> int:
        if self.source is None:
            return self.cue[1]
        return max(self.cue[1], self.source[1])
