"""What resolving a phrase gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rules import Rule


@dataclass(frozen=True, slots=True)
class Resolution:
    """A phrase's value, the rule that gave it, the other value where two readings are open."""

    value: str
    rule: Rule
    alternative: str | None = None
    against: str | None = None
    """The date of the text it was counted from; None where that is the date of publication."""


def resolution(
    value: str | None, rule: Rule, alternative: str | None = None, against: str | None = None
) -> Resolution | None:
    """A resolution, or None where there is no value."""
    return None if value is None else Resolution(value, rule, alternative, against)
