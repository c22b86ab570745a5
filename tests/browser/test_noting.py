"""Proposing a note in Chromium: what arrives is a file that the book takes, and nothing is sent."""

from __future__ import annotations

import contextlib
import html
import random
import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from html_book import ARTICLE, SEED, html_book
from playwright.sync_api import Browser, Page, expect

from briefbook.cli import main
from briefbook.text.annotations.anchoring import locate
from briefbook.text.annotations.body import parse_body
from briefbook.text.annotations.parse import parse_annotation
from briefbook.text.annotations.record import Annotation
from briefbook.text.clean import clean
from briefbook.text.model import Article, Span
from briefbook.text.seeds import read_seed
from browser.browser_site import Site, opening
from browser.crowd import add_crowd

CONFIG = """
html_theme = "furo"
briefbook_repository = "https://github.com/janedoe/book"
briefbook_contact = "desk@example.org"
"""
LONG = "".join(chr(0x4E00 + at) for at in range(1000))
CYRILLIC = "".join(chr(0x430 + at * at % 32) for at in range(2000))
SCRIPTS = f"""date 2023-07-03
Фридония говорит, что «мост» безопасен; Фридония говорит, что река "глубока".
自由国表示，桥是安全的。自由国表示，河很深🚢🚢。
"It is: safe," # said Jane Doe - {{and}} [so on] & 100 % <b>of</b> it's \\u0041.
The boat sails. The boat sails. The boat sails.
{LONG}。
{CYRILLIC}.
"""
PAGES = {SEED: ARTICLE, "crowd": "articles/2023/07/crowd", "scripts": "articles/2023/07/scripts"}


@pytest.fixture(scope="module")
def noting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    book = html_book(tmp_path_factory.mktemp("noting") / "book", CONFIG)
    add_crowd(book)
    book.write_seed("scripts.txt", SCRIPTS)
    (book.folder / "works.md").write_text("# Works\n\n```{bibliography}\n```\n")
    book.build()
    yield Site(folder=book.folder / "_build/html")
    book.close()


@pytest.fixture
def reader(noting: Site, chromium: Browser) -> Iterator[Callable[..., Page]]:
    with opening(noting, chromium, PAGES, SEED) as opened:
        yield opened


def article(site: Site, seed: str) -> Article:
    root = site.folder.parents[1]
    return clean(read_seed(root / f"seeds/{seed}.txt", root=root))


def annotation(text: str, name: str, seed: str) -> Annotation:
    parsed = parse_annotation(text.encode(), path=f"{name}.md", seed=seed, name=name)
    assert isinstance(parsed, Annotation), parsed
    return parsed


def select(page: Page, words: str, *, touch: bool = False) -> None:
    """Select words of the article's text, as a reader does: with a mouse, or by touch."""
    found = page.evaluate(
        """([words, touch]) => {
          for (const block of document.querySelectorAll(".brief-article p")) {
            if (block.closest(".brief-callout, .brief-beside")) continue;
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            const start = block.textContent.indexOf(words);
            if (start < 0) continue;
            for (let at = 0; walker.nextNode(); at += walker.currentNode.length) {
              const [from, to] = [start - at, start + words.length - at];
              const { length } = walker.currentNode;
              if (from >= 0 && from < length) range.setStart(walker.currentNode, from);
              if (to > 0 && to <= length) range.setEnd(walker.currentNode, to);
            }
            block.scrollIntoView({ block: "center" });
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            // A finger that selects is taken over by the browser, and no page hears it lifted.
            if (!touch) block.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
            return true;
          }
          return false;
        }""",
        [words, touch],
    )
    assert found, words


def fill(page: Page, note: str = "It *was* so.") -> None:
    page.get_by_label("Your note").fill(note)
    page.get_by_label("Where readers can check it").fill("osce2011vienna")
    page.get_by_label("Your name, as readers").fill("Jane Doe")


def proposed(page: Page) -> tuple[str, str]:
    """The path and the text of the file that the forge's page was opened with."""
    parts = urlsplit(page.evaluate("globalThis.opened"))
    assert (parts.scheme, parts.netloc, parts.path) == (
        "https", "github.com", "/janedoe/book/new/main",
    )  # fmt: skip
    query = parse_qs(parts.query)
    return query["filename"][0], query.get("value", [""])[0]


CHOOSE = """async (choices) => {
  document.querySelector(".brief-add-note").click();
  while (!globalThis.briefbookQuoting) await new Promise((done) => setTimeout(done, 20));
  const { blocks, quote, file, fileName, address } = globalThis.briefbookQuoting;
  const { folder, newFile } = document.querySelector(".brief-propose").dataset;
  const all = blocks();
  return choices.map(([where, start, length]) => {
    const block = all[Math.floor(where * all.length)];
    const text = block.textContent;
    const from = Math.floor(start * text.length);
    const to = from + Math.max(1, Math.floor(length * (text.length - from)));
    const selector = quote(block, from, to);
    if (!selector) return null;
    const created = "2023-08-01";
    const note = file({
      selector, motivation: "commenting", author: "Jane Doe", github: "", created,
      sources: ["osce2011vienna"], body: "So.",
    });
    const [opens] = address(newFile, `${folder}/${fileName(created, selector.exact)}`, note);
    return [all.indexOf(block), [...text.slice(0, from)].length, opens, note];
  });
}"""


