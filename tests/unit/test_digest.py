"""The digest by which a build tells what has changed."""

from __future__ import annotations

import pytest

from briefbook.text.digest import digest


@pytest.mark.parametrize("other", [["b", "a"], ["ab"], ["a"], ["a", "b", ""], []])
def test_other_pieces_or_another_order_differ(other: list[str]) -> None:
    assert digest(["a", "b"]) == digest(iter(["a", "b"]))
    assert digest(["a", "b"]) != digest(other)


def test_any_string_has_one() -> None:
    assert digest(["\ud800"]) != digest(["\udfff"])
