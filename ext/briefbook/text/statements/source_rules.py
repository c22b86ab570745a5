"""The names that marks give of how a statement's source was found; docs/marks.md explains each."""

from __future__ import annotations

from enum import StrEnum


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
