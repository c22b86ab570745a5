"""Seeds that belong together: which of them the book counts."""

from __future__ import annotations

from briefbook.text.related import told_elsewhere


def test_a_story_is_told_elsewhere_where_the_other_is_in_the_book() -> None:
    assert told_elsewhere({"post", "wire", "late"}, {"post": "wire", "late": "gone"}) == {"post"}
    assert told_elsewhere(set(), {"post": "wire"}) == set()
