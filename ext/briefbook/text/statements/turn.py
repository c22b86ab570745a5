"""A turn of a transcript: what one speaker says in one passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind

if TYPE_CHECKING:
    from briefbook.text.statements.labels import Label


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one passage: characters, the label left out."""

    line: int
    start: int
    end: int
    label: Label
    goes_on: bool
    """It goes on with what an earlier passage opened."""

    @property
    def who(self) -> tuple[int, int] | None:
        """Characters of the speaker's label; None where it does not name one, or goes on."""
        named = not self.goes_on and self.label.kind is not SourceKind.UNKNOWN
        return (self.label.start, self.label.end) if named else None
