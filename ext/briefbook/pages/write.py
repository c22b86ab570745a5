"""The one place that writes pages: only what differs is written, what is no longer made goes."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.pages.changes import find_changes
from briefbook.pages.manifest import MANIFEST, manifest
from briefbook.text.writing import cannot_write, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefbook.pages.folders import BookFolders


def write_pages(folders: BookFolders, files: Mapping[str, str]) -> list[str]:
    """Make the folder of generated pages hold exactly ``files`` (path below ``docs`` to text).

    Returns the pages that were deleted, as paths below that folder. Raises OutputError: before
    anything is written where something there is not the build's, in the midst of it where the disk
    fails.
    """
    changes = find_changes(folders, files)
    top = folders.docs / folders.articles
    try:
        top.mkdir(parents=True, exist_ok=True)
        if changes.write or changes.delete:
            # First, so that the files of a build that is killed are known to the next.
            _put(top / MANIFEST, manifest(changes.listed.union(changes.pages)), root=folders.root)
        for name in changes.delete:
            (top / name).unlink(missing_ok=True)
        for name in changes.leave:
            with contextlib.suppress(OSError):  # it stays if there is anything else in it
                (top / name).rmdir()
        for name, content in changes.write.items():
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            write_file(top / name, content, root=folders.root)
        _put(top / MANIFEST, manifest(changes.pages), root=folders.root)
    except OSError as error:
        raise cannot_write(Path(error.filename or top), error, root=folders.root) from None
    return [name for name in changes.delete if name in changes.listed]


def _put(path: Path, content: bytes, *, root: Path) -> None:
    if not path.exists() or path.read_bytes() != content:
        write_file(path, content, root=root)
