"""What a first visit by HTTP costs, and whether anything moves meanwhile, for each kind of page."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from html_book import ARTICLE
from playwright.sync_api import Browser, Page, Response, Route

from browser.browser_site import Site

KINDS = (
    "index.html", f"{ARTICLE}.html", "articles/index.html", "articles/2021/12/index.html",
    "indexes.html", "genindex.html", "search.html",
)  # fmt: skip
NOT_COUNTED = ("search.html", "indexes.html")
"""What loads the index of the whole book, and four indexes on one page, as no book has them."""
OWN = ("briefbook/", "_exports/")
SHIFTS = """window.moved = 0;
new PerformanceObserver(list => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) window.moved += each.value;
}).observe({type: 'layout-shift', buffered: true});"""


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(site.folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Visit:
    """A first visit to a page: what it asked for, what its console said, how much it moved."""

    def __init__(self, chromium: Browser, address: str, name: str, width: int) -> None:
        context = chromium.new_context(viewport={"width": width, "height": 900})
        context.add_init_script(SHIFTS)
        self.sizes: dict[str, int] = {}
        self.said: list[str] = []
        page: Page = context.new_page()
        page.on("response", self._note)
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.route("**/*.woff2", self._late)
        page.route("**/favicon.ico", lambda route: route.fulfill(body=""))
        page.goto(address + name)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(300)
        self.moved = page.evaluate("window.moved")
        context.close()

    def _note(self, response: Response) -> None:
        self.sizes[response.url.partition("?")[0]] = len(response.body())

    def _late(self, route: Route) -> None:
        """Typefaces come when the text stands there in others."""
        time.sleep(0.3)
        route.continue_()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", KINDS)
def test_a_first_visit(chromium: Browser, address: str, name: str, width: int) -> None:
    visit = Visit(chromium, address, name, width)
    assert visit.said == []
    assert visit.moved <= 0.02
    if name in NOT_COUNTED:
        return
    assert sum(visit.sizes.values()) <= 300_000, visit.sizes
    scripts = {each: size for each, size in visit.sizes.items() if each.endswith(".js")}
    assert sum(size for each, size in scripts.items() if any(own in each for own in OWN)) <= 25_000
    faces = [each for each in visit.sizes if each.endswith(".woff2")]
    assert [each for each in faces if "brief-serif-latin." in each]
    assert [each for each in faces if "brief-sans-latin." in each]
