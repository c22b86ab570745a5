"""The folder of seeds: what is a seed, and that nothing else in it is passed over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from briefbook.text.errors import SeedError
from briefbook.text.seed_folder import MAX_NAMED, look_through


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book/seeds").mkdir(parents=True)
    return tmp_path / "book"


def put(book: Path, *paths: str) -> None:
    for path in paths:
        file = book / "seeds" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text")


def seeds(book: Path) -> list[str]:
    return [path.name for path in look_through(book / "seeds", root=book).seeds]


def strays(book: Path) -> Any:
    found = look_through(book / "seeds", root=book).strays
    return {error.path.removeprefix("seeds/"): error.problem for error in found}


def test_seeds_come_sorted_with_their_sidecars(book: Path) -> None:
    put(book, "b.txt", "a.txt", "a.toml", "a.b.txt", "a.b.toml")
    assert seeds(book) == ["a.b.txt", "a.txt", "b.txt"]
    assert strays(book) == {}


def test_hidden_files_and_a_readme_are_left_alone(book: Path) -> None:
    put(book, "a.txt", "README.md", ".gitkeep", ".draft.txt", ".git/a.txt", "2021/README.md")
    put(book, "2021/.draft.txt", "2021/.git/a.txt")
    assert seeds(book) == ["a.txt"]
    assert strays(book) == {"2021": "it is a folder"}


def test_every_file_that_is_neither_is_named(book: Path) -> None:
    put(book, "a.txt", "NEWS.TXT", "News.Txt", "news.text", "note.md", "a.txt~", "a.TOML", "plain")
    put(book, "lonely.toml", "A.toml", "2021/news.txt", "2021/12/deep.txt")
    odd, alone = "it is neither a seed nor a seed's sidecar", "it stands in a folder of its own"
    assert strays(book) == {
        "NEWS.TXT": ".TXT is not in small letters",
        "News.Txt": ".Txt is not in small letters",
        "a.TOML": ".TOML is not in small letters",
        "news.text": odd,
        "note.md": odd,
        "a.txt~": odd,
        "plain": odd,
        "lonely.toml": "there is no seed lonely.txt that it belongs to",
        "A.toml": "there is no seed A.txt that it belongs to",
        "2021/news.txt": alone,
        "2021/12/deep.txt": alone,
    }


def test_folders_named_like_files_are_named(book: Path) -> None:
    (book / "seeds/x.txt").mkdir()
    (book / "seeds/x.toml").mkdir()
    assert strays(book) == {"x.txt": "it is a folder", "x.toml": "it is a folder"}


def test_a_folder_of_many_files_is_named_in_few_lines(book: Path) -> None:
    put(book, *(f"more/{number:03}.txt" for number in range(300)))
    found = strays(book)
    assert len(found) == MAX_NAMED + 1
    assert found["more"] == "it is a folder of more than 20 files; those after are not named"


def test_an_empty_folder_is_said_to_be_so(book: Path) -> None:
    assert strays(book) == {"seeds": "no seed is in it"}


def test_links_to_folders_are_not_followed(book: Path) -> None:
    (book.parent / "private").mkdir()
    (book.parent / "private/names.txt").write_text("not to be named")
    (book / "seeds/more").symlink_to(book.parent / "private")
    assert strays(book) == {"more": "it is a link to a folder"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_what_is_no_ordinary_file_is_not_passed_over(book: Path) -> None:
    os.mkfifo(book / "seeds/pipe.txt")
    (book / "seeds/loop.txt").symlink_to("loop.txt")
    assert seeds(book) == ["loop.txt", "pipe.txt"]


def problem(book: Path, folder: str = "seeds") -> str:
    with pytest.raises(SeedError) as caught:
        look_through(book / folder, root=book)
    return str(caught.value)


def test_a_missing_folder(book: Path) -> None:
    assert problem(book, "seed").startswith("seed: there is no such folder; ")


def test_a_file_in_the_folders_place(book: Path) -> None:
    put(book, "a.txt")
    assert problem(book, "seeds/a.txt").startswith("seeds/a.txt: it is no folder; ")


def test_a_folder_that_is_a_link_out_of_the_book(book: Path) -> None:
    (book.parent / "private").mkdir()
    (book / "out").symlink_to(book.parent / "private")
    (book / "data").symlink_to(book.parent)
    (book / "loop").symlink_to("loop")
    (book / "nowhere").symlink_to("gone")
    for folder in ("out", "data/private"):
        assert "it is a link that leads out of the book" in problem(book, folder)
    assert problem(book, "loop").startswith("loop: it cannot be read: ")
    assert problem(book, "nowhere").startswith("nowhere: there is no such folder")


def test_a_link_within_the_book_and_a_book_behind_a_link(book: Path) -> None:
    (book / "texts").symlink_to("seeds")
    put(book, "a.txt")
    assert len(look_through(book / "texts", root=book).seeds) == 1
    (book.parent / "way").symlink_to(book)
    behind = book.parent / "way"
    assert len(look_through(behind / "seeds", root=behind).seeds) == 1


def test_a_folder_that_the_owner_names_outside(book: Path) -> None:
    """As a setting: ``../texts``. A link in its place is a contributor's again."""
    (book.parent / "texts").mkdir()
    (book.parent / "texts/a.txt").write_text("text")
    (book.parent / "elsewhere").symlink_to("/")
    assert len(look_through(book / "../texts", root=book).seeds) == 1
    assert len(look_through(book.parent / "texts", root=book).seeds) == 1
    assert "a link that leads out" in problem(book, "../elsewhere")


def test_a_folder_that_may_not_be_read(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(book), "iterdir", refuse)
    assert problem(book) == "seeds: it cannot be read: Permission denied; check the folder"
