"""Front page, colophon and articles say the edition and what is new, and without a file nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sphinx.testing.util import SphinxTestApp

from briefbook.cli import main
from projects import Project, warnings_of

pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser.*app' is deprecated")


def words_of(book: Project, page: str) -> str:
    return " ".join(book.page(f"_build/text/{page}.txt").replace("*", "").split())


def ours(app: SphinxTestApp) -> list[str]:
    return [line for line in warnings_of(app) if "[briefbook." in line]


def test_what_is_new_is_said_where_readers_look(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    front = book.folder / "index.md"
    front.write_text(front.read_text() + "\n```{brief:edition}\n```\n\n```{brief:colophon}\n```\n")
    where = ["--book", str(book.folder), "--docs", "."]
    book.build("text")
    assert "Edition " not in words_of(book, "index")
    assert main(["edition", "--date", "2023-07-01", *where]) == 0
    book.build("text")
    assert "Edition 1, 1 July 2023." in words_of(book, "index")
    book.write_seed("punt.txt", "date 2023-06-10\nA punt was seen near the bridge on Sunday.\n")
    book.build("text")
    words = words_of(book, "index")
    assert "Edition 1, 1 July 2023. Not in an edition yet: 1 article (" in words
    assert main(["edition", "--date", "2023-08-01", *where]) == 0
    app = book.build("text")
    assert ours(app) == []
    words = words_of(book, "index")
    news = "Edition 2, 1 August 2023. New since edition 1: 1 article ("
    assert words.count(news) == 2  # in the colophon, too
    assert "edition 2, 1 August 2023" in words
    article = words_of(book, "articles/2023/05/river")
    assert "In the book since edition 1, 1 July 2023." in article
    (book.folder / "editions.yaml").write_text("- number: 7\n")
    (warning,) = ours(book.build("text"))
    assert "editions.yaml" in warning
    assert "Edition " not in words_of(book, "index")