@pytest.mark.parametrize("seed", PAGES)
def test_what_is_quoted_anchors_where_it_was_selected(
    reader: Callable[..., Page], noting: Site, seed: str
) -> None:
    of, page = article(noting, seed), reader(seed)
    dice = random.Random(seed)
    choices = [[dice.random(), dice.random(), dice.random() ** 4] for _ in range(260)]
    found = [each for each in page.evaluate(CHOOSE, choices) if each]
    assert len(found) > 167
    files = {}
    for number, (block, start, where, note) in enumerate(found):
        query = parse_qs(urlsplit(where).query)
        folder, _, name = query["filename"][0].rpartition("/")
        assert folder == f"annotations/{seed}"
        text = query.get("value", [note])[0]  # what an address cannot hold is pasted
        assert text == note
        assert "value" in query or len(where) + len(quote(note)) > 7800
        own = f"{name[:11]}{number}-{name[11:60].removesuffix('.md')}"  # two may quote the same
        files[f"{own.rstrip('-')}.md"] = text
        place = locate(of, annotation(text, name.removesuffix(".md"), seed))
        assert isinstance(place, Span), text
        quoted = of.blocks[block]
        assert quoted.start <= place.start < place.end <= quoted.end
        # Blanks at its edges are left off, and half a character is made whole.
        assert -1 <= place.start - quoted.start - start <= 2
    assert complaints(noting, seed, files) == []


def complaints(site: Site, seed: str, files: dict[str, str]) -> list[str]:
    """What `briefbook check` says of notes on a seed; they are taken away again."""
    root = site.folder.parents[1]
    folder = root / "annotations" / seed
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    with contextlib.redirect_stdout(StringIO()) as printed:
        main(["check", str(root), "--cache", ""])
    for name in files:
        (folder / name).unlink()
    if is_new:
        folder.rmdir()
    return [line for line in printed.getvalue().splitlines() if "annotations/" in line]


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
    expect(page.get_by_role("dialog")).to_be_visible()
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


def test_a_source_of_ones_own_becomes_an_entry(reader: Callable[..., Page]) -> None:
    page = reader()
    select(page, "50 minutes")
    page.get_by_role("button", name="Add a note").click()
    page.get_by_label("Your note").fill("See there.")
    page.get_by_label("Your name, as readers").fill("Jane Doe")
    page.get_by_text("A source that is not in the bibliography").click()
    page.get_by_label("Address").fill("https://example.org/a_b?c=1")
    page.get_by_label("Title").fill("The {Bridge} \\input")
    page.get_by_label("Who published it").fill("Gazette")
    page.get_by_label("Date (YYYY-MM-DD)").fill("2023-05-10")
    page.get_by_role("button", name="Copy the file").click()
    entry = page.locator(".brief-form pre")
    expect(entry).to_contain_text("@misc{gazette2023,\n  title        = {{The Bridge input}},")
    expect(entry).to_contain_text("  month        = may,\n  year         = {2023},")
    expect(entry).to_contain_text("  url          = {https://example.org/a\\_b?c=1},")


BODIES = (
    "It *was* so.", "**Three** of `four`, *and **five***", "***both*** __strong__ and _em_",
    "One\n\n- one\n- *two*\n\n1. first\n2. second", "text\n- item",
    "* a\n  b\n* c", "1) a\n2) b", "a\nb  \nc",
    "[words](https://example.org/a_b) and <https://example.org>", "[a](<https://example.org/x>)",
    "[*a* {term}`OSCE`](https://example.org)", '[a](https://example.org "title")', "http://example.org",
    "{term}`OSCE` and {term}`the alliance <NATO>`, {cite}`osce2011vienna`",
    "`a\nb` and ``two`` ticks",
    "![picture](https://example.org/x.png)", "<script>alert(1)</script> &amp; &lt;", "\\*not\\* so",
    "# Head\n\n> quote\n\n| a | b |", "[x](javascript:alert(1)) <javascript:x>", "{{ x }}",
    "{download}`x <../conf.py>` {cite}`not a key!` {term}`!OSCE`", "[a](https://user@example.org/)",
    "snake_case_words and 2*3*4 and 2 * 3 * 4", "---\n\n```\ncode\n```", "[a] (https://example.org)",
)  # fmt: skip


def as_the_book_has_it(text: str) -> str:
    """A note's text as HTML, by the tokens that the book makes of it."""
    found = []
    for block in parse_body(text):
        if not block.hidden and block.nesting:
            found.append(f"<{'/' * (block.nesting < 0)}{block.tag}>")
        for token in block.children or ():
            words = html.escape(token.content, quote=False)
            match token.type:
                case "role" if token.info == "cite":
                    found.append(f"[{words}]")
                case "role":
                    found.append(f"<u>{words.partition(' &lt;')[0]}</u>")
                case "code_inline":
                    found.append(f"<code>{words}</code>")
                case "link_open":
                    found.append(f'<a href="{token.attrs["href"]}">')
                case "softbreak" | "hardbreak":
                    found.append(" ")
                case _:
                    sign = "/" * (token.nesting < 0)
                    found.append(f"<{sign}{token.tag}>" if token.nesting else words)
    return " ".join("".join(found).split())


def test_the_preview_shows_what_the_book_will(reader: Callable[..., Page]) -> None:
    page = reader()
    page.locator(".brief-add-note").click()
    page.get_by_text("How it will look").click()
    for body in BODIES:
        page.get_by_label("Your note").fill(body)
        shown = page.locator(".brief-preview").inner_html()
        shown = re.sub(r' (?:rel|target)="[^"]*"', "", shown)
        assert " ".join(shown.split()) == as_the_book_has_it(body), body


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


def test_without_a_repository_nothing_is_offered(visit: Callable[..., Page]) -> None:
    page = visit()
    select(page, "50 minutes")
    page.wait_for_timeout(400)
    assert page.locator(".brief-propose, .brief-offer, .brief-form").count() == 0
