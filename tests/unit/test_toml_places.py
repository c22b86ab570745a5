"""Where in a sidecar its keys stand, however TOML lets them be written."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.toml_places import TomlPlaces

TEXT = '''\
# title = "no"
title = "a # b" # c = 1
  "rights" = """x
[[date]]
exact = 1 \\""" """"
keep = [ # [
  1, [2,
  3]
]
'language' = \'\'\'a
b = 2\'\'\'
reviewed = { by = "x]", on = 2026-11-24 }

[[date]]
exact = "a"

 [[ date ]] # again
  prefix = 'b'
value.deep = 1
[date.more]
x = 1
'''


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), (2, 1)),
        (("rights",), (3, 3)),
        (("keep",), (6, 1)),
        (("keep", 1, 0), (6, 1)),
        (("language",), (10, 1)),
        (("reviewed", "on"), (12, 1)),
        (("date",), (14, 1)),
        (("date", 0), (14, 1)),
        (("date", 0, "exact"), (15, 1)),
        (("date", 1), (17, 2)),
        (("date", 1, "exact"), (17, 2)),
        (("date", 1, "prefix"), (18, 3)),
        (("date", 1, "value", "deep"), (19, 1)),
        (("date", 1, "more", "x"), (21, 1)),
        (("none",), None),
    ],
)
def test_places(path: tuple[str | int, ...], place: tuple[int, int] | None) -> None:
    tomllib.loads(TEXT)
    assert TomlPlaces(TEXT).place_of(path) == place


VALUES = ["1", '"a"', "'b'", '"""\nx = 1\n"""', "'''y\n[[z]]'''", "[1,\n2]", "{a = 1}", '"\\""']


@given(st.lists(st.tuples(st.sampled_from(["", "[[t]]\n", "# c = 1\n"]), st.sampled_from(VALUES))))
def test_each_key_of_a_valid_file_is_found_where_it_stands(parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{head}k{number} = {value}\n" for number, (head, value) in enumerate(parts))
    table = tomllib.loads(text)
    found = TomlPlaces(text)
    lines = text.split("\n")
    paths: list[tuple[str | int, ...]] = [(key,) for key in table if key != "t"]
    paths += [("t", i, key) for i, one in enumerate(table.get("t", ())) for key in one]
    assert len(paths) == len(parts)
    for path in paths:
        line, column = found.place_of(path) or (0, 0)
        assert lines[line - 1][column - 1 :].startswith(f"{path[-1]} = ")
