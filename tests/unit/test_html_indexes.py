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


def test_what_is_ahead_comes_first_counted_from_the_newest_article(page: Any) -> None:
    ahead, over = page.select(".brief-dates .brief-era")
    assert ahead.h2.get_text() == "Ahead"
    about = "after June 2023, when the newest article appeared; the soonest first"
    assert ahead.p.get_text() == about
    assert labels(ahead.select(".brief-day")) == ["2 September Saturday next", "2023 the year"]
    assert [head.get_text() for head in over.select("h3")][:3] == [
        "June 2023",
        "May 2023",
        "January 2022",
    ]
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
