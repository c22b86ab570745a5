"""What the build may write and delete among the generated pages; looked up, nothing is written.

Law 8: nothing of others is touched. A file is deleted if the manifest lists it and it bears the
mark. A file in a page's own place is overwritten if it bears the mark, listed or not, so that a
lost manifest locks nobody out. Any other file, and every link, is refused.
"""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from briefbook.pages.manifest import MANIFEST, bears_mark, read_manifest
from briefbook.text.errors import OutputError
from briefbook.text.paths import is_link, shown_path
from briefbook.text.writing import TEMPORARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefbook.pages.folders import BookFolders

_ELSEWHERE: Final = "set briefbook_articles to the name of another folder"
_LEFT_BY_WINDOWS: Final = frozenset({"Thumbs.db", "desktop.ini"})
_ABANDONED: Final = 3600
"""Seconds after which a temporary file is no longer that of a build that goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What makes the folder of pages hold exactly the pages. Paths are below it."""

    pages: dict[str, bytes]
    """All of them."""
    write: dict[str, bytes]
    """Those that are missing or differ."""
    delete: tuple[str, ...]
    leave: tuple[str, ...]
    """Folders of earlier builds in which no page is any more, the deepest first."""
    listed: frozenset[str]
    """What the manifest lists."""


def find_changes(folders: BookFolders, files: Mapping[str, str]) -> Changes:
    """What has to be done for ``files`` (path below the source folder to text).

    Raises OutputError where something that lies there is not the build's.
    """
    top = folders.docs / folders.articles
    start = f"{folders.articles}/"
    pages = {path.removeprefix(start): text.encode() for path, text in files.items()}
    try:
        _check_way(folders)
        return _compare(folders, top, pages)
    except OSError as error:
        place = shown_path(Path(error.filename or top), folders.root)
        problem = f"it cannot be looked into: {error.strerror or error}"
        raise OutputError(place, None, problem, "see to its permissions") from None


def _check_way(folders: BookFolders) -> None:
    """From the source folder down to the pages' there are folders, and each has one spelling."""
    way = folders.docs
    for part in folders.articles.split("/"):
        for other in sorted(way.iterdir()) if way.exists() else ():
            if other.name != part and other.name.casefold() == part.casefold():
                problem = f"Windows and macOS take it for {part!r}, where the build writes"
                raise _refusal(folders, other, problem, f"rename it, or {_ELSEWHERE}")
        way /= part
        try:
            status = os.lstat(way)
        except FileNotFoundError:
            return
        if is_link(status):
            raise _link(folders, way)
        if not stat.S_ISDIR(status.st_mode):
            problem = "it is no folder, and the build needs one there"
            raise _refusal(folders, way, problem, f"move it elsewhere, or {_ELSEWHERE}")


def _compare(folders: BookFolders, top: Path, pages: dict[str, bytes]) -> Changes:
    listed = read_manifest(top, root=folders.root)
    write = dict(pages)
    delete: list[str] = []
    found: set[str] = set()
    strangers: list[str] = []
    for name, status in _contents(top):
        path = top / name
        if is_link(status):
            raise _link(folders, path)
        if stat.S_ISDIR(status.st_mode):
            if name in pages or name == MANIFEST:
                problem = "it is a folder, and the build needs a file there"
                raise _refusal(folders, path, problem, f"move it elsewhere, or {_ELSEWHERE}")
            found.add(name)
        elif name in pages and _holds(path, status, pages[name]):
            del write[name]
        elif name in pages or name == MANIFEST:
            if not _is_marked(path, status):
                strangers.append(name)
        elif (name in listed and _is_marked(path, status)) or _is_abandoned(path, status):
            delete.append(name)
        elif not _is_hidden(name, folders.page_suffixes):
            strangers.append(name)
    if strangers:
        raise _foreign(folders, top, strangers)
    leave = (found & _parents(listed)) - _parents(pages)
    return Changes(
        pages=pages,
        write=write,
        delete=tuple(delete),
        leave=tuple(sorted(leave, reverse=True)),
        listed=listed,
    )


def _contents(top: Path) -> Iterator[tuple[str, os.stat_result]]:
    """All that lies below ``top``, with its ``lstat``; no link is followed."""
    folders = [""] if top.exists() else []
    while folders:
        below = folders.pop()
        with os.scandir(top / below) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                status = entry.stat(follow_symlinks=False)
                name = f"{below}{entry.name}"
                yield name, status
                if stat.S_ISDIR(status.st_mode) and not is_link(status):
                    folders.append(f"{name}/")


def _parents(names: Iterable[str]) -> set[str]:
    return {str(parent) for name in names for parent in PurePosixPath(name).parents} - {"."}


def _holds(path: Path, status: os.stat_result, content: bytes) -> bool:
    is_like = stat.S_ISREG(status.st_mode) and status.st_size == len(content)
    return is_like and path.read_bytes() == content


def _is_marked(path: Path, status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and bears_mark(path)


def _is_abandoned(path: Path, status: os.stat_result) -> bool:
    is_temporary = stat.S_ISREG(status.st_mode) and TEMPORARY.fullmatch(path.name) is not None
    return is_temporary and status.st_mtime < time.time() - _ABANDONED


def _is_hidden(name: str, page_suffixes: tuple[str, ...]) -> bool:
    """What systems and editors leave behind, and ``.gitkeep``: no page, so no harm."""
    path = PurePosixPath(name)
    is_hidden = any(part.startswith(".") for part in path.parts) or path.name in _LEFT_BY_WINDOWS
    return is_hidden and not name.endswith(page_suffixes)


def _foreign(folders: BookFolders, top: Path, names: list[str]) -> OutputError:
    first = top / names[0]
    others = f", nor {len(names) - 1} more in {folders.articles}/" if names[1:] else ""
    if _is_marked(first, os.lstat(first)):
        return _refusal(
            folders,
            first,
            f"it looks generated, but {MANIFEST} does not list it{others}",
            "delete it, or move it elsewhere: what the book needs is made again",
        )
    return _refusal(
        folders,
        first,
        f"the build did not make it{others}, and would mix its pages with it",
        f"move it elsewhere, or {_ELSEWHERE}",
    )


def _link(folders: BookFolders, path: Path) -> OutputError:
    problem = "it is a link, and what it leads to is not the build's"
    return _refusal(folders, path, problem, f"delete the link, or {_ELSEWHERE}")


def _refusal(folders: BookFolders, path: Path, problem: str, remedy: str) -> OutputError:
    return OutputError(shown_path(path, folders.root), None, problem, remedy)
