"""A book of volumes beside the same book as one project: what readers get is the same."""

from __future__ import annotations

import os
import re

import pytest
from sphinx.cmd.build import main as sphinx_build
from sphinx.util.inventory import InventoryFile

from volumes_book import Book, apart, divided_book, files_of


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    root = divided_book(tmp_path_factory.mktemp("volumes") / "book", "briefbook_index_rows = 6")
    # A story that is told again in another volume, and a version of it.
    (root / "seeds/school.toml").write_text(
        'title = "Twelve schools"\npublisher = "River Post"\nrevises = "ferry"\n', "utf-8"
    )
    book = Book(root)
    assert book.build() == ["2023-05", "2023-06", "2023-07"]
    return book


@pytest.fixture(scope="module")
def whole(book: Book) -> dict[str, str]:
    """The pages of the same book, which one project has made."""
    folder = book.root / "_build/one"

    def build() -> None:
        os.chdir(book.root)
        options = ["-q", "-c", ".", "-D", "briefbook_volumes=month", "-d", str(folder / "trees")]
        raise SystemExit(sphinx_build([*options, "docs", str(folder / "html")]))

    assert apart(build) == 0
    return book.pages(folder / "html")


def test_the_same_pages_are_there(book: Book, whole: dict[str, str]) -> None:
    assert book.pages().keys() == whole.keys()


def test_articles_are_the_same(book: Book, whole: dict[str, str]) -> None:
    """But for Sphinx's own contents: which pages it knows is not the same."""
    pages = book.pages()
    articles = [name for name in whole if re.fullmatch(r"articles/\d+/\d+/(?!index).*", name)]
    assert len(articles) == 5
    for name in articles:
        assert pages[name] == whole[name], name


def test_indexes_and_front_page_are_the_same(book: Book, whole: dict[str, str]) -> None:
    pages = book.pages()
    others = [name for name in whole if re.match(r"(?!articles/2|articles/index|genindex)", name)]
    assert {"index.html", "dates.html", "bodies.html", "references.html"} <= {*others}
    assert any(name.startswith("articles/dates/") for name in others)
    for name in others:
        assert _text(pages[name]) == _text(whole[name]), name


def _text(page: str) -> str:
    """What is on the page itself. Contents, which go down to months alone, are Sphinx's."""
    found = re.search(r'<article role="main".*?</article>', page, re.DOTALL)
    contents = re.compile(r'<div class="toctree-wrapper.*?</div>', re.DOTALL)
    return contents.sub("", found[0] if found else page)


def test_files_for_other_programs_are_the_same(book: Book, whole: dict[str, str]) -> None:
    one = book.root / "_build/one/html"
    for name in ("_exports/dates.ics", "_exports/statements.json", "llms.txt"):
        assert (book.html / name).read_bytes() == (one / name).read_bytes(), name
    found, wanted = (files_of(html / "_search") for html in (book.html, one))
    assert found.pop("state.json") != wanted.pop("state.json")  # they know it by other means
    assert found == wanted


def test_there_is_one_inventory(book: Book, whole: dict[str, str]) -> None:
    one = (book.root / "_build/one/html/objects.inv").read_bytes()
    merged = (book.html / "objects.inv").read_bytes()
    load = InventoryFile.loads
    assert load(merged, uri="https://example.org").data == load(one, uri="https://example.org").data


def test_all_links_lead_somewhere(book: Book) -> None:
    said = book.work.made("checked", ".txt").read_text("utf-8")
    assert re.fullmatch(r"\d+ pages, 0 dead links\n", said)
    page = book.html / "articles/2023/06/toll.html"
    kept = page.read_bytes()
    page.unlink()
    book.work.made("2023-06", ".links").rename(book.root / "links")
    assert book.step("check") == 1
    (book.root / "links").rename(book.work.made("2023-06", ".links"))
    page.write_bytes(kept)


def test_a_change_builds_its_volume_and_nothing_unchanged(book: Book) -> None:
    assert book.plan() == []
    seed = book.root / "seeds/toll.txt"
    text = seed.read_text("utf-8")
    seed.write_text(f"{text}The road is closed on July 9.\n", "utf-8")
    assert book.build() == ["2023-06"]
    assert "The road is closed" in book.pages()["articles/2023/06/toll.html"]
    assert "The road is closed" in (book.html / "_exports/dates.csv").read_text("utf-8")


def test_what_is_gone_leaves_the_book_and_other_divisions_keep_addresses(book: Book) -> None:
    before = book.pages().keys()
    for ending in (".txt", ".toml"):
        (book.root / f"seeds/harvest{ending}").unlink()
    assert book.build("year") == ["2023"]
    gone = before - book.pages().keys()
    assert "articles/2023/06/harvest.html" in gone
    assert all(
        not name.startswith("articles/2023/") for name in gone - {"articles/2023/06/harvest.html"}
    )
    assert not list(book.work.all_made.glob("2023-0*"))
