"""What is no longer in the book leaves every output folder, and nothing else does."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx.testing.util import SphinxTestApp

from briefbook.sphinx.withdrawn import LIST, read_list
from briefbook.stopping import BuildStopped
from projects import Project

HARVEST = "articles/2023/06/harvest"
WORDS = "good harvest"
"""Of the article that is withdrawn."""

PAGES = {
    "html": ["articles/2023/06/harvest.html", "_sources/articles/2023/06/harvest.md.txt"],
    "dirhtml": ["articles/2023/06/harvest/index.html", "_sources/articles/2023/06/harvest.md.txt"],
    "text": ["articles/2023/06/harvest.txt"],
    "xml": ["articles/2023/06/harvest.xml"],
    "gettext": ["articles/2023/06/harvest.pot"],
}


def holding(folder: Path, words: str) -> list[str]:
    """The files below a folder that hold the words, but for what Sphinx keeps for itself."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pickle" and words.encode() in path.read_bytes()
    ]


def said(app: SphinxTestApp) -> list[str]:
    return [line for line in app.status.getvalue().splitlines() if "no longer in the book" in line]


@pytest.fixture
def book(project: Callable[[str], Project]) -> Project:
    return project("own-seeds")


def withdraw(book: Project) -> None:
    (book.folder / "seeds/harvest.txt").unlink()


@pytest.mark.parametrize("builder", PAGES)
def test_withdrawn_article_leaves_the_output(book: Project, builder: str) -> None:
    out = book.folder / "_build" / builder
    book.build(builder, gettext_compact=False)
    assert [path for path in PAGES[builder] if (out / path).is_file()] == PAGES[builder]
    assert holding(out, WORDS) != [] or builder == "gettext"  # which has no article's text
    withdraw(book)
    app = book.build(builder, gettext_compact=False)
    assert holding(out, WORDS) == holding(out, HARVEST) == []
    assert not list(out.rglob("*harvest*"))
    assert not (out / "articles/2023/06").exists()
    assert not (out / "_sources/articles/2023/06").exists()
    assert not (book.folder / f"_build/doctrees/{HARVEST}.doctree").exists()
    source, output = said(app)
    assert "deleted from articles: 2023/06/harvest.md, 2023/06/index.md" in source
    assert all(path in output for path in PAGES[builder])
    assert said(book.build(builder, gettext_compact=False)) == []


def test_withdrawn_article_leaves_the_epub(book: Project) -> None:
    settings: dict[str, Any] = {
        "epub_basename": "book",
        "epub_show_urls": "no",
        "copyright": "x",
        "version": "1",
    }
    path = book.folder / "_build/epub/book.epub"
    for is_there in (True, False):
        if not is_there:
            withdraw(book)
        book.build("epub", **settings)
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
            assert (f"{HARVEST}.xhtml" in names) == is_there
            assert any(WORDS.encode() in packed.read(name) for name in names) == is_there
            assert LIST not in names


def test_renamed_article_leaves_its_old_place(book: Project) -> None:
    book.build()
    seeds = book.folder / "seeds"
    (seeds / "harvest.txt").rename(seeds / "reaping.txt")
    book.build()
    assert (book.folder / "_build/html/articles/2023/06/reaping.html").is_file()
    assert not (book.folder / f"_build/html/{HARVEST}.html").exists()


def test_a_page_that_people_wrote_leaves_too(book: Project) -> None:
    page = book.folder / "press/Note é.md"
    page.parent.mkdir()
    page.write_text("---\norphan: true\n---\n# By hand\n", "utf-8")
    book.build("text")
    assert (book.folder / "_build/text/press/Note é.txt").is_file()
    page.unlink()
    book.build("text")
    assert not (book.folder / "_build/text/press").exists()
    assert (book.folder / "_build/text/index.txt").is_file()


def test_a_file_that_another_page_has_now_is_not_deleted(book: Project) -> None:
    """``press.md`` and ``press/index.md`` are one address in ``dirhtml``."""
    for name in ("press.md", "press/index.md"):
        page = book.folder / name
        page.parent.mkdir(exist_ok=True)
        page.write_text("---\norphan: true\n---\n# By hand\n", "utf-8")
        app = book.build("dirhtml")
        page.unlink()
    (line,) = said(app)
    assert line.endswith(": _sources/press.md.txt")
    assert (book.folder / "_build/dirhtml/press/index.html").is_file()


