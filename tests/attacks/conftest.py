"""The attacked book and its twin, built in every form that the book has."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from attacks.attacked_book import ALL, EVERY_EIGHTH, write_book
from attacks.built import Built, build
from attacks.payloads import benign
from browser.browser_site import ARGUMENTS


@pytest.fixture(scope="session")
def _books(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Both, built side by side."""
    attacked = write_book(
        tmp_path_factory.mktemp("attacked") / "book", ALL, lambda payload: payload
    )
    twin = write_book(tmp_path_factory.mktemp("twin") / "book", EVERY_EIGHTH, benign)
    made_attacked, made_twin = build([attacked, twin])
    return made_attacked, made_twin


@pytest.fixture(scope="session")
def attacked(_books: tuple[Built, Built]) -> Built:
    return _books[0]


@pytest.fixture(scope="session")
def twin(_books: tuple[Built, Built]) -> Built:
    return _books[1]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
