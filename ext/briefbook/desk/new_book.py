"""A new book: the files of ``data/new_book/``, and which briefbook they are built with."""

from __future__ import annotations

import json
import os
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.text.errors import OutputError
from briefbook.text.paths import shown_path
from briefbook.text.writing import write_file
from briefbook.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEMPLATE: Final = Path(__file__).parents[1] / "data" / "new_book"
_HIDDEN: Final = "dot."
"""What a name begins with in place of a full stop: packagers and git obey some of such names."""

REQUIREMENTS: Final = "requirements.txt"


def new_book() -> Iterator[tuple[str, bytes]]:
    """The files of a new book: paths with forward slashes, and contents."""
    for path in sorted(_TEMPLATE.rglob("*")):
        place = path.relative_to(_TEMPLATE)
        if path.is_file() and "__pycache__" not in place.parts:
            parts = (
                f".{part.removeprefix(_HIDDEN)}" if _is_hidden(part) else part
                for part in place.parts
            )
            yield "/".join(parts), path.read_bytes()
    yield REQUIREMENTS, f"# The briefbook that made this book.\n{_this_briefbook()}\n".encode()


def _is_hidden(part: str) -> bool:
    return part.startswith(_HIDDEN)


def _this_briefbook() -> str:
    """This very briefbook as pip is told of it: from where it was installed, or its version."""
    try:
        source = json.loads(distribution("briefbook").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        source = {}
    if not (url := source.get("url")):
        return f"briefbook[html]=={VERSION}"
    if system := source.get("vcs_info"):  # https://packaging.python.org/specifications/direct-url/
        url = f"{system['vcs']}+{url}@{system['commit_id']}"
    return f"briefbook[html] @ {url}"


def write_book(folder: Path, *, root: Path) -> list[str]:
    """Make a book in ``folder``, which must be empty or not there; the paths of its files.

    ``root`` is the folder that messages name files from. Raises OutputError.
    """
    shown = shown_path(folder, root)
    made = []
    try:
        if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
            problem = "it is there already, and nothing is overwritten"
            raise OutputError(shown, None, problem, "name a new folder, or an empty one")
        for name, content in new_book():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, content, root=root)
            made.append(name)
    except OSError as error:
        problem = f"it cannot be made: {error.strerror or error}"
        raise OutputError(shown, None, problem, "see to its permissions") from None
    return made
