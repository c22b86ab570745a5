"""A hard-wrapped seed makes the page that the same text makes unwrapped."""

from __future__ import annotations

import textwrap

import pytest
from annotation_files import annotation

from briefbook.pages.article_page import article_page
from briefbook.text.annotations import OrphanReason, anchor, anchoring_error
from briefbook.text.bodies import load_catalogue
from briefbook.text.marks import as_json, mark
from briefbook.text.model import Marks, Sidecar
from briefbook.text.seeds import parse_seed
from briefbook.text.unshown import unshown

CATALOGUE = load_catalogue()
HEADWORDS = {body.id: body.headword for body in CATALOGUE}
PARAGRAPHS = """\
Freedonia and Sylvania talk about the river
The Minister of Freedonia, Jane Doe, arrived in Vienna on Jan. 3, 2022, for talks with the \
Organization for Security and Co-operation in Europe about the border river. “We want an accord \
before the summer is over,” Doe told reporters, and named 4 May 2022 as its day.
A senior official of the European Commission said on condition of anonymity, because nobody was \
allowed to speak of the talks, that *both* sides [had] `given way` & would sign next month. It \
was the official's first word on the matter since the bridge was closed.
Sylvania closed the bridge in March 2021 after a dispute over fishing rights. The Council of \
Europe has asked both governments twice to open it again for those who live beside it.
""".splitlines()
HEADER = " date 2022-01-05 \n"


def marks_of(text: str, **sidecar: object) -> Marks:
    known = Sidecar(**sidecar)  # type: ignore[arg-type]
    seed = parse_seed((HEADER + text).encode(), name="a", path="seeds/a.txt", sidecar=known)
    return mark(seed, CATALOGUE)


def shown(marks: Marks, *passages: str) -> str:
    """The page from the article's first block to its last, with notes on ``passages``."""
    notes = [anchor(marks.article, annotation(exact=passage)) for passage in passages]
    page = article_page(marks, HEADWORDS, notes)
    return page[page.index("{brief:article}") : page.index(":::{brief:summary}")]


def filled(width: int, gap: str = "\n\n", indent: str = "", end: str = "\n") -> str:
    parts = [
        textwrap.fill(each, width, initial_indent=indent, break_on_hyphens=False)
        for each in PARAGRAPHS
    ]
    return (gap.join(parts) + "\n").replace("\n", end)


UNWRAPPED = "\n".join(PARAGRAPHS) + "\n"
PASSAGES = ("arrived in Vienna on Jan. 3, 2022", "the official's first word on the matter")


@pytest.mark.parametrize("width", range(60, 82, 3))
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_the_page_is_the_same(width: int, end: str) -> None:
    wrapped = shown(marks_of(filled(width, end=end)), *PASSAGES)
    assert wrapped == shown(marks_of(UNWRAPPED), *PASSAGES)


@pytest.mark.parametrize("width", [60, 72])
def test_the_page_is_the_same_where_indents_part_paragraphs(width: int) -> None:
    wrapped = marks_of(filled(width, gap="\n", indent="   "))
    assert shown(wrapped, *PASSAGES) == shown(marks_of(UNWRAPPED), *PASSAGES)


def test_what_is_marked_is_told_with_its_own_line() -> None:
    marks = marks_of(filled(66))
    lines = marks.article.seed.text.split("\n")
    found = as_json(marks, CATALOGUE)
    told = [*found["dates"], *found["bodies"]]  # type: ignore[misc]
    assert len(told) >= 8
    for part in told:
        assert part["text"].split("\n")[0] in lines[part["line"] - 1]
    assert any("\n" in part["text"] for part in told)
    (quotation,) = (one for one in marks.statements if one.cue == "told")
    assert "“We want" in lines[quotation.line - 1]


@pytest.mark.parametrize(
    "start",
    [
        "# ",
        "1. ",
        "> ",
        "```",
        ":::",
        "    ",
        "\\",
        "|",
        "***",
        "[a]: ",
        "<b>",
        "% ",
        "{term}`",
    ],
)
def test_what_opens_a_line_within_a_block_opens_nothing(start: str) -> None:
    """Law 4: the page has the block on one line, whatever its own lines begin or end with."""
    lines = [
        "The Minister of Freedonia told reporters on the bridge that the",
        f"{start}talks would go on until both sides had come to terms with the  ",
        f"{start}fishermen, who had not been asked so far by anybody of the",
        "government\\",
        "and of the opposition.",
    ]
    page = shown(marks_of("\n".join(lines) + f"\n\n{textwrap.fill(PARAGRAPHS[2], 66)}\n"))
    blocks = [line for line in page.splitlines() if line.startswith("{brief:p}")]
    assert blocks[0].startswith("{brief:p}`1` The Minister")
    assert "the government\\\\ and of the opposition." in blocks[0]
    assert blocks[1].startswith("{brief:p}`2` A senior")


def test_a_passage_is_found_across_line_ends() -> None:
    article = marks_of(filled(66)).article
    found = anchor(
        article, annotation(exact="for talks with the Organization", prefix="2022, ", suffix=" for")
    )
    assert found.start is not None
    assert found.end is not None
    assert article.seed.text[found.start : found.end].split() == found.exact.split()
    twice = anchor(article, annotation(exact="the bridge"))
    assert twice.orphan is OrphanReason.AMBIGUOUS
    gone = anchoring_error(anchor(article, annotation(exact="closed the bridge in April 2021")))
    assert "line 15 of the seed has 'closed the bridge in March 2021'" in str(gone)


def test_what_an_editor_drops_is_parted_from_its_paragraph() -> None:
    marks = marks_of(filled(72), drop=((7, 7),))
    lines = marks.article.seed.text.split("\n")
    words = [marks.article.text_of(block) for block in marks.article.blocks]
    assert lines[6] not in "\n".join(words)
    assert words[1:3] == ["\n".join(lines[3:6]), lines[7]] or words[1] == "\n".join(lines[3:6])


def test_the_place_of_what_is_not_shown_is_that_of_its_line() -> None:
    marks = marks_of(filled(72).replace("anonymity", "anony\x07mity"))
    problem = unshown(marks.article)
    assert problem is not None
    lines = marks.article.seed.text.split("\n")
    assert problem.line is not None
    assert problem.column is not None
    assert lines[problem.line - 1][problem.column - 1] == "\x07"
    assert "more" not in problem.problem
