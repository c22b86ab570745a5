"""The forms in which an attacked book is built."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from attacks.attacked_book import AttackedBook
from projects import sphinx_build

BUILDERS = ("html", "text", "epub", "latex", "briefpdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A book, what its builds said, and where their outputs are."""

    book: AttackedBook
    log: dict[str, str]
    """By builder."""

    def output(self, builder: str) -> Path:
        return self.book.folder / "_build" / builder


def build(books: Sequence[AttackedBook]) -> Iterator[Built]:
    """All forms of each book, side by side: each book has a process of its own."""
    with ProcessPoolExecutor(len(books), mp_context=get_context("spawn")) as pool:
        yield from pool.map(_build, books)


def _build(book: AttackedBook) -> Built:
    """All forms of a book, from the same doctrees."""
    log = {}
    os.environ |= {"NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    for builder in BUILDERS:
        folders = ("-d", "_build/doctrees", ".", f"_build/{builder}")
        status, log[builder] = sphinx_build(book.folder, "-b", builder, *folders)
        assert status == 0, log[builder][-3000:]
    return Built(book=book, log=log)
