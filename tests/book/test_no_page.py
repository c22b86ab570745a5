"""No slip in the name of a folder makes a page of what strangers write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefbook.stopping import BuildStopped
from projects import Project, warnings_of

ATTACK = "---\norphan: true\n---\n# Note\n\n```{include} secret\n```\n"


def put(book: Project, path: str, text: str) -> None:
    file = book.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_what_looks_like_a_note_or_a_seed_is_no_page(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    put(book, "secret", "CANARY")
    attacks = ["Annotations/river/2026-11-22-a", "notes/river/2026-11-22-a", "notes/[a]/x?*"]
    for attack in attacks[:2]:
        put(book, f"{attack}.md", ATTACK.replace("secret", "../../secret"))
    note = "---\nmotivation: x\ntarget: x\n---\n```{include} ../../secret\n```\n"
    put(book, f"{attacks[2]}.md", note)
    put(book, "drafts/x.txt", " date 2023-05-11 \n{include}`secret`\n")
    put(book, "posts/2026-11-22-hello.md", "---\norphan: true\n---\n# Hello\n")
    suffixes = {".md": "markdown", ".txt": "markdown"}
    # The text of pages, which the build puts beside them, would be more pages.
    app = book.build(source_suffix=suffixes, exclude_patterns=["_build"])
    said = warnings_of(app)
    places = sorted(line.partition(":1: ")[0] for line in said)
    assert places == sorted([*(f"{attack}.md" for attack in attacks), "drafts/x.txt"])
    assert all("[briefbook.look-alike]" in line for line in said)
    assert "posts/2026-11-22-hello" in app.env.found_docs
    made = (book.folder / "_build/html").rglob("*")
    assert "CANARY" not in "".join(p.read_text("utf-8", "replace") for p in made if p.is_file())
    again = book.build(source_suffix=suffixes, exclude_patterns=["_build"])
    assert "0 added, 0 changed, 0 removed" in again.status.getvalue()


@pytest.mark.parametrize("name", ["annotations/", "./annotations", "posts/../annotations"])
def test_the_folder_of_notes_however_it_is_written(
    project: Callable[[str], Project], name: str
) -> None:
    book = project("own-seeds")
    put(book, "annotations/river/hello.md", ATTACK)
    app = book.build("text", briefbook_annotations=name)
    assert [page for page in app.env.found_docs if page.startswith("annotations")] == []
    assert all("annotations/river/hello.md" in line for line in warnings_of(app))
    assert warnings_of(app)


def test_a_page_is_no_seed_for_the_name_of_its_folder(
    project: Callable[[str], Project], tmp_path: Path
) -> None:
    """Seeds stand beside conf.py: of a folder of that name among the pages nothing is lost."""
    book = project("own-seeds")
    (tmp_path / "texts").mkdir()
    (book.folder / "seeds/river.txt").rename(tmp_path / "texts/river.txt")
    (book.folder / "seeds/harvest.txt").rename(tmp_path / "texts/harvest.txt")
    put(book, "seeds/about.md", "---\norphan: true\n---\n# About seeds\n")
    app = book.build("text", briefbook_seeds="../texts")
    assert warnings_of(app) == []
    assert "seeds/about" in app.env.found_docs


@pytest.mark.parametrize(
    "setting",
    [{"briefbook_seeds": "."}, {"briefbook_seeds": ".."}, {"briefbook_annotations": ""}],
)
def test_a_folder_that_holds_all_else_is_refused(
    project: Callable[[str], Project], setting: dict[str, Any]
) -> None:
    book = project("own-seeds")
    with pytest.raises(BuildStopped) as stopped:
        book.build(**setting)
    assert "which holds other files, too; name a folder" in str(stopped.value.problem)


def test_a_source_folder_that_is_a_link_out_of_the_book(
    project: Callable[[str], Project], tmp_path: Path
) -> None:
    from sphinx.application import Sphinx

    book = project("own-seeds")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.md").write_text("# CANARY\n")
    (book.folder / "docs").symlink_to(elsewhere)
    out = tmp_path / "out"
    with pytest.raises(BuildStopped) as stopped:
        Sphinx(book.folder / "docs", book.folder, out, out / "doctrees", "text")
    assert str(stopped.value.problem).startswith("docs: it is a link that leads out of the book")
