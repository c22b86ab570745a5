"""Typst's PDF made smaller, and its links into the book given their places.

Typst resolves a link to a label while it sets the page, and sets every page with such a link anew
once another page has moved: half the time and the memory of a book. So the book's code writes links
into the book as addresses of a scheme of our own (`SCHEME`), which ask for nothing, and here they
become destinations. Typst has elements for few of the tags that a PDF may have: labels and notes
come as quotations, which the book's code makes for nothing else. And Typst writes each small
object, such as a paragraph's tag, plainly and by itself; gathered in object streams (ISO 32000-1,
7.5.7) they take a third of the room.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SCHEME: Final = "place:"
"""What an address begins with that is the number of a place in the book."""

_GATHERED: Final = 400
"""Objects in one stream: a reader unpacks a whole one to see an object."""

_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY: Final = 20
"""Bytes of an entry of the table."""
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")
_OBJECT = re.compile(rb"\d+ 0 obj\s+(.*?)\s*endobj\s*$", re.DOTALL)
_STREAM = re.compile(rb">>\s*stream\r?\n")
_KIDS = re.compile(rb"/Type/Pages\b.*?/Kids\[([^\]]*)\]", re.DOTALL)
_PAGE = re.compile(rb"(\d+) 0 R")
_LINK = re.compile(rb"/A<</Type/Action/S/URI/URI\(place:(\d+)\)>>")
_WORDS = re.compile(rb"/Contents\(place:(\d+)\)")


_NOTE = re.compile(rb"(?<=/Type/StructElem/S)/BlockQuote(?=/)")
_LABEL = re.compile(rb"(?<=/Type/StructElem/S)/Quote(?=/)")
_TREE = re.compile(rb"/Type/StructTreeRoot(?=/)")
_DEFAULT = re.compile(rb"(?<=/MarkInfo)<</Marked true/Suspects false>>")
"""Poppler takes the default, spelt out, for a wrong type, and says so of each file."""
_NAMES = re.compile(rb"/IDTree<</Names\[(.*?)\]>>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in a PDF."""

    page: int
    """From 1, in its PDF."""
    shown: str
    """The page's number as it is printed."""
    up: float
    """Points from the page's lower edge."""
    file: str = ""
    """The PDF that it stands in, where that is another."""


def finished(pdf: bytes, places: Mapping[int, Place], *, at_page: str) -> tuple[bytes, list[int]]:
    """The PDF with its links led to ``places``, and small; and the numbers that have no place.

    ``at_page`` is what a link is called, with ``{page}`` for the number. ``pdf`` is one that Typst
    wrote: with a table of cross-references, and no earlier versions.
    """
    objects, trailer = _objects(pdf)
    pages = _pages(objects.values())
    lost: list[int] = []

    def destination(found: re.Match[bytes]) -> bytes:
        place = places.get(int(found[1]))
        if place is None:
            lost.append(int(found[1]))
            return b"/Dest[%d 0 R/Fit]" % pages[0]
        if place.file:
            name = place.file.encode("utf-16-be").hex().upper().encode()
            file = b"<</Type/Filespec/F<FEFF%s>/UF<FEFF%s>>>" % (name, name)
            where = b"[%d/XYZ 0 %d 0]" % (place.page - 1, place.up)
            return b"/A<</Type/Action/S/GoToR/F%s/D%s>>" % (file, where)
        return b"/Dest[%d 0 R/XYZ 0 %d 0]" % (pages[place.page - 1], place.up)

    def words(found: re.Match[bytes]) -> bytes:
        place = places.get(int(found[1]))
        text = at_page.replace("{page}", place.shown if place else "1")
        return b"/Contents<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"

    for number, body in objects.items():
        if b"(place:" in body and not _STREAM.search(body):
            objects[number] = _WORDS.sub(words, _LINK.sub(destination, body))
        elif b"/MarkInfo" in body and not _STREAM.search(body):
            objects[number] = _DEFAULT.sub(b"<</Marked true>>", body)
    _tag(objects)
    return _written(pdf[: pdf.index(b"\n", 10) + 1], objects, trailer), sorted(set(lost))


