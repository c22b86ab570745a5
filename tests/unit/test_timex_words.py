"""TIMEX3 values in words and in order."""

from __future__ import annotations

import random

import pytest

from briefbook.text.timex_order import first_day
from briefbook.text.timex_words import in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-01-02", "2 January 2022"),
        ("2022-12", "December 2022"),
        ("2022", "2022"),
        ("2021-Q4", "fourth quarter of 2021"),
        ("2021-H2", "second half of 2021"),
        ("2021-W05", "week 5 of 2021"),
        ("2021-W05-WE", "weekend of week 5 of 2021"),
        ("2021-FA", "autumn 2021"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("20XX", "21st century"),
        ("10XX", "11th century"),
        ("BC0480", "480 BC"),
        ("BC0216-08-02", "2 August 0216 BC"),
        ("BC04XX", "5th century BC"),
        ("PRESENT_REF", "PRESENT_REF"),
    ],
)
def test_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


def test_order_of_time() -> None:
    ordered = [
        "BC04XX", "BC0480", "BC0216-08-02", "19XX", "198X", "1989-Q3", "1989-11-09", "199X", "2021",
        "2021-W05", "2021-SP", "2021-H2", "2021-FA", "2021-12-30", "2022-01-10", "2022-02",
    ]  # fmt: skip
    mixed = ordered[:]
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=first_day) == ordered
