"""The indexes of the book in HTML: their order, their words, and choosing without script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from html_book import ARTICLE

import briefbook.html
from briefbook.sphinx.views.date_choices import SLOTS
from projects import Project

STATIC = Path(briefbook.html.__file__).parent / "static/briefbook"


@pytest.fixture(scope="module")
def page(furo_book: Project) -> Any:
    return BeautifulSoup(furo_book.html("indexes.html"), "html.parser")


def labels(days: Any) -> list[str]:
    return [" ".join(each.select_one(".brief-when").get_text().split()) for each in days]


def test_what_is_over_stands_from_the_latest_back_under_heads(page: Any) -> None:
    (over,) = page.select(".brief-dates .brief-era")
    assert over.h2.get_text() == "Past"
    heads = [head.get_text() for head in over.select("h3")]
    assert heads[:3] == ["June 2023", "May 2023", "January 2022"]
    days = labels(over.select(".brief-day"))
    assert days.index("13 January Thursday") < days.index("10 January Monday")
    assert "next" not in " ".join(days)


def test_a_date_has_one_row_with_all_that_is_said_of_it(page: Any) -> None:
    anchors = [row["id"] for row in page.select(".brief-day")]
    assert len(set(anchors)) == len(anchors)
    month = page.select_one("#date-2022-01")
    assert month.select_one(".brief-when strong").get_text() == "January"
    first, second = [event.get_text() for event in month.select(".brief-event")]
    assert first == "high-stakes security talks in Europe next month"
    assert second.startswith("a senior administration official: the U.S. will continue")
    links = month.select(".brief-where a")
    assert [link.get_text() for link in links] == ["¶1 “next month”", "¶11 “next month's”"]
    assert [link["href"].partition("#")[0] for link in links] == [f"{ARTICLE}.html"] * 2
    hints = [link.time["data-hint"] for link in links]
    assert hints == ["January 2022 · after the one that is current"] * 2 or all(
        "·" in h for h in hints
    )


def test_each_date_leads_to_its_calendar(furo_book: Project, page: Any) -> None:
    links = page.select(".brief-day > .brief-exports a")
    assert len(links) >= 5
    for link in links:
        assert (furo_book.folder / "_build/html" / link["href"]).is_file()
        assert re.fullmatch(r"\.ics of .+, for your calendar", link.get_text())
    article: Any = BeautifulSoup(furo_book.html(f"{ARTICLE}.html"), "html.parser")
    (link,) = article.select(".brief-tools .brief-exports a")
    assert (furo_book.folder / "_build/html" / ARTICLE).parent.joinpath(link["href"]).is_file()


def test_choices_are_inputs_with_a_rule_of_style_each(page: Any) -> None:
    """Nothing else is needed: each row bears the class that its choice's rule asks for."""
    form = page.select_one("form.brief-choices[data-group=dates]")
    slots = [each["id"].rpartition("-")[2] for each in form.select("input[type=radio]")]
    assert slots[0] == "all"
    assert slots[1:] == [str(number) for number in range(1, len(slots))]
    for number in slots[1:]:
        assert page.select(f".brief-dates .brief-in.brief-c{number}"), number
    assert all(label.get_text().strip() for label in form.select("label"))
    rules = (STATIC / "choices.css").read_text("utf-8").splitlines()[1:]
    assert rules == [
        f".brief-dates:has(#choose-dates-{n}:checked) .brief-choosable"
        f":not(.brief-c{n}, :has(.brief-c{n})) {{ display: none }}"
        for n in range(1, SLOTS + 1)
    ]


def test_the_timeline_has_names_and_neither_script_nor_style(page: Any) -> None:
    for drawing in page.select("svg.brief-timeline"):
        assert drawing["aria-label"].startswith("Timeline, ")
        for link in drawing.select("a"):
            assert re.fullmatch(r"[\w ]+: \d+ mentions?", link["aria-label"])
            assert page.select(link["href"])
    assert len(page.select("svg.brief-timeline")) == 2
    assert page.select(".brief-dates script, .brief-dates [style], .brief-dates [onclick]") == []


def test_what_rests_on_anonymous_sources_comes_first_and_stands_open(page: Any) -> None:
    sources = page.select_one(".brief-sources")
    link = sources.select_one(".brief-sum a")
    assert link.get_text() == "7 statements, 50 %, rest on 2 anonymous sources"
    section = page.select_one(link["href"]).parent
    assert section is sources.select(".brief-era")[0]
    assert section.details is None
    entries = section.select(".brief-source-entry")
    assert [entry.h3.get_text() for entry in entries] == [
        "a senior official",
        "a senior administration official",
    ]
    about = entries[1].select_one(".brief-kind").get_text()
    assert about == (
        "anonymous; “briefed reporters on the condition of anonymity”; 6 statements, "
        "Axios, 30 December 2021"
    )
    said = [each.get_text() for each in entries[1].select(".brief-said")]
    assert said[:2] == [
        "“serious and substantive”",
        "“two paths” … “really depend on Russia's actions in the period ahead,”",
    ]
    assert len(said) == 6
    places = [int(each.get_text()[1:]) for each in entries[1].select(".brief-about a")]
    assert places == sorted(places)


