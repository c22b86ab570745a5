"""Where the words of a PDF stand: to find what overlaps, runs off the page, or is left alone."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pdf_text import Block, tagged_blocks
from pypdf import PdfReader
from pypdf.generic import ContentStream

ASCENT, DESCENT = 0.66, 0.2
"""Of a line above and below its foot, in parts of the size of type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What one operation draws of a line, in points from the page's lower left."""

    left: float
    right: float
    foot: float
    size: float
    is_artifact: bool

    @property
    def top(self) -> float:
        return self.foot + ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.foot - DESCENT * self.size

    def meets(self, other: Box) -> bool:
        """Whether both cover the same room, by more than the least of what lines may share."""
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > 1.5 and up > 0.3 * min(self.size, other.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: its size in points, and the words on it."""

    width: float
    height: float
    boxes: list[Box]

    @property
    def fill(self) -> float:
        """How far down the words reach, the foot line left out: 1 for the whole page."""
        text = [box.bottom for box in self.boxes if not box.is_artifact]
        return (self.height - min(text, default=self.height)) / self.height


def sheets(pdf: bytes) -> list[Sheet]:
    """All pages of a PDF that Typst made."""
    reader: Any = PdfReader(io.BytesIO(pdf))
    widths: dict[int, dict[int, float]] = {}
    return [_sheet(page, reader, widths) for page in reader.pages]


def off_the_page(sheet: Sheet, margin: float = 20) -> list[Box]:
    """Words that come nearer to an edge than any margin is wide."""
    return [
        box
        for box in sheet.boxes
        if box.left < margin
        or box.right > sheet.width - margin
        or box.bottom < margin
        or box.top > sheet.height - margin
    ]


def overlaps(sheet: Sheet) -> list[tuple[Box, Box]]:
    """Pairs of words that cover each other."""
    boxes = sorted(sheet.boxes, key=lambda box: -box.foot)
    found = []
    for place, box in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other.top < box.bottom:
                continue
            if box.meets(other):
                found.append((box, other))
    return found


def stranded_heads(pdf: bytes) -> list[str]:
    """Headings that nothing follows on their page."""
    blocks = [block for block in tagged_blocks(pdf) if block.text]
    return [
        head.text for head, after in pairwise(blocks) if _is_head(head) and after.page != head.page
    ]


def _is_head(block: Block) -> bool:
    return block.tag[:1] == "H" and block.tag[1:].isdigit()


def _sheet(page: Any, reader: PdfReader, widths: dict[int, dict[int, float]]) -> Sheet:
    fonts = {}
    for name, reference in (page["/Resources"].get("/Font") or {}).items():
        font = reference.get_object()
        number = (
            font["/DescendantFonts"][0].idnum
            if hasattr(font["/DescendantFonts"][0], "idnum")
            else id(font)
        )
        if number not in widths:
            widths[number] = _widths(font["/DescendantFonts"][0].get_object())
        fonts[name] = widths[number]
    boxes: list[Box] = []
    shifts, marks = [(1.0, 0.0, 1.0, 0.0)], []
    size, font, x, y, flip = 0.0, {}, 0.0, 0.0, 1.0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"q":
            shifts.append(shifts[-1])
        elif operator == b"Q":
            shifts.pop()
        elif operator == b"cm":
            a, _, _, d, e, f = (float(value) for value in operands)
            sx, tx, sy, ty = shifts[-1]
            shifts[-1] = (sx * a, tx + sx * e, sy * d, ty + sy * f)
        elif operator in (b"BDC", b"BMC"):
            marks.append(str(operands[0]) == "/Artifact")
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font, size = fonts[str(operands[0])], float(operands[1])
        elif operator == b"Tm":
            x, y, flip = float(operands[4]), float(operands[5]), float(operands[0])
        elif operator in (b"Tj", b"TJ"):
            length = _length(operands[0] if operator == b"TJ" else operands, font) * size * flip
            sx, tx, sy, ty = shifts[-1]
            left = tx + sx * x
            boxes.append(
                Box(
                    left=left,
                    right=left + abs(sx) * length,
                    foot=ty + sy * y,
                    size=size * abs(sx * flip),
                    is_artifact=any(marks),
                )
            )
            x += length
    media = page.mediabox
    return Sheet(width=float(media.width), height=float(media.height), boxes=boxes)


def _widths(font: Any) -> dict[int, float]:
    """By glyph, in thousandths of the size; under -1 that of all others."""
    found = {-1: float(font.get("/DW", 1000))}
    listed = list(font.get("/W", []))
    place = 0
    while place < len(listed):
        first, then = int(listed[place]), listed[place + 1]
        if isinstance(then, list):
            found |= {first + step: float(width) for step, width in enumerate(then)}
            place += 2
        else:
            width = float(listed[place + 2])
            found |= dict.fromkeys(range(first, int(then) + 1), width)
            place += 3
    return found


def _length(parts: Any, widths: dict[int, float]) -> float:
    """Of what is drawn, in parts of the size of type; blanks at its end left out."""
    total = 0.0
    for part in parts:
        if isinstance(part, int | float):
            total -= float(part) / 1000
            continue
        codes = part if isinstance(part, bytes) else part.original_bytes
        for at in range(0, len(codes), 2):
            glyph = int.from_bytes(codes[at : at + 2], "big")
            total += widths.get(glyph, widths[-1]) / 1000
    return total
