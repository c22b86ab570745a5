"""What a stranger's note may become: these nodes, these references, and otherwise characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from docutils import nodes
from fixture_cases import Case, folder_cases
from hypothesis import given
from hypothesis import strategies as st

from briefbook.sphinx.safe_markdown import MAX_INLINE_DEPTH, render
from briefbook.text.addresses import is_web_address
from briefbook.text.annotations.body import MAX_BODY, cited_keys

ALLOWED = {
    nodes.paragraph,
    nodes.bullet_list,
    nodes.enumerated_list,
    nodes.list_item,
    nodes.emphasis,
    nodes.strong,
    nodes.literal,
    nodes.reference,
    nodes.Text,
}


def made(text: str) -> list[nodes.Node]:
    return render(text, source="note.md", line=1)


def tree(text: str) -> str:
    """The nodes as docutils prints them, without attributes that every such node has."""
    shown = "".join(node.pformat("  ") for node in made(text))
    return re.sub(r' (?:internal="0"|bullet="-"|enumtype="arabic"|prefix=""|suffix=".")', "", shown)


def visible(text: str) -> str:
    return "\n\n".join(node.astext() for node in made(text))


def check_allowed(text: str) -> None:
    for block in made(text):
        for node in block.findall():
            assert type(node) in ALLOWED
            if isinstance(node, nodes.reference):
                assert re.match(r"https?://", node["refuri"], re.IGNORECASE)
                assert not any(isinstance(child, nodes.reference) for child in node.findall(
                    include_self=False) if child is not node)  # fmt: skip


@pytest.mark.parametrize("case", folder_cases("annotations/bodies"))
def test_what_a_body_becomes(case: Case) -> None:
    check_allowed(case.input)
    assert tree(case.input).rstrip() == case.expected


def test_no_text_makes_no_nodes() -> None:
    assert made("") == made("\n \n") == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "<!-- comment -->",
        "<?php echo 1 ?>",
        "a <b>bold</b> word",
        "# Heading",
        "Heading\n=======",
        "Heading\n---",
        "> quoted",
        "***",
        "```{include} /etc/passwd\n```",
        "```python\nprint(1)\n```",
        "~~~\ncode\n~~~",
        ":::{include} /etc/passwd\n:::",
        ":::{raw} html\n<script>\n:::",
        "::::{note}\n:::{raw} html\n:::\n::::",
        "    indented code",
        "| a | b |\n|---|---|\n| c | d |",
        "{{ config }}",
        "{{ env.app.srcdir }}",
        "{% include 'x' %}",
        "% comment",
        "+++ break",
        "(target)=",
        "[label]: https://example.org\n[label]",
        "[label][label]",
        "[^1]\n[^1]: note",
        "![alt](https://example.org/a.png)",
        "![alt][ref]",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](javascript&colon;alert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](mailto:jane@example.org)",
        "[a](//example.org/x)",
        "[a](/etc/passwd)",
        "[a](other.md)",
        "[a](#target)",
        "[a]()",
        "[a](<>)",
        "[a](https://)",
        "[a](http:///x)",
        "[a](https://[::1)",
        "[a](https://x:port/)",
        "[a](https://good.example@bad.example/)",
        "<javascript:alert(1)>",
        "<mailto:jane@example.org>",
        "<jane@example.org>",
        "<ftp://example.org>",
        "https://example.org is not marked up",
        "{raw}`<script>`",
        "{download}`/etc/passwd`",
        "{doc}`index`",
        "{abbr}`a (b)`",
        "{term}`a <>`",
        "{term}`<b>`",
        "{term}`a <b> c`",
        "{term}`a <b`",
        "{term}`!a`` x",
        "{term}` `",
        "{cite}`{pre}key`",
        "{cite}`a b`",
        "{cite}`a,,b`",
        "{cite:t}`key`",
        "{term}``a``",
        "``two ticks``",
        "`",
        "[",
        "]",
        "[]",
        "_ _",
        "&lt;b&gt; &amp; &#x3c;",
        "$x$ $$y$$",
        "a^b^ ~c~ ~~d~~",
        "[span]{.class #id}",
        "{.class}",
        ":smile: :field: value",
        "Term\n: definition",
        "- [ ] ",
        "@cite",
        "<a@b>`",
        "\\<",
    ],
)  # fmt: skip
def test_everything_else_stays_what_it_is(text: str) -> None:
    check_allowed(text)
    shown = visible(text)
    # A bullet is the one sign here that is layout; white space at a line's edge never shows.
    plain = text.removeprefix("- ").replace("\\<", "<")
    assert [line.strip() for line in shown.split("\n")] == [
        line.strip() for line in plain.split("\n")
    ]
    assert not any(block.next_node(nodes.reference) for block in made(text))


def test_roles_need_a_directive_and_stay_characters_without_one() -> None:
    assert visible("{term}`NATO` and {cite}`doe2021`") == "{term}`NATO` and {cite}`doe2021`"


def test_a_link_in_a_link_is_characters() -> None:
    [reference] = made("[<https://example.com> x](https://example.org)")[0].findall(nodes.reference)
    assert reference["refuri"] == "https://example.org"
    assert reference.astext() == "<https://example.com> x"


def test_a_links_title_is_dropped() -> None:
    assert "title" not in tree('[a](https://example.org "javascript:alert(1)")')


def test_nodes_know_where_they_stand() -> None:
    first: Any
    second: Any
    first, second = render("One.\n\n- Two.", source="note.md", line=11)
    assert (first.source, first.line, second.line) == ("note.md", 11, 13)
    assert second[0][0].line == 13


def test_deep_lists_lose_nothing() -> None:
    text = "\n".join("  " * depth + f"- item{depth}" for depth in range(40))
    check_allowed(text)
    assert re.findall(r"item\d+", visible(text)) == [f"item{depth}" for depth in range(40)]


@pytest.mark.parametrize("sign", ["- ", "* ", "1. ", "+ 1) "])
def test_lists_on_one_line_lose_nothing(sign: str) -> None:
    check_allowed(sign * 200 + "end")
    assert visible(sign * 200 + "end").endswith("end")


def test_deep_emphasis_ends_in_characters() -> None:
    text = "*a " * 40 + "b" + " a*" * 40
    [paragraph] = made(text)
    depth = max(
        sum(isinstance(parent, nodes.emphasis) for parent in _parents(node))
        for node in paragraph.findall(nodes.Text)
    )
    assert depth == MAX_INLINE_DEPTH
    assert paragraph.astext().count("a") == 80
    assert paragraph.astext().count("*") == 2 * (40 - MAX_INLINE_DEPTH)


def _parents(node: nodes.Node) -> Iterator[nodes.Node]:
    while node.parent is not None:
        node = node.parent
        yield node


@pytest.mark.parametrize(
    "unit",
    ["[", "](", "[a](", "[[]", "[*", "*a ", "**a", "***a", "_a*", "a*", "`a", "``a", "{a}`",
     "{term}`", "![", "<", "<a ", "<https://a", "- ", "-\n", "- a\n", "1. ", "> ", "\\", "\n", " ",
     "\t", "a\n",
     "[](https://a.b ", '[x](https://a.b "', "a](b", "&#", ":::\n", "```\n", "  - a\n"],
)  # fmt: skip
def test_long_repetitions_come_to_an_end(unit: str) -> None:
    # At the cap the slowest takes a fifth of a second; anything exponential would never end.
    text = (unit * MAX_BODY)[:MAX_BODY]
    check_allowed(text)


@pytest.mark.parametrize("role", ["term", "cite", "raw"])
@pytest.mark.parametrize("unit", ["b", "b ", "b,", ",", "<b", "b <"])
@pytest.mark.parametrize("end", ["`", ">`", "``", ""])
def test_long_roles_come_to_an_end(role: str, unit: str, end: str) -> None:
    text = f"{{{role}}}`a <{unit * 4_000}"[: MAX_BODY - 2] + end
    assert visible(text).replace(" ", "") == text.replace(" ", "")


def test_a_body_beyond_the_cap_is_plain_text() -> None:
    paragraph = "*a* [b](https://example.org) " * 10 + "{term}`c`"
    blocks = made(f"{paragraph}\n\n" * 4_000)
    assert [block.astext() for block in blocks] == [paragraph] * 4_000


ATTACK = st.text(
    st.sampled_from(
        "ab1 \n\t*_`[]()<>{}!\\:-+#|&;=~$%\"'/.\r\x00\x0b\x0c\x1c\x85\u2028\u202e\ufeff\ud800"
    )
    | st.characters(),
    max_size=80,
)
PIECES = st.lists(
    st.sampled_from(
        ["{term}`", "{cite}`", "{raw}`", "`", "[a](https://b.c)", "[", "](", "https://", "\\",
         "javascript:", "<", ">", "*", "**", "\n\n", "\n", "  ", "- ", "1. ", "```", ":::", "word",
         "!", "&#58;"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(ATTACK | PIECES)
def test_whatever_the_text_only_allowed_nodes_come_of_it(text: str) -> None:
    check_allowed(text)


@given(st.text(st.sampled_from("ab \n*_`{}<>!\\#-+=|&;~:."), max_size=60))
def test_no_letter_is_lost_or_added(text: str) -> None:
    assert re.findall(r"[a-z]", visible(text)) == re.findall(r"[a-z]", text)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ()),
        ("{cite}`a`, {cite}`b:1,c/2` and {cite}`a`", ("a", "b:1", "c/2")),
        ("- *{cite}`a`*", ("a",)),
        ("`{cite}`a``", ()),
        (r"\{cite}`a`", ()),
        ("{cite}`a\n, b`", ("a", "b")),
    ],
)
def test_which_keys_a_body_cites(text: str, keys: tuple[str, ...]) -> None:
    assert cited_keys(text) == keys


@pytest.mark.parametrize(
    "href", ["http://a", "https://a.b:80/c?d#e", "HTTPS://A.B", "https://[::1]/", "https://xn--e1a.b"]
)  # fmt: skip
def test_web_addresses(href: str) -> None:
    assert is_web_address(href)


@pytest.mark.parametrize(
    "href", ["", "a", "//a", "http:", "http://", "https:a", "https://a b", "https://a\\b",
             "https://a\u202eb", "https://a:b", "https://a:99999", "https://u@a", "javascript://a/%0a"]
)  # fmt: skip
def test_no_web_addresses(href: str) -> None:
    assert not is_web_address(href)
