"""Which blocks of an article share a row of the page with which callouts."""

from __future__ import annotations

from docutils import nodes

from briefbook.printed.article_rows import groups_of, rows_of
from briefbook.sphinx import nodes as brief
from briefbook.sphinx.article_blocks import join_blocks


def paragraph(text: str) -> nodes.paragraph:
    return nodes.paragraph("", text)


def callout(text: str) -> brief.callout:
    return brief.source_callout("", nodes.title("", "Somebody"), paragraph(text))


def bullets(*items: list[nodes.Node]) -> nodes.bullet_list:
    listed = nodes.bullet_list()
    listed += [nodes.list_item("", *item) for item in items]
    return listed


def article_of(*children: nodes.Node) -> brief.article_text:
    article = brief.article_text("", *children)
    join_blocks(article)
    return article


def shape(*children: nodes.Node) -> list[list[tuple[str, int, int, int]]]:
    """Groups of rows: text, depth, callouts beside and below."""
    article = article_of(*children)
    return [
        [
            (row.block.astext(), row.depth, len(row.beside), len(row.below))
            for row in (*group.heads, *group.rows)
        ]
        for group in groups_of(rows_of(article))
    ]


def test_callouts_belong_to_the_paragraph_before_them() -> None:
    found = shape(paragraph("a"), callout("x"), callout("y"), paragraph("b"), paragraph("c"))
    assert found == [[("a", 0, 2, 0)], [("b", 0, 0, 0), ("c", 0, 0, 0)]]


def test_what_has_something_beside_it_is_a_group_of_its_own() -> None:
    found = shape(paragraph("a"), paragraph("b"), callout("x"), paragraph("c"), callout("y"))
    assert found == [[("a", 0, 0, 0)], [("b", 0, 1, 0)], [("c", 0, 1, 0)]]


def test_a_subhead_stands_with_what_follows_it() -> None:
    head = nodes.paragraph("", "head", classes=["brief-subhead"])
    article = article_of(paragraph("a"), head, paragraph("b"), callout("x"), paragraph("c"))
    found = [
        ([row.block.astext() for row in group.heads], [row.block.astext() for row in group.rows])
        for group in groups_of(rows_of(article))
    ]
    assert found == [([], ["a"]), (["head"], ["b"]), ([], ["c"])]


def test_bullets_keep_their_depth_and_callouts() -> None:
    inner = bullets([paragraph("deep")])
    found = shape(bullets([paragraph("a"), callout("x")], [paragraph("b"), inner]))
    assert found == [[("a", 1, 1, 0)], [("b", 1, 0, 0), ("deep", 2, 0, 0)]]


def test_a_callout_before_all_text_is_kept() -> None:
    assert shape(callout("x"), paragraph("a")) == [[("", 0, 1, 0)], [("a", 0, 0, 0)]]


def test_what_is_too_long_for_the_margin_stands_below() -> None:
    assert shape(paragraph("a"), callout("x" * 2000)) == [[("a", 0, 0, 1)]]


def note(length: int) -> brief.annotation:
    return brief.annotation(
        "", nodes.title("", "Note 1"), paragraph("x" * length), orphan=False, motivation="linking"
    )


def test_notes_that_would_leave_the_page_white_stand_below() -> None:
    notes = [note(200), note(200), note(200)]
    assert shape(paragraph("a"), callout("x"), *notes) == [[("a", 0, 1, 3)]]
    assert shape(paragraph("a"), callout("x"), note(60)) == [[("a", 0, 2, 0)]]
    assert shape(paragraph("a " * 1000), callout("x"), *notes) == [[("a " * 1000, 0, 4, 0)]]
