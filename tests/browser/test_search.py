"""The book's own search: from files, by keyboard, by any writing of a name or a date."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from html_book import ARTICLE
from playwright.sync_api import Browser, Locator, Page, expect

from briefbook.export.search import search_words
from briefbook.export.search_directory import Directory, directory_files
from briefbook.export.search_slices import Found, Row, made_slice, slices_of
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


def test_pages_of_the_book_s_own_are_found(visit: Callable[..., Page]) -> None:
    page = visit()
    found = searched(page, "front").filter(has_text="page")
    expect(found.first).to_have_attribute("href", re.compile(r"/front\.html$"))


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


STATIC = Path(__file__).parents[2] / "ext/briefbook/html/static/briefbook"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search alone, of 3,000 articles in three years; words are as frequent as words are."""
    folder = tmp_path_factory.mktemp("archive")
    dice = random.Random(1)
    vocabulary = [f"{first}{last}" for first in _syllables() for last in ("", *_syllables())]
    shares = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    days = [str(date(2021, 1, 1) + timedelta(days=number * 1095 // 3000)) for number in range(3000)]
    articles = []
    for number, day in enumerate(days):
        words = dice.choices(vocabulary, shares, k=360)
        if number == 7:
            words[50] = "hapax"
        texts = [" ".join(["bridge", *words[at : at + 30]]) for at in range(0, 360, 30)]
        rows = (Row(anchor=f"p{at}", text=text, dates=(day,)) for at, text in enumerate(texts, 1))
        page = f"articles/{number}.html"
        articles.append(Found(page=page, title=f"No. {number}", source=day, rows=(*rows,)))
    made = {
        name: made_slice(name, articles[at.start : at.stop]) for name, at in slices_of(days).items()
    }
    assert [*made] == ["2021", "2022", "2023"]
    files = {name: content for each in made.values() for name, content in each.files.items()}
    directory = Directory(names=(), dates={}, words=search_words())
    files |= dict(directory_files(directory, {name: each.terms for name, each in made.items()}))
    for name, content in files.items():
        path = folder / "_search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "_static/briefbook").mkdir(parents=True)
    for name in ("search.js", "searching.js", "search.css"):
        shutil.copy(STATIC / name, folder / "_static/briefbook")
    script = '<script src="_static/briefbook/searching.js"></script>'
    (folder / "search.html").write_text(f'<div id="brief-search"></div>{script}', "utf-8")
    return folder


def _syllables() -> list[str]:
    return [
        f"{first}{vowel}{last}" for first in "bdfklmnprst" for vowel in "aeiou" for last in "mnrs"
    ]


@pytest.mark.parametrize(
    ("query", "first", "said"),
    [
        ("hapax", "No. 7", "1 found"),  # in the oldest slice, and no other is opened
        ("bambim bambin", "2023-", "found so far, the newest first"),
        ("bambim bambi", "2023-", "found so far, the newest first"),
        ('"bambim bambin"', "", "found so far"),
        ("bambim bambin bambir bambis bambom bambon bambor bambos bambum bambun", "", "found"),
        ("bridge", "", "Nothing found."),  # which each row has
    ],
)
def test_a_query_of_an_archive_loads_little(
    archive: Path, chromium: Browser, query: str, first: str, said: str
) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((archive / "search.html").as_uri())
    page.get_by_role("combobox").fill(query)
    expect(page.get_by_role("status")).to_contain_text(said)
    if first:
        expect(page.get_by_role("option").first).to_contain_text(first)
    files = {archive / each.removeprefix(f"{archive.as_uri()}/") for each in asked}
    assert sum(path.stat().st_size for path in files) <= 300_000
    page.close()


def test_older_articles_come_with_more_results(archive: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((archive / "search.html").as_uri())
    page.get_by_role("combobox").fill("binbir")
    expect(page.get_by_role("status")).not_to_be_empty()
    more = page.get_by_role("button", name="More results")
    for _press in range(200):
        if not more.is_visible():
            break
        more.evaluate("button => { button.click(); button.click(); }")  # nothing comes twice
        page.wait_for_function("() => !document.querySelector('.brief-search-more').disabled")
    shown = page.get_by_role("option").count()
    expect(page.get_by_role("status")).to_have_text(f"{shown} found")
    assert len(set(page.get_by_role("option").evaluate_all("all => all.map(a => a.href)"))) == shown
    days = page.locator(".brief-found-source").all_inner_texts()
    assert [day[:4] for day in days] == sorted((day[:4] for day in days), reverse=True)
    assert {day[:4] for day in days} == {"2021", "2022", "2023"}
    page.close()
