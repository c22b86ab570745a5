"""What of a project is in the book's folder: put there whole, listed, and taken out again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from briefbook.text.writing import cannot_write, refuse_links, remove_file, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def publish(files: Mapping[str, Path], output: Path, listing: Path, *, root: Path) -> None:
    """Make ``output`` hold these ``files``, by name, and no others that ``listing`` had.

    Raises OutputError.
    """
    before = listed(listing)
    # First, so that a killed build leaves no file that nobody knows of.
    write_file(listing, msgspec.json.encode(sorted({*before, *files})), root=root)
    for name, path in files.items():
        put(path, output, name, root=root)
    take_out(before - files.keys(), output, root=root)
    write_file(listing, msgspec.json.encode([*files]), root=root)


def listed(path: Path) -> set[str]:
    """The files that a project has published; none where that is not known."""
    try:
        names = msgspec.json.decode(path.read_bytes(), type=list[str])
    except (OSError, msgspec.DecodeError):
        return set()
    return {name for name in names if ".." not in name.split("/") and not name.startswith("/")}


def take_out(names: Iterable[str], output: Path, *, root: Path) -> None:
    """Raises OutputError."""
    for name in sorted(names):
        remove_file(output, name, root=root)


def put(source: Path, folder: Path, name: str, *, root: Path) -> None:
    """Copy a file with its time of change, unless that shows it to be there already."""
    target = folder / name
    refuse_links(folder, name, root=root)
    try:
        given = source.stat()
        if target.exists():
            there = target.stat()
            if (there.st_size, there.st_mtime_ns) == (given.st_size, given.st_mtime_ns):
                return
        target.parent.mkdir(parents=True, exist_ok=True)
        content = source.read_bytes()
        write_file(target, content, root=root)
        os.utime(target, ns=(given.st_atime_ns, given.st_mtime_ns))
    except OSError as error:
        raise cannot_write(target, error, root=root) from None
