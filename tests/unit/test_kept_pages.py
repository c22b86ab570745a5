"""Pages that are kept: taken where all that they are made of is as it was, and only then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefbook.pages.folders import BookFolders
from briefbook.pages.kept_pages import KeptPages
from briefbook.text.bodies import Catalogue, load_catalogue
from briefbook.text.cache import MarksCache
from briefbook.text.marks import mark
from briefbook.text.model import Marks
from briefbook.text.seeds import parse_seed
from briefbook.words import use_language

NAME = "articles/2021/12/talks"
TEXT = b' date 2021-12-30 \n"The bridge is safe," Minister Jane Doe said on Monday.\n'


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def marks(catalogue: Catalogue) -> Marks:
    seed = parse_seed(TEXT, name="talks", path="seeds/talks.txt", date="2021-12-30")
    return mark(seed, catalogue)


class Book:
    """A folder that is built again and again."""

    def __init__(self, root: Path, catalogue: Catalogue, marks: Marks) -> None:
        self.folders = BookFolders(
            root=root, seeds=root / "seeds", docs=root, annotations=root / "annotations"
        )
        self.page = root / f"{NAME}.md"
        self.page.parent.mkdir(parents=True)
        (root / "kept").mkdir()
        self._catalogue, self._marks = catalogue, marks
        self.build()

    def build(
        self,
        *,
        of_all: str = "",
        of_page: str = "",
        marks: Marks | None = None,
        text: str = "the page",
    ) -> bool:
        """Whether the page was made, and not taken."""
        cache = MarksCache(self.folders.root / "kept", self._catalogue, root=self.folders.root)
        kept = KeptPages(self.folders, cache)
        made = []

        def make() -> str:
            made.append(NAME)
            return text

        kept.begin([of_all])
        shown = kept.page(NAME, marks or self._marks, [of_page], make)
        assert shown == text
        self.page.write_text(shown, "utf-8", newline="\n")
        kept.keep()
        return bool(made)


@pytest.fixture
def book(tmp_path: Path, catalogue: Catalogue, marks: Marks) -> Book:
    return Book(tmp_path, catalogue, marks)


def test_a_page_made_of_the_same_is_taken(book: Book) -> None:
    assert not book.build()
    assert not book.build()


def test_what_it_is_made_of_makes_it_anew(book: Book, marks: Marks) -> None:
    assert book.build(of_all="an edition")
    assert book.build(of_page="a note")
    assert book.build(marks=replace(marks, dates=()))
    seed = marks.article.seed
    titled = replace(seed, sidecar=replace(seed.sidecar, title="By the editors"))
    assert book.build(marks=replace(marks, article=replace(marks.article, seed=titled)))
    use_language("de")
    try:
        assert book.build()
    finally:
        use_language("en")


def test_other_code_or_another_catalogue_makes_it_anew(
    tmp_path: Path, book: Book, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefbook.pages.kept_pages._code", lambda: "another")
    assert book.build(text="another page")
    fewer = Catalogue({body.id: body for body in [*catalogue][1:]})
    monkeypatch.setattr(book, "_catalogue", fewer)
    assert book.build()


@pytest.mark.parametrize("found", [None, b"the page, and more", b"\xff"])
def test_a_page_that_is_not_what_was_written_is_made_anew(book: Book, found: bytes | None) -> None:
    book.page.unlink()
    if found is not None:
        book.page.write_bytes(found)
    assert book.build()
    assert not book.build()


@pytest.mark.parametrize("noted", ["", "[]", "{", '{"articles/2021/12/talks": 7}', '{"a": [1]}'])
def test_a_damaged_note_of_the_pages_keeps_none(book: Book, noted: str) -> None:
    (book.folders.root / "kept/pages.json").write_text(noted, "utf-8")
    assert book.build()
    assert not book.build()


def test_a_link_in_a_page_s_place_is_not_followed(book: Book, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text("the page", "utf-8")
    book.page.unlink()
    book.page.symlink_to(elsewhere)
    assert book.build()
