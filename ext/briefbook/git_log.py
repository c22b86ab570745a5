"""What git remembers of the book's files. It is asked, never told anything, and fetches nothing.

Its arguments are fixed: no name of a file, and nothing that a file holds, is among them. Ids of
contents, which are hexadecimal, go through its standard input.
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Final

from briefbook.text.chronicle import Chronicle, Touched, below
from briefbook.text.errors import FileProblem
from briefbook.text.sidecar import MAX_SIDECAR_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_GIT: Final = ("git", "--no-pager", "--no-replace-objects", "-c", "log.showRoot=true")
_LOG: Final = (
    "log",
    "--no-merges",
    "--no-color",
    "--no-decorate",
    "--no-notes",
    "--no-show-signature",
    "--no-ext-diff",
    "--no-renames",
    "--relative",
    "--raw",
    "--no-abbrev",
    "-z",
    "--format=%x01%as",
    "--",
    "*.txt",
    "*.toml",
    "*.md",
)
"""Every setting of the user that could change what is printed is overruled."""
_NO_NETWORK: Final = {
    "GIT_ALLOW_PROTOCOL": "none",  # where parts of the history are elsewhere
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SECONDS: Final = 120
_RAW: Final = re.compile(
    rb"\n?:[0-7]{6} [0-7]{6} (?P<before>[0-9a-f]{40,64}) (?P<after>[0-9a-f]{40,64}) "
    rb"(?P<status>[AMD])"
)


def read_chronicle(root: Path, *, seeds: str, annotations: str) -> Chronicle:
    """The chronicle of the book whose conf.py is in ``root``; folders are named from there.

    Raises FileProblem where the repository does not hold all of its history, or there is none.
    """
    shallow = _ask(root, "rev-parse", "--is-shallow-repository").strip()
    if shallow != b"false":
        problem = "briefbook_history is set, and the repository holds only the end of its history"
        raise FileProblem("conf.py", None, problem, "fetch all of it: git fetch --unshallow")
    touched = list(_touched(_ask(root, *_LOG)))
    ids = {
        of
        for each in touched
        if each.path.endswith(".toml") and below(seeds, each.path) is not None
        for of in (each.before, each.after)
        if of.strip("0")
    }
    return Chronicle(touched, _contents(root, ids), seeds=seeds, annotations=annotations)


def _ask(root: Path, *arguments: str, given: str = "") -> bytes:
    """What git prints when asked in ``root``."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, the user's own git
            [*_GIT, *arguments],
            cwd=root,
            env=os.environ | _NO_NETWORK,
            input=given.encode("ascii"),
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        problem = "briefbook_history is set, and git tells no history of this folder"
        remedy = "build from a full clone, or leave the setting out"
        raise FileProblem("conf.py", None, problem, remedy) from None
    return done.stdout


def _touched(log: bytes) -> Iterator[Touched]:
    """The files of each commit. A name follows its line, whatever it looks like."""
    parts = iter(log.split(b"\0"))
    commit, day = 0, ""
    for part in parts:
        if part.startswith(b"\x01"):
            commit, day = commit + 1, part[1:].decode("ascii")
        elif part.startswith((b":", b"\n:")):
            name = next(parts, b"")
            if found := _RAW.fullmatch(part):
                yield Touched(
                    commit=commit,
                    day=day,
                    status=found["status"].decode("ascii"),
                    path=os.fsdecode(name),
                    before=found["before"].decode("ascii"),
                    after=found["after"].decode("ascii"),
                )


def _contents(root: Path, ids: set[str]) -> dict[str, bytes]:
    """What those of the ids stand for that are no larger than a sidecar may be."""
    lines = _ask(root, "cat-file", "--batch-check", given=_lines(ids)).decode("ascii").splitlines()
    sizes = {
        of: int(size)
        for of, kind, size in (line.split() for line in lines if line.count(" ") == 2)
        if kind == "blob" and int(size) <= MAX_SIDECAR_BYTES
    }
    told = _ask(root, "cat-file", "--batch", given=_lines(sizes))
    contents, at = {}, 0
    for of in sorted(sizes):
        start = told.index(b"\n", at) + 1
        at = start + sizes[of] + 1
        contents[of] = told[start : at - 1]
    return contents


def _lines(ids: set[str] | dict[str, int]) -> str:
    return "".join(f"{of}\n" for of in sorted(ids))
