"""What editors decide of an article's marks, as data: corrections and review.

A sidecar holds them; ``data/sidecar.schema.json`` says in which form. Kinds of source are words of
``SourceKind``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.quote import TextQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What all corrections have: where in the sidecar they stand."""

    line: int
    """Of the sidecar, 1-based."""
    column: int
    """The character of the line, 1-based."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionCorrection(Correction):
    """What a passage names, a date or a body, or that it names none."""

    quote: TextQuote
    meaning: str | None
    """The date's TIMEX3 value, the body's id; None where the mark is taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCorrection(Correction):
    """Who says the words of a passage and how. None leaves a thing as it is, "" takes it away."""

    quote: TextQuote
    source: str | None = None
    """A name of the source; one that the article does not have yet is made."""
    kind: str | None = None
    """Of a source that is made."""
    basis: str | None = None
    """Words of the article."""
    speaker: str | None = None
    cue: str | None = None
    form: str | None = None
    """A ``StatementKind``."""
    translated: bool | None = None
    remove: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCorrection(Correction):
    """What a source of the article is. None leaves a thing as it is, "" takes it away."""

    name: str
    """The source that is meant, by its name, another that the text has for it, or its id."""
    rename: str | None = None
    kind: str | None = None
    basis: str | None = None
    """Words of the article."""
    same_as: str | None = None
    """Another source of the article, with which it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """All corrections of one article, each kind in the order of the sidecar."""

    dates: tuple[MentionCorrection, ...] = ()
    bodies: tuple[MentionCorrection, ...] = ()
    sources: tuple[SourceCorrection, ...] = ()
    statements: tuple[StatementCorrection, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.dates or self.bodies or self.sources or self.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """That somebody has read an article's marks."""

    by: str
    on: str
    """ISO 8601, ``YYYY-MM-DD``."""
