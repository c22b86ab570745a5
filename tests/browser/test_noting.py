"""Proposing a note in Chromium: what arrives is a file that the book takes, and nothing is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs, unquote

import pytest
from html_book import SEED
from playwright.sync_api import Page, expect

from briefbook.text.annotations.anchoring import locate
from briefbook.text.model import Span
from browser.browser_site import Site
from browser.note_form import CYRILLIC, LONG, annotation, article, fill, proposed, select


def test_a_note_on_paragraph_three_takes_two_clicks(reader: Callable[..., Page]) -> None:
    page = reader()
    page.evaluate(
        "globalThis.clicks = 0; addEventListener('click', (event) => {"
        " if (event.isTrusted) globalThis.clicks += 1; }, true)"
    )
    page.locator("#p3").click()
    page.get_by_role("button", name="Add a note").click()
    dialog = page.get_by_role("dialog", name="A note on this passage")
    expect(dialog.get_by_label("Your note")).to_be_focused()
    expect(dialog.get_by_label("The passage")).to_have_value(re.compile("^The Biden-Putin phone"))
    assert page.evaluate("globalThis.clicks") == 2


def test_from_a_selection_to_the_forge(reader: Callable[..., Page], noting: Site) -> None:
    page = reader()
    select(page, "raising fears of a large-scale invasion")
    page.get_by_role("button", name="Add a note").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("The passage")).to_have_value(
        "raising fears of a large-scale invasion"
    )
    dialog.get_by_role("button", name="Copy, and open GitHub").click()
    expect(dialog.get_by_role("alert")).to_have_text("The note has no text yet.")
    fill(page)
    dialog.get_by_text("How it will look").click()
    assert dialog.locator(".brief-preview").inner_html() == "<p>It <em>was</em> so.</p>"
    dialog.get_by_label("Why you write").select_option(label="It tells where the article errs")
    dialog.get_by_role("button", name="Copy, and open GitHub").click()
    expect(dialog.get_by_role("status")).to_contain_text("holds it as well")
    expect(dialog.get_by_role("status")).to_be_in_viewport()
    path, text = proposed(page)
    folder, _, name = path.rpartition("/")
    assert folder == f"annotations/{SEED}"
    note = annotation(text, name.removesuffix(".md"), SEED)
    assert (note.motivation, note.author_name, note.sources, note.body) == (
        "editing", "Jane Doe", ("osce2011vienna",), "It *was* so.",
    )  # fmt: skip
    assert isinstance(locate(article(noting, SEED), note), Span)


def test_by_keyboard_alone(reader: Callable[..., Page]) -> None:
    page = reader()
    page.locator(".brief-add-note").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Your note")).to_be_focused()
    page.keyboard.type("Why?")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("It asks")
    page.keyboard.press("Shift+Tab")
    expect(dialog.get_by_label("The passage")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Thursday")
    dialog.get_by_label("Your name, as readers").focus()
    page.keyboard.type("Jane Doe")
    dialog.get_by_role("button", name="Copy, and open GitHub").focus()
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("clipboard")
    path, text = proposed(page)
    note = annotation(text, path.rpartition("/")[2].removesuffix(".md"), SEED)
    assert (note.exact, note.motivation, note.sources) == ("Thursday", "questioning", ())
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_on_a_phone(reader: Callable[..., Page]) -> None:
    page = reader(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    select(page, "50 minutes", touch=True)
    offer = page.get_by_role("button", name="Add a note")
    expect(offer).to_be_visible()
    box = offer.bounding_box()
    selected = page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().bottom")
    assert box is not None
    assert box["y"] >= selected + 40  # clear of the handles
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["height"] >= 44
    # A tap whose end a busy machine delays is a long press, and opens nothing: the button stays.
    for _ in range(3):
        offer.tap()
        page.wait_for_timeout(1000)
        if offer.is_hidden():
            break
    expect(page.get_by_role("dialog")).to_be_visible(timeout=30_000)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


def test_more_than_a_paragraph_is_kindly_refused(reader: Callable[..., Page]) -> None:
    page = reader()
    page.evaluate(
        """() => {
          const blocks = [...document.querySelectorAll(".brief-article p")]
            .filter((block) => !block.closest(".brief-beside"));
          getSelection().setBaseAndExtent(blocks[1], 0, blocks[2], 1);
          getSelection().modify("extend", "forward", "word");
        }"""
    )
    offer = page.locator(".brief-offer")
    expect(offer).to_have_text("A note is on one paragraph: select less")
    expect(offer).to_be_disabled()


def test_a_draft_survives_a_reload(reader: Callable[..., Page]) -> None:
    page = reader()
    select(page, "50 minutes")
    page.get_by_role("button", name="Add a note").click()
    fill(page, "Half a note")
    page.reload()
    page.locator(".brief-add-note").click()
    expect(page.get_by_label("Your note")).to_have_value("Half a note")
    expect(page.get_by_label("Your name, as readers")).to_have_value("Jane Doe")
    expect(page.get_by_label("The passage")).to_have_value("50 minutes")


@pytest.mark.parametrize("words", [LONG, CYRILLIC], ids=["1,000 CJK", "2,000 Cyrillic"])
def test_what_is_too_long_for_an_address_is_pasted(reader: Callable[..., Page], words: str) -> None:
    page = reader("scripts")
    select(page, words)
    page.get_by_role("button", name="Add a note").click()
    fill(page)
    page.get_by_role("button", name="Copy, and open GitHub").click()
    expect(page.get_by_role("status")).to_contain_text("Paste it into the page")
    path, text = proposed(page)
    assert path.startswith("annotations/scripts/")
    assert text == ""


OWN = ("https://example.org/a_b?c=1", "The {Bridge} \\input", "Gazette", "2023-05-10")
FIELDS = ("Address", "Title", "Who published it", "Date (YYYY-MM-DD)")


def fill_own_source(page: Page, told: Sequence[str] = OWN) -> None:
    for field, words in zip(FIELDS, told, strict=True):
        page.get_by_label(field, exact=True).fill(words)


def test_a_source_of_ones_own_becomes_an_entry(reader: Callable[..., Page]) -> None:
    page = reader()
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: {"
        " writeText: async (text) => { globalThis.copied = text; } } })"
    )
    select(page, "50 minutes")
    page.get_by_role("button", name="Add a note").click()
    page.get_by_label("Your note").fill("See there.")
    page.get_by_label("Your name, as readers").fill("Jane Doe")
    page.get_by_label("Where readers can check it").fill("https://example.org/")
    page.get_by_role("button", name="Copy the file").click()
    expect(page.get_by_role("alert")).to_contain_text("https://example.org/ is no key")
    page.get_by_label("Where readers can check it").fill("")
    page.get_by_text("A source that is not in the bibliography").click()
    fill_own_source(page)
    page.get_by_role("button", name="Copy the file").click()
    entry = page.locator(".brief-form pre")
    expect(entry).to_contain_text("@misc{gazette2023,\n  title        = {{The Bridge input}},")
    expect(entry).to_contain_text("  month        = may,\n  year         = {2023},")
    expect(entry).to_contain_text("  url          = {https://example.org/a\\_b?c=1},")
    assert 'sources: ["gazette2023"]' in page.evaluate("globalThis.copied")
    page.get_by_role("button", name="Copy the entry").click()
    expect(page.get_by_role("status")).to_contain_text("paste it at the end")
    assert page.evaluate("globalThis.opened").endswith("/edit/main/references.bib")
    assert page.evaluate("globalThis.copied") == entry.text_content()
    # An issue is one text, so it holds the entry as well.
    page.get_by_role("button", name="Open an issue").click()
    expect(page.get_by_role("status")).to_contain_text("paste it into the issue")
    assert "\nreferences.bib:\n\n@misc{gazette2023," in page.evaluate("globalThis.copied")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("https://example.org/", "", "", ""), "Give the title of the source."),
        (("example.org", "The Bridge", "", ""), "begins with https:// or http://"),
        (("", "The Bridge", "", "May 2023"), "as YYYY-MM-DD, YYYY-MM or YYYY"),
    ],
)
def test_half_a_source_is_none(reader: Callable[..., Page], told: Sequence[str], said: str) -> None:
    page = reader()
    page.locator(".brief-add-note").click()
    fill(page)
    page.get_by_text("A source that is not in the bibliography").click()
    fill_own_source(page, told)
    page.get_by_role("button", name="Copy the file").click()
    expect(page.get_by_role("alert")).to_contain_text(said)


def test_a_key_that_the_bibliography_has_is_not_given_again(reader: Callable[..., Page]) -> None:
    page = reader()
    page.locator(".brief-add-note").click()
    fill(page)
    page.get_by_text("A source that is not in the bibliography").click()
    # Of that name there is osce2011vienna alone; a key is taken whatever its capitals.
    fill_own_source(page, ("", "The Bridge", "OSCE2011Vienna", ""))
    page.get_by_role("button", name="Copy the file").click()
    expect(page.locator(".brief-form pre")).to_contain_text("@misc{osce2011vienna-2,")


def test_a_reply_says_whose_it_is(reader: Callable[..., Page]) -> None:
    page = reader()
    select(page, "50 minutes")
    page.get_by_role("button", name="Add a note").click()
    expect(page.get_by_label("Who answers")).to_be_hidden()
    fill(page)
    page.get_by_label("Why you write").select_option("replying")
    page.get_by_label("Who answers").fill('the "Ministry": of Freedonia')
    page.get_by_role("button", name="Copy, and open GitHub").click()
    expect(page.get_by_role("status")).to_contain_text("clipboard")
    path, text = proposed(page)
    note = annotation(text, path.rpartition("/")[2].removesuffix(".md"), SEED)
    assert (note.motivation, note.reply_of) == ("replying", 'the "Ministry": of Freedonia')


def test_an_issue_is_for_those_who_may_make_no_file(reader: Callable[..., Page]) -> None:
    page = reader()
    select(page, "50 minutes")
    page.get_by_role("button", name="Add a note").click()
    fill(page)
    page.get_by_role("button", name="Open an issue").click()
    expect(page.get_by_role("status")).to_contain_text("paste it into the issue")
    opened = page.evaluate("globalThis.opened")
    assert unquote(opened) == (
        "https://github.com/janedoe/book/issues/new?template=annotation.yml"
        f"&title=Note: {SEED}, 50 minutes&seed={SEED}&exact=50 minutes"
    )


def test_downloaded_is_the_same_file(reader: Callable[..., Page], tmp_path: Path) -> None:
    page = reader()
    select(page, "50 minutes")
    page.get_by_role("button", name="Add a note").click()
    fill(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the file").click()
    name = download.value.suggested_filename
    assert name.endswith("-50-minutes.md")
    download.value.save_as(tmp_path / name)
    text = (tmp_path / name).read_text("utf-8")
    assert annotation(text, name.removesuffix(".md"), SEED).exact == "50 minutes"


def test_sent_by_e_mail_is_the_same_file(reader: Callable[..., Page], noting: Site) -> None:
    page = reader()
    select(page, "50 minutes")
    page.get_by_role("button", name="Add a note").click()
    fill(page)
    page.get_by_role("button", name="Send by e-mail").click()
    expect(page.get_by_role("status")).to_contain_text("your mail program")
    # No request: what the system hands to the mail program.
    to, _, query = noting.strange.pop().partition("?")
    told = parse_qs(query)
    assert to == "mailto:desk@example.org"
    name = told["subject"][0].rpartition("/")[2].removesuffix(".md")
    text = told["body"][0].replace("\r\n", "\n")
    assert annotation(text, name, SEED).exact == "50 minutes"


def test_without_a_repository_nothing_is_offered(visit: Callable[..., Page]) -> None:
    page = visit()
    select(page, "50 minutes")
    page.wait_for_timeout(400)
    assert page.locator(".brief-propose, .brief-offer, .brief-form").count() == 0
