"""What a body is, shown where the article names it (WCAG 2.2, 1.4.13: dismissible, hoverable)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from html_book import RIVER
from playwright.sync_api import Locator, Page, expect

from browser.browser_site import Site

NATO = "NATO, North Atlantic Treaty Organization: A military alliance"
LINE = """node => {
    const {textDecorationLine, textDecorationStyle} = getComputedStyle(node);
    return `${textDecorationLine} ${textDecorationStyle}`;
}"""


def body(page: Page, headword: str = "nato") -> Locator:
    return page.locator(f".brief-rows a[href$='#term-{headword}']").first


def boxes(page: Page) -> list[float]:
    """Where all of the article stands on its page, and how large the page is."""
    found: list[float] = page.evaluate(
        """() => {
            const {scrollWidth, scrollHeight} = document.documentElement;
            const nodes = [...document.querySelectorAll('.brief-rows *')];
            return [scrollWidth, scrollHeight, ...nodes.flatMap(node => {
                const {left, top, width, height} = node.getBoundingClientRect();
                return [left + scrollX, top + scrollY, width, height];
            })];
        }"""
    )
    return found


def test_by_pointer(visit: Callable[..., Page]) -> None:
    page = visit()
    preview = page.get_by_role("tooltip")
    body(page).hover()
    expect(preview).to_contain_text(NATO)
    entry = page.get_by_role("link", name="Entry in the glossary")
    box = entry.bounding_box()
    assert box is not None
    assert box["height"] >= 24, "large enough for a finger (2.5.8)"
    entry.hover()
    page.wait_for_timeout(400)
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    body(page, "osce").hover()
    expect(preview).to_contain_text("OSCE, Organization for Security")
    page.mouse.move(5, 5)
    expect(preview).to_be_hidden()


def test_its_link_leads_to_the_entry(visit: Callable[..., Page]) -> None:
    page = visit()
    body(page).hover()
    page.get_by_role("link", name="Entry in the glossary").click()
    page.wait_for_url("**/*.html#term-nato")


def test_a_pointer_that_passes_by_opens_nothing(visit: Callable[..., Page]) -> None:
    page = visit()
    body(page).hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)
    expect(page.get_by_role("tooltip")).to_be_hidden()


def test_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit()
    preview = page.get_by_role("tooltip")
    body(page).focus()
    expect(preview).to_contain_text(NATO)
    expect(body(page)).to_have_attribute("aria-describedby", "brief-hint")
    expect(body(page)).to_have_accessible_description(str(preview.text_content()))
    page.mouse.move(5, 5)
    page.mouse.move(300, 300)
    page.wait_for_timeout(400)
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    expect(body(page)).to_be_focused()
    assert body(page).get_attribute("aria-describedby") is None
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(preview).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html#term-nato")


def test_focus_that_goes_on_closes_it(visit: Callable[..., Page]) -> None:
    page = visit()
    body(page).focus()
    page.locator(".brief-number").first.focus()
    expect(page.get_by_role("tooltip")).to_be_hidden()


def test_by_touch(visit: Callable[..., Page]) -> None:
    page = visit(width=390, has_touch=True)
    preview = page.get_by_role("tooltip")
    body(page).tap()
    expect(preview).to_contain_text(NATO)
    assert "#" not in page.url, "the first tap only tells"
    preview.tap()
    page.wait_for_timeout(400)
    expect(preview).to_be_visible()
    page.locator(".brief-rows > p").first.tap(position={"x": 3, "y": 3})
    expect(preview).to_be_hidden()
    body(page).tap()
    expect(preview).to_be_visible()
    body(page).tap()
    page.wait_for_url("**/*.html#term-nato")


@pytest.mark.parametrize("width", [1360, 390, 320])
def test_nothing_else_moves(visit: Callable[..., Page], width: int) -> None:
    page = visit(width=width)
    for link in page.locator(".brief-rows a:has(> .std-term)").all():
        link.scroll_into_view_if_needed()
        before = boxes(page)
        link.focus()
        popup = page.locator(".brief-hint")
        expect(popup).to_be_visible()
        box = popup.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert boxes(page) == pytest.approx(before, abs=1)
        page.keyboard.press("Escape")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_with_a_preview(visit: Callable[..., Page], scheme: str) -> None:
    page = visit(color_scheme=scheme, reduced_motion="reduce")
    body(page).focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    found = Axe().run(page, context={"include": [[".brief-hint"], [".brief-rows"]]}).response
    assert [each["id"] for each in found["violations"]] == []


def test_named_again_is_marked_more_quietly(visit: Callable[..., Page]) -> None:
    page = visit()
    first = page.locator(".brief-rows a:has(> .std-term:not(.brief-later))").first
    again = page.locator(".brief-rows a:has(> .brief-later)").first
    assert first.evaluate(LINE) == "underline solid"
    assert again.evaluate(LINE) == "underline dashed"
    for reach in (again.hover, again.focus):
        reach()
        assert again.locator(".brief-later").evaluate(LINE) == "underline solid"


def test_words_of_a_preview_are_no_markup(site: Site, visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate(
        """() => {
            const text = document.querySelector('.brief-bodies-list .brief-body-text');
            text.textContent = ': <img src=x onerror=alert(1)>';
            document.querySelector('.brief-hint').remove();
        }"""
    )
    page.evaluate((site.folder / "_static/briefbook/popups.js").read_text("utf-8"))
    first = page.locator(".brief-bodies-list a:has(> .std-term)").first.get_attribute("href")
    page.locator(f".brief-rows a[href='{first}']").first.focus()
    expect(page.locator(".brief-hint")).to_contain_text("<img src=x")
    assert page.locator(".brief-hint img").count() == 0


def test_article_without_bodies(visit: Callable[..., Page]) -> None:
    errors: list[str] = []
    page = visit(f"{RIVER}.html")
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.reload()
    assert errors == []
