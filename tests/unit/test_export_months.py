"""What tables and calendars have of a month is made once, and of other rows anew."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from briefbook.export import calendars, months
from briefbook.export.calendar import calendar
from briefbook.export.calendars import Calendars
from briefbook.export.months import KeptMonths, Month
from briefbook.export.rows import DateRow

if TYPE_CHECKING:
    from pathlib import Path

ROW = DateRow(
    date="2022-01-12", event="the council meets", source=None, words="Jan. 12", rule="month-day",
    counted_from=None, or_date=None, by="rule", certainty=0.9, seed="ferry", article="The ferry",
    publisher="Gazette", published="2021-12-30", paragraph=3, address="a.html#d1",
)  # fmt: skip
CENTURY = replace(ROW, date="19XX")
LATER = replace(ROW, seed="toll", article="The toll", published="2022-01-02")


def month(*rows: DateRow, name: str = "2021-12", state: str = "a") -> Month:
    return Month(name=name, state=state, rows=lambda: ([*rows], []))


@pytest.fixture
def kept(tmp_path: Path) -> KeptMonths:
    app: Any = SimpleNamespace(doctreedir=str(tmp_path), confdir=str(tmp_path))
    return KeptMonths(app)


def test_a_month_is_made_once(kept: KeptMonths) -> None:
    before, events = kept.bring(month(ROW, CENTURY))
    assert before == []
    assert [bool(event.content) for event in events] == [True, False]
    again = Month(name="2021-12", state="a", rows=lambda: pytest.fail("made again"))
    assert kept.bring(again) == (events, events)
    assert kept.events("2021-12") == events
    assert kept.table("2021-12", "dates.csv").count(b"\r\n") == 2
    assert kept.table("2021-12", "dates.json").count(b'"date"') == 2
    (event,) = Calendar.from_ical(calendar([events[0].content], name="A book")).events
    assert str(event["summary"]) == "the council meets"


def test_of_other_rows_events_alone_are_made_that_are_others(
    kept: KeptMonths, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, events = kept.bring(month(ROW))
    made: list[str] = []

    def counted(rows: list[DateRow]) -> bytes:
        made.append(rows[0].seed)
        return b"made"

    monkeypatch.setattr(months, "made_event", counted)
    before, now = kept.bring(month(ROW, LATER, state="b"))
    assert before == events
    assert made == ["toll"]
    assert [event.content for event in now] == [events[0].content, b"made"]
    kept.bring(month(replace(ROW, event="the council does not meet"), state="c"))
    assert made == ["toll", "ferry"]


@pytest.mark.parametrize("name", ["2021-12.events", "2021-12.dates.csv"])
def test_what_is_damaged_is_made_anew(kept: KeptMonths, tmp_path: Path, name: str) -> None:
    _, events = kept.bring(month(ROW))
    [path] = tmp_path.rglob(name)
    whole = path.read_bytes()
    path.unlink()
    assert kept.bring(month(ROW))[1] == events
    assert path.read_bytes() == whole
    if name.endswith(".events"):
        path.write_bytes(whole[:-1])
        assert kept.bring(month(ROW))[1] == events


def test_calendars_are_written_that_are_others(
    kept: KeptMonths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(*of_book: Month, lacks: str = "") -> dict[str, bytes]:
        made = Calendars(of_book, kept)
        titles = {"ferry": "The ferry", "toll": "The toll"}
        return {
            **dict(made.of_articles(titles, lambda seed: seed == lacks)),
            **dict(made.of_dates(str, lambda date: date == lacks)),
        }

    older, newer = month(ROW), month(LATER, name="2022-01")
    first = written(older, newer)
    assert {*first} == {"ferry", "toll", "2022-01-12"}
    assert first["2022-01-12"].count(b"BEGIN:VEVENT") == 2
    assert written(older, newer) == {}
    assert written(older, newer, lacks="toll") == {"toll": first["toll"]}
    monkeypatch.setattr(calendars, "_AT_ONCE", 1)
    other = replace(LATER, date="2022-01-13")
    changed = written(older, month(other, name="2022-01", state="b"))
    assert {*changed} == {"toll", "2022-01-12", "2022-01-13"}
    assert changed["2022-01-12"] == calendar([kept.events("2021-12")[0].content], name="2022-01-12")
    # Of a month that is no more.
    assert {*written(month(other, name="2022-01", state="b"))} == set()
    assert {*Calendars([month(other, name="2022-01", state="b")], kept).dates} == {"2022-01-13"}
