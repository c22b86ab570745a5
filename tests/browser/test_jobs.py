"""What readers come for, from the front page on, with the clicks counted; and choosing by style.

Two begin on an article's page: citing a paragraph (test_menu.py) and a note on it (test_noting.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

FRONT = "front.html"


def test_who_said_it_and_how_do_we_know_takes_one_click(visit: Callable[..., Page]) -> None:
    page = visit(FRONT)
    page.locator(".brief-front").get_by_role("link", name=re.compile("fifty minutes")).click()
    quotation = page.locator(".brief-rows [data-said]", has_text="colossal mistake").first
    expect(quotation).to_be_visible()
    callout = page.locator(f"#{quotation.get_attribute('data-said')}")
    expect(callout).to_contain_text("The Kremlin, in its own readout, on Putin.")
    expect(callout).to_be_visible()


def test_what_happens_on_a_day_takes_one_click(visit: Callable[..., Page]) -> None:
    page = visit(FRONT)
    page.locator(".brief-ways").get_by_role("link", name="Dates").click()
    row = page.locator("#date-2022-01-12")
    expect(row).to_be_visible()
    expect(row).to_contain_text("meetings of the Russia-NATO Council")
    expect(row).to_contain_text("Axios, 30 December 2021: ¶3 “Jan. 12”")


def test_what_a_body_is_and_where_it_is_named_takes_two_clicks(
    visit: Callable[..., Page],
) -> None:
    page = visit(FRONT)
    page.locator(".brief-ways").get_by_role("link", name="Bodies").click()
    entry = page.locator("#term-osce + dd")
    expect(entry).to_be_visible()
    expect(entry).to_contain_text("security")
    entry.locator(".brief-mentions a", has_text="¶").first.click()
    expect(page.locator(".brief-rows")).to_contain_text("OSCE")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_rests_on_anonymous_sources_takes_one_click(
    visit: Callable[..., Page], width: int
) -> None:
    page = visit(FRONT, width)
    page.get_by_role("link", name=re.compile("rests? on anonymous sources")).click()
    section = page.locator("#sources-anonymous").locator("..")
    expect(page.locator("#sources-anonymous")).to_be_in_viewport()
    said = section.locator(".brief-said")
    total = page.locator(".brief-source-anonymous .brief-said").count()
    assert said.count() == total > 7
    assert all(said.nth(at).is_visible() for at in range(total))


def test_key_dates_into_a_calendar_takes_one_click(visit: Callable[..., Page]) -> None:
    page = visit(FRONT)
    with page.expect_download() as download:
        page.get_by_role("link", name="Key dates into your calendar").click()
    assert download.value.suggested_filename == "key-dates.ics"


def test_kinds_and_publishers_are_chosen_without_script(visit: Callable[..., Page]) -> None:
    page = visit("indexes.html", java_script_enabled=False)
    page.locator("label", has=page.locator("#choose-kinds-anonymous")).click()
    expect(page.locator(".brief-source-entry:visible")).to_have_count(
        page.locator(".brief-source-anonymous.brief-source-entry").count()
    )
    expect(page.locator(".brief-named")).to_be_hidden()
    page.locator("label", has=page.locator("#choose-kinds-all")).click()
    expect(page.locator(".brief-named")).to_be_visible()
    days = page.locator(".brief-day:visible")
    before = days.count()
    page.locator("form[data-group=dates] details", has_text="Article").locator("summary").click()
    page.locator("form[data-group=dates] label", has_text="fifty minutes").click()
    assert 4 <= days.count() < before
    for at in range(days.count()):
        expect(days.nth(at).locator(".brief-in:visible").first).to_contain_text("Axios")
    page.locator("label", has=page.locator("#choose-dates-exact")).click()
    expect(page.locator(".brief-day.brief-span:visible")).to_have_count(0)


@pytest.mark.parametrize("name", [FRONT, "indexes.html"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_is_wider_than_the_page(visit: Callable[..., Page], name: str, width: int) -> None:
    page = visit(name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
