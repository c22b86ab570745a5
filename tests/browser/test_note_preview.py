"""How a note will look, told by its form in Chromium: as the book will have it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from playwright.sync_api import Page

from briefbook.text.annotations.body import parse_body

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
