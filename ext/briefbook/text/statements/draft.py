"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.kinds import SourceKind, StatementKind
    from briefbook.text.model import Basis, Span
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.known_names import Naming
    from briefbook.text.statements.source_rules import SourceRule


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    line: int
    kind: StatementKind
    spans: list[Span]
    sentence: int
    """The sentence it ends in, counted through the passage."""
    frame: Frame | None = None
    cue: str | None = None
    source: str | None = None
    """The source's phrase in the text; None where it is carried over or there is none."""
    source_span: Span | None = None
    carried: bool = False
    """The source is the one before's."""
    speaker: str | None = None
    translated: bool = False
    bases: list[Basis] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    apposed: str | None = None
    """The full name that stands beside the source's phrase."""
    named: Naming | None = None
    """Whom the source means, a pronoun, that the text names without quoting them."""
    rule: SourceRule | None = None
    """How its source was found."""
    kind_of_source: SourceKind | None = None
    """Told by the form of the text or by the catalogue, not by the phrase."""
