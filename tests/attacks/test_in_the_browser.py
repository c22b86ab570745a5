"""A browser reads the attacked book: nothing runs, nothing is asked for, nothing leads astray."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page

from attacks.attacked_book import ALL
from attacks.built import Built
from attacks.test_attacks import unfair
from browser.browser_site import Site

KINDS = """(text) => {
    const page = text ? new DOMParser().parseFromString(text, 'text/html') : document;
    const kinds = new Set(), addresses = new Set();
    const links = ['href', 'src', 'action', 'data', 'formaction', 'poster', 'srcset', 'xlink:href'];
    for (const element of page.querySelectorAll('*')) {
        kinds.add(element.tagName);
        for (const {name, value} of element.attributes) {
            kinds.add(`${element.tagName} ${name}`);
            if (links.includes(name)) addresses.add(value);
        }
    }
    return [[...kinds], [...addresses]];
}"""


class Reader:
    """Opens the pages of a book; notes what they ask for and say."""

    def __init__(self, built: Built, chromium: Browser) -> None:
        self.folder = built.output("html")
        self.pages = sorted(self.folder.rglob("*.html"))
        self.said: list[str] = []
        self.site = Site(folder=self.folder)
        context = chromium.new_context(viewport={"width": 1360, "height": 900})
        self.site.watch(context)
        self.page: Page = context.new_page()
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", self._error)

    def _dialog(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()

    def _error(self, error: object) -> None:
        self.said.append(str(error))

    def pwned(self) -> bool:
        return bool(self.page.evaluate("window.pwned !== undefined"))

    def kinds(self, *, every: int) -> tuple[set[str], set[str]]:
        """Elements, attributes and addresses of all pages, as a browser reads them.

        It opens one page of ``every`` so many, so that what scripts make is among them; of the
        others it reads the text alone, which takes much less time.
        """
        kinds: set[str] = set()
        addresses: set[str] = set()
        for number, path in enumerate(self.pages):
            if number % every == every - 1:
                self.page.goto(path.as_uri())
                found, links = self.page.evaluate(KINDS)
                assert not self.pwned(), path
            else:
                found, links = self.page.evaluate(KINDS, path.read_text("utf-8"))
            kinds.update(found)
            # What a script asks for of the book's own has its whole address.
            addresses.update(link.removeprefix(f"{self.folder.as_uri()}/") for link in links)
        return kinds, addresses


@pytest.fixture(scope="module")
def reader(attacked: Built, chromium: Browser) -> Iterator[Reader]:
    reader = Reader(attacked, chromium)
    yield reader
    assert reader.site.strange == []
    assert reader.said == []


def test_pages_have_the_elements_of_their_twin(
    reader: Reader, twin: Built, chromium: Browser
) -> None:
    # Every third: the hints of others are called up below.
    kinds, addresses = reader.kinds(every=3)
    allowed, of_twin = Reader(twin, chromium).kinds(every=1)
    assert len(reader.pages) > len(ALL) // 2
    assert kinds - allowed == set()
    assert unfair(addresses, of_twin) == []


def test_what_is_pointed_at_runs_nothing(reader: Reader) -> None:
    """Hints and previews are made of text by script: each is called up once a page."""
    called = 0
    for path in reader.pages[::3]:
        reader.page.goto(path.as_uri())
        called += reader.page.evaluate(
            """() => {
                const marks = [...document.querySelectorAll('[data-hint], .brief-rows a, button')];
                for (const mark of marks) {
                    for (const kind of ['pointerenter', 'pointerover', 'mouseover', 'mouseenter'])
                        mark.dispatchEvent(new PointerEvent(kind, {bubbles: true}));
                    mark.focus();
                }
                return marks.length;
            }"""
        )
        first = reader.page.locator(".brief-rows a, [data-hint]").first
        if first.count():
            first.hover(force=True)
            reader.page.wait_for_timeout(5)
        assert not reader.pwned(), path
    assert called > 500


def test_search_shows_words(reader: Reader) -> None:
    """The text of articles is in its results, and what is searched for in its field, as words."""
    found = 0
    for payload in (*ALL[::10], "pwned", "script", "onerror", "words"):
        query = "".join(char for char in payload if char.isprintable())
        reader.page.goto((reader.folder / "search.html").as_uri() + f"?q={quote(query)}")
        reader.page.wait_for_selector("#brief-search input")
        reader.page.wait_for_timeout(300)
        found += reader.page.locator("#brief-found li").count()
        assert not reader.pwned(), payload
        tags = reader.page.evaluate(
            "[...document.querySelectorAll('#brief-search *')].map(each => each.tagName)"
        )
        assert set(tags) <= {"INPUT", "BUTTON", "P", "UL", "LI", "A", "SPAN", "MARK"}
    assert found > 10
