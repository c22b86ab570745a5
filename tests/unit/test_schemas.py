"""The schemas that ship: what their patterns mean to Python is what they mean to an editor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefbook.text.schemas import DATA, schema, validator

NAMES = sorted(
    file.name.removesuffix(".schema.json")
    for file in DATA.iterdir()
    if file.name.endswith(".schema.json")
)


def patterns(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "pattern" and isinstance(value, str):
                yield value
            yield from patterns(value)
    elif isinstance(part, list):
        for item in part:
            yield from patterns(item)


def test_there_are_schemas() -> None:
    assert {"annotation", "bodies", "marks"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_pattern_is_of_the_whole_text(name: str) -> None:
    """So that matching the whole text is what an editor's ECMA 262 does."""
    found = list(patterns(schema(name)))
    assert found
    for pattern in found:
        assert pattern.startswith("^")
        assert pattern.endswith("$")
        assert "$" not in pattern[:-1]
        # Letters of other scripts are word characters to Python alone.
        assert "\\w" not in pattern.lower()
        assert "\\d" not in pattern.lower()


def test_a_closing_line_feed_matches_no_pattern() -> None:
    given = [{"id": "freedonia\n"}]
    [error] = validator("bodies").iter_errors(given)
    assert error.validator == "pattern"
    assert list(error.absolute_path) == [0, "id"]
