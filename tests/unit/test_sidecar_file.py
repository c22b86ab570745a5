"""A sidecar changed by ``briefbook review``: what an editor wrote around it stays."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from briefbook.desk.sidecar_file import with_correction, with_review, without_correction
from briefbook.text.decisions import Review

TEXT = """\
# what we know
title = "Talks" # ours

# of the calendar
[[date]]
exact = "Monday" # not the 27th
value = "2021-12-20"

[[body]]
exact = "the council"
body = "nato"
"""
REVIEW = Review(by="Jane Doe", on="2026-11-24")


def test_one_more_stands_behind_those_of_its_kind() -> None:
    text = with_correction(TEXT, "date", {"exact": "the quay", "remove": True})
    new = '[[date]]\nexact = "the quay"\nremove = true\n\n[[body]]'
    assert text == TEXT.replace("[[body]]", new)


def test_the_first_of_a_kind_stands_last() -> None:
    text = with_correction(TEXT, "source", {"name": "an aide", "kind": "group"})
    assert text == f'{TEXT}\n[[source]]\nname = "an aide"\nkind = "group"\n'


def test_one_is_changed_where_it_stands() -> None:
    text = with_correction(TEXT, "date", {"value": "2021-12-13"}, instead_of=0)
    assert text == TEXT.replace("2021-12-20", "2021-12-13")
    text = with_correction(TEXT, "date", {"remove": True}, instead_of=0)
    assert text == TEXT.replace('value = "2021-12-20"', "remove = true")


def test_one_is_taken_out() -> None:
    assert "Monday" not in without_correction(TEXT, "date", 0)
    assert tomllib.loads(without_correction(TEXT, "body", 0)).keys() == {"title", "date"}


def test_who_has_reviewed_stands_above_the_tables() -> None:
    signed = 'reviewed = {by = "Jane Doe", on = 2026-11-24}\n'
    assert with_review(TEXT, REVIEW) == TEXT.replace("# of the", f"{signed}\n# of the")
    again = with_review(with_review(TEXT, Review(by="John", on="2026-01-01")), REVIEW)
    assert again == with_review(TEXT, REVIEW)
    assert with_review("", REVIEW) == signed
    assert with_review('title = "a"', REVIEW) == f'title = "a"\n{signed}'


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(st.lists(st.tuples(st.sampled_from(["date", "body", "source"]), WORDS), max_size=6))
def test_whatever_is_written_is_read_again(given_: list[tuple[str, str]]) -> None:
    text = TEXT
    for kind, words in given_:
        text = with_correction(text, kind, {"exact": words, "remove": True})
    text = with_review(text, REVIEW)
    found = tomllib.loads(text)
    for kind in ("date", "body", "source"):
        mine = [table["exact"] for table in found.get(kind, ()) if table.get("remove")]
        assert mine == [words for one, words in given_ if one == kind]
    assert found["reviewed"]["by"] == "Jane Doe"
    assert text.startswith('# what we know\ntitle = "Talks" # ours\n')
