"""Law 7: no page asks for anything but the book's own files."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import BeautifulSoup
from playwright.sync_api import Page

from browser.browser_site import Site


def test_no_page_makes_a_request_or_an_error(site: Site, visit: Callable[..., Page]) -> None:
    page = visit()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))  # what the policy refuses, too
    page.on("requestfailed", lambda request: errors.append(f"{request.url} {request.failure}"))
    for name in site.pages:
        page.goto(site.url(name))
        page.mouse.wheel(0, 5000)
    assert len(site.pages) > 10
    # A page that is left at once leaves its picture for the browser's tab unread.
    assert [each for each in errors if not each.endswith("favicon.svg net::ERR_ABORTED")] == []
    assert site.strange == []


def test_pages_hold_nothing_that_the_policy_refuses(site: Site) -> None:
    for name in site.pages:
        page = BeautifulSoup((site.folder / name).read_text("utf-8"), "html.parser")
        assert page.select_one('meta[http-equiv="Content-Security-Policy"]'), name
        assert page.select_one('meta[name="referrer"][content="no-referrer"]'), name
        assert page.select_one('meta[name="description"][content]'), name
        assert page.select_one('link[rel~="icon"][href$="favicon.svg"]'), name
        inline = page.select('style, [style], script:not([src]):not([type="application/ld+json"])')
        assert inline == [], name
        names = {attribute for each in page.select("*") for attribute in each.attrs}
        assert [attribute for attribute in names if attribute.startswith("on")] == [], name
        out = page.select('a[href^="http"]:not([rel~="noopener"])')
        assert out == [], name
        assert [each["src"] for each in page.select("[src]") if "//" in str(each["src"])] == []


def test_typefaces_are_the_books_own(visit: Callable[..., Page]) -> None:
    page = visit()
    loaded = page.evaluate(
        """[...document.fonts].filter(face => face.status === 'loaded')
            .map(face => face.family.replaceAll('"', '') + ' ' + face.weight)"""
    )
    assert {"Brief Serif 400 600", "Brief Sans 400 600"} <= set(loaded)
