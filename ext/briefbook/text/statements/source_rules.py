"""The names that marks give of how a statement's source was found; docs/marks.md explains each."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class SourceRule(StrEnum):
    """Where in its sentence, or by what form of the text, a statement's source was found."""

    # A quotation's.
    AFTER = "after"
    AFTER_RELAYED = "after-relayed"
    AFTER_UNLISTED = "after-unlisted"
    SIGNED = "signed"
    CLOSING = "closing"
    BEFORE = "before"
    REPORTED = "reported"
    COLON = "colon"
    CARRIED = "carried"
    TRANSCRIPT = "transcript"
    NONE = "none"
    # An indirect report's.
    SUBJECT = "subject"
    INVERTED = "inverted"
    SHARED = "shared"
    PARTICIPLE = "participle"
    ACCORDING_TO = "according-to"
    LIST = "list"
    # Of either, by nobody's rule.
    EDITOR = "editor"


CERTAINTY: Final[dict[str, float]] = {
    SourceRule.AFTER: 0.98,
    SourceRule.AFTER_RELAYED: 0.88,
    SourceRule.SIGNED: 0.62,
    SourceRule.CLOSING: 0.82,
    SourceRule.BEFORE: 0.87,
    SourceRule.REPORTED: 0.86,
    SourceRule.COLON: 0.59,
    SourceRule.CARRIED: 0.95,
    SourceRule.SUBJECT: 0.83,
    SourceRule.INVERTED: 0.95,
    SourceRule.SHARED: 0.67,
    SourceRule.PARTICIPLE: 0.56,
    SourceRule.ACCORDING_TO: 0.83,
}
"""How often a rule's statements have the annotators' source: PolNeAR's training and development
parts, measured by benchmarks/certainty.py. A rule seen there fewer than 15 times has none."""
