"""At which line of its block a callout stands, and how many lines it has down to the next."""

from __future__ import annotations

import pytest
from docutils import nodes

from briefbook.html.lines import MOST_DOWN, place_at_lines
from briefbook.html.nodes import beside
from briefbook.sphinx.nodes import article_block, article_text, quotation, source_callout

LINE = "a" * 50 + " "
"""A word that leaves no room for another in its line."""


def laid_out(*lines: int, known: bool = True) -> list[list[str]]:
    """The classes of callouts whose words begin in these lines of a long paragraph."""
    paragraph = nodes.paragraph()
    for line in range(50):
        said = [f"said-{at}" for at, each in enumerate(lines) if each == line]
        words = nodes.Text(LINE)
        paragraph += quotation("", "", words, said=said) if said and known else words
    callouts = [source_callout("", ids=[f"said-{at}"]) for at in range(len(lines))]
    column = beside("", *callouts)
    text = article_text("", article_block("", paragraph, column))
    place_at_lines(text)
    return [child["classes"] for child in column.children if isinstance(child, nodes.Element)]


def test_the_first_line_needs_no_class() -> None:
    assert laid_out(0) == [[]]


@pytest.mark.parametrize("line", [1, 5, 12])
def test_a_callout_stands_where_its_words_begin(line: int) -> None:
    assert laid_out(line) == [[f"brief-at-{line}"]]


def test_it_has_the_lines_down_to_the_next() -> None:
    assert laid_out(1, 5, 6) == [["brief-at-1", "brief-for-4"], ["brief-at-5"], ["brief-at-6"]]


def test_none_stands_in_the_line_of_the_one_before() -> None:
    assert laid_out(4, 4, 2) == [["brief-at-4"], ["brief-at-5"], ["brief-at-6"]]


def test_one_whose_words_are_not_there_follows_the_one_before() -> None:
    assert laid_out(0, 0, known=False) == [[], ["brief-at-1"]]


def test_those_far_down_stand_together() -> None:
    rows = laid_out(3, MOST_DOWN + 4, MOST_DOWN + 9)
    assert rows == [["brief-at-3", f"brief-for-{MOST_DOWN - 3}"], ["brief-further", "brief-at-30"]]
