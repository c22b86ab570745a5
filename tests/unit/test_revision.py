"""What is told to have changed between two versions of an article."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text import revision
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Article, Block, Seed, Sidecar
from briefbook.text.revision import Change, changes


def article(*paragraphs: str) -> Article:
    text = "\n".join(paragraphs)
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(
            Block(
                line=number,
                start=at,
                end=at + len(paragraph),
                kind=BlockKind.PARAGRAPH,
                number=number,
            )
        )
        at += len(paragraph) + 1
    seed = Seed(
        name="a",
        path="a.txt",
        text=text,
        sha256="",
        published="2023-05-10",
        header_end=0,
        sidecar=Sidecar(),
    )
    return Article(seed=seed, blocks=tuple(blocks), dropped=(), publisher=None)


ONE, TWO, THREE = "The bridge is safe today.", "The mayor spoke.", "It rained."


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ([ONE, TWO], [ONE, TWO], []),
        (
            [ONE, TWO],
            ["The bridge is not safe today.", TWO],
            [
                Change(
                    paragraph=1,
                    before=("The bridge is", "", " safe today."),
                    now=("The bridge is", " not", " safe today."),
                )
            ],
        ),
        ([ONE], [ONE, TWO], [Change(paragraph=2, now=("", TWO))]),
        ([ONE, TWO, THREE], [ONE, THREE], [Change(paragraph=None, before=("", TWO))]),
        ([], [ONE], [Change(paragraph=1, now=("", ONE))]),
        (
            ["a b c d e f g h i j k l m n o p q r s t X"],
            ["a b c d e f g h i j k l m n o p q r s t Y"],
            [Change(paragraph=1, before=("… o p q r s t", " X"), now=("… o p q r s t", " Y"))],
        ),
        (  # a paragraph is gone, and the next one has changed: not the one in the other's place
            [ONE, "The mayor and the harbour master spoke on Monday.", THREE],
            ["The mayor and the harbour master spoke on Tuesday.", THREE],
            [
                Change(paragraph=None, before=("", ONE)),
                Change(
                    paragraph=1,
                    before=("The mayor and the harbour master spoke on", " Monday."),
                    now=("The mayor and the harbour master spoke on", " Tuesday."),
                ),
            ],
        ),
        (  # nothing that both say
            [ONE, TWO],
            [THREE, TWO],
            [Change(paragraph=None, before=("", ONE)), Change(paragraph=1, now=("", THREE))],
        ),
    ],
)
def test_changes(earlier: list[str], later: list[str], expected: list[Change]) -> None:
    assert list(changes(article(*earlier), article(*later))) == expected


PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=6).map(" ".join),
    max_size=6,
)


@given(earlier=PARAGRAPHS, later=PARAGRAPHS)
def test_short_paragraphs_are_told_whole(earlier: list[str], later: list[str]) -> None:
    """What is told of a paragraph is its words; of what is not told nothing has changed."""
    found = changes(article(*earlier), article(*later))
    told_now = [" ".join("".join(one.now).split()) for one in found if one.now]
    told_before = [" ".join("".join(one.before).split()) for one in found if one.before]
    rest_now, rest_before = list(later), list(earlier)
    for text in told_now:
        rest_now.remove(text)
    for text in told_before:
        rest_before.remove(text)
    assert sorted(rest_now) == sorted(rest_before)


def test_what_is_compared_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    class Counting(SequenceMatcher[Any]):
        def __init__(self, junk: None, a: Any, b: Any, *, autojunk: bool) -> None:
            compared.append(len(a) * len(b))
            super().__init__(junk, a, b, autojunk=autojunk)

    monkeypatch.setattr(revision, "SequenceMatcher", Counting)
    monkeypatch.setattr(revision, "_STEPS", 40_000)
    old = article(*(f"{'a b ' * 20}{number}" for number in range(600)))
    new = article(*(f"{'b a ' * 20}{number}x" for number in range(600)))
    found = changes(old, new)
    assert len(found) == 600
    assert sum(compared) <= 40_000
    assert found[-1].now == ("", f"{'b a ' * 20}599x")  # told as a whole
