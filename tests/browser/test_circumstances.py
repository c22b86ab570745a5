"""The page under other circumstances: forced colours, a text from right to left, paper."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from html_book import ARTICLE
from playwright.sync_api import Page
from pypdf import PdfReader

from browser.browser_site import Site

ARABIC = "articles/2023/08/jisr.html"
CONTRAST = """() => {
    const light = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map(each => each / 255)
            .map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
    };
    const ground = (node) => {
        for (; node; node = node.parentElement) {
            const {backgroundColor} = getComputedStyle(node);
            if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
        }
        return getComputedStyle(document.documentElement).backgroundColor;
    };
    return [...document.querySelectorAll('.brief-rows *')].filter(node =>
        [...node.childNodes].some(each => each.nodeType === 3 && each.data.trim())
    ).map(node => {
        const pair = [getComputedStyle(node).color, ground(node)].map(light).sort((a, b) => b - a);
        return [(pair[0] + .05) / (pair[1] + .05), node.outerHTML.slice(0, 60)];
    }).filter(([contrast]) => contrast < 4.5);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(visit: Callable[..., Page], scheme: str) -> None:
    page = visit(forced_colors="active", color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    page.locator("[data-said]", has_text="satisfied").hover()
    assert page.evaluate(CONTRAST) == []
    page.locator("mark").hover()
    assert page.evaluate(CONTRAST) == []
    drawn = page.evaluate(
        """() => getComputedStyle(document.querySelector('.brief-source-anonymous'), '::before')
            .backgroundImage"""
    )
    assert "gradient" in drawn, "the kind's drawing stays"


def test_what_a_revision_changed_in_forced_colours(visit: Callable[..., Page], site: Site) -> None:
    page = visit(forced_colors="active")
    # Which a page without other versions does not load.
    page.add_style_tag(url=site.url("_static/briefbook/versions.css"))
    gone, new, canvas = page.evaluate(
        """async () => {
            // The sheet is left out of pages that have no other version.
            const sheet = document.querySelector('link[href*="briefbook/article.css"]').cloneNode();
            sheet.href = sheet.href.replace(/article\\.css.*/, 'versions.css');
            document.head.append(sheet);
            await new Promise((resolve) => { sheet.onload = resolve; });
            const cells = ["¶1", "<strong>old</strong>", "<strong>new</strong>"];
            const row = cells.map((cell) => `<td>${cell}</td>`).join("");
            const table = `<table class="docutils brief-changes"><tr>${row}</tr></table>`;
            document.querySelector('.brief-article').insertAdjacentHTML('beforeend', table);
            const [gone, added] = document.querySelectorAll('.brief-changes strong');
            const {backgroundColor} = getComputedStyle(added);
            return [getComputedStyle(gone).textDecorationLine, backgroundColor,
                getComputedStyle(document.body).backgroundColor];
        }"""
    )
    assert gone == "line-through"
    assert new != canvas


def test_a_text_from_right_to_left(visit: Callable[..., Page]) -> None:
    page = visit(ARABIC, 1280)
    assert page.locator(".brief-article").get_attribute("dir") == "rtl"
    for callout in page.locator(".brief-callout").all():
        assert callout.get_attribute("dir") == "ltr"
        assert callout.get_attribute("lang") == "en"
    block, beside, number = (
        page.locator(selector).first.bounding_box()
        for selector in (".brief-run > ul p, .brief-run > p", ".brief-beside", ".brief-number")
    )
    assert block is not None
    assert beside is not None
    assert number is not None
    assert beside["x"] + beside["width"] <= block["x"]
    assert number["x"] >= block["x"] + block["width"]
    for width in (320, 390, 768, 904, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_printed_from_the_browser(visit: Callable[..., Page]) -> None:
    page = visit()
    pages = [
        " ".join(each.extract_text().split())
        for each in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    ]
    assert len(pages) <= 4
    assert "that no decision on Ukraine will be made without Ukraine" in " ".join(pages)
    assert all(len(text) > 900 for text in pages[:-1]), "no page is nearly empty"
    page.goto(page.url.replace(f"{ARTICLE}.html", "indexes.html"))
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})  # what is left of A4
    assert page.evaluate("document.documentElement.scrollWidth") <= 680, wide