def test_a_named_source_is_a_line_with_what_it_says_folded_under_it(page: Any) -> None:
    rows = page.select(".brief-named details.brief-source-entry")
    names = [row.select_one(".brief-source").get_text() for row in rows]
    assert "Jane Doe" in " ".join(names)
    for row in rows:
        count = int(row.select_one(".brief-count").get_text())
        assert len(row.select(".brief-statements > li")) == count
        kind = row.select_one(".brief-kind").get_text().partition(";")[0]
        assert kind in {"named person", "institution", "group", "document", "publication"}
    callout = next(row for row in rows if "Kremlin" in row.summary.get_text())
    assert callout["id"].startswith("source-")


def test_kinds_are_chosen_by_style_and_drawn_beside_their_word(page: Any) -> None:
    form = page.select_one("form.brief-choices[data-group=kinds]")
    chips = {label.input["id"].rpartition("-")[2]: label for label in form.select("label")}
    kinds = [kind for kind in chips if kind != "all"]
    bar = page.select(".brief-bar > .brief-shape")
    assert [segment["class"][1] for segment in bar] == [f"brief-shape-{kind}" for kind in kinds]
    style = (STATIC / "indexes.css").read_text("utf-8")
    shapes = (STATIC / "shapes.css").read_text("utf-8")
    shown = 0
    for kind in kinds:
        number = int(chips[kind].i.get_text())
        shown += number
        assert len(page.select(f".brief-source-{kind}.brief-source-entry .brief-said")) == number
        assert f"#choose-kinds-{kind}:checked" in style
        assert f".brief-shape-{kind} {{" in shapes
    assert shown == int(chips["all"].i.get_text())
    for segment in bar:
        assert f".{segment['class'][2]} {{ flex-grow: " in shapes


@pytest.fixture(scope="module")
def front(furo_book: Project) -> Any:
    return BeautifulSoup(furo_book.html("front.html"), "html.parser")


def test_the_front_page_opens_with_the_editors_lead(front: Any) -> None:
    opening = front.select_one(".brief-opening")
    assert [part.h2.get_text() for part in opening.find_all("div", recursive=False)] == [
        "The editors’ lead",
        "Key dates",
        "Who is behind it",
    ]
    lead = opening.select_one(".brief-lead")
    assert [line.get_text() for line in lead.select("p")] == [
        "Three meetings in four days.",
        "Jane Doe, 24 November 2026",
    ]
    assert lead.p.strong.get_text() == "Three"


def test_the_front_page_has_the_ways_into_the_book(furo_book: Project, front: Any) -> None:
    ways = front.select(".brief-ways a")
    names = [way.get_text() for way in ways]
    assert names == ["Articles", "Dates", "Sources", "Bodies", "Notes", "References"]
    for way in ways:
        assert (furo_book.folder / "_build/html" / way["href"].partition("#")[0]).is_file()
    numbers = [int(each.get_text()) for each in front.select(".brief-many")]
    assert numbers[0] == 3
    assert all(numbers)
    period = front.select_one(".brief-period").get_text()
    assert period == "3 articles, 30 December 2021 to June 2023"
    (calendar,) = front.select(".brief-strip .brief-exports a")
    assert (furo_book.folder / "_build/html" / calendar["href"]).is_file()


def test_who_is_behind_it_in_words(furo_book: Project, front: Any) -> None:
    behind = front.select_one(".brief-behind")
    told = " ".join(behind.select_one(".brief-shares-told").get_text().split())
    assert told.endswith("7 rest on anonymous sources, 50 %.")
    target = behind.select_one(".brief-shares-told a")["href"]
    assert target == "indexes.html#sources-anonymous"
    assert 'id="sources-anonymous"' in furo_book.html("indexes.html")
    shares = [int(each.get_text().split("·")[1].rstrip(" %")) for each in behind.select("li")]
    assert 98 <= sum(shares) <= 102


def test_nothing_blank_or_zero_stands_on_the_front_page(front: Any) -> None:
    words = " ".join(front.select_one(".brief-front").get_text().split())
    assert "not named, " not in words.replace("Publisher not named, 10 May 2023", "")
    assert not re.search(
        r"\b0 (?:dates|bodies|voices|notes|%)|\b1 (?:dates|bodies|voices|notes)\b", words
    )
    large = front.select(".brief-large")
    assert [each.h3.get_text() for each in large] == [
        "Bread & <b>salt</b>",
        "Publisher not named, 10 May 2023",
        "Biden and Putin talk for fifty minutes before January's security talks",
    ]
    first = large[2].select_one(".brief-first-sentence").get_text()
    assert first.startswith("President Biden and Russian President Vladimir Putin spoke for 50")
    assert first.endswith("in Europe next month.")


def test_the_index_of_notes_has_their_words(page: Any) -> None:
    notes = page.select_one(".brief-annotations")
    assert notes.select_one(".brief-sum").get_text() == "1 note on 1 article."
    (note,) = notes.select(".brief-notes > li")
    assert note.select_one(".brief-passage").get_text().startswith("“")
    words = note.select_one(".brief-note-says").get_text()
    assert len(words) > 40
    assert "osce2011vienna" not in words  # a key is nothing to read
    about = note.select_one(".brief-about")
    assert about.a.get_text() == "Note 1"
    assert "commenting · The editors · 22 November 2026" in about.get_text()
