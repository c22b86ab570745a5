"""Calendar values: read and written, in words, in order, and the days they cover."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.html.hints import html_date
from briefbook.text.sidecar import is_date
from briefbook.text.timex import Timex, Unit, in_words, time_order


def value(written: str) -> Timex:
    found = Timex.parse(written)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2022-01-02", "2 January 2022"),
        ("2022-12", "December 2022"),
        ("2022", "2022"),
        ("2021-Q4", "fourth quarter of 2021"),
        ("2021-H2", "second half of 2021"),
        ("2021-W05", "week 5 of 2021"),
        ("2021-W05-WE", "weekend of week 5 of 2021"),
        ("2021-FA", "autumn 2021"),
        ("2021-AU", "autumn 2021"),
        ("2021-WI", "winter 2021"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("20XX", "21st century"),
        ("10XX", "11th century"),
        ("11XX", "12th century"),
        ("00XX", "1st century"),
        ("0079", "79"),
        ("0476-09-04", "4 September 476"),
        ("BC0480", "480 BC"),
        ("BC0216-08-02", "2 August 216 BC"),
        ("BC04XX", "5th century BC"),
        ("BC048X", "480s BC"),
        # No values: these come back as they are.
        ("PRESENT_REF", "PRESENT_REF"),
        ("2021-13", "2021-13"),
        ("2021-02-29", "2021-02-29"),
        ("BC0216-02-30", "BC0216-02-30"),
        ("2021-W53", "2021-W53"),
        ("BC0480-Q1", "BC0480-Q1"),
        ("2021-W00", "2021-W00"),
        ("2021-Q5", "2021-Q5"),
        ("٢٠٢١", "٢٠٢١"),
    ],
)
def test_in_words(written: str, words: str) -> None:
    assert in_words(written) == words


def test_order_of_time() -> None:
    ordered = [
        "BC04XX", "BC0480", "BC0216-08-02", "BC0001", "0001", "19XX", "198X", "1989-Q3",
        "1989-11-09", "199X", "2020-W53", "2021", "2021-W05", "2021-02-02", "2021-W05-WE",
        "2021-SP", "2021-H2", "2021-FA", "2021-WI", "2021-12-30", "2022-01-10", "2022-02", "later",
    ]  # fmt: skip
    mixed = ordered[:]
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=time_order) == ordered


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2021-12-30", "2021-12-30", "2021-12-30"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2021-W01-WE", "2021-01-09", "2021-01-10"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-Q3", "2021-07-01", "2021-09-30"),
        ("2021-H2", "2021-07-01", "2021-12-31"),
        ("2021-SP", "2021-03-01", "2021-05-31"),
        ("2021-WI", "2021-12-01", "2022-02-28"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("9999-WI", "9999-12-01", None),
        ("BC0480", None, None),
        ("BC04XX", None, None),
    ],
)
def test_first_and_last_day(written: str, first: str | None, last: str | None) -> None:
    days = [value(written).first_day, value(written).last_day]
    assert [day and day.isoformat() for day in days] == [first, last]


@given(st.dates(date(1, 3, 1), date(9998, 12, 31)), st.sampled_from(Unit))
def test_a_day_lies_in_what_contains_it(day: date, unit: Unit) -> None:
    found = Timex.containing(day, unit)
    assert value(str(found)) == found
    assert found.unit is unit
    first, last = found.first_day, found.last_day
    assert first is not None
    assert last is not None
    if unit is Unit.WEEKEND:  # of the day's week
        first -= timedelta(days=5)
    assert first <= day <= last
    assert time_order(str(found))[:3] <= time_order(str(last))[:3]


@given(st.from_regex(r"(BC)?[0-9]{2}([0-9X]{2})(-[0-9QHWSU]{2,3})?(-[0-9WE]{2})?", fullmatch=True))
def test_what_is_read_is_written_so(written: str) -> None:
    found = Timex.parse(written)
    if found is not None:
        assert str(found) == written


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        ("2021-12-30", True),
        ("2021-12", True),
        ("2021", False),
        ("2021-W52", False),
        ("2021-02-29", False),
        ("BC0480-01", False),
        ("2021-12-30\n", False),
        ("2021-1-2", False),
    ],
)
def test_a_date_of_publication_is_a_day_or_a_month(written: str, is_one: bool) -> None:  # noqa: FBT001 - a case
    assert is_date(written) is is_one


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("2021-12-30", "2021-12-30"),
        ("2021-W52", "2021-W52"),
        ("2021-12", "2021-12"),
        ("0476", "0476"),
        ("2021-W52-WE", None),
        ("2021-Q4", None),
        ("199X", None),
        ("BC0480", None),
    ],
)
def test_what_html_can_say(written: str, html: str | None) -> None:
    assert html_date(written) == html
