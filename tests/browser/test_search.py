"""The book's own search: from files, by keyboard, by any writing of a name or a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from html_book import ARTICLE
from playwright.sync_api import Locator, Page, expect

from browser.browser_site import Site
from browser.test_access import violations


def searched(page: Page, query: str) -> Locator:
    """What is found; the search is opened by its key, unless it is open."""
    field = page.get_by_role("combobox", name="Search the book")
    if not field.is_visible():
        page.keyboard.press("/")
        expect(field).to_be_focused()
    field.fill("")
    expect(page.locator(".brief-search-status")).to_be_empty()
    field.fill(query)
    expect(page.locator(".brief-search-status")).not_to_be_empty()
    return page.get_by_role("option")


def test_what_is_found(visit: Callable[..., Page]) -> None:
    page = visit("index.html")
    expect(searched(page, "OTAN").first).to_contain_text("OTAN: NATO")
    expect(searched(page, "colossal mistake").first).to_contain_text("colossal mistake")
    expect(searched(page, "100000 troops").first).to_contain_text("more than 100,000 troops")
    assert searched(page, '"mistake colossal"').count() == 0
    expect(page.get_by_role("status")).to_have_text("Nothing found.")
    expect(searched(page, "Vienna Document").filter(has_text="note").first).to_be_visible()
    expect(searched(page, "senior administration official").first).to_be_visible()


@pytest.mark.parametrize(
    "query", ["12 January 2022", "2022-01-12", "Jan. 12, 2022", "January 12", "on the 12th"]
)
def test_a_date_in_any_writing(visit: Callable[..., Page], query: str) -> None:
    found = searched(visit("index.html"), query)
    expect(found.first).to_contain_text("date")
    expect(found.first).to_contain_text("12 January 2022")
    expect(found.nth(1)).to_contain_text("Russia-NATO Council")


def test_by_keyboard_to_the_paragraph_with_its_words_lit(visit: Callable[..., Page]) -> None:
    page = visit()
    found = searched(page, "colossal mis")
    page.keyboard.press("ArrowDown")
    expect(found.first).to_have_attribute("aria-selected", "true")
    field = page.get_by_role("combobox")
    assert field.get_attribute("aria-activedescendant") == found.first.get_attribute("id")
    assert violations(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{ARTICLE}.html?lit=*#p*")
    lit = "() => [...(CSS.highlights.get('brief-found') ?? [])].map(range => String(range))"
    page.wait_for_function(f"({lit})().length === 2")
    assert page.evaluate(lit) == ["colossal", "mistake"]
    expect(page.locator("p:has(> :target)")).to_be_in_viewport()


def test_the_page_of_search(visit: Callable[..., Page]) -> None:
    page = visit("search.html")
    page.get_by_role("combobox").fill("Kremlin")
    expect(page.get_by_role("option").first).to_contain_text("Kremlin")
    assert violations(page) == []
    page = visit("index.html")
    page.locator(".sidebar-search").fill("Kremlin")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("option").first).to_contain_text("Kremlin")


def test_without_script(visit: Callable[..., Page]) -> None:
    page = visit("search.html", java_script_enabled=False)
    assert "Searching needs JavaScript" in page.evaluate("document.body.innerText")


def test_a_query_loads_little(site: Site, visit: Callable[..., Page]) -> None:
    page = visit("index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    searched(page, "the bridge over the river")
    files = [site.folder / each.partition("/html/")[2] for each in asked]
    assert len(files) > 4
    assert sum(path.stat().st_size for path in files) <= 300_000
