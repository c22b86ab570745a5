"""Where things stand: callouts beside their paragraphs where there is room, else below them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from html_book import ARTICLE, HARVEST, RIVER
from playwright.sync_api import Page

from browser.browser_site import Site

ARTICLES = [f"{name}.html" for name in (ARTICLE, RIVER, HARVEST)]

BOXES = """() => {
    const box = (node) => {
        const {left, right, top, bottom} = node.getBoundingClientRect();
        return {left, right, top, bottom};
    };
    return {
        rows: box(document.querySelector('.brief-rows')),
        blocks: [...document.querySelectorAll('.brief-rows p')]
            .filter(node => !node.closest('aside')).map(box),
        callouts: [...document.querySelectorAll('.brief-rows aside')].map(box),
        pairs: [...document.querySelectorAll('.brief-rows .brief-beside')].map(node => ({
            beside: box(node), block: box(node.previousElementSibling),
            next: (() => {
                const all = [...document.querySelectorAll('.brief-rows p')]
                    .filter(p => !p.closest('aside'));
                const following = all[all.indexOf(node.previousElementSibling) + 1];
                return following ? box(following) : null;
            })(),
        })),
    };
}"""


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["left"] < other["right"] - 0.5
        and other["left"] < one["right"] - 0.5
        and one["top"] < other["bottom"] - 0.5
        and other["top"] < one["bottom"] - 0.5
    )


def boxes(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(BOXES)
    return found


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", [1360, 1920, 390])
@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_overlaps(
    visit: Callable[..., Page], name: str, width: int, *, javascript: bool
) -> None:
    found = boxes(visit(name, width, java_script_enabled=javascript))
    for one, other in combinations(found["blocks"] + found["callouts"], 2):
        assert not overlap(one, other)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("name", ARTICLES)
def test_callouts_stand_beside_their_paragraphs(
    visit: Callable[..., Page], name: str, *, javascript: bool
) -> None:
    found = boxes(visit(name, 1360, java_script_enabled=javascript))
    for pair in found["pairs"]:
        beside, block = pair["beside"], pair["block"]
        assert beside["left"] >= block["right"]
        assert block["top"] - 1 <= beside["top"] <= block["bottom"]


@pytest.mark.parametrize("width", [390, 320, 800])
@pytest.mark.parametrize("name", ARTICLES)
def test_callouts_fold_under_their_paragraphs(
    visit: Callable[..., Page], name: str, width: int
) -> None:
    for pair in boxes(visit(name, width))["pairs"]:
        assert pair["beside"]["top"] >= pair["block"]["bottom"] - 0.5
        if pair["next"]:
            assert pair["beside"]["bottom"] <= pair["next"]["top"] + 0.5


@pytest.mark.parametrize("width", [1360, 800, 390, 320])
def test_no_page_is_wider_than_the_window(
    site: Site, visit: Callable[..., Page], width: int
) -> None:
    page = visit(width=width)
    for name in site.pages:
        page.goto(site.url(name))
        wide = page.evaluate(
            """() => [...document.querySelectorAll('article *')]
                .filter(node => !node.closest('svg') && node.getClientRects().length)
                .filter(node => {
                    const {left, right} = node.getBoundingClientRect();
                    return right > innerWidth + 1 || left < -1;
                }).map(node => node.outerHTML.slice(0, 80))"""
        )
        assert wide == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_paper(visit: Callable[..., Page]) -> None:
    page = visit()
    page.emulate_media(media="print")
    shown = page.evaluate(
        """() => Object.fromEntries(
            ['.brief-tools', '.sidebar-drawer', '.brief-number', '#s1', '#removed', 'h1']
            .map(each => [each, document.querySelector(each).getClientRects().length > 0]))"""
    )
    assert shown == {
        ".brief-tools": False,
        ".sidebar-drawer": False,
        ".brief-number": True,
        "#s1": True,
        "#removed": False,
        "h1": True,
    }
    found = boxes(page)
    for one, other in combinations(found["blocks"] + found["callouts"], 2):
        assert not overlap(one, other)
    seed = page.locator(".brief-provenance dd").nth(3)
    box = seed.bounding_box()
    assert box is not None
    assert box["height"] > 0, "what is folded on screen prints"
