"""Makes the picture of `briefbook review` in editing.md: ``tox run -e pictures``. Needs Chromium.

What it shows is what the command says of an invented article. In one place the article names a
source in a way that no rule follows: the rules name none, and the editor does.
"""

from __future__ import annotations

import builtins
import html
import os
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from briefbook.cli import main as briefbook

_PICTURE: Final = Path(__file__).with_name("review.png")
_ARTICLE: Final = """\
 date 2023-05-10
Ferry talks open in Freedonia

Talks on the ferry to the islands opened in the old town on Monday. "The harbour is safe, and the ferry \
will sail," the harbour master, Jane Doe, told reporters.

"A new timetable is due next month." The words on the poster by the gate are the mayor's.

"The European Union does not take part," said an official who asked not to be named, because the talks \
are not public.
"""  # noqa: E501
_ANSWERS: Final = {
    "Who says it": "the mayor",
    "A new source: its kind": "person",
    "Whose words it relays": "",
}
"""By how a question begins, the answer."""
_PAGE: Final = """\
<!doctype html><meta charset="utf-8"><style>
pre { box-sizing: border-box; width: 760px; margin: 0; padding: 18px 20px; background: #16171a; color: #d8d6d0;
  font: 13.5px/1.5 monospace; white-space: pre-wrap; overflow-wrap: anywhere }
b { color: #f0c96a }
</style><pre>%s</pre>
"""  # noqa: E501


class _Screen:
    """A terminal's screen, as HTML; what was typed is in bold."""

    def __init__(self) -> None:
        self.shown = ""

    def write(self, text: str) -> int:
        self.shown += html.escape(text)
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def type(self, text: str) -> None:
        self.shown += f"<b>{html.escape(text)}</b>\n"


def _session() -> str:
    """The command and its answers."""
    screen = _Screen()
    corrected = kept = False

    def answer(question: object = "") -> str:
        nonlocal corrected, kept
        screen.write(str(question))
        asked = str(question)
        given = next(
            (each for opening, each in _ANSWERS.items() if asked.startswith(opening)), None
        )
        if given is None:  # of a mark: the one without a source is corrected, another is kept
            is_open = "no source named" in screen.shown.rpartition("to go.")[2]
            given = "c" if is_open else "q" if corrected and kept else "k"
            corrected, kept = corrected or is_open, kept or given == "k"
        screen.type(given)
        return given

    screen.write("$ ")
    screen.type("briefbook review ferry-talks")
    asked, builtins.input = builtins.input, answer
    try:
        with redirect_stdout(screen):
            failed = briefbook(["review", "ferry-talks"])
    finally:
        builtins.input = asked
    if failed:
        sys.exit(failed)
    return screen.shown.rstrip("\n")


def main() -> None:
    """Review the article, and take a picture of it."""
    with tempfile.TemporaryDirectory(prefix="briefbook-") as name:
        book = Path(name)
        (book / "docs").mkdir()
        (book / "seeds").mkdir()
        (book / "seeds/ferry-talks.txt").write_text(_ARTICLE, "utf-8")
        os.chdir(book)
        page = book / "review.html"
        page.write_text(_PAGE % _session(), "utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                args=["--no-sandbox"],
            )
            opened = browser.new_page(viewport={"width": 760, "height": 400})
            opened.goto(page.as_uri())
            opened.locator("pre").screenshot(path=_PICTURE)
            browser.close()
        os.chdir(_PICTURE.parent)


if __name__ == "__main__":
    main()
