"""The folder of generated pages holds exactly the book's, whatever it held before."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from page_folder import LISTED, MARK, OTHER_YEAR, PAGES, files, folders_in, put, refusal

from briefbook.pages.folders import BookFolders
from briefbook.pages.manifest import MANIFEST
from briefbook.pages.write import write_pages
from briefbook.text.errors import OutputError
from full_disk import fill


@pytest.fixture
def folders(tmp_path: Path) -> BookFolders:
    return folders_in(tmp_path)


def test_pages_and_a_list_of_them_are_written(folders: BookFolders) -> None:
    assert write_pages(folders, PAGES) == []
    assert files(folders) == PAGES
    listed = json.loads((folders.docs / "articles" / MANIFEST).read_text("utf-8"))
    assert listed["files"] == LISTED


def test_nothing_is_written_where_nothing_differs(folders: BookFolders) -> None:
    write_pages(folders, PAGES)
    paths = sorted(folders.docs.rglob("*"))
    before = [(path, path.stat().st_mtime_ns) for path in paths]
    assert write_pages(folders, PAGES) == []
    assert [(path, path.stat().st_mtime_ns) for path in paths] == before


def test_a_page_no_longer_made_goes_and_its_folder_with_it(folders: BookFolders) -> None:
    write_pages(folders, PAGES | OTHER_YEAR)
    assert write_pages(folders, PAGES) == ["2022/01/new.md"]
    assert files(folders) == PAGES
    assert not (folders.docs / "articles/2022").exists()


def test_an_edited_page_is_made_again(folders: BookFolders) -> None:
    write_pages(folders, PAGES)
    put(folders, "articles/index.md", f"{MARK}all, and a word by hand")
    write_pages(folders, PAGES)
    assert files(folders) == PAGES


def test_line_ends_of_a_checkout_do_not_lock_out(folders: BookFolders) -> None:
    write_pages(folders, PAGES)
    for path in (folders.docs / "articles").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    write_pages(folders, PAGES)
    assert files(folders) == PAGES


@pytest.mark.parametrize("content", [None, "", "{", '{"files": 3}', "[" * 100_000, "\0"])
def test_a_lost_manifest_does_not_lock_out(folders: BookFolders, content: str | None) -> None:
    """The mark alone lets a page's own place be overwritten."""
    write_pages(folders, PAGES)
    put(folders, "articles/index.md", f"{MARK}of an older version")
    path = folders.docs / "articles" / MANIFEST
    if content is None:
        path.unlink()
    else:
        path.write_text('{\n "about": "Made by briefbook' + content, "utf-8")
    write_pages(folders, PAGES)
    assert files(folders) == PAGES
    assert json.loads(path.read_text("utf-8"))["files"] == LISTED


def test_a_killed_build_knows_its_files(
    folders: BookFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is written before the pages are."""
    write_pages(folders, PAGES)

    def killed(path: Path, content: Any, *, root: Path) -> None:
        if path.name == "new.md":
            path.write_bytes(content)
            raise KeyboardInterrupt
        path.write_bytes(content)

    monkeypatch.setattr("briefbook.pages.write.write_file", killed)
    with pytest.raises(KeyboardInterrupt):
        write_pages(folders, PAGES | OTHER_YEAR)
    monkeypatch.undo()
    assert write_pages(folders, PAGES) == ["2022/01/new.md"]
    assert files(folders) == PAGES


def test_a_full_disk_leaves_the_old_pages_whole(
    folders: BookFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(folders, PAGES)
    changed = {name: text + " changed" for name, text in PAGES.items()}
    fill(monkeypatch, when=lambda path: "12" in path.parts)
    with pytest.raises(OutputError, match="it cannot be written: No space left on device; make"):
        write_pages(folders, changed)
    monkeypatch.undo()
    found = files(folders)
    assert all(found[name] in (PAGES[name], changed[name]) for name in PAGES)
    assert found.keys() == PAGES.keys()
    write_pages(folders, changed)
    assert files(folders) == changed


def test_a_folder_that_must_not_be_written_is_a_message(
    folders: BookFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mkdir(self: Path, *_others: object, **_named: Any) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", mkdir)
    said = refusal(folders)
    assert said.startswith("docs/articles: it cannot be written: Permission denied; ")


def test_a_folder_that_must_not_be_read_is_a_message(
    folders: BookFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(folders, PAGES)

    def scandir(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("briefbook.pages.changes.os.scandir", scandir)
    with pytest.raises(OutputError) as caught:
        write_pages(folders, PAGES)
    assert str(caught.value) == (
        "docs/articles: it cannot be looked into: Permission denied; see to its permissions"
    )


def test_what_a_killed_write_left_goes_once_it_is_old(folders: BookFolders) -> None:
    write_pages(folders, PAGES)
    left = [put(folders, f"articles/2021/.briefbook-{'0f' * 8}{n}.tmp") for n in ("", "x")]
    left += [put(folders, f"articles/.briefbook-{'1e' * 8}.tmp")]
    os.utime(left[0], (0, 0))
    os.utime(left[1], (0, 0))
    assert write_pages(folders, PAGES) == []
    assert [path.exists() for path in left] == [False, True, True]  # not ours; that of another
