"""What a reader does with a paragraph: copy its link, cite it, add to it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from html_book import ARTICLE, RIVER
from playwright.sync_api import Page, expect

READ = "navigator.clipboard.readText()"
PERMISSIONS = ["clipboard-read", "clipboard-write"]

IN_SIGHT = """() => {
  const box = document.querySelector(".brief-menu").getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}"""
"""Whether all of the menu is in the window."""


def open_menu(page: Page, number: int) -> None:
    page.locator(f"#p{number}").click()
    expect(page.locator(".brief-menu")).to_be_visible()


def test_cite_paragraph_three_in_two_clicks(visit: Callable[..., Page]) -> None:
    page = visit(permissions=PERMISSIONS)
    open_menu(page, 3)
    page.get_by_role("button", name="plain").click()
    plain = page.evaluate(READ)
    assert plain.startswith("Axios, [Biden and Putin talk for fifty minutes")
    assert "30 December 2021, ¶3. In: " in plain
    expect(page.locator(".brief-menu [role=status]")).to_have_text("Copied.")
    page.get_by_role("button", name="BibTeX").click()
    assert "-p3,\n" in page.evaluate(READ)
    page.get_by_role("button", name="CSL-JSON").click()
    assert json.loads(page.evaluate(READ))[0]["note"].startswith("¶3. In: ")
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate(READ).endswith(f"{ARTICLE}.html#p3")


def test_the_menu_of_the_last_line_in_sight_is_seen(visit: Callable[..., Page]) -> None:
    page = visit(f"{ARTICLE}.html", 390)
    page.locator("#p5").evaluate("node => node.closest('p').scrollIntoView({block: 'end'})")
    open_menu(page, 5)
    page.wait_for_function(IN_SIGHT)  # furo scrolls smoothly


def test_copies_where_the_clipboard_is_refused(visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate(
        """() => {
            navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
            document.addEventListener('copy', event => {
                window.copied = event.clipboardData.getData('text/plain');
            }, {capture: true});
        }"""
    )
    page.evaluate(
        """() => {
            const set = DataTransfer.prototype.setData;
            DataTransfer.prototype.setData = function (type, text) {
                window.copied = text;
                set.call(this, type, text);
            };
        }"""
    )
    open_menu(page, 2)
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_function("window.copied?.endsWith('#p2')")


def test_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit()
    number = page.locator("#p2")
    number.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".brief-menu")).to_be_hidden()
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "false")


def test_on_a_selection(visit: Callable[..., Page]) -> None:
    page = visit(permissions=PERMISSIONS)
    page.locator("[data-said]", has_text="colossal mistake").dblclick(position={"x": 8, "y": 8})
    expect(page.locator(".brief-menu")).to_be_visible()
    assert page.evaluate("String(getSelection()).trim()") == "colossal"
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate(READ).endswith("#p8:~:text=colossal")
    page.get_by_role("button", name="plain").click()
    assert page.evaluate(READ).startswith("“colossal” Axios, ")
    page.mouse.click(700, 20)
    expect(page.locator(".brief-menu")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_it_leaves_the_paragraph_readable(visit: Callable[..., Page], width: int) -> None:
    page = visit(width=width)
    for number in (1, 3, 11):
        open_menu(page, number)
        menu = page.locator(".brief-menu").bounding_box()
        block = page.locator(f"p:has(> #p{number})").bounding_box()
        assert menu is not None
        assert block is not None
        assert menu["y"] >= block["y"] + block["height"]
        assert menu["x"] >= 0
        assert menu["x"] + menu["width"] <= width
        page.keyboard.press("Escape")
    open_menu(page, 3)
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []


def test_nothing_is_offered_that_is_not_configured(visit: Callable[..., Page]) -> None:
    page = visit(f"{RIVER}.html")
    open_menu(page, 1)
    links = page.locator(".brief-menu a")
    expect(links).to_have_text(["Add a note"])  # this book names no place for the sidecar
    expect(links).to_have_attribute("href", "https://example.org/annotate?seed=river")


def test_without_script_the_number_is_a_link(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    expect(page.locator(".brief-menu")).to_be_hidden()
    page.locator("#p3").click()
    assert page.url.endswith("#p3")
