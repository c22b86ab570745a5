"""One block's text with its marks, as MyST inline text.

Dates and bodies are leaves: roles, which cannot nest. Quotations and annotated passages enclose:
bracketed spans with attributes, which can. Spans that cross are split at the crossing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from briefbook.pages.escape import escape, is_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A role on a stretch of text: characters of the seed, 0-based, end-exclusive."""

    start: int
    end: int
    role: str
    target: str
    """What the role points to; the same as the text where it needs no saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A bracketed span around a stretch of text, with the classes it gets."""

    start: int
    end: int
    classes: str
    """Such as ``.quotation``; every piece of a split span gets them."""
    last: str = ""
    """Further classes for the last piece only."""


def render(text: str, offset: int, leaves: list[Leaf], enclosures: list[Enclosure]) -> str:
    """MyST inline text of ``text``, which stands at ``offset`` of the seed.

    Leaves must not overlap one another and, like enclosures, must lie within the text.
    """
    cuts = {offset, offset + len(text)}
    marks: list[Leaf | Enclosure] = [*leaves, *enclosures]
    for mark in marks:
        cuts.update((mark.start, mark.end))
    bounds = sorted(cuts)
    starting: dict[int, list[Enclosure]] = {}
    for enclosure in sorted(enclosures, key=lambda mark: -mark.end):
        starting.setdefault(enclosure.start, []).append(enclosure)
    remaining = sorted(leaves, key=lambda leaf: leaf.start, reverse=True)
    out: list[str] = []
    open_now: list[Enclosure] = []
    for start, end in pairwise(bounds):
        open_now = _close(out, open_now, start)
        for enclosure in starting.get(start, ()):
            if out and out[-1].endswith("!"):
                out[-1] = out[-1][:-1] + r"\!"  # "![" would open an image
            out.append("[")
            open_now.append(enclosure)
        piece = text[start - offset : end - offset]
        while remaining and remaining[-1].end <= start:
            remaining.pop()
        inside = bool(remaining) and remaining[-1].start <= start
        out.append(_role(remaining[-1], piece) if inside else escape(piece))
    _close(out, open_now, bounds[-1])
    return "".join(out)


def _close(out: list[str], open_now: list[Enclosure], position: int) -> list[Enclosure]:
    """Close what ends here; what encloses it but opened later is closed and opened again."""
    ending = [i for i, enclosure in enumerate(open_now) if enclosure.end <= position]
    if not ending:
        return open_now
    crossing = [mark for mark in open_now[ending[0] :] if mark.end > position]
    for enclosure in reversed(open_now[ending[0] :]):
        is_last = enclosure.end <= position
        classes = " ".join(filter(None, (enclosure.classes, enclosure.last if is_last else "")))
        out.append(f"]{{{classes}}}")
    out.append("[" * len(crossing))
    return [*open_now[: ending[0]], *crossing]


def _role(leaf: Leaf, piece: str) -> str:
    if not is_plain(piece) or piece != piece.strip():
        return escape(piece)
    shown = piece if piece == leaf.target else f"{piece} <{leaf.target}>"
    return f"{{{leaf.role}}}`{shown}`"
