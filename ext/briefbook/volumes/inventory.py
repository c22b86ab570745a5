"""One inventory of all volumes, by which other projects link into the book."""

from __future__ import annotations

import zlib
from heapq import merge
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

from briefbook.volumes.division import month_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_HEAD_LINES: Final = 4
"""Of a file in Sphinx's second form: what it is, project, version, how the rest is packed."""


_BLOCK: Final = 1000
"""Lines that are packed at a time."""


def own_lines(path: Path, folder: str, *, is_cover: bool) -> Iterator[bytes]:
    """What the book's inventory has of a volume's, or of the cover's, as Sphinx wrote it: sorted.

    That is what is on its own pages. ``folder`` is that of the generated pages.
    """
    raw = path.read_bytes()
    lines = zlib.decompress(raw[_head_end(raw) :]).decode().splitlines()
    taken = {line for line in lines if _is_taken(line, folder, is_cover=is_cover)}
    yield from (line.encode() + b"\n" for line in sorted(taken))


def merged(cover: Path, files: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
    """The inventory of a book, of its projects' own lines, each sorted: piece by piece.

    ``cover`` is the inventory of the cover, whose head it has.
    """
    raw = cover.read_bytes()
    yield raw[: _head_end(raw)]
    packer = zlib.compressobj(9)
    lines = (line for line, _same in groupby(merge(*files)))
    while block := b"".join(islice(lines, _BLOCK)):
        yield packer.compress(block)
    yield packer.flush()


def _is_taken(line: str, folder: str, *, is_cover: bool) -> bool:
    _kind, address = _kind_and_address(line)
    is_of_volume = month_of(address.partition("#")[0], folder) is not None
    return is_of_volume != is_cover


def _kind_and_address(line: str) -> tuple[str, str]:
    """Of ``NAME KIND PRIORITY ADDRESS WORDS``, where names may have blanks in them, and words."""
    words = line.split(" ")
    for place, word in enumerate(words[1:-2], 1):
        if ":" in word and words[place + 1].lstrip("-").isdecimal():
            return word, words[place + 2]
    return "", ""


def _head_end(raw: bytes) -> int:
    end = 0
    for _line in range(_HEAD_LINES):
        end = raw.index(b"\n", end) + 1
    return end
