"""The book that the browser's tests look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
"""Of Chromium, for all tests: no host is found but this machine, for servers under test.

Letters have the widths that the face gives them, as on most screens; without windows Chromium
rounds them. Nothing is intercepted: each file of each page would take a turn through the test's
process.
"""


@dataclass
class Site:
    """A book built as HTML."""

    folder: Path
    strange: list[str] = field(default_factory=list)
    """Addresses that a page asked for outside of the book."""

    @property
    def pages(self) -> list[str]:
        """Names of all pages."""
        return sorted(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")
        )

    def url(self, page: str) -> str:
        return (self.folder / page).as_uri()

    def watch(self, context: BrowserContext) -> None:
        """Note what its pages ask for that is not the book's own."""
        context.on("request", self._note)
        context.set_default_navigation_timeout(90_000)  # where other tests keep the machine busy

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.folder.as_uri(), "data:", "blob:")):
            self.strange.append(request.url)


@contextmanager
def opening(
    site: Site, chromium: Browser, pages: Mapping[str, str], first: str
) -> Iterator[Callable[..., Page]]:
    """Opens the page of a seed, of ``first`` if none is named; ``pages`` has each one's name.

    What a page would open elsewhere is kept in ``opened``; nothing is asked for of others.
    """
    contexts = []

    def opened(seed: str = first, **options: Any) -> Page:
        context = chromium.new_context(**options)
        contexts.append(context)
        site.watch(context)
        context.add_init_script("globalThis.open = (address) => { globalThis.opened = address; }")
        page = context.new_page()
        page.goto(site.url(f"{pages[seed]}.html"))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert site.strange == []
