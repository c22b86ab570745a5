"""Files as people name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.characters import escaped

if TYPE_CHECKING:
    from pathlib import Path


def shown_path(path: Path, root: Path) -> str:
    """``path`` relative to ``root``, with forward slashes; as it is where it lies outside.

    A name is data: what a log or a terminal would obey is escaped.
    """
    try:
        relative = path.absolute().relative_to(root.absolute())
    except ValueError:
        relative = path
    return escaped(relative.as_posix())
