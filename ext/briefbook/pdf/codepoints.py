"""A font made for one book: for every character that no other font draws, a box with its code.

PDF/UA-1 refuses characters without a glyph, and a book must not fail, nor lose a character, for an
emoji or a word of Chinese. A box that shows the code point keeps both: the reader sees that there
is a character and which, and the PDF's text still holds the character itself.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from fontTools.ttLib.tables._g_l_y_f import Glyph

FAMILY = "Briefbook Code Points"

LIMIT = 60_000
"""A font holds 65,535 glyphs at most; the characters past this many share the first box."""

_EM = 1009
"""Units to an em: a prime, so that no box is as wide as another font's glyph, and Typst can tell
which characters were drawn as boxes."""
_EPOCH = 3_000_000_000
"""Seconds since 1904, a fixed day in 1999: the same font for the same characters."""

_SEGMENTS = {
    # Two columns and three rows of strokes, as on a pocket calculator's display:
    # a top, b and c right, d bottom, e and f left, g middle.
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
    "A": "abcefg",
    "B": "cdefg",
    "C": "adef",
    "D": "bcdeg",
    "E": "adefg",
    "F": "aefg",
}

_WIDE, _HIGH, _STROKE, _GAP = 130, 230, 26, 50
"""A digit's box, its strokes and the space around it, in units of the em."""


def write_font(characters: Collection[str], path: Path) -> None:
    """Write a TrueType font with a box for each of ``characters``.

    And for each that one of them is made up of, since a text shaper may take them apart.
    """
    parts = set(unicodedata.normalize("NFKD", "".join(characters))) | set(characters)
    points = sorted({ord(character) for character in parts})[:LIMIT]
    names = {point: f"u{point:04X}" for point in points}
    order = [".notdef", *names.values()]
    glyphs = {".notdef": _box("")[0]}
    widths = {".notdef": (_box("")[1], 0)}
    for point, name in names.items():
        glyph, width = _box(f"{point:04X}")
        glyphs[name] = glyph
        widths[name] = (width, 0)
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {
            "familyName": FAMILY,
            "styleName": "Regular",
            "fullName": FAMILY,
            "psName": FAMILY.replace(" ", ""),
        }
    )
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    head = builder.font["head"]
    head.created = head.modified = _EPOCH
    builder.font.recalcTimestamp = False
    builder.save(path)


def _box(digits: str) -> tuple[Glyph, int]:
    """A frame with the digits of a code point in two rows, and its advance width."""
    half = (len(digits) + 1) // 2 or 2
    width = half * _WIDE + (half + 1) * _GAP
    left, right, bottom, top = 30, 30 + width, -120, -120 + 2 * _HIGH + 3 * _GAP
    pen = TTGlyphPen(None)
    _bar(pen, left, bottom, right, bottom + _STROKE)
    _bar(pen, left, top - _STROKE, right, top)
    _bar(pen, left, bottom + _STROKE, left + _STROKE, top - _STROKE)
    _bar(pen, right - _STROKE, bottom + _STROKE, right, top - _STROKE)
    for place, digit in enumerate(digits):
        x = left + _GAP + place % half * (_WIDE + _GAP)
        y = bottom + _GAP + (0 if place >= half else _HIGH + _GAP)
        _draw(pen, digit, x, y)
    return pen.glyph(), width + 60


def _draw(pen: TTGlyphPen, digit: str, x: int, y: int) -> None:
    right, top, middle = x + _WIDE, y + _HIGH, y + _HIGH // 2
    bars = {
        "a": (x, top - _STROKE, right, top),
        "b": (right - _STROKE, middle, right, top),
        "c": (right - _STROKE, y, right, middle),
        "d": (x, y, right, y + _STROKE),
        "e": (x, y, x + _STROKE, middle),
        "f": (x, middle, x + _STROKE, top),
        "g": (x, middle - _STROKE // 2, right, middle + _STROKE // 2),
    }
    for segment in _SEGMENTS[digit]:
        _bar(pen, *bars[segment])


def _bar(pen: TTGlyphPen, left: int, bottom: int, right: int, top: int) -> None:
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()
