"""The text as the rules for dates read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.dates.reading import LONGEST_LINE, in_quotation, paragraphs, reading


def test_line_ends_within_a_block_are_spaces_and_the_rest_is_line_ends() -> None:
    text = "ad\nThe\r\nfair\nMore"
    assert reading(text, [(3, 12), (13, 17)]) == "\n\n\nThe  fair\nMore"


@given(st.text(alphabet="ab \n"))
def test_every_character_keeps_its_place(text: str) -> None:
    spans = paragraphs(text)
    read = reading(text, spans)
    assert len(read) == len(text)
    for start, end in spans:
        assert read[start:end] == text[start:end].replace("\n", " ")
        assert "\n" not in read[start:end]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("a headline\nThe text that is long", ["a headline", "The text that is long"]),
        ("a line that is wrapped at some\nwidth of the page", 1),
    ],
)
def test_a_line_with_room_for_the_next_word_is_a_paragraph(
    text: str, parts: list[str] | int
) -> None:
    found = [text[start:end] for start, end in paragraphs(text)]
    assert found == parts if isinstance(parts, list) else len(found) == parts


def test_quotation_marks_are_looked_for_within_a_reach() -> None:
    """So that a long line takes no time that grows with its square."""
    text = "“" + "a " * LONGEST_LINE
    assert in_quotation(text, LONGEST_LINE // 2)
    assert not in_quotation(text, len(text))


def test_doubled_marks_are_a_quotations() -> None:
    assert in_quotation("''Today", 2)
    assert not in_quotation("''Today'' he said", 10)
    assert in_quotation("``Today", 2)
    assert not in_quotation("``Today'' he said", 10)
