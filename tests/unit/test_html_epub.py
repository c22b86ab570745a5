"""The book as EPUB: our elements are valid XML there, and its files name no other."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

from bs4 import BeautifulSoup
from html_book import ARTICLE, html_book
from html_text import article_blocks

from briefbook.text.bodies import load_catalogue
from briefbook.text.marks import mark
from briefbook.text.seeds import read_seed
from projects import warnings_of


def test_epub(tmp_path: Path) -> None:
    book = html_book(tmp_path / "book")
    try:
        app = book.build(
            "epub", epub_show_urls="no", copyright="Jane Doe", version="1", briefbook_index_rows=5
        )
        assert warnings_of(app) == []
    finally:
        book.close()
    with zipfile.ZipFile(next((book.folder / "_build/epub").glob("*.epub"))) as epub:
        names = epub.namelist()
        pages = [name for name in names if name.endswith(".xhtml")]
        for name in pages:
            ET.fromstring(epub.read(name))  # noqa: S314 - our own page
        page = epub.read(f"{ARTICLE}.xhtml").decode()
        references = epub.read("indexes.xhtml").decode()
    article = mark(
        read_seed(book.folder / f"seeds/{Path(ARTICLE).name}.txt", root=book.folder),
        load_catalogue(),
    ).article
    assert article_blocks(page) == [article.text_of(block) for block in article.blocks]
    # A sheet of its own; no typeface and no script, which an e-reader has or cannot run.
    assert not [name for name in names if name.startswith("articles/dates/")], "it has them whole"
    assert [name for name in names if "briefbook/" in name] == ["_static/briefbook/epub.css"]
    assert [name for name in names if name.endswith((".ttf", ".woff2", ".js"))] == []
    assert "_static/briefbook/epub.css" in page
    # A note is a footnote: its number leads to it, and it back to its passage.
    soup = BeautifulSoup(page, "html.parser")
    [number] = soup.select('a[role="doc-noteref"]')
    [note] = soup.select('aside[role="doc-footnote"]')
    assert (number["epub:type"], note["epub:type"]) == ("noteref", "footnote")
    assert number["href"] == f"#{note['id']}"
    assert note.select_one(f'a[href="#{number.find_parent("mark")["id"]}"]')  # type: ignore[index]
    # EPUB 3.3 calls docutils' role deprecated.
    assert "doc-biblioentry" not in references
    assert references.count('role="listitem"') > 0
