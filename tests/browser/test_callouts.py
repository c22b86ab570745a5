"""Callouts and the words they are of: lit together, reached by keyboard, at the words' own line."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

LIT = "() => [...document.querySelectorAll('.brief-lit:not(aside)')].map(node => node.textContent)"
LIT_CLASS = re.compile("brief-lit")
KREMLIN = ["satisfied", "constructive", "colossal mistake"]
OFFSETS = """() => [...document.querySelectorAll('.brief-rows aside')].map(callout => {
    const words = document.querySelector(`[data-said~="${callout.id}"]`)
        ?? document.querySelector(`[href="#${callout.id}"]`).closest('mark');
    return callout.getBoundingClientRect().top - words.getClientRects()[0].top;
})"""


def callout_of(page: Page, words: str) -> Locator:
    """The callout of the words, which are the whole of a quotation or begin a reported clause."""
    said = page.locator("[data-said]", has_text=words).first.get_attribute("data-said")
    return page.locator(f"#{said}")


def test_a_callout_lights_its_exact_words(visit: Callable[..., Page]) -> None:
    page = visit()
    for words in (KREMLIN, ["two paths", "really depend on Russia's actions in the period ahead,"]):
        callout_of(page, words[0]).hover()
        assert page.evaluate(LIT) == words
    callout_of(page, "that the U.S. and NATO").hover()
    assert page.evaluate(LIT)[0].startswith("that the U.S. and NATO provide legal guarantees")
    page.mouse.move(2, 2)
    assert page.evaluate(LIT) == []


def test_words_light_their_callout(visit: Callable[..., Page]) -> None:
    page = visit()
    for words in ("constructive", "that no decision on Ukraine"):
        page.locator("[data-said]", has_text=words).hover()
        expect(callout_of(page, words)).to_have_class(LIT_CLASS)
    page.locator("mark").hover()
    expect(page.locator("aside.brief-annotation.brief-lit")).to_have_count(1)


def test_focus_lights_them_too(visit: Callable[..., Page]) -> None:
    page = visit()
    callout = callout_of(page, "satisfied")
    callout.locator("a").first.focus()
    assert page.evaluate(LIT) == KREMLIN
    page.locator("[data-said] a").first.focus()
    expect(page.locator("aside.brief-lit")).to_have_count(1)
    page.locator(".brief-number").first.focus()
    assert page.evaluate(LIT) == []


def test_a_tap_on_the_words_shows_the_callout(visit: Callable[..., Page]) -> None:
    page = visit(width=390, has_touch=True)
    page.locator("[data-said]", has_text="colossal mistake").tap()
    callout = callout_of(page, "colossal mistake")
    expect(callout).to_have_class(LIT_CLASS)
    expect(callout).to_be_in_viewport()
    assert page.evaluate(LIT) == KREMLIN


def test_every_callout_is_reached_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit()
    page.locator("#p1").focus()
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('aside')?.id"))
    callouts = page.evaluate("[...document.querySelectorAll('.brief-rows aside')].map(n => n.id)")
    assert set(callouts) <= reached


def test_a_name_leads_to_its_entry_and_a_number_to_its_paragraph(
    visit: Callable[..., Page],
) -> None:
    page = visit()
    callout = callout_of(page, "path of diplomacy")
    expect(callout).to_contain_text("The official of ¶5.")
    callout.get_by_role("link", name="¶5").click()
    assert page.url.endswith("#p5")
    callout.get_by_role("link", name="The official").click()
    page.wait_for_url("**/indexes.html#source-*")
    expect(page.locator(":target")).to_contain_text("a senior administration official")


@pytest.mark.parametrize("width", [904, 1280, 2560])
def test_a_callout_stands_at_the_line_of_its_words(visit: Callable[..., Page], width: int) -> None:
    page = visit(width=width)
    offsets = page.evaluate(OFFSETS)
    rem = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    line = 1.8125 * rem
    assert len(offsets) > 8
    # A second callout of a block may have to stand lower; none begins above its words, but for
    # a word at the end of a line.
    assert all(-1.2 * line < each < 3 * line for each in offsets), offsets
    assert len([each for each in offsets if each < -0.5 * line]) <= 0.1 * len(offsets), offsets
    near = [each for each in offsets if abs(each) < line]
    assert len(near) >= 0.8 * len(offsets), offsets
