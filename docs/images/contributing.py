"""Makes the pictures of CONTRIBUTING.md from the book itself: ``tox run -e pictures``.

The book is built with a repository, as a book that takes notes is. Needs Chromium.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Page

_FOLDER: Final = Path(__file__).parent
_ROOT: Final = _FOLDER.parents[1]
_ARTICLE: Final = "articles/2021/12/000_0a0825d94d863160.html"
_WORDS: Final = "raising fears of a large-scale invasion"
_SETTINGS: Final = (
    "briefbook_repository=https://git.example.org/janedoe/book",
    "briefbook_repository_forge=forgejo",
)
_SELECT: Final = """(words) => {
  const block = [...document.querySelectorAll(".brief-rows p")].find((each) => each.textContent.includes(words));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const start = block.textContent.indexOf(words);
  for (let at = 0; walker.nextNode(); at += walker.currentNode.length) {
    const [from, to] = [start - at, start + words.length - at];
    const { length } = walker.currentNode;
    if (from >= 0 && from < length) range.setStart(walker.currentNode, from);
    if (to > 0 && to <= length) range.setEnd(walker.currentNode, to);
  }
  block.scrollIntoView({ block: "center" });
  getSelection().addRange(range);
  block.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}"""  # noqa: E501


def take_pictures(page: Page) -> None:
    """The words selected, and the form filled in."""
    page.evaluate(_SELECT, _WORDS)
    page.get_by_role("button", name="Add a note").wait_for()
    page.screenshot(path=_FOLDER / "note-select.png", clip=_around(page, ".brief-menu", 170))
    page.get_by_role("button", name="Add a note").click()
    page.get_by_label("Your note").fill("It came on *24 February 2022*.")
    page.get_by_label("Where readers can check it").fill("independent2022nac")
    page.get_by_label("Your name, as readers").fill("Jane Doe")
    page.get_by_text("How it will look").click()
    page.get_by_role("dialog").screenshot(path=_FOLDER / "note-form.png")


def _around(page: Page, selector: str, above: int) -> dict[str, float]:
    box = page.locator(selector).bounding_box()
    assert box is not None  # noqa: S101 - it was waited for
    return {
        "x": max(0, box["x"] - 60), "y": box["y"] - above,
        "width": 690, "height": box["height"] + above + 20,
    }  # fmt: skip


def main() -> None:
    """Build the book into a folder of its own, and look at it."""
    with tempfile.TemporaryDirectory(prefix="briefbook-") as name:
        options = [part for setting in _SETTINGS for part in ("-D", setting)]
        command = [sys.executable, "-m", "sphinx", "-q", "-c", ".", *options, "docs", name]
        subprocess.run(command, cwd=_ROOT, check=True)  # noqa: S603 - a build of this book
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                args=["--no-sandbox"],
            )
            page = browser.new_page(viewport={"width": 1000, "height": 1000})
            page.goto((Path(name) / _ARTICLE).as_uri())
            page.evaluate("document.fonts.ready")
            take_pictures(page)
            browser.close()


if __name__ == "__main__":
    main()
