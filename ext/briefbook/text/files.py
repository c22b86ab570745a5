"""The one guard through which strangers' files are read: what they are is asked before they are."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    from pathlib import Path

    from briefbook.text.errors import FileProblem


def read_file(
    path: Path, *, home: Path, root: Path, max_bytes: int, problem: type[FileProblem]
) -> bytes:
    """The bytes of ``path``, an ordinary file of at most ``max_bytes`` bytes.

    ``home`` is the folder that it may not lead out of, by a link at any level below; ``root`` the
    one that messages name it from. Raises ``problem``.
    """
    shown = shown_path(path, root)
    try:
        # A link may point anywhere on the builder's disk, and its target would be published.
        if not path.resolve(strict=True).is_relative_to(home.resolve(strict=True)):
            raise problem(shown, None, "it is a link that leads out of its folder", "copy the file")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for, a device has no end
            raise problem(shown, None, "it is no ordinary file", "put an ordinary file there")
        if status.st_size > max_bytes:
            raise _too_large(shown, max_bytes, problem)
        with path.open("rb") as stream:
            raw = stream.read(max_bytes + 1)  # one more, should it have grown since
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError: a loop of links, before Python 3.13. ValueError: a NUL in the path.
        reason = getattr(error, "strerror", None) or "its path leads nowhere"
        raise problem(shown, None, f"it cannot be read: {reason}", "check the file") from None
    if len(raw) > max_bytes:
        raise _too_large(shown, max_bytes, problem)
    return raw


def _too_large(shown: str, max_bytes: int, problem: type[FileProblem]) -> FileProblem:
    return problem(shown, None, f"it is larger than {max_bytes} bytes", "split it or cut it down")


def decode(raw: bytes, shown: str, problem: type[FileProblem]) -> str:
    """``raw`` as UTF-8, a byte order mark taken off; raises ``problem`` with line and column."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(before.decode("utf-8", "replace")) + 1
        raise problem(
            shown,
            line,
            f"byte {error.start} (0x{raw[error.start]:02x}) is not UTF-8",
            "save it as UTF-8",
            column=column,
        ) from None
