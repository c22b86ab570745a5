"""What readers search in a book of furo's: its own pages too, and no index of Sphinx's beside."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes

from briefbook.html.themes.furo_search import leave_out_sphinxs_index
from briefbook.sphinx.passages import passages_of
from projects import Project


def script(path: Path) -> Any:
    """What a script of the search hands over."""
    _, _, value = path.read_text("utf-8").partition('",')
    return json.loads(value.rstrip().removesuffix(");"))


def test_a_page_of_the_book_s_own_is_found(furo_book: Project) -> None:
    folder = furo_book.folder / "_build/html/_search"
    pages = [script(path) for path in sorted((folder / "pages").glob("a*-0.js"))]
    titles = {page: title for page, title, _source, _rows in pages}
    assert titles["front.html"] == "Front"
    assert not any(page.startswith("articles/") for page in titles)
    assert script(folder / "index.js")["slices"] == ["pages", "all"]
    names = {key: held for path in folder.glob("n*.js") for key, held in script(path).items()}
    assert names["front"] == [["Front", "", "front.html"]]


def test_sphinx_makes_no_index_and_its_page_is_there(furo_book: Project) -> None:
    folder = furo_book.folder / "_build/html"
    assert not (folder / "searchindex.js").exists()
    assert 'id="brief-search"' in (folder / "search.html").read_text("utf-8")
    assert '<link rel="search" title="Search" href="search.html"' in furo_book.html("front.html")


@pytest.mark.parametrize(("has_own", "makes_index"), [(True, True), (False, False)])
def test_a_project_with_a_page_of_search_keeps_sphinx_s_index(
    tmp_path: Path, *, has_own: bool, makes_index: bool
) -> None:
    (tmp_path / "theirs").mkdir()
    if has_own:
        (tmp_path / "theirs/search.html").write_text("Search with Sphinx's script.")
    connected: list[Any] = []
    builder: Any = SimpleNamespace(
        search=True,
        confdir=str(tmp_path),
        config=SimpleNamespace(templates_path=["theirs"]),
        events=SimpleNamespace(connect=lambda *event: connected.append(event)),
    )
    assert leave_out_sphinxs_index(builder) is not makes_index
    assert builder.search is makes_index
    for _, let_page_be_written, _ in connected:
        let_page_be_written(None)
    assert builder.search


def test_passages_stand_under_their_sections() -> None:
    part = nodes.section(
        "", nodes.title("", "Part"), nodes.paragraph("", "In  it\nall."), ids=["part"]
    )
    page = nodes.document(None, None)  # type: ignore[arg-type]
    page += nodes.section(
        "",
        nodes.title("", "Page"),
        nodes.paragraph("", "First."),
        nodes.comment("", "nobody sees it"),
        nodes.system_message("", nodes.paragraph("", "Duplicate name."), level=1),
        nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "A point."))),
        part,
        ids=["page"],
    )
    assert [*passages_of(page)] == [
        ("", "Page", True),
        ("", "First.", False),
        ("", "A point.", False),
        ("part", "Part", True),
        ("part", "In it all.", False),
    ]
