"""The notes beside a block: long ones folded after their first paragraph, many of them by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.html.nodes import more, summary_line
from briefbook.sphinx.nodes import annotation
from briefbook.text.annotations.motivations import MOTIVATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

IN_SIGHT: Final = 3
"""Notes on one block that stand beside it unfolded; of more, so many corrections do."""
LONG: Final = 400
"""Characters of a note that is folded after its first paragraph."""

_FIRST: Final = "editing"
"""Corrections stand first."""


def lay_out_notes(beside: nodes.Element) -> None:
    """Fold what is too much of the notes in ``beside``."""
    notes = [node for node in beside.children if isinstance(node, annotation)]
    for note in notes:
        _fold_rest(note)
    if len(notes) > IN_SIGHT:
        others = [node for node in beside.children if not isinstance(node, annotation)]
        beside[:] = [*others, *_by_kind(notes)]


def _by_kind(notes: list[annotation]) -> Iterable[nodes.Node]:
    for kind in sorted(MOTIVATIONS.values(), key=lambda each: each.name != _FIRST):
        same = [note for note in notes if note["motivation"] == kind.name]
        in_sight = IN_SIGHT if kind.name == _FIRST else 0
        yield from same[:in_sight]
        if folded := same[in_sight:]:
            further = "more " if in_sight else ""
            line = f"{len(folded)} {further}{kind.one if len(folded) == 1 else kind.many}"
            yield more("", summary_line("", line), *folded, classes=["brief-more"])


def _fold_rest(note: annotation) -> None:
    """Fold what comes between the first paragraph of the body and the line of who wrote it."""
    if len(note) < len(("name", "first paragraph", "rest", "byline")):
        return
    name, first, *rest, byline = note.children
    if sum(len(part.astext()) for part in (first, *rest)) > LONG:
        line = summary_line("", "the rest of the note")
        note[:] = [name, first, more("", line, *rest, classes=["brief-more"]), byline]
