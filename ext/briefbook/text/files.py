"""The one guard through which strangers' files are read: what they are is asked before they are."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.text.characters import complaint, escaped, find_unfit
from briefbook.text.encodings import how_to_mend, narrow_encoding, wide_encoding
from briefbook.text.lines import count_lines
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    from briefbook.text.errors import FileProblem

_BOM = b"\xef\xbb\xbf"


def read_file(
    path: Path, *, home: Path, root: Path, max_bytes: int, problem: type[FileProblem]
) -> bytes:
    """The bytes of ``path``, an ordinary file of at most ``max_bytes`` bytes.

    ``home`` is the folder that no link may lead it out of; ``root`` the one that messages name it
    from. Raises ``problem``.
    """
    shown = shown_path(path, root)
    try:
        # A link may point anywhere on the builder's disk, and its target would be published.
        if not _stays_in(path, home):
            raise problem(shown, None, "it is a link that leads out of its folder", "copy the file")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for, a device has no end
            raise problem(shown, None, "it is no ordinary file", "put an ordinary file there")
        if status.st_size > max_bytes:
            raise _too_large(shown, max_bytes, problem)
        with path.open("rb") as stream:
            raw = stream.read(max_bytes + 1)  # one more, should it have grown since
    except (OSError, RuntimeError, ValueError) as error:
        raise problem(
            shown, None, f"it cannot be read: {_reason(error)}", "check the file"
        ) from None
    if len(raw) > max_bytes:
        raise _too_large(shown, max_bytes, problem)
    return raw


def list_folder(folder: Path, *, home: Path, root: Path, problem: type[FileProblem]) -> list[Path]:
    """What stands in ``folder``, sorted; hidden entries are left out.

    Arguments and errors as in ``read_file``: a link may lead to a folder of ``home`` and no other.
    """
    shown = shown_path(folder, root)
    try:
        if not _stays_in(folder, home):
            raise problem(
                shown, None, "it is a link that leads out of the book", "put the folder itself here"
            )
        if not folder.is_dir():
            raise problem(shown, None, "it is no folder", "move the file, and make a folder")
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except FileNotFoundError:
        raise problem(
            shown, None, "there is no such folder", "make it, or name the one that is meant"
        ) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise problem(
            shown, None, f"it cannot be read: {_reason(error)}", "check the folder"
        ) from None


def _stays_in(path: Path, home: Path) -> bool:
    """Whether no link leads ``path`` out of ``home``. Raises what ``Path.resolve`` does.

    A setting such as ``../texts`` names a place out of it in so many words: that is the owner's
    doing, and the bound is then the folder around what is named.
    """
    if path.absolute().drive != home.absolute().drive:
        return True
    # The way to home itself may go through links: that is the builder's own disk.
    true_home = home.resolve()
    named = Path(os.path.normpath(true_home / os.path.relpath(path, home)))
    bound = true_home if named.is_relative_to(true_home) else named.parent
    return path.resolve(strict=True).is_relative_to(bound)


def _reason(error: Exception) -> str:
    # RuntimeError: a loop of links, before Python 3.13. ValueError: a NUL in the path.
    return getattr(error, "strerror", None) or "its path leads nowhere"


def _too_large(shown: str, max_bytes: int, problem: type[FileProblem]) -> FileProblem:
    return problem(shown, None, f"it is larger than {max_bytes} bytes", "split it or cut it down")


def decode(raw: bytes, shown: str, problem: type[FileProblem]) -> str:
    """``raw`` as UTF-8, a byte order mark taken off.

    Raises ``problem``, with line and column, and with the encoding where the bytes tell it.
    """
    if (wide := wide_encoding(raw)) is not None:
        raise problem(shown, None, f"it is {wide} and not UTF-8", how_to_mend(wide, shown))
    content = raw.removeprefix(_BOM)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        at = error.start + len(raw) - len(content)
        before = content[: error.start].decode()
        narrow = narrow_encoding(raw)
        looks = f", the file looks like {narrow.title()}" if narrow else ""
        last_break = max(before.rfind("\n"), before.rfind("\r"))
        raise problem(
            shown,
            count_lines(before + "?"),
            f"byte {at} (0x{raw[at]:02x}) is not UTF-8{looks}",
            how_to_mend(narrow, shown),
            column=len(before) - last_break,
        ) from None


def refuse_unfit(text: str, shown: str, problem: type[FileProblem], remedy: str) -> None:
    """Raise ``problem``, with line and column, where ``text`` holds what readers could not see.

    ``{}`` in ``remedy`` becomes the character's escape.
    """
    if (at := find_unfit(text, allowed="\r\n")) is None:
        return
    before = text[:at]
    raise problem(
        shown,
        count_lines(before + "?"),
        f"it {complaint(text[at])}",
        remedy.format(escaped(text[at])),
        column=at - max(before.rfind("\n"), before.rfind("\r")),
    )
