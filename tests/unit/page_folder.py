"""A folder of generated pages, and what lies in it before and after they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefbook.pages.folders import BookFolders
from briefbook.pages.manifest import MANIFEST
from briefbook.pages.write import write_pages
from briefbook.text.errors import OutputError

MARK = "---\n# Made by briefbook. Do not edit this page.\n---\n"
PAGES = {
    "articles/index.md": f"{MARK}all",
    "articles/2021/index.md": f"{MARK}2021",
    "articles/2021/12/index.md": f"{MARK}December",
    "articles/2021/12/base.md": f"{MARK}base",
    "articles/seeds.bib": "% Made by briefbook. Do not edit.\n",
}
OTHER_YEAR = {"articles/2022/01/new.md": f"{MARK}new"}
LISTED = sorted(name.removeprefix("articles/") for name in PAGES)


def folders_in(root: Path) -> BookFolders:
    """A book's folders, with nothing in them."""
    (root / "docs").mkdir()
    return BookFolders(
        root=root,
        seeds=root / "seeds",
        docs=root / "docs",
        annotations=root / "docs/annotations",
    )


def everything(folder: Path) -> dict[str, str]:
    """All below a folder: files with their text, links with what they lead to, folders."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        else:
            found[name] = "/" if path.is_dir() else path.read_text("utf-8")
    return found


def files(folders: BookFolders) -> dict[str, str]:
    """The files below the source folder, but for the manifest."""
    found = everything(folders.docs)
    return {name: text for name, text in found.items() if text != "/" and MANIFEST not in name}


def refusal(folders: BookFolders, pages: dict[str, str] = PAGES) -> str:
    """What the build says; nothing at all has been changed then."""
    before = everything(folders.root)
    with pytest.raises(OutputError) as caught:
        write_pages(folders, pages)
    assert everything(folders.root) == before
    return str(caught.value)


def put(folders: BookFolders, name: str, text: str = "# By hand\n") -> Path:
    path = folders.docs / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
