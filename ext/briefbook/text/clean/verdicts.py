"""What becomes of each line: kept as a kind of block, or dropped for a reason."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.text.kinds import BlockKind, DropReason


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line's fate. ``doubtful`` marks a line that is kept though the rules were not sure."""

    fate: BlockKind | DropReason
    doubtful: bool = False

    @property
    def kept(self) -> bool:
        return isinstance(self.fate, BlockKind)
