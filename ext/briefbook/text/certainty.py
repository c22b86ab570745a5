"""How often the rule that made a mark is right, from 0 to 1, where that was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.text.dates.rule_names import Rule
from briefbook.text.model import BodyMention, DateMention
from briefbook.text.statements.source_rules import CERTAINTY as OF_SOURCES

if TYPE_CHECKING:
    from briefbook.text.model import Statement

OF_DATES: Final[dict[str, float]] = {
    Rule.EXPLICIT: 0.99,
    Rule.NARRATIVE: 0.91,
    Rule.LAST_THIS_NEXT: 0.83,
    Rule.WEEKDAY: 0.82,
    Rule.DAY_WORD: 0.97,
    Rule.MONTH_DAY: 0.97,
    Rule.QUARTER: 0.84,
    Rule.YEAR_EARLIER: 0.78,
    Rule.REFERS_BACK: 0.92,
    Rule.COUNTED: 0.87,
}
"""How often a rule's dates have the annotators' value: in TimeBank and five texts of WikiWars, by
benchmarks/certainty.py. A rule seen there fewer than 15 times has none."""

OF_BODIES: Final = 0.99
"""How often a name leads to the right body: benchmarks/bodies.py, on its own articles."""


def certainty(mark: DateMention | BodyMention | Statement) -> float | None:
    """Of the rule that made a mark; None where it was not measured, and of an editor's mark."""
    if mark.by_editor:
        return None
    if isinstance(mark, DateMention):
        return OF_DATES.get(mark.rule)
    if isinstance(mark, BodyMention):
        return OF_BODIES
    return OF_SOURCES.get(mark.rule)
