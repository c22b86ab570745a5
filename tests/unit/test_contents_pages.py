"""The contents of the articles: how far the page of all years and the pages of years go down."""

from __future__ import annotations

import re

import pytest

from briefbook.pages.contents import contents_pages

NAMES = [f"articles/{year}/0{month}/seed-{number}" for year, month, number in (
    (2021, 1, 1), (2022, 1, 2), (2022, 2, 3), (2022, 2, 4),
)]  # fmt: skip


@pytest.mark.parametrize(
    ("most", "depths"),
    [
        (0, {"index": 3, "2021/index": 2, "2022/index": 2}),
        (4, {"index": 3, "2021/index": 2, "2022/index": 2}),
        (3, {"index": 2, "2021/index": 2, "2022/index": 2}),
        (2, {"index": 2, "2021/index": 2, "2022/index": 1}),
    ],
)
def test_a_page_lists_articles_where_they_are_few_and_else_months(
    most: int, depths: dict[str, int]
) -> None:
    pages = contents_pages(NAMES, "articles", most=most)
    found = {name: int(re.findall(r":maxdepth: (\d)", text)[0]) for name, text in pages.items()}
    months = dict.fromkeys(("2021/01/index", "2022/01/index", "2022/02/index"), 1)
    assert found == {f"articles/{name}": depth for name, depth in {**depths, **months}.items()}
