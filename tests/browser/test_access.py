"""Accessibility: axe's rules for WCAG 2.2 AA in light, dark and forced colours, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from html_book import ARTICLE
from playwright.sync_api import Page

from browser.browser_site import Site

OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize(
    "colours",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced"],
)
@pytest.mark.parametrize("width", [1360, 390])
@pytest.mark.parametrize(
    "name", [f"{ARTICLE}.html", "index.html", "front.html", "indexes.html", "articles/index.html"]
)
def test_axe(visit: Callable[..., Page], name: str, width: int, colours: dict[str, str]) -> None:
    assert violations(visit(name, width, **colours)) == []


def test_axe_with_everything_open(visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate("for (const node of document.querySelectorAll('details')) node.open = true")
    page.locator(".brief-rows a:has(> time)").first.focus()
    assert violations(page) == []


def test_landmarks(site: Site, visit: Callable[..., Page]) -> None:
    page = visit()
    for name in site.pages:
        page.goto(site.url(name))
        assert page.locator("[role=main], main").count() == 1, name
        assert page.locator("h1").count() <= 1, name
        assert page.evaluate("document.documentElement.lang") == "en", name