def test_each_output_folder_is_asked_at_its_next_build(book: Project) -> None:
    """Also when the doctrees are gone, and when the folder was moved meanwhile."""
    for builder in ("html", "text"):
        book.build(builder)
    withdraw(book)
    book.build("html")
    text = book.folder / "_build/text"
    assert (text / f"{HARVEST}.txt").is_file()
    book.build("text", fresh=True)
    assert not (text / f"{HARVEST}.txt").exists()


def test_what_two_builders_wrote_into_one_folder_goes_with_its_page(book: Project) -> None:
    book.build("html")
    out = book.folder / "_build/text"
    (book.folder / "_build/html").rename(out)
    book.build("text")
    both = {path for builder in ("html", "text") for path in PAGES[builder]}
    assert all((out / path).is_file() for path in both)
    withdraw(book)
    book.build("text")
    assert not any((out / path).exists() for path in both)
    assert (out / "articles/2023/05/river.html").is_file()


def test_files_of_others_stay(book: Project) -> None:
    book.build()
    mine = book.folder / "_build/html/articles/2023/06/mine.html"
    mine.write_text("mine", "utf-8")
    withdraw(book)
    book.build()
    assert mine.read_text("utf-8") == "mine"


FORGED = {
    "x/index": ["../../index.md", "index.html", "x/index/../../index.html"],
    "../index": ["../index.md"],
    "x/../index": ["x/../index.md"],
    "conf": ["conf.py"],
    "../../conf": ["../../conf.py"],
    "articles/2023/07/x": ["index.html", "/etc/passwd", "objects.inv", "_static", "articles"],
    "C:/index": ["C:/index.html"],
    "x\\index": ["x\\index.html"],
    "/etc/index": ["/etc/index"],
    "x/\0/index": ["x/\0/index.html"],
    "x/\ud800/index": ["x/\ud800/index.html"],
}


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", '{"pages": 3}', '{"pages": [1]}', "[" * 100_000, '{"pages": {"x/index": 3}}',
        '{"pages": {"x/index": [3]}}', "\ufeff",
    ],
)  # fmt: skip
def test_a_broken_list_names_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / LIST).write_text(text, "utf-8")
    assert read_list(tmp_path, tmp_path) == {}


def test_a_forged_list_deletes_nothing(book: Project) -> None:
    book.build("text")
    (book.folder / "index.html").write_text("by hand", "utf-8")
    before = {path for path in book.folder.rglob("*") if path.name != LIST}
    (book.folder / f"_build/text/{LIST}").write_text(json.dumps({"pages": FORGED}), "utf-8")
    app = book.build("text")
    assert said(app) == []
    assert {path for path in book.folder.rglob("*") if path.name != LIST} == before
    listed = json.loads((book.folder / f"_build/text/{LIST}").read_text("utf-8"))["pages"]
    assert listed[HARVEST] == PAGES["text"]


@pytest.mark.parametrize("name", ["articles", "articles/2023/06", f"{HARVEST}.txt"])
@pytest.mark.parametrize("then", ["withdrawn", "changed"])
def test_links_in_the_output_are_not_followed(
    book: Project, name: str, then: str, tmp_path: Path
) -> None:
    book.build("text")
    out = book.folder / "_build/text"
    victim = tmp_path / "victim"
    (out / name).rename(victim)
    (out / name).symlink_to(victim)
    before = {path: path.read_bytes() for path in [victim, *victim.rglob("*")] if path.is_file()}
    if then == "withdrawn":
        withdraw(book)
    else:
        book.write_seed("harvest.txt", book.page("seeds/harvest.txt") + "It rained on Monday.\n")
    with pytest.raises(BuildStopped) as caught:
        book.build("text")
    assert str(caught.value.problem) == (
        f"_build/text/{name}: it is a link, and the build would write what it leads to; "
        "delete the link"
    )
    assert {path: path.read_bytes() for path in before} == before


def test_a_linked_list_is_replaced(book: Project, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious", "utf-8")
    out = book.folder / "_build/text"
    out.mkdir(parents=True)
    (out / LIST).symlink_to(victim)
    book.build("text")
    assert victim.read_text("utf-8") == "precious"
    assert not (out / LIST).is_symlink()
