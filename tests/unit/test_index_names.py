"""Names as an index has them, and their order."""

from __future__ import annotations

import pytest

from briefbook.pdf.collation import collation_key
from briefbook.text.index_names import article_last, surname_first


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Jane Doe", "Doe, Jane"),
        ("Jane Q. Doe", "Doe, Jane Q."),
        ("Jane Doe-Roe", "Doe-Roe, Jane"),
        ("Jane von der Doe", "Doe, Jane von der"),
        ("John Doe Jr.", "Doe, John, Jr."),
        ("John Doe, Sr.", "Doe, John, Sr."),
        ("Charles III", "Charles III"),
        ("Doe", "Doe"),
        ("von der Doe", "Doe, von der"),
        ("a person close to the talks", "a person close to the talks"),
        ("張 三", "張 三"),
        ("", ""),
    ],
)
def test_persons_stand_by_their_surname(name: str, listed: str) -> None:
    assert surname_first(name) == listed


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("a senior official", "senior official, a"),
        ("The Freedonia Post", "Freedonia Post, The"),
        ("an", "an"),
        ("Theatre of Sylvania", "Theatre of Sylvania"),
    ],
)
def test_an_article_stands_last(name: str, listed: str) -> None:
    assert article_last(name) == listed


def test_letters_come_before_accents_and_accents_before_capitals() -> None:
    words = [
        "zebra",
        "Élan",
        "Łódź",
        "elan",
        "Elan",
        "lodge",
        "Œuvre",
        "O’Doe",
        "Ode",
        "Ørsted",
        "Київ",
    ]
    assert sorted(words, key=collation_key) == [
        "elan", "Elan", "Élan", "lodge", "Łódź", "Ode", "O’Doe", "Œuvre", "Ørsted", "zebra", "Київ",
    ]  # fmt: skip
