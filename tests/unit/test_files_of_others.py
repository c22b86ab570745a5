"""Law 8 among the generated pages: what the build did not make, it neither changes nor deletes."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from page_folder import MARK, OTHER_YEAR, PAGES, everything, files, folders_in, put, refusal

from briefbook.pages import changes
from briefbook.pages.folders import BookFolders
from briefbook.pages.manifest import MANIFEST
from briefbook.pages.write import write_pages
from briefbook.text.errors import OutputError


@pytest.fixture
def folders(tmp_path: Path) -> BookFolders:
    return folders_in(tmp_path)


def forge(folders: BookFolders, *names: str) -> None:
    text = json.dumps({"about": "Made by briefbook: the files", "files": names}, indent=1)
    put(folders, f"articles/{MANIFEST}", text)


def test_a_project_that_owns_the_folder_is_refused(folders: BookFolders) -> None:
    put(folders, "articles/essay.md")
    put(folders, "articles/index.md")
    assert refusal(folders) == (
        "docs/articles/essay.md: the build did not make it, nor 1 more in articles/, and would mix "
        "its pages with it; move it elsewhere, or set briefbook_articles to the name of another "
        "folder"
    )


@pytest.mark.parametrize(
    "name",
    [
        "essay.md", "2021/essay.md", "drafts/deep/essay.rst", "photo.jpg", "2021/12/base.md",
        "2021/12/Base.md", "seeds.bib", ".draft.md", ".drafts/essay.md", MANIFEST,
    ],
)  # fmt: skip
@pytest.mark.parametrize("made_before", [True, False])
def test_a_file_of_others_is_refused(folders: BookFolders, name: str, *, made_before: bool) -> None:
    if made_before:
        write_pages(folders, PAGES)
    put(folders, f"articles/{name}", "Not Made by briefbook.\n")
    assert refusal(folders).startswith(f"docs/articles/{name}: the build did not make it, and")


def test_what_systems_and_editors_leave_is_left_alone(folders: BookFolders) -> None:
    write_pages(folders, PAGES | OTHER_YEAR)
    left = [
        ".DS_Store", ".gitkeep", ".gitignore", "2022/01/.new.md.swp", "Thumbs.db",
        ".obsidian/app.json",
    ]  # fmt: skip
    for name in left:
        put(folders, f"articles/{name}", "")
    write_pages(folders, PAGES)
    assert set(files(folders)) == {*PAGES, *(f"articles/{name}" for name in left)}


def test_an_empty_folder_of_others_stays(folders: BookFolders) -> None:
    (folders.docs / "articles/drafts/2021").mkdir(parents=True)
    write_pages(folders, PAGES | OTHER_YEAR)
    write_pages(folders, PAGES)
    assert (folders.docs / "articles/drafts/2021").is_dir()


def test_a_page_that_bears_the_mark_and_is_not_listed_is_refused(folders: BookFolders) -> None:
    """Whoever commits it: it is not read as a page, and a copy made by hand is not lost."""
    write_pages(folders, PAGES)
    put(folders, "articles/2021/12/evil.md", f"{MARK}{{{{ evil }}}}")
    said = refusal(folders)
    assert said.startswith("docs/articles/2021/12/evil.md: it looks generated, but .briefbook.json")
    assert said.endswith("delete it, or move it elsewhere: what the book needs is made again")


def test_a_marked_page_in_a_pages_place_is_overwritten(folders: BookFolders) -> None:
    put(folders, "articles/2021/12/base.md", f"{MARK}{{{{ evil }}}}")
    write_pages(folders, PAGES)
    assert files(folders) == PAGES


@pytest.mark.parametrize(
    "name",
    ["../index.md", "/etc/passwd", "essay.md", "2021/12/base.md", "..\\index.md", "C:index.md"],
)
def test_a_forged_manifest_gives_nothing_away(folders: BookFolders, name: str) -> None:
    """Every path that it might name is asked for the mark, or is never opened at all."""
    own = put(folders, "index.md", f"{MARK}which someone has put onto it")
    essay = put(folders, "articles/essay.md")
    forge(folders, name)
    assert "essay.md: the build did not make it" in refusal(folders)
    essay.unlink()
    write_pages(folders, PAGES)
    assert own.read_text("utf-8").endswith("put onto it")


def test_a_forged_manifest_takes_no_time(folders: BookFolders) -> None:
    forge(folders, "a/" * 1_000_000, *(f"{number}.md" for number in range(100_000)))
    write_pages(folders, PAGES)
    assert files(folders) == PAGES


def test_a_forged_manifest_with_a_mark_deletes_only_what_it_marks(folders: BookFolders) -> None:
    put(folders, "articles/evil.md", f"{MARK}{{{{ evil }}}}")
    forge(folders, "evil.md")
    assert write_pages(folders, PAGES) == ["evil.md"]
    assert files(folders) == PAGES


@pytest.mark.parametrize(
    "name",
    ["articles", "articles/2021", "articles/2021/12", "articles/drafts", "articles/.drafts"],
)
@pytest.mark.parametrize("target", ["victim", "nowhere"])
def test_a_linked_folder_is_refused(folders: BookFolders, name: str, target: str) -> None:
    put(folders, "../victim/index.md", f"{MARK}precious")
    put(folders, "../victim/thesis.txt", "precious")
    link = folders.docs / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(folders.root / target, target_is_directory=True)
    said = refusal(folders)
    assert said.startswith(f"docs/{name}: it is a link, and what it leads to is not the build's")
    assert "; delete the link, or set briefbook_articles to" in said


@pytest.mark.parametrize(
    "name", ["index.md", "2021/12/base.md", "essay.md", "seeds.bib", MANIFEST, ".DS_Store"]
)
@pytest.mark.parametrize("target", ["victim", "nowhere"])
def test_a_linked_file_is_refused(folders: BookFolders, name: str, target: str) -> None:
    victim = put(folders, "../victim", PAGES["articles/index.md"])
    link = folders.docs / "articles" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(folders.root / target)
    assert refusal(folders).startswith(f"docs/articles/{name}: it is a link")
    assert victim.read_text("utf-8") == PAGES["articles/index.md"]


def test_a_folder_above_the_pages_may_be_no_link(folders: BookFolders) -> None:
    (folders.root / "victim").mkdir()
    (folders.docs / "press").symlink_to(folders.root / "victim")
    nested = BookFolders(
        root=folders.root,
        seeds=folders.seeds,
        docs=folders.docs,
        annotations=folders.annotations,
        articles="press/articles",
    )
    pages = {f"press/{name}": text for name, text in PAGES.items()}
    before = everything(folders.root)
    with pytest.raises(OutputError, match=r"^docs/press: it is a link"):
        write_pages(nested, pages)
    assert everything(folders.root) == before
    (folders.docs / "press").unlink()
    write_pages(nested, pages)
    assert files(folders) == pages


def test_a_junction_is_a_link(folders: BookFolders, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows has it: lstat calls it a folder."""
    write_pages(folders, PAGES)
    junction = (folders.docs / "articles/2021").stat()

    def is_link(status: os.stat_result) -> bool:
        return status.st_ino == junction.st_ino

    monkeypatch.setattr(changes, "is_link", is_link)
    assert refusal(folders).startswith("docs/articles/2021: it is a link")


