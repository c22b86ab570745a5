"""Which dates are key dates, and in what order."""

from __future__ import annotations

import pytest

from briefbook.sphinx.records import DateRecord
from briefbook.sphinx.views.happenings import in_order, is_key, key_dates

PUBLISHED = "2022-03-09"


def record(value: str, *, rule: str = "month-day", source: str | None = None) -> DateRecord:
    return DateRecord(
        node_id="d1",
        paragraph=1,
        text="then",
        value=value,
        rule=rule,
        anchor=None,
        alternative=None,
        event=f"what happens on {value}",
        source=source,
    )


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("2022-03-16", True),
        ("2022-04", True),
        ("2022-W11", True),
        ("2022-03-08", True),
        ("2022-03-02", True),
        ("2022-03-01", False),
        ("2022-02", False),
        ("2022", False),
        ("2023", False),
        ("202X", False),
        ("2022-Q2", False),
        ("no date", False),
    ],
)
def test_days_to_come_and_those_of_the_news(value: str, *, key: bool) -> None:
    assert is_key(record(value), PUBLISHED) is key


def test_a_month_that_only_refers_back_is_none() -> None:
    assert not is_key(record("2022-03", rule="refers-back"), PUBLISHED)
    assert is_key(record("2022-03-12", rule="refers-back"), PUBLISHED)


def test_the_soonest_to_come_stands_first_then_the_latest_that_is_over() -> None:
    values = ["2022-03-04", "2022-05-01", "2022-03-16", "2022-03-07"]
    assert in_order(values, PUBLISHED) == ["2022-03-16", "2022-05-01", "2022-03-07", "2022-03-04"]


def test_a_date_weighs_by_articles_and_sources_and_precision() -> None:
    entries = [
        ("a", PUBLISHED, record("2022-04")),
        ("a", PUBLISHED, record("2022-03-16")),
        ("a", PUBLISHED, record("2022-03-20", source="mayor")),
        ("a", PUBLISHED, record("2022-03-20", source="board")),
        ("b", PUBLISHED, record("2022-03-18")),
        ("a", PUBLISHED, record("2022-03-18")),
        ("a", PUBLISHED, record(PUBLISHED)),
    ]
    chosen = key_dates(entries, most=2, today=PUBLISHED)
    assert [(key.value, key.docname) for key in chosen] == [
        ("2022-03-18", "b"),
        ("2022-03-20", "a"),
    ]
    values = [key.value for key in key_dates(entries, most=9, today=PUBLISHED)]
    assert values == ["2022-03-16", "2022-03-18", "2022-03-20", "2022-04"]
