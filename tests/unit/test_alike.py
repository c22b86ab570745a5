"""Near-alike texts: found where they are one story, and not where they share a paper's wording."""

from __future__ import annotations

import random

import pytest

from briefbook.text.alike import near_alike, sketch
from briefbook.text.clean import clean
from briefbook.text.model import Article
from briefbook.text.seeds import parse_seed

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]


def article(words: list[str], closing: str = "") -> Article:
    lines = [f"The mayor said {' '.join(words[at : at + 40])}." for at in range(0, len(words), 40)]
    text = " date 2023-05-10\n" + "\n".join([*lines, closing])
    return clean(parse_seed(text.encode(), name="a", path="a.txt"))


def words_of(number: int, count: int = 400) -> list[str]:
    return random.Random(number).choices(WORDS, k=count)


@pytest.mark.parametrize(
    ("kept", "is_found"), [(1.0, True), (0.98, True), (0.95, True), (0.7, False), (0.0, False)]
)
def test_how_alike_they_must_be(kept: float, *, is_found: bool) -> None:
    story, other = words_of(1), words_of(2)
    dice = random.Random(3)
    mixed = [word if dice.random() < kept else new for word, new in zip(story, other, strict=True)]
    found = list(near_alike({"a": sketch(article(story)), "b": sketch(article(mixed))}))
    assert [(one, two) for one, two, _ in found] == ([("a", "b")] if is_found else [])


def test_a_wording_that_many_share_makes_none_alike() -> None:
    closing = f"The paper said {' '.join(words_of(0, 300))}."
    sketches = {
        f"{number}": sketch(article(words_of(number, 80), closing)) for number in range(1, 31)
    }
    assert list(near_alike(sketches)) == []


def test_short_texts_are_not_compared() -> None:
    short = sketch(article(words_of(1, 20)))
    assert list(near_alike({"a": short, "b": short})) == []


def test_a_sketch_is_the_same_in_every_process() -> None:
    assert sketch(article([*"abcdefgh"]))[:2] == tuple(sorted(sketch(article([*"abcdefgh"]))))[:2]
