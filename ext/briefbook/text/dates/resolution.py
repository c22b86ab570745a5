"""What resolving a phrase gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.dates.rule_names import Rule
    from briefbook.text.timex import Timex


@dataclass(frozen=True, slots=True)
class Resolution:
    """A phrase's value, the rule that gave it, the other value where two readings are open."""

    value: Timex
    rule: Rule
    alternative: Timex | None = None
    against: Timex | None = None
    """The date of the text it was counted from; None where that is the date of publication."""


def resolution(
    value: Timex | None, rule: Rule, alternative: Timex | None = None, against: Timex | None = None
) -> Resolution | None:
    """A resolution, or None where there is no value."""
    return None if value is None else Resolution(value, rule, alternative, against)
