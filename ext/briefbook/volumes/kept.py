"""What a run keeps for the next: sealed, and taken away where it is damaged, to be made anew."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from briefbook.text.errors import OutputError
from briefbook.text.paths import shown_path
from briefbook.text.writing import write_file

if TYPE_CHECKING:
    from pathlib import Path

_SIZE: Final = 16
"""Bytes of a seal."""


def write_kept(path: Path, content: bytes, *, root: Path) -> None:
    """Raises OutputError."""
    write_file(path, blake2b(content, digest_size=_SIZE).digest() + content, root=root)


def read_kept(path: Path, *, root: Path) -> bytes:
    """Raises OutputError, which names the file from ``root``; it is gone then if it was damaged."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise damaged(path, str(error), root=root) from None
    seal, content = raw[:_SIZE], raw[_SIZE:]
    if seal != blake2b(content, digest_size=_SIZE).digest():
        raise damaged(path, "its seal is broken", root=root)
    return content


def damaged(path: Path, why: str, *, root: Path) -> OutputError:
    """Take the file away, for the next run to make it; what there is to say of it."""
    path.unlink(missing_ok=True)
    remedy = "run again: it has been taken away, and is made anew"
    return OutputError(shown_path(path, root), None, f"it cannot be used: {why}", remedy)
