"""Which files of the folder of generated pages the build made: a list beside them, a mark in each.

Both may be committed by anyone, so neither is trusted alone: what is not in the list, or does not
bear the mark, is not the build's. Names in the list are compared with what lies in the folder and
never opened.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from briefbook.text.errors import OutputError
from briefbook.text.files import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MADE: Final = "Made by briefbook"
"""The mark: the first words of a generated file, in a comment of its own form."""

MANIFEST: Final = ".briefbook.json"
"""The list's name within the folder of generated pages."""

# A page opens with front matter, the bibliography with a comment, the list with its first key.
# A checkout on Windows may have changed the line ends.
_MARKED = re.compile(rb'(?:---\r?\n# |% |\{\r?\n ?"about": ")' + MADE.encode() + rb"\b")
_MAX_BYTES = 16 * 1024 * 1024  # a quarter of a million pages
_NAME = re.compile(
    r"(?:\d{4}/(?:\d{2}/)?|(?:dates|sources|bodies|glossary|notes)/)?[a-z0-9_-]+\.[a-z]+"
)
"""Files that a build makes: of the whole folder, of a year, of a month, of an index."""


def bears_mark(path: Path) -> bool:
    """Whether the ordinary file ``path`` says that the build made it. Raises OSError."""
    with path.open("rb") as stream:
        return _MARKED.match(stream.read(64)) is not None


def read_manifest(folder: Path, *, root: Path) -> frozenset[str]:
    """The files in ``folder`` that builds have made: paths below it, with forward slashes.

    None where the list is missing or is not as the build writes it.
    """
    try:
        raw = read_file(
            folder / MANIFEST, home=folder, root=root, max_bytes=_MAX_BYTES, problem=OutputError
        )
        names = json.loads(raw)["files"]
        return frozenset(name for name in names if _NAME.fullmatch(name))
    except (OutputError, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()


def manifest(files: Iterable[str]) -> bytes:
    """The list of ``files``, to be read by `read_manifest` and by people."""
    about = f"{MADE}: the files here that a build may overwrite and delete."
    return json.dumps({"about": about, "files": sorted(files)}, indent=1).encode() + b"\n"
