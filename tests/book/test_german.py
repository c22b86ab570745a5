"""A German book has none of our English words: those of the catalogue, wherever pages show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from test_words import forms

from briefbook.locale.update import catalogue_of
from projects import Project

LONG = 12
"""Letters of a piece of a message that is looked for within texts; what is shorter, or one word,
may be another's: of it whole texts are compared."""

pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser.*app' is deprecated")

NOT_OURS = (
    "script", "style", "title",
    ".brief-block > p:first-child, .brief-rows > p, .brief-standfirst",  # the article
    ".brief-body-text, dl.glossary dd > p:not([class])",  # the catalogue
    ".brief-checked a, .brief-names",
    "h1, .sidebar-tree, .related-pages, .toctree-wrapper",  # what editors called their pages
    "footer, .toc-title, [aria-label^=Toggle]",  # the theme
)  # fmt: skip


def english(articles: str) -> tuple[set[str], list[re.Pattern[str]]]:
    """Of the English messages that German has in other words: long pieces, and whole forms.

    Without those that ``articles`` have, too, which say them in their own right.
    """
    pieces, wholes = set(), []
    for message in catalogue_of("de"):
        german = forms(message.string)
        for form in forms(message.id) if message.id else ():
            parts = re.split(r"\{\w*\}|%\w", form)
            longest = max(parts, key=len).strip()
            if longest in articles or any(longest in each for each in german):
                continue
            if len(longest) >= LONG and " " in longest:
                pieces.add(longest)
            elif len(longest) > 2:
                wholes.append(re.compile("[^a-z]*".join(map(re.escape, parts))))
    return pieces, wholes


def shown(page: Path) -> Iterator[str]:
    """Texts of a page, and of the attributes that are read out or shown."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    for node in soup.select(", ".join(NOT_OURS)):
        node.decompose()
    yield from (" ".join(text.split()) for text in soup.find_all(string=True))
    for name in ("aria-label", "title", "data-hint", "placeholder"):
        yield from (str(node[name]) for node in soup.select(f"[{name}]"))


def test_pages_have_none_of_our_english_words(project: Callable[[str], Project]) -> None:
    book = project("incremental")
    (book.folder / "annotations.md").write_text(
        "# Anmerkungen\n\n```{brief:annotation-index}\n```\n\n```{brief:colophon}\n```\n"
    )
    (book.folder / "seeds/old.txt").write_text("date 2023-05-01\nIt rained.\n")
    (book.folder / "seeds/old.toml").write_text(
        "formerly = ['older']\nwithdrawn = {on = 2023-06-01, why = 'Auf Wunsch.'}\n"
    )
    book.build(language="de", briefbook_repository="https://github.com/example/book")
    folder = book.folder / "_build/html"
    pages = [page for page in sorted(folder.rglob("*.html")) if "_static" not in page.parts]
    seeds = " ".join(path.read_text("utf-8") for path in book.folder.glob("seeds/*.txt"))
    pieces, wholes = english(seeds)
    assert len(pieces) > 60
    assert len(wholes) > 60
    texts = {(text, page.name) for page in pages for text in shown(page)}
    within = re.compile("|".join(rf"\b{re.escape(piece)}" for piece in sorted(pieces)))
    assert {(text, page) for text, page in texts if within.search(text)} == set()
    whole = re.compile("|".join(f"(?:{each.pattern})" for each in wholes))
    assert {
        (text, page) for text, page in texts if whole.fullmatch(text.strip(" :·,.;()"))
    } == set()
    article = book.html("articles/2023/05/ferry.html")
    for words in ("Woher dieser Artikel kommt", "24. Mai 2023", "anonym", "Juni 2023 · letzter"):
        assert words in article
    book.build("briefpdf", language="de")
    (pdf,) = (book.folder / "_build/briefpdf").glob("*.pdf")
    printed = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Vorlage" in printed
    assert "seeds/ferry" not in printed  # but the record names the seed
