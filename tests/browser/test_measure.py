"""The text's measure and its margin at every width of the window, and after any change of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from html_book import ARTICLE
from playwright.sync_api import Page

CROWD = "articles/2023/07/crowd.html"
WIDTHS = [320, 340, 360, 390, 414, 480, 560, 600, 639, 640, 680, 720, 768, 800, 834, 880, 903, 904]
WIDTHS += [960, 1000, 1008, 1009, 1024, 1080, 1120, 1152, 1153, 1180, 1190, 1240, 1280, 1312, 1366]
WIDTHS += [1440, 1536, 1551, 1552, 1600, 1720, 1920, 2048, 2240, 2400, 2560]

OVERLAPPING = """() => {
    const boxes = [...document.querySelectorAll(
        '.brief-rows p:not(aside *), .brief-rows aside, .sidebar-drawer, .mobile-header')]
        .filter(node => node.checkVisibility({visibilityProperty: true}))
        .map(node => [node, node.getBoundingClientRect()]);
    const met = [];
    boxes.forEach(([node, one], at) => {
        for (const [other, two] of boxes.slice(at + 1)) {
            if (one.left < two.right - .5 && two.left < one.right - .5
                && one.top < two.bottom - .5 && two.top < one.bottom - .5)
                met.push(`${node.textContent.slice(0, 40)} / ${other.textContent.slice(0, 40)}`);
        }
    });
    const wide = document.documentElement.scrollWidth - innerWidth;
    return {met, wide, callouts: document.querySelectorAll('.brief-rows aside').length};
}"""

LINES = """() => [...document.querySelectorAll('.brief-rows p:not([class], aside *)')]
.map(block => {
    const lines = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node; node = walker.nextNode();) {
        for (const word of node.data.matchAll(/\\s+|\\S+/g)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            const {bottom} = range.getBoundingClientRect();
            if (!word[0].trim() && lines.length) lines.at(-1).text += ' ';
            else if (lines.length && bottom < lines.at(-1).bottom + 8) lines.at(-1).text += word[0];
            else lines.push({bottom, text: word[0]});
        }
    }
    return lines.map(({text}) => text.trim().length);
})"""

PLACES = """() => [...document.querySelectorAll('.brief-rows p, .brief-rows aside')].map(node => {
    const {left, top, width, height} = node.getBoundingClientRect();
    return [left + scrollX, top + scrollY, width, height];
})"""


@pytest.mark.parametrize("unfolded", [False, True])
def test_nothing_meets_at_any_width(visit: Callable[..., Page], *, unfolded: bool) -> None:
    page = visit(CROWD, WIDTHS[0])
    if unfolded:
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found: dict[str, Any] = page.evaluate(OVERLAPPING)
        assert found["callouts"] > 100
        assert found["met"] == [], width
        assert found["wide"] <= 0, width


def test_lines_hold_62_to_75_characters(visit: Callable[..., Page]) -> None:
    page = visit(f"{ARTICLE}.html", WIDTHS[0])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        blocks: list[list[int]] = page.evaluate(LINES)
        assert max(max(lines) for lines in blocks) <= 75, width
        if width >= 640:
            full = sorted(length for lines in blocks for length in lines[:-1])
            assert full[len(full) // 2] >= 62, width


def test_the_margin_has_its_column_where_it_fits(visit: Callable[..., Page]) -> None:
    page = visit(CROWD, WIDTHS[0])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        beside = page.evaluate(
            """() => {
                const beside = document.querySelector('.brief-beside');
                const block = beside.previousElementSibling;
                return beside.getBoundingClientRect().left >= block.getBoundingClientRect().right;
            }"""
        )
        # Gutter, 36 rem of text, a gap, 12.5 rem of margin; from 97 em on furo's rem is larger.
        assert beside == (width >= 904), width


@pytest.mark.parametrize("name", [f"{ARTICLE}.html", CROWD])
def test_there_and_back_is_a_fresh_load(visit: Callable[..., Page], name: str) -> None:
    page = visit(name, 1180)
    fresh = page.evaluate(PLACES)
    page.set_viewport_size({"width": 820, "height": 1180})
    turned = page.evaluate(PLACES)
    assert turned == visit(name, 820).evaluate(PLACES)
    page.set_viewport_size({"width": 1180, "height": 900})
    page.evaluate("for (const _ of [1, 2]) dispatchEvent(new Event('resize'))")
    assert page.evaluate(PLACES) == fresh


def test_text_of_twice_the_size(visit: Callable[..., Page]) -> None:
    """WCAG 1.4.4, by the size of the text alone and by the page's zoom."""
    page = visit(CROWD, 640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (640, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate(OVERLAPPING)
        assert found["met"] == [], width
        assert found["wide"] <= 0, width


@pytest.mark.parametrize("width", [390, 800, 1360])
def test_the_front_pages_parts_do_not_meet(visit: Callable[..., Page], width: int) -> None:
    page = visit("front.html", width)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.brief-opening > *')]
            .map(node => node.getBoundingClientRect().toJSON())"""
    )
    assert len(boxes) == 3  # the lead, what happens next, who is behind it
    for at, one in enumerate(boxes):
        for two in boxes[at + 1 :]:
            beside = one["right"] <= two["left"] or two["right"] <= one["left"]
            assert beside or one["bottom"] <= two["top"] or two["bottom"] <= one["top"]
