"""The notes that the book ships on its own article."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefbook.text.annotations import Annotation, anchor_all, load_annotations
from briefbook.text.annotations.motivations import MOTIVATIONS
from briefbook.text.bibliography import Bibliography, read_bibliography
from briefbook.text.clean import clean
from briefbook.text.seeds import read_seed

ROOT = Path(__file__).parents[2]
SEED = "000_0a0825d94d863160"


@pytest.fixture(scope="module")
def notes() -> list[Annotation]:
    loaded, errors = load_annotations(ROOT / "docs/annotations", root=ROOT)
    assert errors == []
    return [note for note in loaded if note.seed == SEED]


@pytest.fixture(scope="module")
def works() -> Bibliography:
    return read_bibliography([ROOT / "docs/references.bib"], root=ROOT)


def test_there_are_a_dozen_or_more_and_every_motivation_occurs(notes: list[Annotation]) -> None:
    assert len(notes) >= 12
    assert {note.motivation for note in notes} == set(MOTIVATIONS)


def test_they_are_signed_and_cite_all_that_they_name(notes: list[Annotation]) -> None:
    for note in notes:
        assert note.author_name == "The editors"
        assert set(note.cited) == set(note.sources), note.id


def test_each_stands_at_its_passage(notes: list[Annotation]) -> None:
    article = clean(read_seed(ROOT / f"seeds/{SEED}.txt", root=ROOT))
    assert [note.id for note in anchor_all(article, notes) if note.orphan] == []


def test_each_work_is_whole_and_cited(notes: list[Annotation], works: Bibliography) -> None:
    assert works.problems == ()
    assert works.keys == {key for note in notes for key in note.sources}
    for entries in works.files.values():
        for key, entry in entries.items():
            publisher = {"howpublished", "institution"} & set(entry.fields)
            assert {"title", "month", "year", "url"} <= set(entry.fields), key
            assert publisher, key
            assert entry.persons["author"], key