def _tag(objects: dict[int, bytes]) -> None:
    """Make quotations what they stand for: labels, and notes.

    A note has a name of its own (ISO 14289-1, 7.9), listed where all such names are.
    """
    notes: list[tuple[bytes, int]] = []
    root = None
    for number, body in objects.items():
        if not body.startswith(b"<</Type/StructElem"):
            root = number if _TREE.search(body[:64]) else root
        elif _NOTE.search(body):
            name = b"(N%07d)" % (len(notes) + 1)
            objects[number] = _NOTE.sub(b"/Note/ID" + name, body)
            notes.append((name, number))
        elif _LABEL.search(body):
            objects[number] = _LABEL.sub(b"/Lbl", body)
    if notes and root is not None:
        # The names of table heads, which Typst lists, begin with a U: the list stays in order.
        listed = b"".join(b"%s%d 0 R" % note for note in notes)
        found = _NAMES.search(objects[root])
        names = b"/IDTree<</Names[%s]>>" % (listed + (found[1] if found else b""))
        body = _NAMES.sub(b"", objects[root])
        objects[root] = _TREE.sub(b"/Type/StructTreeRoot" + names, body)


def _objects(pdf: bytes) -> tuple[dict[int, bytes], bytes]:
    """Every object by its number, and what the trailer says beside their count."""
    end = _TRAILER.search(pdf, pdf.rindex(b"trailer"))
    table = _TABLE.match(pdf, int(end[2])) if end else None
    if end is None or table is None:
        msg = "Typst's PDF has no table of cross-references"
        raise ValueError(msg)
    entries = [
        (int(pdf[at : at + 10]), number)
        for number in range(int(table[1]))
        if pdf[(at := table.end() + _ENTRY * number) + 17 : at + 18] == b"n"
    ]
    entries.sort()
    ends = [start for start, _ in entries[1:]] + [table.start()]
    objects: dict[int, bytes] = {}
    for (start, number), stop in zip(entries, ends, strict=True):
        found = _OBJECT.match(pdf, start, stop)
        if found is None:
            msg = f"Typst's PDF has no object {number} where it says"
            raise ValueError(msg)
        objects[number] = found[1]
    return objects, _SIZE.sub(b"", end[1]).strip()


def _pages(objects: Iterable[bytes]) -> Sequence[int]:
    """The numbers of the pages' objects, in order; Typst lists them in one array."""
    found = next(filter(None, map(_KIDS.search, objects)))
    return [int(number) for number in _PAGE.findall(found[1])]


def _written(head: bytes, objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    """A file of these objects: streams plain, all others gathered in streams."""
    out = bytearray(head)
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    small: list[int] = []
    for number, body in objects.items():
        if _STREAM.search(body):
            rows[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        else:
            small.append(number)
    after = max(objects) + 1
    for begin in range(0, len(small), _GATHERED):
        group = small[begin : begin + _GATHERED]
        index, at = [], 0
        for place, number in enumerate(group):
            index.append(b"%d %d" % (number, at))
            at += len(objects[number]) + 1
            rows[number] = (2, after, place)
        first = b" ".join(index) + b"\n"
        content = first + b"\n".join(objects[number] for number in group)
        rows[after] = (1, len(out), 0)
        out += _stream(after, b"/Type/ObjStm/N %d/First %d" % (len(group), len(first)), content)
        after += 1
    rows[after] = (1, len(out), 0)
    table = b"".join(
        kind.to_bytes(1) + where.to_bytes(4) + which.to_bytes(2)
        for kind, where, which in (rows.get(number, (0, 0, 0)) for number in range(after + 1))
    )
    start = len(out)
    out += _stream(after, b"/Type/XRef/Size %d/W[1 4 2]%s" % (after + 1, trailer), table)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _stream(number: int, about: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        about,
        len(packed),
        packed,
    )
