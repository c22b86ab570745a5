"""How a book is divided into volumes, and whose a page is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.volumes.division import complaint, divide, month_of

MONTHS = {"2021-01": 3, "2021-05": 2, "2021-12": 4, "2022-12": 9}

months = st.dictionaries(
    st.builds("{:04d}-{:02d}".format, st.integers(1990, 2030), st.integers(1, 12)),
    st.integers(1, 50),
)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("year", ["2021", "2022"]),
        ("quarter", ["2021-Q1", "2021-Q2", "2021-Q4", "2022-Q4"]),
        ("month", ["2021-01", "2021-05", "2021-12", "2022-12"]),
        (5, ["from-2021-01", "from-2021-12", "from-2022-12"]),
        ("9", ["from-2021-01", "from-2022-12"]),
        (1, ["from-2021-01", "from-2021-05", "from-2021-12", "from-2022-12"]),
    ],
)
def test_volumes_are_of_whole_months(by: str | int, names: list[str]) -> None:
    assert [volume.name for volume in divide(MONTHS, by)] == names


def test_volumes_are_called_by_their_period() -> None:
    assert [volume.title for volume in divide(MONTHS, "quarter")][:2] == [
        "first quarter of 2021",
        "second quarter of 2021",
    ]
    assert [volume.title for volume in divide(MONTHS, 5)] == [
        "January 2021 to May 2021",
        "December 2021",
        "December 2022",
    ]


@given(months, st.one_of(st.sampled_from(["year", "quarter", "month"]), st.integers(1, 200)))
def test_each_month_is_in_one_volume(counts: dict[str, int], by: str | int) -> None:
    volumes = divide(counts, by)
    held = [month for volume in volumes for month in volume.months]
    assert held == sorted(counts)
    assert len({volume.name for volume in volumes}) == len(volumes)
    if isinstance(by, int):
        for volume in volumes:
            articles = sum(counts[month] for month in volume.months)
            assert articles <= by or len(volume.months) == 1


@given(months, st.integers(1, 200))
def test_a_new_month_changes_no_volume_but_the_last(counts: dict[str, int], by: int) -> None:
    before = divide(counts, by)
    after = divide(counts | {"2031-01": 1}, by)
    assert after[: len(before) - 1] == before[:-1]
    assert [volume.name for volume in after][: len(before)] == [volume.name for volume in before]


@pytest.mark.parametrize("value", ["", "year", "quarter", "month", 1, 2000, "2000"])
def test_what_the_setting_may_be(value: object) -> None:
    assert complaint(value) is None


@pytest.mark.parametrize("value", ["week", 0, -1, "0", True, None, 1.5, ["year"], "²"])
def test_what_it_may_not_be(value: object) -> None:
    assert "quarter" in str(complaint(value))


@pytest.mark.parametrize(
    ("page", "month"),
    [
        ("articles/2021/12/fire", "2021-12"),
        ("articles/2021/12/index", "2021-12"),
        ("articles/2021/index", None),
        ("articles/index", None),
        ("articles/dates/2021-12", None),
        ("articles/sources/la", None),
        ("index", None),
        ("others/2021/12/fire", None),
    ],
)
def test_whose_a_page_is(page: str, month: str | None) -> None:
    assert month_of(page, "articles") == month
