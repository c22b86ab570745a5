"""Correcting marks in Chromium: what is proposed is a correction that the book takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from html_book import ARTICLE, RIVER, SEED, html_book
from playwright.sync_api import Browser, Page, expect

from briefbook.text.bodies import load_catalogue
from briefbook.text.corrections import correct
from briefbook.text.marks import find_marks
from briefbook.text.seeds import parse_seed
from briefbook.text.sidecar import parse_sidecar
from browser.browser_site import Site, opening
from browser.crowd import add_crowd

CONFIG = """
html_theme = "furo"
briefbook_repository = "https://github.com/janedoe/book"
"""
PAGES = {SEED: ARTICLE, "crowd": "articles/2023/07/crowd", "river": RIVER}
CATALOGUE = load_catalogue()


@pytest.fixture(scope="module")
def correcting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    book = html_book(tmp_path_factory.mktemp("correcting") / "book", CONFIG)
    add_crowd(book)
    book.build()
    yield Site(folder=book.folder / "_build/html")
    book.close()


@pytest.fixture
def editor(correcting: Site, chromium: Browser) -> Iterator[Callable[..., Page]]:
    with opening(correcting, chromium, PAGES, SEED) as opened:
        yield opened


ALL = """async () => {
  document.querySelector(".brief-correct-mark").click();
  while (!globalThis.briefbookCorrecting) await new Promise((done) => setTimeout(done, 20));
  const { marksOf, sources, toml } = globalThis.briefbookCorrecting;
  const marks = [...globalThis.briefbookQuoting.blocks().flatMap(marksOf), ...sources()];
  const answers = {
    date: [["remove", ""], ["value", "1999-12-31"]],
    body: [["remove", ""], ["body", "unesco"]],
    statement: [["remove", ""], ["source", "Jane “the” \\"Roe\\"", "group"]],
    source: [["kind", "document"], ["rename", "Jane Roe"]],
  };
  return marks.flatMap((mark) => answers[mark.kind]
    .map(([key, value, kind]) => [mark.kind, toml(mark, key, value, kind)]));
}"""


@pytest.mark.parametrize("seed", PAGES)
def test_each_correction_of_each_mark_is_taken(
    editor: Callable[..., Page], correcting: Site, seed: str
) -> None:
    blocks = editor(seed).evaluate(ALL)
    expected = {"date", "statement", "source"} | (set() if seed == "crowd" else {"body"})
    assert {kind for kind, _ in blocks} == expected
    path = correcting.folder.parents[1] / f"seeds/{seed}.txt"
    for kind, block in blocks:
        read = parse_sidecar(block.encode(), path=f"seeds/{seed}.toml")
        one = parse_seed(path.read_bytes(), name=seed, path=f"seeds/{seed}.txt", sidecar=read)
        found = correct(find_marks(one, CATALOGUE), CATALOGUE.by_id)
        assert found.problems == (), (kind, block)
        plain = parse_seed(path.read_bytes(), name=seed, path=f"seeds/{seed}.txt")
        assert found.marks != find_marks(plain, CATALOGUE)


def test_where_there_is_a_sidecar_the_block_is_to_be_pasted(editor: Callable[..., Page]) -> None:
    page = editor()
    page.locator("time", has_text="Thursday").hover()
    page.locator(".brief-hint").get_by_role("button", name="Correct this").click()
    dialog = page.get_by_role("dialog", name="A mark that is wrong")
    expect(dialog.get_by_label("The mark")).to_contain_text("date: Thursday")
    dialog.get_by_label("What is wrong").select_option(label="It is no date")
    dialog.get_by_role("button", name="Copy, and open GitHub").click()
    expect(dialog.get_by_role("status")).to_contain_text("paste it at the end")
    assert page.evaluate("globalThis.opened") == (
        f"https://github.com/janedoe/book/edit/main/seeds/{SEED}.toml"
    )
    assert dialog.locator("pre").inner_text() == ('[[date]]\nexact = "Thursday"\nremove = true\n')


def test_where_there_is_none_a_new_file_holds_it(editor: Callable[..., Page]) -> None:
    page = editor("river")
    page.locator(".brief-attribution").first.hover()
    page.get_by_role("button", name="Correct this").first.click()
    dialog = page.get_by_role("dialog", name="A mark that is wrong")
    expect(dialog.get_by_label("The mark")).to_contain_text("statement: ")
    dialog.get_by_label("What is wrong").select_option(label="Somebody else says it")
    dialog.get_by_role("button", name="Copy, and open GitHub").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Say what is so.")
    dialog.get_by_label("What is so").fill("Richard Roe")
    dialog.get_by_label("Its kind").select_option("person")
    dialog.get_by_role("button", name="Copy, and open GitHub").click()
    parts = urlsplit(page.evaluate("globalThis.opened"))
    query = parse_qs(parts.query)
    assert (parts.path, query["filename"]) == ("/janedoe/book/new/main", ["seeds/river.toml"])
    assert query["value"][0].startswith('[[statement]]\nexact = "')
    assert query["value"][0].endswith('source = "Richard Roe"\nkind = "person"\n')


def test_by_keyboard_alone(editor: Callable[..., Page]) -> None:
    page = editor()
    page.locator(".brief-number").nth(2).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Correct a mark").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="A mark that is wrong")
    expect(dialog.get_by_label("What is wrong")).to_be_focused()
    expect(dialog.get_by_label("The mark")).to_contain_text("date: Jan. 10")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_certainty_is_for_who_asks_for_it(editor: Callable[..., Page]) -> None:
    page = editor()
    assert page.locator("[data-certainty]").count() == 0
    page.locator(".brief-correct-mark").click()
    page.get_by_label("Show on this device").check()
    page.reload()
    date = page.locator("time", has_text="Thursday")
    expect(date).to_have_attribute("data-certainty", "82 %")
    shown = "(node) => getComputedStyle(node, '::after').content"
    assert "82 %" not in date.evaluate("(node) => node.textContent")
    assert date.evaluate(shown) != "none"
    expect(page.locator("#s1 .brief-kind")).to_have_attribute("data-certainty", "87 %")
    expect(page.locator("#s1 .brief-correct")).to_have_css("opacity", "1")  # no gap before it


def test_without_script_each_paragraph_has_a_link(editor: Callable[..., Page]) -> None:
    page = editor(java_script_enabled=False)
    links = page.locator(".brief-without-script a")
    assert links.all_inner_texts() == [f"¶{number}" for number in range(1, 12)]
    address = links.nth(2).get_attribute("href") or ""
    query = parse_qs(urlsplit(address).query)
    assert (query["template"], query["seed"], query["exact"]) == (
        ["annotation.yml"],
        [SEED],
        ["¶3"],
    )
    article = page.get_by_role("link", name="Add an article").get_attribute("href") or ""
    assert parse_qs(urlsplit(article).query)["filename"] == ["seeds/NAME.txt"]
