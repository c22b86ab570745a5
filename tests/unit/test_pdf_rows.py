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


def test_notes_stand_where_both_columns_end_highest() -> None:
    notes = [note(200), note(200), note(200)]
    assert shape(paragraph("a"), callout("x"), *notes) == [[("a", 0, 2, 2)]]
    assert shape(paragraph("a " * 90), note(60)) == [[("a " * 90, 0, 1, 0)]]
    assert shape(paragraph("a " * 1000), callout("x"), *notes) == [[("a " * 1000, 0, 4, 0)]]
    assert shape(paragraph("a"), note(600)) == [[("a", 0, 0, 1)]]


def test_the_last_notes_take_the_margin_where_the_first_are_too_long_for_it() -> None:
    [group] = groups_of(rows_of(article_of(paragraph("a " * 90), note(600), note(300), note(420))))
    assert [len(each.astext()) for each in group.beside] == [len("Note 1\n\n") + 420]


def kept(*children: nodes.Node) -> list[tuple[bool, int]]:
    """Of each group, whether it is kept on a page, and how many further its margin spans."""
    return [(group.whole, group.spans) for group in groups_of(rows_of(article_of(*children)))]


def test_a_paragraph_with_notes_is_kept_on_a_page_unless_it_is_too_long() -> None:
    assert kept(paragraph("a"), note(60), paragraph("b")) == [(True, 1), (False, 0)]
    assert kept(paragraph("a"), callout("x"), paragraph("b")) == [(False, 0), (False, 0)]
    assert kept(paragraph("a " * 1500), note(60)) == [(False, 0)]


def test_a_margin_spans_no_more_than_it_needs() -> None:
    texts = [paragraph("b"), paragraph("c"), callout("x"), paragraph("d")]
    assert kept(paragraph("a"), note(90), *texts)[0] == (True, 2)
    assert kept(paragraph("a " * 300), note(90), *texts)[0] == (True, 0)


def test_paragraphs_that_hang_together_are_not_kept_without_end() -> None:
    pairs = [each for _ in range(40) for each in (paragraph("a"), note(90))]
    found = kept(*pairs)
    assert (False, 0) in found
    assert sum(whole for whole, _ in found) > 30
