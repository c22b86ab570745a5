"""Themes that the book was not drawn for: callouts whole and in their place, marks as they read.

Alabaster comes with Sphinx. Of the others a page gets what they say of elements that are ours, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from html_book import ARTICLE, html_book
from playwright.sync_api import Browser, Page

from browser.browser_site import Site
from browser.test_layout import boxes, overlap

OTHERS = {
    "alabaster": "",
    "rtd": "mark { background: #ff0; font-style: italic; font-weight: 700 }"
    " p { line-height: 24px; font-size: 16px; margin: 0 0 24px }"
    " .body section ul li { list-style: disc; margin-left: 24px }"
    " legend { display: block; width: 100%; margin-bottom: 24px; font-size: 150% }",
    "bootstrap": "mark { padding: .1875em } p { margin: 0 0 1.15rem }"
    " legend { float: left; width: 100%; margin-bottom: .5rem; font-size: 1.5rem }",
    "shibuya": ".body p { margin: 1rem 0 1.25rem } .body a { font-weight: 500 }"
    " .body ul { margin: 1.25em 0; padding-left: 1.625em; list-style-type: disc }"
    " .body ul > li { padding-left: .375em } .body ul.simple p { margin: .85rem 0 }"
    " .body .table-wrapper { border: 1px solid; border-radius: 6px }"
    " .body .table-wrapper tbody tr.row-odd, .body .table-wrapper th { background-color: #eee }",
}
"""By theme, what its sheet says; ours come after it."""

UNLIKE = """() => {
    const style = getComputedStyle;
    const all = (selector) => [...document.querySelectorAll(selector)];
    const text = style(document.querySelector('.brief-rows'));
    return {
        marks: all('.brief-rows mark').filter((node) => {
            const {fontStyle, fontWeight, paddingLeft} = style(node);
            return fontStyle !== 'normal' || fontWeight !== '400' || paddingLeft !== '0px';
        }).length,
        twice: all('.brief-rows a, .brief-callout a').filter((node) => {
            return style(node).borderBottomStyle !== 'none';
        }).length,
        bullets: all('.brief-rows li:not(aside li)').filter((node) => {
            return style(node).listStyleType !== '""' || style(node).paddingLeft !== '0px';
        }).length,
        sizes: all('.brief-rows p:not([class], .brief-beside p)').filter((node) => {
            const {fontSize, lineHeight} = style(node);
            return fontSize !== text.fontSize || lineHeight !== text.lineHeight;
        }).length,
        blanks: all('.brief-callout > p:last-child').filter((node) => {
            return style(node).marginBottom !== '0px';
        }).length,
        boxed: all('.table-wrapper[class*="brief-"]').filter((node) => {
            const rows = [...node.querySelectorAll('tr, th')];
            return style(node).borderTopStyle !== 'none'
                || rows.some((row) => style(row).backgroundColor !== 'rgba(0, 0, 0, 0)');
        }).length,
        tight: all('.brief-run').filter((node) => {
            const next = node.nextElementSibling;
            return next && next.getBoundingClientRect().top - node.querySelector('.brief-beside')
                .getBoundingClientRect().bottom < 12;
        }).length,
    };
}"""


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    book = html_book(tmp_path_factory.mktemp("plain") / "book", 'html_theme = "alabaster"\n')
    book.build()
    yield Site(folder=book.folder / "_build/html")
    book.close()


@pytest.fixture(params=OTHERS)
def page(plain_site: Site, chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened = chromium.new_page(viewport={"width": 1360, "height": 900})
    opened.goto(plain_site.url(f"{ARTICLE}.html"))
    opened.evaluate(
        """(rules) => {
            const sheet = Object.assign(document.createElement('style'), {textContent: rules});
            document.querySelector("link[href*='briefbook/']").before(sheet);
        }""",
        OTHERS[request.param],
    )
    yield opened
    opened.close()


def test_marks_and_callouts_are_as_the_book_has_them(page: Page) -> None:
    unlike = page.evaluate(UNLIKE)
    assert set(unlike.values()) == {0}, unlike


def test_callouts_stand_by_their_paragraphs(page: Page) -> None:
    for width in (1360, 1000, 390):
        page.set_viewport_size({"width": width, "height": 900})
        found = boxes(page)
        assert found["pairs"]
        for one, other in combinations(found["blocks"] + found["callouts"], 2):
            assert not overlap(one, other)
        for pair in found["pairs"]:
            assert pair["beside"]["top"] >= pair["block"]["top"] - 0.5
            if pair["next"]:
                assert pair["beside"]["bottom"] <= pair["next"]["top"] + 0.5
