"""What looks like a note or a seed is told from what a book's or a blog's own pages look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefbook.pages.folders import BookFolders
from briefbook.pages.look_alikes import look_alikes

NOTE = "---\nmotivation: commenting\ntarget:\n  exact: the passage\n---\nA note.\n"
PAGE = "---\norphan: true\n---\n# A page\n"


@pytest.fixture
def folders(tmp_path: Path) -> BookFolders:
    (tmp_path / "seeds").mkdir()
    for name in ("base", "Port Talks"):
        (tmp_path / f"seeds/{name}.txt").write_text(" date 2021-12-30 Text.")
    (tmp_path / "docs/annotations").mkdir(parents=True)
    return BookFolders(
        root=tmp_path,
        seeds=tmp_path / "seeds",
        docs=tmp_path / "docs",
        annotations=tmp_path / "docs/annotations",
    )


def refused(folders: BookFolders, page: str, text: str = PAGE) -> bool:
    path = folders.docs / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return page in look_alikes([page], folders)


@pytest.mark.parametrize(
    "page",
    [
        "Annotations/base/2026-11-22-a.md",
        "ANNOTATIONS/readme.md",
        "ａｎｎｏｔａｔｉｏｎｓ/other/x.md",
        "annotation/base/2026-11-22-a.md",
        "anotations/other/2026-11-22-a.md",
        "annotations-old/other/2026-11-22-a.md",
        "annotations.bak/2026-11-22-a.rst",
        "аnnotations/other/2026-11-22-a.md",  # the first letter is Cyrillic
        "more/annotations/other/2026-11-22-a.md",
        "notes/base/2026-11-22-a.md",
        "notes/Base/2026-11-22 a.md",
        "notes/port talks/2026-11-22-a.md",
        "base/2026-11-22-a.md",
    ],
)
def test_the_place_of_a_note(folders: BookFolders, page: str) -> None:
    assert refused(folders, page)


@pytest.mark.parametrize(
    "page",
    [
        "posts/2026-11-22-hello.md",
        "2026-11-22-hello.md",
        "blog/2026/11/2026-11-22-hello.md",
        "annotating/2026-11-22-hello.md",
        "annotations.md",
        "annotations-old/index.md",
        "base/index.md",
        "base.md",
        "notes/index.md",
    ],
)
def test_places_of_other_pages(folders: BookFolders, page: str) -> None:
    assert not refused(folders, page)


@pytest.mark.parametrize(
    "text",
    [
        NOTE,
        NOTE.replace("\n", "\r\n"),
        "\ufeff" + NOTE,
        "---\n{'motivation': x, \"target\": {exact: y}}\n---\n",
        NOTE.replace("A note.", "A note.\n---\n"),
    ],
)
def test_the_words_of_a_note(folders: BookFolders, text: str) -> None:
    assert refused(folders, "anywhere/page.md", text)


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "---\ntarget: x\n---\n",
        "---\nmotivations: x\ntarget: x\n---\n",
        "# The form\n\n" + NOTE,
        "---\nmotivation: x\ntarget: x\n",  # no front matter: it has no end
        "",
    ],
)
def test_words_of_other_pages(folders: BookFolders, text: str) -> None:
    assert not refused(folders, "anywhere/page.md", text)


def test_seeds_where_a_project_reads_text_files_as_pages(folders: BookFolders) -> None:
    assert refused(folders, "drafts/a.txt", " date 2021-12-30 \nText.")
    (folders.docs / "drafts/b.toml").write_text("")
    assert refused(folders, "drafts/b.txt", "Text.")
    assert not refused(folders, "drafts/c.txt", "A page\n======\n")
    assert not refused(folders, "drafts/d.md", " date 2021-12-30 \nText.")
    assert not refused(folders, "Seeds/d.txt", "Text.")  # the folder is elsewhere
    among = BookFolders(
        root=folders.docs,
        seeds=folders.docs / "seeds",
        docs=folders.docs,
        annotations=folders.annotations,
    )
    assert refused(among, "Seeds/d.txt", "Text.")


def test_it_is_said_where_it_belongs(folders: BookFolders) -> None:
    refused(folders, "Annotations/base/2026-11-22-a.md")
    (error,) = look_alikes(["Annotations/base/2026-11-22-a.md"], folders).values()
    assert str(error) == (
        "docs/Annotations/base/2026-11-22-a.md: it looks like a note, and no note is read as a "
        "page; move it into its seed's folder in docs/annotations, or give it another name"
    )


def test_a_page_that_cannot_be_read_and_a_folder_that_is_missing(folders: BookFolders) -> None:
    missing = BookFolders(
        root=folders.root,
        seeds=folders.root / "none",
        docs=folders.docs,
        annotations=folders.annotations,
    )
    assert look_alikes(["gone.md", "notes/base/2026-11-22-a.md"], missing) == {}
