"""A built book, and Chromium to look at it: nothing but the book's own files is let through."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from html_book import ARTICLE, SEED, html_book
from playwright.sync_api import Browser, Page, sync_playwright

from browser.browser_site import ARGUMENTS, Site, opening
from browser.crowd import add_arabic, add_crowd
from browser.note_form import PAGES, noting_book

CONFIG = """
html_theme = "furo"
html_show_sourcelink = False
briefbook_annotate_url = "https://example.org/annotate?seed={seed}"
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    book = html_book(tmp_path_factory.mktemp("site") / "book", CONFIG)
    add_crowd(book)
    add_arabic(book)
    book.build()
    yield Site(folder=book.folder / "_build/html")
    book.close()


@pytest.fixture(scope="session")
def noting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The book whose readers propose notes."""
    book = noting_book(tmp_path_factory.mktemp("noting") / "book")
    book.build()
    yield Site(folder=book.folder / "_build/html")
    book.close()


@pytest.fixture
def reader(noting: Site, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens the page of a seed of that book."""
    with opening(noting, chromium, PAGES, SEED) as opened:
        yield opened


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(site: Site, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens a page of the book, the article if none is named, at a width."""
    contexts = []

    def opened(name: str = f"{ARTICLE}.html", width: int = 1360, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        site.watch(context)
        page = context.new_page()
        file, _, anchor = name.partition("#")
        page.goto(site.url(file) + (f"#{anchor}" if anchor else ""))
        page.evaluate("document.fonts.ready")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert site.strange == []
