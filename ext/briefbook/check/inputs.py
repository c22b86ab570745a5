"""What a check reads, told apart by content, and read again only where it may have changed.

As git does: a file of the same size, times and inode as before is taken to hold what it held. One
that was changed just before it was read may be changed again within the same tick of the clock, and
is read anew the next time.
"""

from __future__ import annotations

import os
import stat
import time
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Stamp = tuple[int, int, int, int, str]
"""Of an ordinary file: size, when its content and its entry changed (nanoseconds), inode, digest.
"""

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a change shows in a file's times, on any file system in use."""

_MAX_BYTES: Final = 16 * 1024 * 1024
"""Of a file that is read for its digest; nothing that a check looks into is larger."""


class Inputs:
    """Files by content. ``stamps`` is what to keep for the next time."""

    def __init__(self, known: Mapping[str, Stamp]) -> None:
        self._known = known
        self._settled = time.time_ns() - _SETTLED
        self.stamps: dict[str, Stamp] = {}

    def content(self, path: str) -> str:
        """What tells the file ``path`` from what it may become: a digest, or why there is none."""
        try:
            status = os.lstat(path)
            if not stat.S_ISREG(status.st_mode):
                return _special(path, status)
            size, changed, entered = status.st_size, status.st_mtime_ns, status.st_ctime_ns
            key = (size, changed, entered, status.st_ino)
            known = self._known.get(path)
            if known is not None and known[:4] == key:
                content = known[4]
            elif size > _MAX_BYTES:
                return f"large {key}"
            else:
                with open(path, "rb") as stream:  # noqa: PTH123 - thousands of times
                    content = blake2b(stream.read(_MAX_BYTES), digest_size=16).hexdigest()
        except OSError as error:
            return f"unreadable {error.errno}"
        # A name that is not Unicode can be told, and not kept.
        if max(changed, entered) < self._settled and path.isprintable():
            self.stamps[path] = (*key, content)
        return content

    def all_of(self, paths: Iterable[str]) -> str:
        """One digest of all ``paths`` and their contents, in their order."""
        return digest(piece for path in paths for piece in (path, self.content(path)))


def _special(path: str, status: os.stat_result) -> str:
    """A folder, a link, a pipe: none of them is opened."""
    if not stat.S_ISLNK(status.st_mode):
        return f"{stat.S_IFMT(status.st_mode)}"
    link = Path(path)
    target = link.readlink()
    try:
        behind = link.stat()
    except OSError as error:
        return f"link {target} {error.errno}"
    kind = stat.S_IFMT(behind.st_mode)
    return f"link {target} {kind} {behind.st_size} {behind.st_mtime_ns} {behind.st_ctime_ns}"


def below(folder: Path, *, leave: tuple[str, ...] = (), endings: tuple[str, ...] = ()) -> list[str]:
    """All that lies below ``folder``, sorted; the folder itself, too. No link is followed.

    Entries that begin with one of ``leave`` are left out with all that they hold, and files that
    end in none of ``endings``, if there are any.
    """
    found = [str(folder)]
    folders = [str(folder)]
    while folders:
        place = folders.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:  # there is none, or it may not be read: reading it says so
            continue
        for entry in entries:
            if leave and entry.name.startswith(leave):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
                found.append(entry.path)
            elif not endings or entry.name.endswith(endings):
                found.append(entry.path)
    return sorted(found)


def names_below(folder: Path) -> Iterator[str]:
    """What lies below ``folder``, by its size and time: for what is looked at and not read."""
    for path in below(folder):
        try:
            status = os.lstat(path)
        except OSError:
            continue
        yield f"{path} {stat.S_IFMT(status.st_mode)} {status.st_size} {status.st_mtime_ns}"
