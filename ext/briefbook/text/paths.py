"""Files as people name them."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.text.characters import escaped

if TYPE_CHECKING:
    import os

_JUNCTION: Final = 0xA0000003
"""``stat.IO_REPARSE_TAG_MOUNT_POINT``, which Python has on Windows alone."""


def shown_path(path: Path, root: Path) -> str:
    """``path`` relative to ``root``, with forward slashes; as it is where it lies outside.

    A name is data: what a log or a terminal would obey is escaped.
    """
    try:
        relative = path.absolute().relative_to(root.absolute())
    except ValueError:
        relative = path
    return escaped(relative.as_posix())


def path_from_here(shown: str, root: Path) -> str:
    """``shown``, a path as ``shown_path`` names it from ``root``, as it opens from where we are.

    It is relative where ``root`` is the current folder or lies below it, else absolute.
    """
    folder = shown_path(root, Path.cwd())
    if folder == "." or Path(shown).is_absolute():
        return shown
    return f"{folder}/{shown}"


def is_link(status: os.stat_result) -> bool:
    """Whether ``status``, of ``lstat``, is that of a symbolic link or of a junction of Windows."""
    is_junction = getattr(status, "st_reparse_tag", 0) == _JUNCTION
    return stat.S_ISLNK(status.st_mode) or is_junction