@pytest.mark.parametrize("name", ["index.md", "2021/12/base.md", MANIFEST])
def test_a_folder_in_a_files_place_is_refused(folders: BookFolders, name: str) -> None:
    (folders.docs / "articles" / name).mkdir(parents=True)
    assert refusal(folders).startswith(f"docs/articles/{name}: it is a folder, and the build needs")


@pytest.mark.parametrize("name", ["articles", "articles/2021", "articles/2021/12"])
def test_a_file_in_a_folders_place_is_refused(folders: BookFolders, name: str) -> None:
    put(folders, name, MARK)
    assert refusal(folders).startswith(f"docs/{name}: it ")


@pytest.mark.parametrize("name", ["articles/index.md", "articles/2021/pipe"])
def test_a_pipe_is_refused_and_not_waited_for(folders: BookFolders, name: str) -> None:
    (folders.docs / name).parent.mkdir(parents=True)
    os.mkfifo(folders.docs / name)
    with pytest.raises(OutputError, match="the build did not make it"):
        write_pages(folders, PAGES)
    assert stat.S_ISFIFO(os.lstat(folders.docs / name).st_mode)


@pytest.mark.parametrize("name", ["Articles", "ARTICLES"])
def test_two_spellings_of_one_folder_are_refused(folders: BookFolders, name: str) -> None:
    """Where they are two, a checkout on Windows or macOS would mix them."""
    put(folders, f"{name}/essay.md")
    said = refusal(folders)
    assert said.startswith(f"docs/{name}: Windows and macOS take it for 'articles', where the")


def test_names_are_data(folders: BookFolders) -> None:
    put(folders, "articles/a\nINFO: all is well\u202e.md")
    said = refusal(folders)
    assert "\n" not in said
    assert "\u202e" not in said
