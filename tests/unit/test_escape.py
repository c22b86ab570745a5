"""Law 4, at its one gate: whatever a seed holds, MyST shows it and makes nothing of it."""

from __future__ import annotations

import io

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import example, given, settings
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

from briefbook.pages.escape import escape
from briefbook.text.characters import REPLACEMENT, showable

EVERY_EXTENSION = [
    "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist",
    "html_admonition", "html_image", "replacements", "smartquotes", "strikethrough",
    "substitution", "tasklist",
]  # fmt: skip
# replacements and smartquotes change plain words; our pages switch them off for themselves.
HARSHEST = [name for name in EVERY_EXTENSION if name not in ("replacements", "smartquotes")]

ATTACKS = [
    "<script>alert(1)</script>",
    "<!-- comment -->",
    "{{ config }}",
    "{include}`/etc/passwd`",
    "{eval-rst}`x`",
    "```{include} /etc/passwd\n```".replace("\n", " "),
    ":::{raw} html",
    "% a comment",
    "# heading",
    "+++ break",
    "[a](javascript:alert(1))",
    "![a](x.png)",
    "[a]: https://example.org",
    "[^1] and ^sup^ ~~gone~~ ~sub~",
    "<https://example.org> and https://example.org",
    "*a* _b_ **c** __d__ `e` ``f``",
    "[span]{.class #id onclick=x}",
    "{#id .class}",
    "$x$ $$y$$ \\(z\\) \\begin{a}",
    "&amp; &#60; &lt;",
    "a | b | c",
    "\\\\ \\` \\{",
    "term\u2028: x\u2029- item",
    "a\x0b- b\x0c# c\x1cd\x85e",
    "nul \x00 esc \x1b bell \x07",
    "\u202egnp.exe\u202c and \u2066x\u2069",
    "trailing hashes #",
]


def shown(myst: str, extensions: list[str] = HARSHEST) -> nodes.document:
    """The doctree of one line of MyST; warnings are kept out of stderr, and counted as nodes."""
    return publish_doctree(
        myst,
        parser=Parser(),
        settings_overrides={
            "myst_enable_extensions": extensions,
            "myst_substitutions": {"config": "SUBSTITUTED"},
            "output_encoding": "unicode",
            "warning_stream": io.StringIO(),
            "doctitle_xform": False,
            "line_length_limit": 10_000_000,
        },
    )


def assert_is_text(text: str) -> None:
    tree = shown("¶ " + escape(text))
    assert [type(node) for node in tree.children] == [nodes.paragraph]
    assert all(isinstance(node, nodes.Text) for node in tree.children[0].children)
    assert tree.astext() == "¶ " + showable(text).rstrip()


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_shown_as_text(attack: str) -> None:
    assert_is_text(attack)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=80))
@settings(max_examples=150, deadline=None)
@example("a`b")
@example("\xa0")
def test_any_line_is_shown_as_text(text: str) -> None:
    if text and text == text.strip():  # what clean() gives: Markdown trims a paragraph
        assert_is_text(text)


MARKUP = st.text(st.sampled_from("\\`*_[]<>&{}$#~^|!()\"'-+=:.%@ \t1aé"), max_size=40)


@given(MARKUP)
@settings(max_examples=300, deadline=None)
def test_any_markup_is_shown_as_text(text: str) -> None:
    if text and text == text.strip():
        assert_is_text(text)


@given(st.text(max_size=60))
def test_display_keeps_every_place(text: str) -> None:
    """Offsets hold on the page: one character for each, changed only to the replacement."""
    result = showable(text)
    assert len(result) == len(text)
    assert all(new in (old, REPLACEMENT) for old, new in zip(text, result, strict=True))


def test_plain_prose_stays_readable() -> None:
    line = "Why it matters: \"Russia's\" talks (U.S.-led) begin on Jan. 10 — at 5 %, said O'Neil."
    assert escape(line) == line
