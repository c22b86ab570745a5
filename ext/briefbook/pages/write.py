"""The one place that writes pages: only what differs is written, what is no longer made goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_pages(srcdir: Path, folder: str, files: Mapping[str, str]) -> None:
    """Make ``srcdir/folder`` hold exactly `files` (path below ``srcdir`` to text).

    Raises OSError where the folder cannot be written.
    """
    for path, text in files.items():
        _write_if_changed(srcdir / path, text.encode())
    root = srcdir / folder
    wanted = {srcdir / path for path in files}
    for present in sorted(root.rglob("*"), reverse=True):
        if present.is_dir() and not present.is_symlink():
            if not any(present.iterdir()):
                present.rmdir()
        elif present not in wanted:
            present.unlink()


def _write_if_changed(path: Path, content: bytes) -> None:
    try:
        if path.read_bytes() == content:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
