"""The dates of a book: which of them lie ahead, and how they are drawn."""

from __future__ import annotations

import re

import pytest

from briefbook.html.timeline import Mark, draw
from briefbook.sphinx.views.days import lies_ahead
from briefbook.text.timex import Timex

NEWEST = "2021-12-30"


@pytest.mark.parametrize(
    ("value", "ahead"),
    [
        ("2021-12-31", True),
        ("2021-12-30", False),
        ("2021-12-29", False),
        ("2022-01", True),
        ("2021-12", False),
        ("2021", False),
        ("2022", True),
        ("2021-W52", False),
        ("2021-W52-WE", True),
        ("202X", True),
        ("19XX", False),
        ("BC0480", False),
    ],
)
def test_what_lies_ahead_has_more_of_it_after_the_newest_article(
    value: str, *, ahead: bool
) -> None:
    assert lies_ahead(Timex.parse(value), NEWEST) is ahead


def test_no_newest_article_and_no_date_of_the_calendar() -> None:
    assert not lies_ahead(Timex.parse("2022-01-01"), "")
    assert not lies_ahead(None, NEWEST)


def test_a_month_of_publication_counts_from_its_last_day() -> None:
    assert lies_ahead(Timex.parse("2023-07-01"), "2023-06")
    assert not lies_ahead(Timex.parse("2023-06-02"), "2023-06")


def marks(*values: str) -> list[Mark]:
    return [(value, 2, lies_ahead(Timex.parse(value), NEWEST), "it <b>&") for value in values]


def test_a_mark_for_each_mention_of_a_day() -> None:
    wide, narrow = draw(
        marks("2021-12-01", "2021-12-20", "2022-01-12", "2022-01", "1999"), NEWEST, frozenset()
    ).split("</svg>")[:2]
    assert wide.count('<circle class="brief-is-over"') == 4
    assert wide.count('<circle class="brief-is-ahead"') == 2
    assert wide.count('class="brief-is-span"') == 1
    assert narrow.count("<circle") == 0
    assert narrow.count('<rect class="brief-is-ahead"') == 1
    assert "1 date</text>" in wide
    assert "12 January, it &lt;b&gt;&amp;" in wide


@pytest.mark.parametrize("years", [1, 3, 30, 900])
def test_marks_stay_in_the_drawing_whatever_the_stretch(years: int) -> None:
    values = [f"{2021 - at % years:04d}-{at % 12 + 1:02d}-{at % 28 + 1:02d}" for at in range(300)]
    drawing = draw(marks(*values), NEWEST, frozenset(value[:7] for value in values))
    assert len(drawing) < 40_000
    for number in re.findall(r' (?:x|y|cx|cy|width|height)="([^"]+)"', drawing):
        assert -1 <= float(number) <= 880, number


def test_too_few_days_are_not_drawn() -> None:
    assert draw(marks("2021-12-01", "2021-12-20", "2022"), NEWEST, frozenset()) == ""
