"""One block's text with its marks, as MyST inline text.

Dates and bodies are leaves: roles, which cannot nest. Quotations and annotated passages enclose:
bracketed spans with attributes, which can. Spans that cross are split at the crossing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from briefbook.pages.escape import escape_shown, role
from briefbook.pages.wire import REST
from briefbook.text.characters import showable
from briefbook.text.lines import ENDS, unwrapped


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
    classes: tuple[str, ...]
    """Such as ``quotation``; every piece of a split span gets them."""
    first: tuple[str, ...] = ()
    """Further classes for the first piece only."""
    last: tuple[str, ...] = ()
    """Further classes for the last piece only."""


_NOTHING = "\x00"
"""Keeps the place of a character; ``showable`` gives none such."""

# What a role's text cannot begin with (see `role`), its text, and the blanks that cannot end it.
_PARTS = re.compile(r"([!\s]*)(.*?)(\s*)", re.DOTALL)


def render(text: str, offset: int, leaves: list[Leaf], enclosures: list[Enclosure]) -> str:
    """MyST inline text of ``text``, which stands at ``offset`` of the seed.

    Leaves must not overlap one another and, like enclosures, must lie within the text. Enclosures
    nest as deep as they overlap, and MyST stops at some 20 levels: at most a few may overlap.
    """
    # All of it, before it is cut; but of two characters that end one line, the second goes then.
    shown = unwrapped(showable(text, allowed=ENDS).replace("\r\n", f" {_NOTHING}"))
    cuts = {offset, offset + len(text)}
    marks: list[Leaf | Enclosure] = [*leaves, *enclosures]
    for mark in marks:
        cuts.update((mark.start, mark.end))
    starting: dict[int, list[Enclosure]] = {}
    for enclosure in sorted(enclosures, key=lambda mark: -mark.end):
        starting.setdefault(enclosure.start, []).append(enclosure)
    remaining = sorted(leaves, key=lambda leaf: leaf.start, reverse=True)
    line = _Line()
    for start, end in pairwise(sorted(cuts)):
        line.close(start)
        for enclosure in starting.get(start, ()):
            line.open(enclosure)
        piece = shown[start - offset : end - offset].replace(_NOTHING, "")
        while remaining and remaining[-1].end <= start:
            remaining.pop()
        if remaining and remaining[-1].start <= start:
            line.leaf(remaining[-1], piece)
        else:
            line.text(piece)
    line.close(offset + len(text))
    return line.written()


class _Line:
    """A line of MyST as it is written from left to right."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[tuple[Enclosure, bool]] = []
        """Outermost first, each with whether this is its first piece."""
        self._begun: Leaf | None = None
        """The leaf of which a piece is written."""

    def written(self) -> str:
        return "".join(self._out)

    def text(self, piece: str) -> None:
        if piece:
            self._out.append(escape_shown(piece))

    def leaf(self, leaf: Leaf, piece: str) -> None:
        parts = _PARTS.fullmatch(piece)
        assert parts is not None  # noqa: S101 - it matches any text
        before, words, after = parts.groups()
        made = role(leaf.role, words, leaf.target)
        if made is None:
            self.text(piece)
            return
        self.text(before)
        if self._begun is leaf:
            self._bracket()
            self._out.append(f"{made}]{{.{REST}}}")
        else:
            self._out.append(made)
        self._begun = leaf
        self.text(after)

    def open(self, enclosure: Enclosure, *, is_first: bool = True) -> None:
        self._bracket()
        self._open.append((enclosure, is_first))

    def close(self, position: int) -> None:
        """Close what ends at ``position``; what opened later and goes on is opened again."""
        ending = [at for at, (mark, _) in enumerate(self._open) if mark.end <= position]
        if not ending:
            return
        closed = self._open[ending[0] :]
        del self._open[ending[0] :]
        for enclosure, is_first in reversed(closed):
            classes = [
                *enclosure.classes,
                *(enclosure.first if is_first else ()),
                *(enclosure.last if enclosure.end <= position else ()),
            ]
            self._out.append(f"]{{{' '.join(f'.{name}' for name in classes)}}}")
        going_on = [enclosure for enclosure, _ in closed if enclosure.end > position]
        for enclosure in sorted(going_on, key=lambda mark: -mark.end):
            self.open(enclosure, is_first=False)

    def _bracket(self) -> None:
        if self._out and self._out[-1].endswith("!"):
            self._out[-1] = self._out[-1][:-1] + r"\!"  # "![" would open an image
        self._out.append("[")
