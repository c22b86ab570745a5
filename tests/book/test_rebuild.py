"""Rebuilding: nothing changed, nothing done; one thing changed, what shows it is done again."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx.application import Sphinx
from sphinx.testing.util import SphinxTestApp

from projects import Project

RIVER = "articles/2023/05/river"
HARVEST = "articles/2023/06/harvest"


def build_and_watch(book: Project) -> tuple[set[str], set[str]]:
    """Build; which documents were read and which HTML pages were written."""
    before = stamps(book.folder / "_build/html")
    read: set[str] = set()
    app = SphinxTestApp("html", srcdir=book.folder)
    book.apps.append(app)
    app.connect("env-before-read-docs", lambda _app, _env, names: read.update(names))
    app.build()
    after = stamps(book.folder / "_build/html")
    return read, {name for name, stamp in after.items() if before.get(name) != stamp}


def stamps(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix().removesuffix(".html"): path.stat().st_mtime_ns
        for path in folder.rglob("*.html")
        if path.name not in ("search.html", "genindex.html")  # Sphinx writes them at any change
    }


@pytest.fixture
def book(project: Callable[[str], Project]) -> Project:
    made = project("own-seeds")
    made.build()
    return made


def test_nothing_changed(book: Project) -> None:
    pages = sorted((book.folder / "articles").rglob("*"))
    before = {path: path.stat().st_mtime_ns for path in pages}
    assert build_and_watch(book) == (set(), set())
    assert {path: path.stat().st_mtime_ns for path in pages} == before


def test_touched_seed_is_no_change(book: Project) -> None:
    os.utime(book.folder / "seeds/river.txt")
    assert build_and_watch(book) == (set(), set())


def test_changed_seed(book: Project) -> None:
    text = book.page("seeds/harvest.txt")
    book.write_seed("harvest.txt", text.replace("September 2", "September 3"))
    read, written = build_and_watch(book)
    assert read == {HARVEST}
    assert {HARVEST, "index", "indexes"} <= written
    assert RIVER not in written
    assert "3 September 2023" in book.html("indexes.html")
    assert "2 September 2023" not in book.html("indexes.html")


def test_changed_words_that_no_index_shows(book: Project) -> None:
    text = book.page("seeds/harvest.txt")
    book.write_seed("harvest.txt", text.replace("a good harvest", "a rich harvest"))
    _, written = build_and_watch(book)
    assert HARVEST in written
    assert RIVER not in written


def test_number_that_another_output_was_built_with_meanwhile(book: Project) -> None:
    """Sphinx has counted the tables anew for the text; the HTML still shows the old numbers."""
    # Of a theme that we do not know, pages are written again with the contents of any other.
    settings: dict[str, Any] = {"numfig": True, "html_theme": "furo"}
    table = "\n```{table} Rules\n| Rule |\n|---|\n| One |\n```\n"
    (book.folder / "rules.md").write_text(f"# Rules\n{table}", "utf-8")
    index, contents = book.page("index.md"), "\n```{toctree}\nrules\n```\n"
    (book.folder / "index.md").write_text(index + contents, "utf-8")
    book.build("html", **settings)
    assert "Table 1" in book.html("rules.html")
    (book.folder / "index.md").write_text(index + table + contents, "utf-8")
    for builder in ("text", "html"):
        book.build(builder, **settings)
    assert "Table 2" in book.html("rules.html")


def test_removed_seed(book: Project) -> None:
    (book.folder / "seeds/harvest.txt").unlink()
    build_and_watch(book)
    assert not (book.folder / f"{HARVEST}.md").exists()
    assert not (book.folder / "articles/2023/06").exists()
    assert "harvest" not in book.html("index.html")
    assert "2 September 2023" not in book.html("indexes.html")


def test_added_body_enters_the_glossary(book: Project) -> None:
    assert "term-imf" not in book.html("indexes.html")
    text = book.page("seeds/harvest.txt")
    book.write_seed("harvest.txt", text + "The IMF has sent a team.\n")
    build_and_watch(book)
    assert 'id="term-imf"' in book.html("indexes.html")


def test_changed_body_is_shown_everywhere(book: Project) -> None:
    (book.folder / "bodies.yaml").write_text(
        "- id: nato\n  text: An alliance, in words of the book.\n", encoding="utf-8"
    )
    _, written = build_and_watch(book)
    assert "in words of the book" in book.html("indexes.html")
    assert "in words of the book" in book.html(f"{RIVER}.html")
    assert {"indexes", RIVER} <= written


@pytest.mark.parametrize("builder", ["html", "text"])
def test_parallel_builds_are_the_same(
    project: Callable[[str], Project], builder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 5: one process or four, the same files; and twice the same files."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    book = project("own-seeds")
    for number in range(12):  # enough for Sphinx to share the reading out
        text = book.page("seeds/river.txt").replace("2023-05-10", f"2023-{number + 1:02}-10")
        book.write_seed(f"river{number}.txt", text)
    outputs = []
    for parallel in (1, 4):
        book.build(builder, parallel=parallel, fresh=True)
        out = book.folder / f"out-{parallel}"
        (book.folder / "_build" / builder).rename(out)
        outputs.append(out)
    assert differing(*outputs) == []


def differing(one: Path, other: Path) -> list[str]:
    names = {
        path.relative_to(folder).as_posix()
        for folder in (one, other)
        for path in folder.rglob("*")
        if path.is_file() and path.name not in (".buildinfo", "environment.pickle")
    }
    return [
        name
        for name in sorted(names)
        if not (one / name).exists()
        or not (other / name).exists()
        or not filecmp.cmp(one / name, other / name, shallow=False)
    ]


def test_doctrees_are_not_held_in_memory(project: Callable[[str], Project]) -> None:
    """Sphinx would hold those that it has read, and the bytes of those that it reads again."""
    app = SphinxTestApp("html", srcdir=project("own-seeds").folder, freshenv=True)
    held: list[int] = []
    app.connect("env-updated", lambda _app, env: held.append(len(env._write_doc_doctree_cache)))
    app.connect("build-finished", lambda app, _: held.append(len(app.env._pickled_doctree_cache)))
    Sphinx.build(app)  # the application for tests would forget the bytes itself
    app.cleanup()
    assert len(app.env.found_docs) > 3
    assert held == [1, 0]
