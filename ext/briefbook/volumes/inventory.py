"""One inventory of all volumes, by which other projects link into the book."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from briefbook.volumes.division import COVER, month_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_HEAD_LINES: Final = 4
"""Of a file in Sphinx's second form: what it is, project, version, how the rest is packed."""


def merge_inventories(files: Mapping[str, Path], folder: str) -> bytes:
    """The inventory of a book, of those that Sphinx wrote of its volumes, by their names.

    What is in articles the cover's has; of the pages themselves each project has its own.
    ``folder`` is that of the generated pages.
    """
    head, _ = _read(files[COVER])
    packer = zlib.compressobj(9)
    lines = {
        line
        for name, path in files.items()
        for line in _lines(path)
        if _is_taken(line, folder, is_cover=name == COVER)
    }
    return head + b"".join(
        [*(packer.compress(line.encode() + b"\n") for line in sorted(lines)), packer.flush()]
    )


def _is_taken(line: str, folder: str, *, is_cover: bool) -> bool:
    kind, address = _kind_and_address(line)
    is_of_volume = month_of(address.partition("#")[0], folder) is not None
    if kind.startswith("brief:"):
        return is_cover
    return is_of_volume != is_cover


def _kind_and_address(line: str) -> tuple[str, str]:
    """Of ``NAME KIND PRIORITY ADDRESS WORDS``, where names may have blanks in them, and words."""
    words = line.split(" ")
    for place, word in enumerate(words[1:-2], 1):
        if ":" in word and words[place + 1].lstrip("-").isdecimal():
            return word, words[place + 2]
    return "", ""


def _lines(path: Path) -> Iterator[str]:
    _, packed = _read(path)
    yield from zlib.decompress(packed).decode().splitlines()


def _read(path: Path) -> tuple[bytes, bytes]:
    raw = path.read_bytes()
    end = 0
    for _line in range(_HEAD_LINES):
        end = raw.index(b"\n", end) + 1
    return raw[:end], raw[end:]
