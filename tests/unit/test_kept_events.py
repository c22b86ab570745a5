"""Events of calendars that the last build made are found, and nothing else is taken for one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from icalendar import Calendar

from briefbook.export import calendar as calendars
from briefbook.export.calendar import calendar
from briefbook.export.kept_events import Events, keep_events, read_events
from briefbook.export.rows import DateRow

ROW = DateRow(
    date="2022-01-12", event="the council meets", source=None, words="Jan. 12", rule="month-day",
    counted_from=None, or_date=None, by="rule", certainty=0.9, seed="ferry", article="The ferry",
    publisher="Gazette", published="2021-12-30", paragraph=3, address="a.html#d1",
)  # fmt: skip
CENTURY = replace(ROW, date="19XX")


def test_an_event_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app: Any = SimpleNamespace(doctreedir=str(tmp_path), confdir=str(tmp_path))
    made = Events()
    before = calendar([ROW, CENTURY], name="A book", events=made)
    keep_events(app, made)
    monkeypatch.setattr(calendars, "_event", lambda rows: pytest.fail(f"made again: {rows}"))
    kept = read_events(app)
    assert calendar([ROW, CENTURY], name="A book", events=kept) == before
    (event,) = Calendar.from_ical(before).events
    assert str(event["summary"]) == "the council meets"
    # What is no longer in the book is not kept for ever.
    keep_events(app, replace(kept, of_build={}))
    assert read_events(app).kept == {}


def test_of_other_words_it_is_another() -> None:
    made = Events()
    calendar([ROW], name="A book", events=made)
    other = replace(ROW, event="the council does not meet")
    again = calendar([other], name="A book", events=Events(kept=made.of_build))
    assert b"does not meet" in again


@pytest.mark.parametrize("content", ["", "[]", '{"a": ', "null"])
def test_a_file_that_is_none_keeps_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "briefbook-events.json").write_text(content, "utf-8")
    app: Any = SimpleNamespace(doctreedir=str(tmp_path), confdir=str(tmp_path))
    assert read_events(app).kept == {}
