"""Law 8: the folder of generated pages is the build's, and the build takes no other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from briefbook.cli import main
from briefbook.pages.manifest import bears_mark, read_manifest
from briefbook.stopping import BuildStopped
from projects import Project, sphinx_build, warnings_of

BY_HAND = "# By hand\n"


@pytest.fixture
def book(project: Callable[[str], Project]) -> Project:
    return project("own-seeds")


def build_by_command(book: Project, *options: str) -> tuple[int, str]:
    """Exit status and what was said, as a user sees it."""
    return sphinx_build(book.folder, "-q", "-b", "dummy", *options, ".", "_build/out")


@pytest.mark.parametrize("options", [[], ["-W", "--keep-going", "-n"]])
def test_a_project_that_owns_the_folder_is_refused(book: Project, options: list[str]) -> None:
    own = [book.folder / "articles/index.md", book.folder / "articles/essay.md"]
    own[0].parent.mkdir()
    for path in own:
        path.write_text(BY_HAND, "utf-8")
    status, said = build_by_command(book, *options)
    assert status == 2
    assert said == (
        "ERROR: articles/essay.md: the build did not make it, nor 1 more in articles/, and would "
        "mix its pages with it; move it elsewhere, or set briefbook_articles to the name of "
        "another folder\n"
    )
    assert sorted((book.folder / "articles").rglob("*")) == sorted(own)
    assert [path.read_text("utf-8") for path in own] == [BY_HAND, BY_HAND]


def test_the_check_says_so_too(
    book: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book.folder)
    arguments = ["check", "--docs", "."]
    assert main(arguments) == 0
    essay = book.folder / "articles/essay.md"
    essay.parent.mkdir()
    essay.write_text(BY_HAND, "utf-8")
    capsys.readouterr()
    assert main(arguments) == 1
    assert "problem: articles/essay.md: the build did not make it" in capsys.readouterr().out
    assert list((book.folder / "articles").rglob("*")) == [essay]
    assert main([*arguments, "--articles", "press/articles"]) == 0


def test_every_generated_file_is_marked_and_listed(book: Project) -> None:
    book.build("dummy")
    folder = book.folder / "articles"
    made = {path for path in folder.rglob("*") if path.is_file()}
    assert len(made) > 5
    assert [path for path in made if not bears_mark(path)] == []
    listed = read_manifest(folder, root=book.folder)
    assert {folder / name for name in listed} == made - {folder / ".briefbook.json"}


@pytest.mark.parametrize("folder", ["press", "press/old articles"])
def test_the_folder_may_have_another_name(book: Project, folder: str) -> None:
    essay = book.folder / "articles/essay.md"
    essay.parent.mkdir()
    essay.write_text("---\norphan: true\n---\n# By hand\n", "utf-8")
    index = book.folder / "index.md"
    index.write_text(index.read_text("utf-8").replace("articles/index", f"{folder}/index"), "utf-8")
    app = book.build(nitpicky=True, briefbook_articles=folder)
    assert warnings_of(app) == []
    assert list((book.folder / "articles").rglob("*")) == [essay]
    assert (book.folder / folder / "seeds.bib").is_file()
    out = book.folder / "_build/html"
    river, harvest = (
        out / folder / name for name in ("2023/05/river.html", "2023/06/harvest.html")
    )
    page: Any = BeautifulSoup(river.read_text("utf-8"), "html.parser")
    assert page.select('a[href="../06/harvest.html"]') != []
    assert harvest.is_file()
    (book.folder / "seeds/harvest.txt").unlink()
    book.build(briefbook_articles=folder)
    assert not harvest.exists()


def test_pages_are_not_in_the_book_twice(book: Project) -> None:
    """Once the setting has changed."""
    book.build("dummy")
    with pytest.raises(BuildStopped) as caught:
        book.build("dummy", briefbook_articles="press")
    assert str(caught.value.problem) == (
        "articles: it holds pages of earlier builds, and now press does; "
        "delete them, or set briefbook_articles to it again"
    )
    book.build("dummy", briefbook_articles="press", exclude_patterns=["articles"])
    shutil.rmtree(book.folder / "articles")
    book.build("dummy", briefbook_articles="press")


@pytest.mark.parametrize(
    ("folder", "problem"),
    [
        ("", "is no plain path below the source folder"),
        (".", "is no plain path below the source folder"),
        ("..", "is no plain path below the source folder"),
        ("../articles", "is no plain path below the source folder"),
        ("a/../../b", "is no plain path below the source folder"),
        ("/articles", "is no plain path below the source folder"),
        ("articles/", "is no plain path below the source folder"),
        ("C:/articles", "has 'C:' in it, which Windows does not allow"),
        ("a\\b", "has 'a\\\\b' in it, which Windows does not allow"),
        ("articles.", "has 'articles.' in it, which Windows does not allow"),
        (".articles", "has '.articles' in it, and names like this are kept for Sphinx and the"),
        ("_static/x", "has '_static' in it, and names like this are kept for Sphinx and the"),
        ("press/Con", "has 'Con' in it, and names like this are kept for Sphinx and the system"),
        ("a\nb", "holds U+000A, a line end"),
        (" articles", "begins or ends with a blank"),
        ("annotations", "is not apart from the folder of annotations"),
        ("annotations/pages", "is not apart from the folder of annotations"),
        ("notes", "is not apart from the folder of annotations"),
        ("seeds", "is not apart from the folder of seeds"),
    ],
)
def test_a_folder_that_will_not_do_is_refused(book: Project, folder: object, problem: str) -> None:
    settings: dict[str, Any] = {"briefbook_articles": folder}
    if folder == "notes":
        settings["briefbook_annotations"] = "notes/of/readers"
    with pytest.raises(BuildStopped) as caught:
        book.build("dummy", **settings)
    said = str(caught.value.problem)
    assert said.startswith(f"conf.py: briefbook_articles is {folder!r}, which {problem}")
    assert said.endswith(
        "; name a folder below the source folder that is the build's alone, like 'articles'"
    )


def test_the_check_refuses_it_too(book: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(book.folder), "--docs", ".", "--articles", "../x"]) == 1
    assert "'../x', which is no plain path below the source folder; " in capsys.readouterr().err


@pytest.mark.parametrize("name", ["articles", "articles/2023", "articles/2023/05/river.md"])
def test_no_link_is_followed(book: Project, name: str, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    thesis = victim / "thesis.txt"
    thesis.write_text("precious", "utf-8")
    link = book.folder / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(thesis if name.endswith(".md") else victim)
    status, said = build_by_command(book)
    assert status == 2
    assert f"{name}: it is a link, and what it leads to is not the build's; delete the link" in said
    assert list(victim.iterdir()) == [thesis]
    assert thesis.read_text("utf-8") == "precious"
