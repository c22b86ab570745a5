"""The text of a tagged PDF, as a screen reader takes it: in the order of the structure tree.

Artifacts (running heads, page numbers, rules) are no part of the tree and so no part of the text;
labels within a paragraph, such as its number and those of notes, are no part of the paragraph.
Line breaks are none either: Typst keeps the space at a line's end, and maps the hyphen that it adds
there to a soft hyphen, U+00AD.
"""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILLERS = {chr(p) for p in (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)} | {
    chr(p) for p in (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
}
"""Default-ignorable characters that are not of category Cf (Unicode, DerivedCoreProperties.txt)."""

BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "LI", "Code", "Title", "Note"}
LABELLED = {"P", "H1", "H2", "H3", "H4", "H5", "H6"}
"""What a label within is no part of."""


@dataclass(slots=True)
class Piece:
    """Text set in one size of one font."""

    text: str
    font: str
    """Its PostScript name without the subset's prefix, such as ``SourceSerif4Roman-Regular``."""
    size: float
    """In points."""
    x: float
    """Where its first glyph stands, in points from the page's left."""
    y: float
    """Where its line stands, in points from the page's foot."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading or the like: a leaf of the structure tree that holds text."""

    tag: str
    """``P``, ``H1``, ``Span``, …"""
    path: tuple[str, ...]
    """The tags around it, outermost first."""
    page: int
    """Where it begins, from 1."""
    pieces: list[Piece] = field(default_factory=list)

    @property
    def raw(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def text(self) -> str:
        """Its text as a reader sees it: hyphenation undone, white space made one space."""
        return seen(self.raw)


def seen(text: str) -> str:
    """``text`` with what nobody sees taken out: format characters, soft hyphens and other fillers
    among them, and how much white space there is."""
    shown = (c for c in text if unicodedata.category(c) != "Cf" and c not in _FILLERS)
    return " ".join("".join(shown).split())


def tagged_blocks(pdf: bytes, *, with_labels: bool = False) -> list[Block]:
    """All blocks of a tagged PDF in reading order; ``with_labels`` those of tag ``Label``, too."""
    reader = PdfReader(io.BytesIO(pdf))
    marked = [_marked_content(page, reader) for page in reader.pages]
    numbers = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages)
        if page.indirect_reference is not None
    }
    root: Any = reader.trailer["/Root"]
    blocks: list[Block] = []
    for leaf in _leaves(root["/StructTreeRoot"]["/K"], (), None):
        path, owner, page, mark = leaf
        if path[-1] == "Label" and not with_labels:
            continue
        number = numbers[page.idnum]
        if not blocks or blocks[-1] is not owner.get("block"):
            owner["block"] = Block(tag=path[-1], path=path[:-1], page=number + 1)
            blocks.append(owner["block"])
        blocks[-1].pieces += marked[number].get(mark, [])
    return blocks


TEXT_SIZE = 10.4
"""Points: the size of an article's running text. What stands beside, above and below is smaller."""


def running_text(blocks: list[Block], title: str) -> list[str]:
    """The running text of the article with this title: its paragraphs and bullets in order."""
    found = []
    inside, level = False, "H1"
    for block in blocks:
        if block.tag in LABELLED - {"P"}:
            is_subhead = inside and block.tag > level
            inside, level = (True, level) if is_subhead else (block.text == seen(title), block.tag)
        elif inside and max((piece.size for piece in block.pieces), default=0) == TEXT_SIZE:
            found.append(block.text)
    return found


def tagged_text(pdf: bytes) -> str:
    """All text of a tagged PDF, a block a line."""
    return "\n".join(block.text for block in tagged_blocks(pdf) if block.text)


def _leaves(
    node: Any, path: tuple[str, ...], page: Any, owner: dict[str, Any] | None = None
) -> Iterator[tuple[tuple[str, ...], dict[str, Any], Any, int]]:
    """Each marked content with the tags down to its block, the block's own store, and its page."""
    stack = [(node, path, page, owner if owner is not None else {})]
    while stack:
        node, path, page, owner = stack.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            stack.extend((child, path, page, owner) for child in reversed(node))
        elif isinstance(node, int):
            yield path, owner, page, int(node)
        elif "/MCID" in node:
            yield path, owner, node.raw_get("/Pg") if "/Pg" in node else page, int(node["/MCID"])
        elif "/K" in node:
            tag = str(node.get("/S", "")).lstrip("/")
            if tag == "Lbl" and LABELLED & set(path):
                tag = "Label"
            page = node.raw_get("/Pg") if "/Pg" in node else page
            inside = any(name in BLOCKS for name in path)
            if tag in BLOCKS or tag == "Label" or not inside:
                stack.append((node["/K"], (*path, tag), page, {}))
            else:
                stack.append((node["/K"], path, page, owner))


def _marked_content(page: Any, reader: PdfReader) -> dict[int, list[Piece]]:
    """A page's text by marked content id."""
    fonts: dict[str, tuple[str, dict[int, str]]] = {}
    for name, found in (page["/Resources"].get("/Font") or {}).items():
        font = found.get_object()
        base = str(font["/BaseFont"]).lstrip("/").partition("+")[2]
        fonts[name] = base, _unicode_map(font["/ToUnicode"].get_data().decode("latin-1"))
    texts: dict[int, list[Piece]] = {}
    marks: list[tuple[int | None, bool]] = []
    current, size, pending = "", 0.0, ""
    origin, x, y = [(0.0, 1.0, 0.0, 1.0)], 0.0, 0.0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        mark = next((number for number, _ in reversed(marks) if number is not None), None)
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            number = properties.get("/MCID")
            replaced = properties.get("/ActualText")
            if replaced is not None:
                # What the glyphs inside stand for, such as a hyphen that is no soft one.
                pending = _text(replaced)
            marks.append((int(number) if number is not None else None, replaced is not None))
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"q":
            origin.append(origin[-1])
        elif operator == b"Q":
            origin.pop()
        elif operator == b"cm":
            right, across, up, along = origin[-1]
            a, _b, _c, d, e, f = map(float, operands)
            origin[-1] = (right + e * across, across * a, up + f * along, along * d)
        elif operator == b"Tf":
            current, size = str(operands[0]), float(operands[1])
        elif operator == b"Tm":
            x = origin[-1][0] + float(operands[4]) * origin[-1][1]
            y = origin[-1][2] + float(operands[5]) * origin[-1][3]
        elif operator in (b"Tj", b"TJ") and mark is not None:
            name, characters = fonts[current]
            if any(replaced for _, replaced in marks):
                texts.setdefault(mark, []).append(Piece(pending, name, size, x, y))
                pending = ""
                continue
            strings = operands[0] if operator == b"TJ" else operands
            words = "".join(
                _decoded(string, characters)
                for string in strings
                if isinstance(string, bytes | str)
            )
            texts.setdefault(mark, []).append(Piece(words, name, size, x, y))
    return texts


def _decoded(string: Any, characters: dict[int, str]) -> str:
    codes = string if isinstance(string, bytes) else string.original_bytes
    return "".join(
        characters[int.from_bytes(codes[i : i + 2], "big")] for i in range(0, len(codes), 2)
    )


def _text(value: Any) -> str:
    return value.decode("utf-16") if isinstance(value, bytes) else str(value)


def _unicode_map(cmap: str) -> dict[int, str]:
    characters: dict[int, str] = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, target in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", section):
            characters[int(code, 16)] = bytes.fromhex(target).decode("utf-16-be")
    for section in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        ranges = re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", section)
        for first, last, target in ranges:
            start = bytes.fromhex(target).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                characters[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return characters
