"""The sidebar of furo beside an article: the ways into the book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from html_book import ARTICLE, HARVEST, RIVER, html_book

from projects import Project


def test_sidebar_shows_the_ways_in_and_no_article(furo_book: Project) -> None:
    for name in (RIVER, HARVEST):
        tree = sidebar(furo_book.html(f"{name}.html"))
        assert [link.get_text() for link in tree.select("a")] == ["Articles", "Indexes"]
        assert [link.get_text() for link in tree.select(".current > a")] == ["Articles"]


def test_sidebar_folds_what_follows_the_first_links(tmp_path: Path) -> None:
    book = html_book(tmp_path / "book", 'html_theme = "furo"\n')
    names = [f"page{number}" for number in range(7)]
    for name in names:
        (book.folder / f"{name}.md").write_text(f"# {name}\n")
    with (book.folder / "index.md").open("a") as index:
        for caption, pages in (("Ways <in>", names[:3]), ("About & more", names[3:])):
            listed = "\n".join(pages)
            index.write(f"\n```{{toctree}}\n:caption: {caption}\n\n{listed}\n```\n")
    book.build()
    tree = sidebar(book.html(f"{ARTICLE}.html"))
    book.close()
    assert [each.get_text() for each in tree.select("details > summary")] == ["About & more"]
    assert [each.get_text() for each in tree.select("details a")] == names[3:]
    assert "Ways <in>" in tree.select_one("p.caption").get_text()


def sidebar(page: str) -> Any:
    return BeautifulSoup(page, "html.parser").select_one(".sidebar-tree")
