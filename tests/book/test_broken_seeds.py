"""A broken seed gives one clear warning and is left out; the rest of the book still builds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from projects import Project, warnings_of

GOOD = "articles/2023/05/river.html"

BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "seeds/empty.txt"),
    "blank": (b" \n\n\t\n", "seeds/blank.txt"),
    "latin": (
        " date 2023-01-02 \nCaf\xe9 society met on Monday.\n".encode("latin-1"),
        "seeds/latin.txt:2",
    ),
    "impossible": (b" date 2021-13-40 The talks went on.\n", "seeds/impossible.txt:1"),
    "dateless": (
        b"The talks went on, a minister said, and nobody knew when.\n",
        "seeds/dateless.txt",
    ),
    "nothing": (b" date 2023-01-02 Sign up for our daily newsletter\n", "seeds/nothing.txt"),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_broken_seed_is_left_out(project: Callable[[str], Project], name: str) -> None:
    content, place = BROKEN[name]
    book = project("own-seeds")
    book.write_seed(f"{name}.txt", content)
    said = warnings_of(book.build())
    assert len(said) == 1, said
    assert place in said[0]
    assert "[briefbook.seed]" in said[0]
    assert "delegation" in book.html(GOOD)
    assert not list(book.folder.rglob(f"articles/**/{name}.md"))


def test_warning_of_a_broken_seed_can_be_suppressed(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    book.write_seed("empty.txt", b"")
    assert warnings_of(book.build(suppress_warnings=["briefbook.seed"])) == []


def test_over_the_size_cap(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    book.write_seed("large.txt", " date 2023-01-02 \n" + "Words and words. " * 100)
    said = warnings_of(book.build(briefbook_seed_max_bytes=1000))
    assert len(said) == 1
    assert "seeds/large.txt" in said[0]


def test_symlink_out_of_the_seeds(project: Callable[[str], Project], tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(" date 2023-01-02 \nA secret that must not be published.\n")
    book = project("own-seeds")
    (book.folder / "seeds/link.txt").symlink_to(secret)
    said = warnings_of(book.build())
    assert len(said) == 1
    assert "seeds/link.txt" in said[0]
    assert "secret that" not in "".join(
        path.read_text("utf-8", "replace") for path in (book.folder / "_build/html").rglob("*.html")
    )


def test_two_seeds_of_one_page_name(project: Callable[[str], Project]) -> None:
    """In one month and in two: readers cite an article by its page's name."""
    book = project("own-seeds")
    book.write_seed("river~.txt", " date 2023-05-11 \nAnother article of the same month.\n")
    book.write_seed("Harvest.txt", " date 2024-05-11 \nAn article of another month.\n")
    said = warnings_of(book.build())
    assert len(said) == 2
    for pair, line in zip((("Harvest", "harvest"), ("river", "river~")), said, strict=True):
        assert all(f"seeds/{name}.txt" in line for name in pair)
        assert "rename one of the two seeds" in line
        assert "[briefbook.page-name]" in line


def test_seeds_of_any_name_have_a_page_each(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    devices = () if os.name == "nt" else ("con",)  # Windows lets no file be called so
    for name in ("index", "self", *devices, "search", "genindex", "Новости", "新闻"):
        book.write_seed(f"{name}.txt", f" date 2023-05-11 \nHere is the text of {name} itself.\n")
    assert warnings_of(book.build(nitpicky=True)) == []
    contents: Any = BeautifulSoup(book.html("articles/2023/05/index.html"), "html.parser")
    links = {link["href"] for link in contents.select(".toctree-wrapper a")}
    pages = {path.name: path for path in (book.folder / "_build/html/articles/2023/05").iterdir()}
    expected = ("index-seed", "self-seed", *(f"{name}-seed" for name in devices), "search")
    assert {f"{name}.html" for name in expected} <= links
    assert links == set(pages) - {"index.html"}
    for name in ("index", "self", "Новости", "新闻"):
        assert any(f"text of {name} itself" in pages[link].read_text("utf-8") for link in links)


@pytest.mark.parametrize(
    ("sidecar", "words"),
    [
        ("title = ", "river.toml:1"),
        ('tittle = "x"\n', "tittle"),
        ('\npublished = "2023-02-30"\n', "river.toml:2"),
        ('url = "javascript:alert(1)"\n', "url"),
    ],
)
def test_broken_sidecar(project: Callable[[str], Project], sidecar: str, words: str) -> None:
    book = project("own-seeds")
    (book.folder / "seeds/river.toml").write_text(sidecar)
    app = book.build(suppress_warnings=["ref.term", "ref.article", "brief.article", "ref"])
    said = [line for line in warnings_of(app) if "briefbook" in line]
    assert len(said) == 1, said
    assert words in said[0]
    assert "[briefbook.sidecar]" in said[0]
    assert "harvest" in book.html("index.html")


def test_build_fails_under_w(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    book.write_seed("empty.txt", b"")
    app = book.build()
    assert app._warncount == 1


def test_nothing_in_seeds_is_written_to(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    seeds = book.folder / "seeds"
    for path in seeds.iterdir():
        path.chmod(0o444)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in seeds.iterdir()}
    book.build()
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in seeds.iterdir()}
    assert after == before
