"""How indexes of many rows are divided, and what the addresses of their parts are formed of."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefbook.pages.index_pages import INDEXES, index_pages
from briefbook.pages.index_parts import Division, divide
from briefbook.pages.index_paths import (
    body_path,
    body_title,
    date_path,
    date_title,
    entry_path,
    entry_title,
    note_path,
    note_title,
    source_path,
    source_title,
)
from briefbook.pages.manifest import _NAME
from briefbook.text.kinds import SourceKind


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("2022-01-12", ("2020s", "2022", "2022-01", "2022-01-12")),
        ("2021-W52-WE", ("2020s", "2022", "2022-01", "2021-w52-we")),  # the first of January
        ("2021-W51", ("2020s", "2021", "2021-12", "2021-w51")),
        ("2022-01", ("2020s", "2022", "2022-01")),
        ("2021-Q4", ("2020s", "2021")),
        ("1914", ("1910s", "1914")),
        ("199X", ("1990s",)),
        ("19XX", ("other",)),
        ("BC0480", ("bc",)),
        ("PRESENT_REF", ("other",)),
    ],
)
def test_a_date_s_path_is_of_its_value_alone(value: str, path: tuple[str, ...]) -> None:
    assert date_path(value) == path


def test_parts_of_dates_are_called_as_readers_say() -> None:
    path = [*date_path("2022-01-12"), *date_path("BC0480"), "other"]
    titles = ["2020s", "2022", "January 2022", "12 January 2022", "before Christ", "other dates"]
    assert [date_title(part) for part in path] == titles


@pytest.mark.parametrize(
    ("kind", "name", "path", "titles"),
    [
        (
            "person",
            "Sergei Lavrov",
            "l la lav source source_2022",
            "L|La|Lav|Sergei Lavrov|Sergei Lavrov, 2022",
        ),
        (
            "institution",
            "The O.K. Club",
            "o o- o-k source source_2022",
            "O|O.|O.k|The O.K. Club|The O.K. Club, 2022",
        ),
        (
            "person",
            "Ждет",
            "u436 u436u434 u436u434u435 source source_2022",
            "Ж|Жд|Жде|Ждет|Ждет, 2022",
        ),
        ("person", "X", "x x- x-- source source_2022", "X|X|X|X|X, 2022"),
        (
            "document",
            "3 plans",
            "other other-3- other-3-p source source_2022",
            "other signs|3|3 p|3 plans|3 plans, 2022",
        ),
        (
            "anonymous",
            "an official",
            "anonymous anonymous-2022 anonymous-2022-01",
            "anonymous|anonymous, 2022|anonymous, January 2022",
        ),
        (
            "unknown",
            "no source named",
            "unnamed unnamed-2022 unnamed-2022-01",
            "no source named|no source named, 2022|no source named, January 2022",
        ),
    ],
)
def test_a_source_s_path_is_of_its_name_or_of_its_article_s_month(
    kind: str, name: str, path: str, titles: str
) -> None:
    found = source_path(SourceKind(kind), name, "2022-01-12")
    assert [re.sub(r"^source-[^_]+", "source", part) for part in found] == path.split()
    assert [source_title(part, SourceKind(kind), name) for part in found] == titles.split("|")


def test_a_small_index_is_not_divided_and_0_divides_none() -> None:
    rows = [date_path("2022-01-12")] * 10
    assert divide(rows, 10, own=3) == divide(rows, 0, own=3) == {}
    assert Division().part_of(rows[0]) is None


def test_what_is_too_much_is_divided_in_turn() -> None:
    counts = {
        "1994": 3,
        "2021": 20,
        "2022-01": 5,
        "2022-01-12": 30,
        "2022-01-13": 4,
        "2022-02-01": 8,
    }
    rows = [date_path(value) for value, count in counts.items() for _ in range(count)]
    parts = divide(rows, 40, own=3)
    assert parts == {"1990s": None, "2020s": None, "2021": "2020s", "2022": "2020s",
                     "2022-01": "2022", "2022-02": "2022"}  # fmt: skip
    division = Division(parts=dict.fromkeys(parts, ""))
    assert {value: division.part_of(date_path(value)) for value in counts} == {
        "1994": "1990s", "2021": "2021", "2022-01": "2022-01", "2022-01-12": "2022-01",
        "2022-01-13": "2022-01", "2022-02-01": "2022-02",
    }  # fmt: skip
    # Of a month that is too much, the crowded day is apart, and the others stay together.
    assert divide(rows, 38, own=3)["2022-01-12"] == "2022-01"
    assert "2022-01-13" not in divide(rows, 38, own=3)


_VALUES = st.sampled_from(
    [f"20{y:02}-{m:02}-{d:02}" for y in (9, 21) for m in (1, 2) for d in (1, 2)]
)


@given(st.lists(_VALUES, max_size=60), st.integers(1, 20))
def test_every_row_has_a_page_and_none_has_more_than_fits(values: list[str], most: int) -> None:
    """Nor does a row move by what is added in other years; only its own day may be too much."""
    rows = [date_path(value) for value in values]
    parts = divide(rows, most, own=3)
    division = Division(parts=dict.fromkeys(parts, ""))
    held: dict[str | None, list[str]] = {}
    for value, path in zip(values, rows, strict=True):
        held.setdefault(division.part_of(path), []).append(value)
    for of_part in held.values():
        assert len(of_part) <= most or len({*of_part}) == 1
    if parts:
        assert None not in held
        more = divide([*rows, *[date_path("1850-01-01")] * (most + 1)], most, own=3)
        assert parts.items() <= more.items()


@given(st.sampled_from(SourceKind), st.text(min_size=1, max_size=6))
@example(SourceKind.PERSON, "\u0300")
def test_any_name_has_an_address(kind: SourceKind, name: str) -> None:
    path = source_path(kind, name, "2022-01-12")
    assert len({*path}) == len(path)
    for part in path:
        assert _NAME.fullmatch(f"sources/{part}.md"), part
        assert source_title(part, kind, name).strip() or not name.strip()


def test_of_bodies_those_that_many_articles_name_are_apart() -> None:
    counts = {"nato": 40, "osce": 9, "imf": 2, "con": 6}
    rows = [body_path(body, "2022-01-12") for body, count in counts.items() for _ in range(count)]
    parts = divide(rows, 32, own=0)
    assert parts == {"con-seed": None, "osce": None, "nato": None, "nato_2022": "nato",
                     "nato_2022-01": "nato_2022"}  # fmt: skip
    assert [body_title(part, "NATO") for part in body_path("nato", "2022-01-12")] == [
        "NATO", "NATO, 2022", "NATO, January 2022",
    ]  # fmt: skip
    # The less room there is, the less stays together.
    assert "imf" in divide(rows, 1, own=0)


@pytest.mark.parametrize(
    ("headword", "path", "titles"),
    [
        ("NATO", "n na nat", "N|Na|Nat"),
        ("UN Women", "u un un-", "U|Un|Un"),
        ("Élysée", "e el ely", "E|El|Ely"),
        ("10 Downing Street", "other other-10 other-10-", "other signs|10|10"),
    ],
)
def test_an_entry_s_path_is_of_its_headword_s_letters(
    headword: str, path: str, titles: str
) -> None:
    assert entry_path(headword) == tuple(path.split())
    assert [entry_title(part, headword) for part in entry_path(headword)] == titles.split("|")


def test_notes_are_divided_by_the_time_of_their_articles() -> None:
    rows = [note_path(f"2022-0{month}-12") for month in (1, 1, 2)] + [note_path("2021-05")]
    parts = divide(rows, 2, own=None)
    assert parts == {"2021": None, "2022": None, "2022-01": "2022", "2022-02": "2022"}
    assert note_title("2022-01") == "articles of January 2022"


def test_names_of_strangers_are_text_on_a_part_s_page() -> None:
    division = Division(parts={"source-0123456789ab": "{term}`x`\n<b>"})
    (page,) = index_pages({"sources": division}, "articles").values()
    title = r"# Sources: \{term\}\`x\` \<b\>"
    assert title in page.splitlines()
    assert ":::{brief:part} sources/source-0123456789ab" in page.splitlines()


def test_each_index_has_a_folder_that_the_build_may_write_to() -> None:
    assert all(_NAME.fullmatch(f"{name}/part.md") for name in INDEXES)
