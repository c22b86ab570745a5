"""What is carried in a directive arrives there line for line, and nothing of it gets out.

Through MyST itself, in the places where pages carry a note: below a paragraph and below a bullet,
within another directive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives
from hypothesis import given
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

from briefbook.pages.fence import carried, fence


class Carrier(Directive):
    """Keeps its content as it arrives."""

    has_content = True
    option_spec = {"id": directives.unchanged, "flag": directives.flag}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        return [nodes.literal_block("", "", lines=list(self.content), options=self.options)]


class Outer(Directive):
    """Parses its content as MyST, as an article does."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        container = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, container)
        return [container]


@pytest.fixture(autouse=True, scope="module")
def _directives() -> Iterator[None]:
    directives.register_directive("carrier", Carrier)
    directives.register_directive("outer", Outer)
    yield
    registered: dict[str, Any] = vars(directives)["_directives"]
    for name in ("carrier", "outer"):
        registered.pop(name)


def page(text: str) -> tuple[str, list[str]]:
    """A page that carries ``text`` twice, and the lines that should arrive."""
    body = carried(text)
    mark = fence(body)
    carrier = f"{mark}{{carrier}}\n:id: a\n:flag:\n\n{body}\n{mark}"
    bullet = "- A bullet.\n\n" + carrier
    bullet = bullet.replace("\n", "\n  ").replace("\n  \n", "\n\n")
    outer = mark + ":"
    whole = f"{outer}{{outer}}\nBefore.\n\n{carrier}\n\n{bullet}\n\nAfter.\n{outer}\n"
    return whole, body.split("\n")


def doctree(source: str) -> nodes.document:
    return publish_doctree(
        source,
        parser=Parser(),
        settings_overrides={
            "myst_enable_extensions": ["attrs_inline", "colon_fence"],
            "report_level": 5,
            "_disable_config": True,
        },
    )


def without_blank_edges(lines: list[str]) -> list[str]:
    lines = ["" if not line.strip() else line for line in lines]
    while lines and not lines[0]:
        lines = lines[1:]
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def check(text: str) -> None:
    source, expected = page(text)
    tree = doctree(source)
    carriers = list(tree.findall(nodes.literal_block))
    assert len(carriers) == 2
    for carrier in carriers:
        assert carrier["options"] == {"id": "a", "flag": None}
        assert without_blank_edges(carrier["lines"]) == without_blank_edges(expected)
    shape = [type(node).__name__ for node in tree.findall(nodes.Element) if node is not tree]
    assert shape == [
        "container", "paragraph", "literal_block", "bullet_list", "list_item", "paragraph",
        "literal_block", "paragraph",
    ]  # fmt: skip
    assert tree.astext().split() == ["Before.", "A", "bullet.", "After."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A note.",
        ":::",
        "::::\n:::\n:::::",
        ":::{include} /etc/passwd\n:::",
        "```{include} /etc/passwd\n```",
        ":id: b\n:flag: c\nrest",
        "---\nid: b\n---\nrest",
        "---\n\n:::",
        "   :::\n\t:::\n    :::",
        "a:::\nb :::::::::: c",
        "- a\n\n  :::\n\n- b",
        "> :::\n> a",
        "a\n\n\n\nb",
        "\n\n  a\n\n",
        "\ta\n \tb\n  \tc\n   \td\n    e",
        "a  \nb\\\nc \t ",
        "a\r\nb\rc\n\rd",
        "a\x0b```{include} /etc/passwd\x0b```",
        "a\x0c:::\x0c# heading",
        "a\u2028# heading\u2028```{include} /etc/passwd",
        "a\u2029:::\u2029b",
        "a\x85- b\x1c- c\x1d- d\x1e- e",
        "a\x00b\x1bc\x7fd\ufffee",
        "\ufeffa",
        "<!--\na",
        "% comment",
        "(target)=",
        "+++",
        "{#id .class}\na",
        "[a]: https://example.org",
        "[^a]: note",
        "$$\na",
        "~~~",
        ":" * 3000,
        "a\n" * 2000,
    ],
)  # fmt: skip
def test_carried_text_stays_where_it_is(text: str) -> None:
    check(text)


ODD = ":::```~-#>[]{}()<>!%=+$|\\*_a1 \n\n\n\t\r\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\ufeff"


@given(st.text(st.sampled_from(ODD), max_size=60) | st.text(max_size=40))
def test_any_text_stays_where_it_is(text: str) -> None:
    check(text)


@given(st.text(max_size=60))
def test_carrying_twice_is_carrying_once(text: str) -> None:
    once = carried(text)
    assert carried(once) == once
    assert once.split("\n") == (once.splitlines() or [""])
    once.encode()


@pytest.mark.parametrize(
    ("text", "length"), [("", 3), ("a", 3), ("::", 3), (":::", 4), ("a ::::: b", 6), (": " * 9, 3)]
)
def test_a_fence_is_longer_than_any_run_of_colons(text: str, length: int) -> None:
    assert fence(text) == ":" * length
