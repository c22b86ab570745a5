"""The attacked book and its twin, built in every form that the book has."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from attacked_book import ALL, EVERY_EIGHTH, AttackedBook, write_book
from payloads import benign
from playwright.sync_api import Browser, sync_playwright

BUILDERS = ("html", "text", "epub", "latex", "briefpdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A book, what its builds said, and where their outputs are."""

    book: AttackedBook
    log: dict[str, str]
    """By builder."""

    def output(self, builder: str) -> Path:
        return self.book.folder / "_build" / builder


def build(book: AttackedBook) -> Built:
    """All forms of a book, from the same doctrees."""
    log = {}
    environment = {**os.environ, "NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    for builder in BUILDERS:
        folders = ["-d", book.folder / "_build/doctrees", book.folder]
        command = [sys.executable, "-m", "sphinx", "-b", builder, *folders]
        done = subprocess.run(
            [*command, book.folder / "_build" / builder],
            capture_output=True,
            env=environment,
            check=False,
        )
        log[builder] = done.stdout.decode() + done.stderr.decode()
        assert done.returncode == 0, log[builder][-3000:]
    return Built(book=book, log=log)


@pytest.fixture(scope="session")
def _books(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Both, built side by side."""
    attacked = write_book(
        tmp_path_factory.mktemp("attacked") / "book", ALL, lambda payload: payload
    )
    twin = write_book(tmp_path_factory.mktemp("twin") / "book", EVERY_EIGHTH, benign)
    with ThreadPoolExecutor() as pool:
        made_attacked, made_twin = pool.map(build, (attacked, twin))
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
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
