"""What resolving a phrase gives."""

from __future__ import annotations

from dataclasses import dataclass

from .rules import Rule


@dataclass(frozen=True, slots=True)
class Resolution:
    """A phrase's value, the rule that gave it, the other value where two readings are open."""

    value: str
    rule: Rule
    alternative: str | None = None


def resolution(value: str | None, rule: Rule, alternative: str | None = None) -> Resolution | None:
    """A resolution, or None where there is no value."""
    return None if value is None else Resolution(value, rule, alternative)
