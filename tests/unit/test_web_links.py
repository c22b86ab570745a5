"""The second wall: whatever rich text a style makes, only web addresses become links."""

from __future__ import annotations

import pytest
from docutils import nodes
from pybtex.richtext import HRef, Protected, String, Symbol, Tag, Text
from pybtex.style import FormattedEntry
from sphinxcontrib.bibtex.transforms import node_text_transform

from briefbook.sphinx.web_links import WebLinks

GOOD = "https://example.org/a_b"


def links(text: Text) -> tuple[list[str], str]:
    """The links and the words of a paragraph of ``text``, as sphinxcontrib-bibtex finishes it."""
    paragraph = WebLinks().paragraph(FormattedEntry("key", text, "1"))
    node_text_transform(paragraph)
    return [node["refuri"] for node in paragraph.findall(nodes.reference)], paragraph.astext()


@pytest.mark.parametrize(
    "text",
    [
        Text(HRef("javascript:x", "words")),
        Text(Tag("em", HRef("data:text/html,x", "words"))),
        Text(Protected(HRef("//example.org", "words"))),
        Text(HRef("https://good.example@bad.example", "words")),
        Text(HRef("../conf.py", "words")),
        Text(HRef("https://example.org/\u202e", "words")),
        Text("\\url ", Protected("words")),
        Text(Protected("\\url "), "words"),
        Text("\\url ", Tag("em", "words")),
        Text("\\url ", "words"),
        Text(Tag("em", "\\url "), Symbol("nbsp"), "words"),
        Text("\\url \\url ", Protected("\\url words")),
    ],
    ids=repr,
)
def test_what_is_no_web_address_is_text(text: str) -> None:
    found, shown = links(text)
    assert found == []
    assert shown.strip() == "words"


@pytest.mark.parametrize(
    "text",
    [
        Text(HRef(GOOD, "words")),
        Text("See ", Tag("em", HRef(GOOD, Tag("b", "words"))), "."),
        Text("See \\url ", Protected("https://example.org/a", Protected("_"), "b"), "."),
        Text(HRef(GOOD, "\\url ", Protected("https://example.org/inner"))),
    ],
    ids=repr,
)
def test_a_web_address_is_a_link(text: str) -> None:
    assert links(text)[0] == [GOOD]


def test_strings_stay_as_they_are() -> None:
    assert links(Text(String("a "), Tag("em", "b"), Symbol("ndash"), "c"))[1] == "a b–c"
