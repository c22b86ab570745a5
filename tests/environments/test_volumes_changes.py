"""Volumes after changes and damage: the book is what a clean build makes. Without Snakemake."""

from __future__ import annotations

import resource
import shutil
from typing import TYPE_CHECKING

import pytest

from volumes_book import Book, apart, divided_book, files_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.environment


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    book = Book(divided_book(tmp_path_factory.mktemp("volumes") / "book"))
    assert book.build() == ["2023-05", "2023-06", "2023-07"]
    return book


def clean(book: Book, folder: Path) -> dict[str, bytes]:
    """The files that a book has which is built from nothing."""
    shutil.copytree(book.root, folder, ignore=shutil.ignore_patterns("_build"))
    other = Book(folder)
    other.build()
    return files_of(other.html)


def differing(found: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    return sorted(
        name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name)
    )


def test_what_is_damaged_is_made_anew(book: Book) -> None:
    before = files_of(book.html)
    work = book.work
    kept = [
        *work.facts.iterdir(), work.made("2023-05", ".jsonl"), work.made("2023-07", ".links"),
        work.plan("2023-07"), work.project("2023-05") / "doctrees/environment.pickle",
        work.project("2023-06") / "doctrees/articles/2023/06/toll.doctree",
        *(book.root / "_build/marks").rglob("*.marks"),
    ]  # fmt: skip
    for path in kept:
        content = path.read_bytes()
        half = len(content) // 2
        path.write_bytes(content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :])
    for _run in range(3):  # each takes away what it needs and finds damaged
        for name in book.plan():
            book.step("volume", volume=name)
        if book.step("cover") == book.step("check") == 0:
            break
    assert book.plan() == []
    assert differing(files_of(book.html), before) == []


def test_a_full_disk_leaves_nothing_half_done(book: Book) -> None:
    before = files_of(book.html)
    seed = book.root / "seeds/toll.txt"
    text = seed.read_text("utf-8")
    seed.write_text(f"{text}The road is closed on July 9.\n", "utf-8")
    assert book.plan() == ["2023-06"]
    for largest in (100, 20_000):  # the environment, of 40 kB, does not fit either

        def on_a_full_disk(largest: int = largest) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
            raise SystemExit(book.step("volume", volume="2023-06"))

        assert apart(on_a_full_disk) != 0
        assert differing(files_of(book.html), before) == []
    book.build()
    assert differing(files_of(book.html), before) != []
    seed.write_text(text, "utf-8")
    book.build()
    assert differing(files_of(book.html), before) == []


def test_volumes_are_printed(book: Book) -> None:
    without = files_of(book.html)
    for name in ("2023-05", "2023-06", "2023-07"):
        assert book.step("pdf", volume=name) == 0
    book.build(pdf=True)
    with_pdf = files_of(book.html)
    printed = differing(with_pdf, without)
    printed.remove("index.html")
    assert printed == [f"_pdf/2023-0{month}.pdf" for month in (5, 6, 7)]
    assert all(f'href="{name}"' in with_pdf["index.html"].decode() for name in printed)
    book.build()
    assert differing(files_of(book.html), without) == []


def test_after_changes_the_book_is_as_a_clean_build_makes_it(book: Book, tmp_path: Path) -> None:
    """Law 5: an article is changed, one is added in a new month, one withdrawn."""
    seeds = book.root / "seeds"
    with (seeds / "toll.txt").open("a", encoding="utf-8") as stream:
        stream.write("UNICEF will decide on 3 June 2024, a diplomat said.\n")
    (seeds / "aaa.txt").write_text(" date 2023-08-10 \nThe OSCE met on Friday.\n", "utf-8")
    sidecar = 'title = "A meeting"\npublisher = "Aardvark Times"\n'
    (seeds / "aaa.toml").write_text(sidecar, "utf-8")
    with (seeds / "harvest.toml").open("a", encoding="utf-8") as stream:
        stream.write('withdrawn = {on = 2026-11-24, why = "The publisher asked for it."}\n')
    assert "2023-05" not in book.build()
    after = files_of(book.html)
    assert "articles/2023/08/aaa.html" in after
    assert differing(after, clean(book, tmp_path / "changed")) == []
    catalogue = """\
- id: port-authority
  name: Port Authority
  kind: government
  text: It runs the port of the town, and the ferry across the river.
  checked: [https://example.org/port]
"""
    (book.root / "docs/bodies.yaml").write_text(catalogue, "utf-8")
    with (seeds / "aaa.txt").open("a", encoding="utf-8") as stream:
        stream.write("The Port Authority said no.\n")
    # Of the others one has notes, which may name any body.
    assert book.build() == ["2023-05", "2023-08"]
    after = files_of(book.html)
    assert b"Port Authority" in after["bodies.html"]
    assert differing(after, clean(book, tmp_path / "catalogue")) == []
