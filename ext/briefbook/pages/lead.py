"""The editors' lead: a file of Markdown that they write for the front page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from briefbook.text.errors import FileProblem
from briefbook.text.files import decode, read_file
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES: Final = 64 * 1024


def read_lead(path: Path, *, home: Path, root: Path) -> str:
    """What the file at ``path`` holds; empty where it is not there. Raises FileProblem.

    ``home`` is the folder that no link may lead it out of, ``root`` the one that messages name it
    from.
    """
    if not os.path.lexists(path):
        return ""
    raw = read_file(path, home=home, root=root, max_bytes=_MAX_BYTES, problem=FileProblem)
    return decode(raw, shown_path(path, root), FileProblem)
