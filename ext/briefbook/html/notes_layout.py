"""The notes beside a block: long ones folded after their first paragraph, many of them by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefbook.sphinx.nodes import annotation, more, summary_line
from briefbook.text.annotations.motivations import MOTIVATIONS, REPLY
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

IN_SIGHT: Final = 3
"""Notes on one block that stand beside it unfolded, at most."""
FURTHER_DOWN: Final = 8
"""Lines of the margin that these may reach down further than their block, but for the first."""
LONG: Final = 400
"""Characters of a note that is folded after its first paragraph."""

_TEXT, _MARGIN = 69, 34
"""Characters that fill a line of the text, and of the margin."""
_LEADING: Final = 1.45
"""Lines of the margin that are as high as one of the text."""


def lay_out_notes(beside: nodes.Element) -> None:
    """Fold what is too much of the notes in ``beside``, which stands right after its block."""
    notes = [node for node in beside.children if isinstance(node, annotation)]
    # A reply stands by what it answers.
    notes = [note for note in notes if note["motivation"] != REPLY]
    others = [node for node in beside.children if node not in notes]
    for note in notes:
        _fold_rest(note)
    room = _LEADING * _lines(beside.parent[0], _TEXT) + FURTHER_DOWN
    shown = 0
    used = sum(map(_height, others))
    for note in notes[:IN_SIGHT]:
        used += _height(note)
        if shown and used > room:
            break
        shown += 1
    beside[:] = [*others, *notes[:shown], *_by_kind(notes[:shown], notes[shown:])]


def _by_kind(shown: list[annotation], folded: list[annotation]) -> Iterable[nodes.Node]:
    in_sight = {note["motivation"] for note in shown}
    for kind in MOTIVATIONS.values():
        if same := [note for note in folded if note["motivation"] == kind.name]:
            words = _(kind.one if len(same) == 1 else kind.many)
            line = f"{len(same)} {words}"
            if kind.name in in_sight:
                line = _("{number} more {notes}").format(number=len(same), notes=words)
            yield more("", summary_line("", line), *same, classes=["brief-more"])


def _height(node: nodes.Node) -> int:
    """Lines of the margin; what is folded away has one."""
    return sum(1 if isinstance(part, more) else _lines(part, _MARGIN) for part in node.children)


def _lines(node: nodes.Node, width: int) -> int:
    return 1 + len(node.astext()) // width


def _fold_rest(note: annotation) -> None:
    """Fold what comes between the first paragraph of the body and the line of who wrote it."""
    if len(note) < len(("name", "first paragraph", "rest", "byline")):
        return
    name, first, *rest, byline = note.children
    if sum(len(part.astext()) for part in (first, *rest)) > LONG:
        line = summary_line("", _("the rest of the note"))
        note[:] = [name, first, more("", line, *rest, classes=["brief-more"]), byline]
