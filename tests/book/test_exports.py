"""What other programs take from the HTML book: all is there, and nothing a stranger wrote runs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar

from briefbook.export import files as made_of
from briefbook.export import write
from briefbook.stopping import BuildStopped
from projects import Project

HOSTILE = """date 2023-05-10
@SUM(A1:A9) opens on May 12, 2023.
"=cmd|' /C calc'!A0," said Jane Doe. The council; of "Sylvania", meets on May 15,
 2023. BEGIN:VEVENT END:VCALENDAR
"""

pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser.*app' is deprecated")


@pytest.fixture
def book(project: Callable[[str], Project]) -> Project:
    return project("incremental")


def exported(book: Project, name: str, builder: str = "html") -> Path:
    return book.folder / "_build" / builder / "_exports" / name


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).events)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_every_date_and_statement_is_in_the_tables(book: Project) -> None:
    domain: Any = book.build().env.get_domain("brief")
    dates = [each for name in domain.in_order() for each in domain.dates[name]]
    statements = [each for name in domain.in_order() for each in domain.statements.get(name, ())]
    table = rows(exported(book, "dates.csv"))
    assert [row["date"] for row in table] == [each.value for each in dates] != []
    assert [row["event"] for row in table] == [each.event for each in dates]
    listed = json.loads(exported(book, "dates.json").read_bytes())["dates"]
    assert [{key: str(v or "") for key, v in row.items()} for row in listed] == table
    table = rows(exported(book, "statements.csv"))
    assert [row["words"] for row in table] == [each.excerpt for each in statements] != []
    listed = json.loads(exported(book, "statements.json").read_bytes())["statements"]
    assert [row["source"] for row in listed] == [each.name for each in statements]
    for row in listed:  # it leads to the callout
        page, _, anchor = row["address"].partition("#")
        soup = BeautifulSoup(book.html(page), "html.parser")
        assert soup.find(id=anchor) is not None


def test_calendars_hold_days_weekends_and_weeks(book: Project) -> None:
    book.build(html_baseurl="https://example.org/book/")
    table = rows(exported(book, "dates.csv"))
    days = {(row["date"], row["seed"]) for row in table if row["date"].count("-") == 2}
    assert days
    found = {
        (str(event.start), event.end - event.start) for event in events(exported(book, "dates.ics"))
    }
    assert {(day, timedelta(days=1)) for day, _ in days if "W" not in day} <= found
    assert len(events(exported(book, "dates.ics"))) >= len(days)
    for event in events(exported(book, "dates.ics")):
        assert event["url"].startswith("https://example.org/book/articles/")
        assert event["summary"]
    for day, seed in days:
        of_day, of_article = f"dates/{day}.ics", f"articles/{seed}.ics"
        assert str(events(exported(book, of_day))[0].start) == day
        assert day in {str(event.start) for event in events(exported(book, of_article))}
    months = [row["date"] for row in table if len(row["date"]) == len("2023-06")]
    assert not any(exported(book, f"dates/{month}.ics").exists() for month in months)


def test_the_front_pages_calendar_has_its_key_dates(book: Project) -> None:
    book.write_seed("fair.txt", "date 2023-05-10\nThe fair opens on May 12, 2023 in Sylvania.\n")
    book.build()
    (event,) = [e for e in events(exported(book, "key-dates.ics")) if e.start == date(2023, 5, 12)]
    assert event["summary"] == "The fair opens on May 12, 2023 in Sylvania."
    assert "May 12, 2023" in event["description"]


def test_one_event_for_a_day_however_often_an_article_names_it(book: Project) -> None:
    seed = "date 2023-05-10\nThe fair opens on May 12.\nThe mayor speaks on May 12.\n"
    book.write_seed("fair.txt", seed)
    book.build()
    (event,) = events(exported(book, "articles/fair.ics"))
    assert event["summary"] == "The fair opens on May 12."
    assert event["description"].startswith("The mayor speaks on May 12.\n")


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_links_lead_to_the_files(book: Project, builder: str) -> None:
    book.build(builder)
    out = book.folder / "_build" / builder
    for name in ("dates", "sources"):
        page = out / (f"{name}.html" if builder == "html" else f"{name}/index.html")
        links = BeautifulSoup(page.read_text("utf-8"), "html.parser").select(".brief-exports a")
        assert links
        for link in links:
            assert (page.parent / str(link["href"])).is_file(), link


@pytest.mark.parametrize("builder", ["text", "singlehtml", "latex", "xml"])
def test_no_links_where_no_files_are(book: Project, builder: str) -> None:
    book.build(builder)
    out = book.folder / "_build" / builder
    written = [path for path in out.rglob("*") if path.suffix in {".txt", ".html", ".tex", ".xml"}]
    assert written
    for path in written:
        assert "_exports" not in path.read_text("utf-8")
    assert not (out / "_exports").exists()


def test_what_is_withdrawn_leaves_the_calendars(book: Project) -> None:
    book.write_seed("fair.txt", "date 2023-05-10\nA zeppelin lands on May 12, 2031.\n")
    book.build()
    assert exported(book, "dates/2031-05-12.ics").is_file()
    foreign = exported(book, "articles/theirs.ics")
    foreign.write_text("BEGIN:VCALENDAR\r\nPRODID:-//example//EN\r\nEND:VCALENDAR\r\n")
    (book.folder / "seeds/fair.txt").unlink()
    book.build()
    assert not exported(book, "dates/2031-05-12.ics").exists()
    assert not exported(book, "articles/fair.ics").exists()
    assert foreign.exists()
    whole = b"".join(path.read_bytes() for path in exported(book, ".").rglob("*.*"))
    assert b"zeppelin" not in whole
    assert b"20310512" not in whole


def test_no_link_is_followed(book: Project, tmp_path: Path) -> None:
    book.build()
    folder = exported(book, "dates")
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere/2031-05-12.ics").write_bytes(b"PRODID:-//briefbook//")
    with pytest.raises(BuildStopped):
        book.build()
    assert (tmp_path / "elsewhere/2031-05-12.ics").exists()


def test_strangers_words_stay_words(book: Project) -> None:
    book.write_seed("fair.txt", HOSTILE)
    book.build()
    for name in ("dates.csv", "statements.csv"):
        for row in rows(exported(book, name)):
            assert not any(value.startswith(("=", "+", "-", "@", "\t")) for value in row.values())
    found = events(exported(book, "articles/fair.ics"))
    assert [event.start for event in found] == [date(2023, 5, 12), date(2023, 5, 15)]
    assert "@SUM(A1:A9)" in found[0]["summary"]


def test_what_has_not_changed_is_left_alone(book: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    files = made_of.files

    def counted(what: Any) -> Any:
        made.append(what)
        return files(what)

    monkeypatch.setattr(write, "files", counted)
    book.build()
    book.build()
    assert len(made) == 1
    exported(book, "dates.csv").unlink()
    book.build()
    assert exported(book, "dates.csv").is_file()
    book.build(project="Another book")
    assert b"Another book" in exported(book, "dates.ics").read_bytes()
    assert len(made) == 3
    exported(book, "exports.json").write_text('{"state": 1, "files": [[]]}')
    book.build(project="Another book")
    assert len(made) == 4


def test_the_same_book_gives_the_same_bytes(book: Project, tmp_path: Path) -> None:
    def made() -> dict[str, bytes]:
        folder = exported(book, ".")
        return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.*")}

    book.build()
    first = made()
    book.build(fresh=True, parallel=2)
    assert made() == first
