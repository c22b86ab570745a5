"""The notes beside a block: long ones folded after their first paragraph, many of them by kind.

None names a source twice in sight: what its body cites, the line of who wrote it leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.addnodes import pending_xref

from briefbook.sphinx.nodes import annotation, more, summary_line
from briefbook.sphinx.views.context import joined
from briefbook.text.annotations.motivations import MOTIVATIONS, REPLY
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    for note in beside.findall(annotation):
        _name_sources_once(note)
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
    in_sight = {note["motivation"] for note in shown if not note["withdrawn"]}
    standing = [note for note in folded if not note["withdrawn"]]
    for kind in MOTIVATIONS.values():
        if same := [note for note in standing if note["motivation"] == kind.name]:
            words = _(kind.one if len(same) == 1 else kind.many)
            line = f"{len(same)} {words}"
            if kind.name in in_sight:
                line = _("{number} more {notes}").format(number=len(same), notes=words)
            yield more("", summary_line("", line), *same, classes=["brief-more"])
    if gone := [note for note in folded if note["withdrawn"]]:
        line = ngettext("{number} note withdrawn", "{number} notes withdrawn", len(gone))
        yield more("", summary_line("", line), *gone, classes=["brief-more"])


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


def _name_sources_once(note: annotation) -> None:
    """Take the works from the line of who wrote the note that its body, as far as seen, cites."""
    *body, byline = note.children
    if not isinstance(byline, nodes.paragraph) or "brief-byline" not in byline["classes"]:
        return
    seen = {
        key.strip()
        for part in body
        if isinstance(part, nodes.Element) and not isinstance(part, more)
        for cited in _cited(part)
        for key in cited["reftarget"].split(",")
    }
    kept = [cited for cited in _cited(byline) if cited["reftarget"] not in seen]
    if len(kept) < len(_cited(byline)):
        works = [nodes.Text(" · "), *joined([[each] for each in kept], ", ")] if kept else []
        byline[:] = [byline.children[0], *works]


def _cited(node: nodes.Element) -> list[pending_xref]:
    return [each for each in node.findall(pending_xref) if each["refdomain"] == "cite"]
