"""Law 7: no page asks for anything but the book's own files."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from browser.browser_site import Site


def test_no_page_makes_a_request_or_an_error(site: Site, visit: Callable[..., Page]) -> None:
    page = visit()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(request.url))
    for name in site.pages:
        page.goto(site.url(name))
        page.mouse.wheel(0, 5000)
    assert len(site.pages) > 10
    assert errors == []
    assert site.refused == []


def test_typefaces_are_the_books_own(visit: Callable[..., Page]) -> None:
    page = visit()
    loaded = page.evaluate(
        """[...document.fonts].filter(face => face.status === 'loaded')
            .map(face => face.family.replaceAll('"', '') + ' ' + face.weight)"""
    )
    assert {"Brief Serif 400 600", "Brief Sans 400 600"} <= set(loaded)
