"""What was published is not translated; what people write for the book is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from bs4 import BeautifulSoup
from docutils import nodes

from projects import Project

RIVER = "articles/2023/05/river"
GERMAN: dict[str, Any] = {"language": "de", "locale_dirs": ["locale"]}


@pytest.fixture
def book(project: Callable[[str], Project]) -> Project:
    made = project("own-seeds")
    (made.folder / "seeds/river.toml").write_text('title = "A bridge over the river"\n')
    note = made.folder / "annotations/river/2023-05-20-where.md"
    note.parent.mkdir(parents=True)
    note.write_text(
        "---\nmotivation: questioning\ntarget:\n  exact: observers\n"
        "author: {name: Jane Doe}\ncreated: 2023-05-20\n---\nHow many observers are sent?\n"
    )
    return made


def translate(book: Project, domain: str, messages: Mapping[str, str]) -> None:
    catalog = Catalog(locale="de")
    for original, words in messages.items():
        catalog.add(original, words)
    path = book.folder / f"locale/de/LC_MESSAGES/{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog)


def texts_of(page: nodes.document) -> set[str]:
    """All that a catalogue could be asked for, whether or not Sphinx would."""
    found = set()
    for node in page.findall(nodes.TextElement):
        found |= {" ".join(words.split()) for words in (node.rawsource, node.astext())}
        found.add(node.rawsource.replace("\n", " ").strip())
    return found - {""}


def test_no_catalogue_changes_an_article(book: Project) -> None:
    app = book.build(**GERMAN)
    before = book.html(f"{RIVER}.html")
    messages = texts_of(app.env.get_doctree(RIVER))
    kinds = ("The Freedonian delegation", "A bridge over", "How many", "senior official", "Sign up")
    assert all(any(words in message for message in messages) for words in kinds)
    translate(book, "articles", dict.fromkeys(messages, "Ganz andere Worte") | {"2023": "Im Jahr"})
    translate(book, "index", {"A book of one's own": "Ein eigenes Buch"})
    book.build(**GERMAN)
    page, index = book.html(f"{RIVER}.html"), book.html("index.html")
    assert "Ganz andere Worte" not in page + index
    front: Any = BeautifulSoup(index, "html.parser")
    assert front.h1.get_text().startswith("Ein eigenes Buch")
    assert "A bridge over the river" in index
    # The catalogue was read: our own words, on the page of contents, are in it.
    contents: Any = BeautifulSoup(book.html("articles/2023/index.html"), "html.parser")
    assert contents.h1.get_text().startswith("Im Jahr")
    assert "A bridge over the river" in contents.get_text()
    assert text_of(page) == text_of(before)


def text_of(page: str) -> str:
    article: Any = BeautifulSoup(page, "html.parser").select_one("section")
    return str(article)


def test_translators_are_offered_no_article(book: Project) -> None:
    book.build("gettext")
    folder = book.folder / "_build/gettext"
    offered = {path.name: path.read_text("utf-8") for path in folder.glob("*.pot")}
    assert "A book of one's own" in offered["index.pot"]
    assert {line for line in offered["articles.pot"].splitlines() if line.startswith("msgid")} == {
        'msgid ""', 'msgid "Articles"', 'msgid "2023"', 'msgid "May 2023"', 'msgid "June 2023"',
    }  # fmt: skip
    for words in ("A bridge over", "delegation", "senior official", "How many", "Sign up"):
        assert words not in "".join(offered.values()), words
