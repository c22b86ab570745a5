"""A new book: ``data/new_book/``, what its forge wants, and which briefbook it is built with."""

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

_DATA: Final = Path(__file__).parents[1] / "data"
_TEMPLATE: Final = _DATA / "new_book"
_FORGES: Final = _DATA / "forges"
_FOR_ANY: Final = {
    "github": {
        "annotation.yml": ".github/ISSUE_TEMPLATE/annotation.yml",
        "request.md": ".github/pull_request_template.md",
        "owners.txt": ".github/CODEOWNERS",
    },
    "gitlab": {
        "annotation.md": ".gitlab/issue_templates/annotation.md",
        "request.md": ".gitlab/merge_request_templates/Default.md",
        "owners.txt": ".gitlab/CODEOWNERS",
    },
    "forgejo": {
        "annotation.yml": ".forgejo/issue_template/annotation.yml",
        "request.md": ".forgejo/pull_request_template.md",
        "owners.txt": ".forgejo/CODEOWNERS",
    },
}
"""Where each forge looks for what is alike on all of them."""
FORGES: Final = tuple(_FOR_ANY)
"""Those that a new book may have workflows for. Gitea runs Forgejo's."""
_HIDDEN: Final = "dot."
"""What a name begins with in place of a full stop: packagers and git obey some of such names."""

REQUIREMENTS: Final = "requirements.txt"


def new_book(forge: str) -> Iterator[tuple[str, bytes]]:
    """The files of a new book on one of ``FORGES``: paths with forward slashes, and contents."""
    yield from _files(_TEMPLATE)
    yield from _files(_FORGES / forge)
    for name, place in _FOR_ANY[forge].items():
        yield place, (_FORGES / "any" / name).read_bytes()
    yield REQUIREMENTS, f"# The briefbook that made this book.\n{_this_briefbook()}\n".encode()


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if path.is_file() and "__pycache__" not in place.parts:
            parts = (
                f".{part.removeprefix(_HIDDEN)}" if _is_hidden(part) else part
                for part in place.parts
            )
            yield "/".join(parts), path.read_bytes()


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


def write_book(folder: Path, *, root: Path, forge: str = "github") -> list[str]:
    """Make a book in ``folder``, which must be empty or not there; the paths of its files.

    ``root`` is the folder that messages name files from. Raises OutputError.
    """
    shown = shown_path(folder, root)
    made = []
    try:
        if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
            problem = "it is there already, and nothing is overwritten"
            raise OutputError(shown, None, problem, "name a new folder, or an empty one")
        for name, content in new_book(forge):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, content, root=root)
            made.append(name)
    except OSError as error:
        problem = f"it cannot be made: {error.strerror or error}"
        raise OutputError(shown, None, problem, "see to its permissions") from None
    return made
