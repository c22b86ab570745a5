"""The one way files are written, whole or not at all, and taken away; no link is followed."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from typing import TYPE_CHECKING, Final

from briefbook.text.errors import OutputError
from briefbook.text.paths import is_link, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TEMPORARY: Final = re.compile(r"\.briefbook-[0-9a-f]{16}\.tmp")
"""What a file is called while it is being written; a killed build may leave one."""


def write_file(path: Path, content: bytes, *, root: Path) -> None:
    """Put ``content`` into the file ``path``, whose folder is there; as `write_pieces`."""
    write_pieces(path, [content], root=root)


def write_pieces(path: Path, pieces: Iterable[bytes], *, root: Path) -> None:
    """Put the ``pieces`` into the file ``path``, one after another.

    The old file stays whole until the new one is, whatever happens in between. A link at ``path``
    is replaced, what it leads to is not touched. Raises OutputError, which names the file from
    ``root``; nothing is left behind then.
    """
    temporary = path.with_name(f".briefbook-{secrets.token_hex(8)}.tmp")
    try:
        try:
            with temporary.open("xb") as stream:
                stream.writelines(pieces)
            temporary.replace(path)
        except BaseException:  # an interrupted build, too, takes away what it began
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise cannot_write(path, error, root=root) from None


def cannot_write(path: Path, error: OSError, *, root: Path) -> OutputError:
    """``error``, which ended the writing or deleting of ``path``, as a message."""
    return OutputError(
        shown_path(path, root),
        None,
        f"it cannot be written: {error.strerror or error}",
        "make room on the disk, see to the permissions of the file and its folder, or close the "
        "program that shows it",
    )


def remove_file(base: Path, name: str, *, root: Path) -> bool:
    """Delete the file ``base/name``, and the folders that are empty without it. Was it there?

    Raises OutputError, which names the file from ``root``.
    """
    refuse_links(base, name, root=root)
    path = base / name
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise cannot_write(path, error, root=root) from None
    for _ in range(name.count("/")):
        path = path.parent
        try:
            path.rmdir()
        except OSError:  # not empty
            break
    return True


def refuse_links(base: Path, name: str, *, root: Path) -> None:
    """Raises OutputError where a part of ``name``, a path below ``base``, is a link."""
    path = base
    for part in name.split("/"):
        path /= part
        try:
            status = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return
        if is_link(status):
            problem = "it is a link, and the build would write what it leads to"
            raise OutputError(shown_path(path, root), None, problem, "delete the link")
