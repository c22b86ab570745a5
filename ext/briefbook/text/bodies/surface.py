"""What one spelling of a name can mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefbook.text.bodies.body import ContextName

_SHORTEST_PLURAL = 4
"""Characters; shorter abbreviations with an s are other words more often ("PAs", "ISs"), and
so are words: pentagons are shapes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What one spelling can mean. With neither owner nor context it means no body at all."""

    text: str
    """The folded spelling, without "the"."""
    owner: str | None = None
    """The id of the body whose name it is without more ado."""
    owner_needs_the: bool = False
    context: tuple[tuple[str, ContextName], ...] = ()
    """Ids of bodies it means where the article makes it so."""
    offices: Mapping[str, str] = field(default_factory=dict)
    """By country, the id of the body that it means beside that country's name."""

    @property
    def has_plural(self) -> bool:
        """Whether an s after it leaves it what it is: "Treasury bonds" are no Treasury either."""
        if self.owner is None and not self.context:
            return True
        return len(self.text) >= _SHORTEST_PLURAL and self.text.isupper()
