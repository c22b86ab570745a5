"""What happens on a date: the fixtures, and what holds of every event."""

from __future__ import annotations

import pytest
from fixture_cases import Case, folder_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from test_laws_of_marks import CATALOGUE, PROSE, marks_of

from briefbook.text.lang.sentences import sentence_ends
from briefbook.text.marks import mark
from briefbook.text.model import Marks
from briefbook.text.seeds import parse_seed

CLAUSES = st.lists(
    st.sampled_from(
        [
            "the council meets", "on Monday", "on Jan. 12", "and", ", and", "followed by", ";", ".",
            "the port authority", ", which", "opened in 2019", "but", "will close", "said", "\n",
            "(in May)", "“we go", "on Friday”", "Jane Doe", "talks in Ell", "for", "meetings of",
        ]
    ),
    min_size=4,
    max_size=60,
).map(" ".join)  # fmt: skip


def described(marks: Marks) -> str:
    text = marks.article.seed.text
    return "\n".join(
        f"{date.text}{f' ({date.source})' if date.source else ''}: "
        + " … ".join(text[span.start : span.end] for span in date.event)
        for date in marks.dates
    )


@pytest.mark.parametrize("case", folder_cases("events"))
def test_case(case: Case) -> None:
    raw = f" date 2021-12-30 \n{case.input}\n".encode()
    seed = parse_seed(raw, name="x", path="seeds/x.txt")
    assert described(mark(seed, CATALOGUE)) == case.expected


@given(CLAUSES | PROSE)
@settings(max_examples=150, deadline=None)
def test_an_event_is_of_the_block_and_holds_the_date(text: str) -> None:
    marks = marks_of(text)
    if marks is None:
        return
    whole = marks.article.seed.text
    for date in marks.dates:
        block = next(b for b in marks.article.blocks if b.start <= date.start < b.end)
        reached = block.start
        assert date.event
        assert any(span.start <= date.start and date.end <= span.end for span in date.event)
        for span in date.event:
            assert reached <= span.start < span.end <= block.end
            assert whole[span.start : span.end].strip()
            reached = span.end
        assert date.source is None or date.source in {source.id for source in marks.sources}


@given(CLAUSES)
@settings(max_examples=150, deadline=None)
def test_an_event_is_of_the_sentence_of_its_date(text: str) -> None:
    marks = marks_of(text)
    if marks is None:
        return
    whole = marks.article.seed.text
    for date in marks.dates:
        block = next(b for b in marks.article.blocks if b.start <= date.start < b.end)
        ends = list(sentence_ends(whole, block.start, block.end))
        first = max((one.start for one in ends if one.start <= date.start), default=block.start)
        last = min((one.end for one in ends if one.end >= date.end), default=block.end)
        assert all(first <= span.start and span.end <= last for span in date.event)


def test_an_event_takes_no_longer_with_the_length_of_its_sentence() -> None:
    words = "the council met on Monday and " * 200
    marks = marks_of(f"Jane Doe said that {words}that was all.\n")
    assert marks is not None
    longest = max(span.end - span.start for date in marks.dates for span in date.event)
    assert longest < 1000
