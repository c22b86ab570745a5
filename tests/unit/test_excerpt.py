"""Excerpts for the indexes: the sentence, cut where it is long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.excerpt import excerpt


def around(text: str, passage: str, limit: int = 160) -> str:
    start = text.index(passage)
    return excerpt(text, start, start + len(passage), limit)


def test_the_sentence_is_taken() -> None:
    text = "The talks began. They end on Monday, he said. Then all go home."
    assert around(text, "Monday") == "They end on Monday, he said."
    assert around(text, "talks") == "The talks began."
    assert around(text, "home") == "Then all go home."


def test_abbreviations_end_no_sentence() -> None:
    text = "Talks between the U.S. and Mr. Smith open on Jan. 10 in Freedonia. Nobody else comes."
    assert around(text, "Jan. 10") == text[: text.index(" Nobody")]


def test_it_does_not_open_within_a_name() -> None:
    text = "Nobody came. The ship of Capt. Jane Doe left on Monday. It is back."
    assert around(text, "Monday") == "The ship of Capt. Jane Doe left on Monday."


def test_it_opens_with_the_passage_that_opens_its_sentence() -> None:
    assert around("The talks began. Monday is free.", "Monday") == "Monday is free."


def test_a_quotation_ends_with_its_mark() -> None:
    text = 'He said: "It ends on Monday." She did not.'
    assert around(text, "Monday") == 'He said: "It ends on Monday."'


def test_a_long_sentence_is_cut_at_words() -> None:
    text = "One " + "word after another " * 20 + "until Monday " + "and further on " * 20 + "."
    short = around(text, "Monday", 80)
    assert len(short) <= 80
    assert short.startswith("… ")
    assert short.endswith(" …")
    assert " Monday " in short
    assert all(word in text.split() for word in short.strip("… ").split())


def test_the_ellipsis_at_the_front_counts() -> None:
    text = "A" * 9 + " " + "B" * 19
    assert len(excerpt(text, 29, 29, 20)) <= 20


@given(st.text('ab. A"', max_size=300), st.data(), st.integers(20, 80))
def test_it_fits_and_holds_the_passage(text: str, data: st.DataObject, limit: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 10)))
    found = excerpt(text, start, end, limit)
    assert len(found) <= limit
    assert text[start:end].strip() in found
