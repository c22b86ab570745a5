"""What a reader does: switch marks off, point at a date, copy, follow a link; also by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from html_book import ARTICLE
from html_text import article_blocks
from playwright.sync_api import Page, expect

from browser.browser_site import Site

COPIED = """() => {
    let text = null;
    document.addEventListener('copy', event => {
        text = event.clipboardData.getData('text/plain') || getSelection().toString();
    });
    document.execCommand('copy');
    return text;
}"""


def select(page: Page, first: str, last: str) -> None:
    page.evaluate(
        """([first, last]) => getSelection().setBaseAndExtent(
            document.querySelector(first), 0,
            document.querySelector(last), document.querySelector(last).childNodes.length)""",
        [f"p:has(> {first})", f"p:has(> {last})"],
    )


def test_copied_text_is_the_articles_own(site: Site, visit: Callable[..., Page]) -> None:
    page = visit()
    blocks = article_blocks((site.folder / f"{ARTICLE}.html").read_text("utf-8"))
    select(page, "#p2", "#p2")
    assert page.evaluate(COPIED).strip() == blocks[2]
    select(page, "#p1", "#p5")
    assert page.evaluate(COPIED) == "\n\n".join(blocks[1:6])


def test_switches_are_remembered(visit: Callable[..., Page]) -> None:
    page = visit()
    page.locator(".brief-glance > summary").click()
    for name, gone in (("sources", "#s1"), ("notes", "aside.brief-annotation")):
        switch = page.get_by_role("switch", name=name)
        expect(page.locator(gone)).to_be_visible()
        switch.focus()
        page.keyboard.press("Space")
        expect(switch).not_to_be_checked()
        expect(page.locator(gone)).to_be_hidden()
    for name in ("dates", "bodies"):
        page.get_by_role("switch", name=name).click()
    assert line_under(page, "time.brief-date") == line_under(page, ".std-term") == "none"
    page.reload()
    expect(page.locator("#s1")).to_be_hidden()
    page.locator(".brief-glance > summary").click()
    page.get_by_role("switch", name="sources").click()
    expect(page.locator("#s1")).to_be_visible()


@pytest.mark.parametrize(("width", "most"), [(1280, 12), (1000, 12), (390, 12)])
def test_the_text_is_few_stops_away_and_on_the_first_screen(
    visit: Callable[..., Page], width: int, most: int
) -> None:
    page = visit(width=width)
    top = page.evaluate("document.querySelector('#p1').getBoundingClientRect().bottom")
    assert top < 500
    stops = 0
    while page.evaluate("document.activeElement.id") != "p1":
        page.keyboard.press("Tab")
        stops += 1
        # A stop that nobody sees: in a drawer that is shut, or off the page.
        box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert box["right"] > 0
        assert box["left"] < width
    assert stops - 1 <= most


def test_the_drawer_opens_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit(width=1000)
    link = page.locator(".sidebar-tree a").first
    expect(link).to_be_hidden()
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Space")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.wait_for_timeout(400)
    expect(link).to_be_in_viewport()


def line_under(page: Page, selector: str) -> str:
    line: str = page.evaluate(
        """selector => {
            const node = document.querySelector(`.brief-rows ${selector}`);
            const lines = [node, node.parentElement].map(
                each => getComputedStyle(each).textDecorationLine);
            return lines.find(each => each !== 'none') ?? 'none';
        }""",
        selector,
    )
    return line


def test_marks_differ_by_more_than_colour(visit: Callable[..., Page]) -> None:
    styles = visit().evaluate(
        """() => ['time.brief-date', 'a:has(> .std-term)', 'mark'].map(each => {
            const style = getComputedStyle(document.querySelector(`.brief-rows ${each}`));
            return `${style.textDecorationStyle} ${style.textDecorationThickness}`;
        })"""
    )
    assert styles == ["dotted 1.5px", "solid 1px", "solid 2px"]


def test_hint_of_a_date(visit: Callable[..., Page]) -> None:
    page = visit()
    hint = page.get_by_role("tooltip")
    date = page.locator(".brief-rows a:has(> time)").first
    date.focus()
    expect(hint).to_have_text("30 December 2021 · a weekday near publication")
    expect(date).to_have_attribute("aria-describedby", "brief-hint")
    page.keyboard.press("Escape")
    expect(hint).to_be_hidden()
    date.hover()
    expect(hint).to_be_visible()
    hint.hover()
    page.wait_for_timeout(400)
    expect(hint).to_be_visible()
    page.mouse.move(5, 5)
    expect(hint).to_be_hidden()


def test_hint_by_touch(visit: Callable[..., Page]) -> None:
    page = visit(width=390, has_touch=True)
    date = page.locator(".brief-rows a:has(> time)").first
    date.tap()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert "#" not in page.url, "the first tap only tells"
    date.tap()
    page.wait_for_url("**/indexes.html#date-2021-12-30")


def test_link_to_a_paragraph_marks_it(visit: Callable[..., Page]) -> None:
    page = visit(f"{ARTICLE}.html#p9")
    # The browser may mark the target only after the page has loaded: hence no single look.
    marked = page.locator("p:has(> #p9)")
    expect(marked).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(page.locator("#p9")).to_be_in_viewport()


def test_link_to_what_was_removed_unfolds_it(visit: Callable[..., Page]) -> None:
    page = visit(f"{ARTICLE}.html#removed")
    expect(page.locator("#removed table")).to_be_visible()


def test_note_and_passage_lead_to_each_other(visit: Callable[..., Page]) -> None:
    page = visit(width=390)
    page.locator("a.brief-note-mark").click()
    expect(page.locator("aside.brief-annotation")).to_be_in_viewport()
    page.locator("aside.brief-annotation .brief-name a").click()
    expect(page.locator("#passage-1")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen(visit: Callable[..., Page], scheme: str) -> None:
    page = visit(color_scheme=scheme)
    for _ in range(40):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const node = document.activeElement;
                if (node === document.body) return true;
                return [node, node.parentElement].map(each => getComputedStyle(each)).some(
                    each => each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 2);
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")


def test_reduced_motion(visit: Callable[..., Page]) -> None:
    page = visit(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_without_script_everything_is_there(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    assert page.locator(".brief-rows aside").count() == 10
    assert page.locator(".brief-switch").count() == 0
