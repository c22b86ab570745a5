"""Which of the notes beside a block are in sight, and how the others are folded."""

from __future__ import annotations

import pytest
from docutils import nodes
from sphinx.addnodes import pending_xref

from briefbook.html.notes_layout import lay_out_notes
from briefbook.sphinx.nodes import annotation, article_block, more


def note(motivation: str, length: int, *, withdrawn: bool = False) -> annotation:
    texts = ["Note", "x" * length, "Jane Doe"]
    paragraphs = (nodes.paragraph("", text) for text in texts)
    return annotation("", *paragraphs, motivation=motivation, withdrawn=withdrawn)


def laid_out(text: str, *notes: annotation) -> list[str]:
    """Motivations of notes in sight, and the lines of those that are folded."""
    beside = nodes.container("", *notes)
    article_block("", nodes.paragraph("", text), beside)
    lay_out_notes(beside)
    return [
        child[0].astext() if isinstance(child, more) else child["motivation"]
        for child in beside.children
        if isinstance(child, nodes.Element)
    ]


SHORT = "A short paragraph."


@pytest.mark.parametrize(
    ("text", "notes", "expected"),
    [
        (SHORT, [("commenting", 400)], ["commenting"]),
        (SHORT, [("commenting", 60), ("linking", 60)], ["commenting", "linking"]),
        (SHORT, [("commenting", 300), ("linking", 300)], ["commenting", "1 link"]),
        (SHORT, [("editing", 300), ("commenting", 300)], ["editing", "1 comment"]),
        (SHORT, [("commenting", 300), ("replying", 300)], ["replying", "commenting"]),
        (SHORT, [("linking", 300)] * 3, ["linking", "2 more links"]),
        ("A long one. " * 100, [("linking", 300)] * 4, ["linking"] * 3 + ["1 more link"]),
    ],
)
def test_notes_in_sight(text: str, notes: list[tuple[str, int]], expected: list[str]) -> None:
    assert laid_out(text, *(note(*each) for each in notes)) == expected


def test_what_is_withdrawn_is_no_comment_any_more() -> None:
    notes = [note("commenting", 300), *(note("commenting", 60, withdrawn=True),) * 2]
    assert laid_out(SHORT, *notes) == ["commenting", "2 notes withdrawn"]
    long = [note("linking", 300), note("commenting", 300), note("commenting", 300, withdrawn=True)]
    assert laid_out(SHORT, *long) == ["linking", "1 comment", "1 note withdrawn"]


def cite(key: str) -> pending_xref:
    return pending_xref("", nodes.Text(key), refdomain="cite", reftype="p", reftarget=key)


@pytest.mark.parametrize(
    ("cited", "rest", "expected"),
    [
        ([], "", "Jane Doe · a, b"),
        (["a"], "", "Jane Doe · b"),
        (["a", "b"], "", "Jane Doe"),
        (["a"], "b" * 400, "Jane Doe · b"),  # what cites it is folded away
    ],
)
def test_a_source_is_named_once_in_sight(cited: list[str], rest: str, expected: str) -> None:
    body = [nodes.paragraph("", "", nodes.Text("Told by "), *map(cite, cited))]
    if rest:
        body.append(nodes.paragraph("", "", nodes.Text(rest), cite("b")))
    byline = nodes.paragraph("", "Jane Doe", classes=["brief-byline"])
    byline += [nodes.Text(" · "), cite("a"), nodes.Text(", "), cite("b")]
    one = annotation(
        "", nodes.title("", "Note"), *body, byline, motivation="commenting", withdrawn=False
    )
    laid_out(SHORT, one)
    assert one[-1].astext() == expected
