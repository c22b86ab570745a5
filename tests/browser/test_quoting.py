"""What a note's form quotes, in Chromium: notes on random passages are taken by the book."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from io import StringIO
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page

from briefbook.cli import main
from briefbook.text.annotations.anchoring import locate
from briefbook.text.model import Span
from browser.browser_site import Site
from browser.note_form import PAGES, annotation, article

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
