"""Each fact stands at the statement it is of, and each fragment in quotation marks of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from projects import Project

SEED = """ date 2023-05-10
The bridge over the river was the matter of a call between two capitals, and of some notes.

The Larch ministry said in a statement that the bridge was "safe" and "a gift" to both sides.

"It will open in May," the Larch ministry said, according to a translation.

The Larch ministry said the ferry would be sold, and said the mayor was "glad" of it.

Residents said the ferry was late. An official said the bridge was late as well.
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("words")
    (folder / "conf.py").write_text('extensions = ["briefbook"]\n')
    (folder / "index.md").write_text(
        "# Book\n\n```{brief:source-index}\n```\n\n```{brief:glossary}\n```\n\n"
        "```{toctree}\narticles/index\n```\n"
    )
    (folder / "seeds").mkdir()
    (folder / "seeds/river.txt").write_text(SEED)
    made = Project(folder=folder)
    made.build("text")
    yield made
    made.close()


def words(book: Project, page: str) -> str:
    return " ".join(Path(book.folder / "_build/text" / page).read_text("utf-8").split())


def test_each_fact_stands_in_the_callout_of_its_own_statement(book: Project) -> None:
    page = words(book, "articles/2023/05/river.txt")
    assert "The Larch ministry: institution in a statement" in page
    assert "The Larch ministry: institution in translation" in page
    assert "The Larch ministry: institution · indirect" in page
    assert "The Larch ministry: institution on the mayor" in page


def test_fragments_keep_their_quotation_marks(book: Project) -> None:
    index = words(book, "index.txt")
    where = "Publisher not named, 10 May 2023"
    assert f"“safe” … “a gift” ¶2, {where} · “said” · a statement" in index
    assert f"“It will open in May,” ¶3, {where} · “said” · in translation" in index
    assert f", {where} · indirect · “said”" in index
    assert "the ferry would be sold ¶" in index


def test_groups_are_counted_apart(book: Project) -> None:
    index = words(book, "index.txt")
    assert "1 statement, 17 %, rests on 1 anonymous source; they come first." in index
    assert "1 rests on groups of people." in index
    assert "17 % anonymous, 1 from groups" in words(book, "articles/2023/05/river.txt")
