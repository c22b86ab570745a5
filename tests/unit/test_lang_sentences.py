"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fixture_cases import Case, folder_cases
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.lang.sentences import sentence_ends

PIECES = st.sampled_from([*'aBé1 .!?…"”(。-\n', "Mr.", "U.S.", "The", "  ", "\n\n", "No.", "â€œ"])
TEXT = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=100))


@pytest.mark.parametrize("case", folder_cases("sentences"))
def test_case(case: Case) -> None:
    ends = list(sentence_ends(case.input))
    starts = [0, *(one.start for one in ends)]
    stops = [*(one.end for one in ends), len(case.input)]
    found = [case.input[a:b].strip() for a, b in zip(starts, stops, strict=True)]
    assert found == case.expected.split("\n")


@given(TEXT)
def test_endings_are_in_order_and_only_white_space_lies_between(text: str) -> None:
    ends = list(sentence_ends(text))
    for one in ends:
        assert one.end <= one.start < len(text)
        assert text[one.end : one.start].strip() == ""
    for one, other in pairwise(ends):
        assert one.start <= other.end


@given(TEXT, st.integers(0, 50))
def test_a_stretch_has_the_endings_of_its_own_text(text: str, start: int) -> None:
    start = min(start, len(text))
    cut = list(sentence_ends(text, start))
    assert [(a - start, b - start) for a, b in cut if a > start + 15] == [
        (a, b) for a, b in sentence_ends(text[start:]) if a > 15
    ]
