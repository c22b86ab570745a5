"""The book whose readers propose notes, and what they do on its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from html_book import ARTICLE, SEED, html_book

from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.annotations.record import Annotation
from briefbook.text.clean import clean
from briefbook.text.seeds import read_seed
from browser.crowd import add_crowd

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from briefbook.text.model import Article
    from browser.browser_site import Site
    from projects import Project

CONFIG = """
html_theme = "furo"
briefbook_repository = "https://github.com/janedoe/book"
briefbook_contact = "desk@example.org"
"""
LONG = "".join(chr(0x4E00 + at) for at in range(1000))
CYRILLIC = "".join(chr(0x430 + at * at % 32) for at in range(2000))
SCRIPTS = f"""date 2023-07-03
Фридония говорит, что «мост» безопасен; Фридония говорит, что река "глубока".
自由国表示，桥是安全的。自由国表示，河很深🚢🚢。
"It is: safe," # said Jane Doe - {{and}} [so on] & 100 % <b>of</b> it's \\u0041.
The boat sails. The boat sails. The boat sails.
{LONG}。
{CYRILLIC}.
"""
PAGES = {SEED: ARTICLE, "crowd": "articles/2023/07/crowd", "scripts": "articles/2023/07/scripts"}


def noting_book(folder: Path) -> Project:
    """The book with the articles of `PAGES`, not yet built."""
    book = html_book(folder, CONFIG)
    add_crowd(book)
    book.write_seed("scripts.txt", SCRIPTS)
    (book.folder / "works.md").write_text("# Works\n\n```{bibliography}\n```\n")
    return book


def article(site: Site, seed: str) -> Article:
    root = site.folder.parents[1]
    return clean(read_seed(root / f"seeds/{seed}.txt", root=root))


def annotation(text: str, name: str, seed: str) -> Annotation:
    parsed = parse_annotation(text.encode(), path=f"{name}.md", seed=seed, name=name)
    assert isinstance(parsed, Annotation), parsed
    return parsed


def select(page: Page, words: str, *, touch: bool = False) -> None:
    """Select words of the article's text, as a reader does: with a mouse, or by touch."""
    found = page.evaluate(
        """([words, touch]) => {
          for (const block of document.querySelectorAll(".brief-article p")) {
            if (block.closest(".brief-callout, .brief-beside")) continue;
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            const start = block.textContent.indexOf(words);
            if (start < 0) continue;
            for (let at = 0; walker.nextNode(); at += walker.currentNode.length) {
              const [from, to] = [start - at, start + words.length - at];
              const { length } = walker.currentNode;
              if (from >= 0 && from < length) range.setStart(walker.currentNode, from);
              if (to > 0 && to <= length) range.setEnd(walker.currentNode, to);
            }
            block.scrollIntoView({ block: "center" });
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            // A finger that selects is taken over by the browser, and no page hears it lifted.
            if (!touch) block.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
            return true;
          }
          return false;
        }""",
        [words, touch],
    )
    assert found, words


def fill(page: Page, note: str = "It *was* so.") -> None:
    page.get_by_label("Your note").fill(note)
    page.get_by_label("Where readers can check it").fill("osce2011vienna")
    page.get_by_label("Your name, as readers").fill("Jane Doe")


def proposed(page: Page) -> tuple[str, str]:
    """The path and the text of the file that the forge's page was opened with."""
    parts = urlsplit(page.evaluate("globalThis.opened"))
    assert (parts.scheme, parts.netloc, parts.path) == (
        "https", "github.com", "/janedoe/book/new/main",
    )  # fmt: skip
    query = parse_qs(parts.query)
    return query["filename"][0], query.get("value", [""])[0]
