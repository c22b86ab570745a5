"""Where a passage stands: exactly once, or nowhere; a look-alike is suggested, never taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from annotation_files import PATH, annotation
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.annotations import (
    OrphanReason,
    anchor,
    anchor_all,
    anchoring,
    anchoring_error,
    load_annotations,
)
from briefbook.text.annotations.anchoring import LOOKED_THROUGH
from briefbook.text.clean import clean
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Article, Block, Seed, Sidecar, Span
from briefbook.text.seeds import read_seed

ROOT = Path(__file__).parent.parent.parent

LINES = [
    "The Minister of Freedonia met the Duke of Sylvania on Monday.",
    "The Minister said that the bridge would open; the Duke said that it would not.",
    "A road of four lanes leads to the bridge.",
]


def article(lines: list[str]) -> Article:
    """An article whose every line is a paragraph."""
    text = "\n".join(lines)
    blocks = []
    start = 0
    for number, line in enumerate(lines, 1):
        end = start + len(line)
        if line:
            blocks.append(
                Block(line=number, start=start, end=end, kind=BlockKind.PARAGRAPH, number=number)
            )
        start = end + 1
    seed = Seed(
        name="talks",
        path="seeds/talks.txt",
        text=text,
        sha256="",
        published="2021-12-30",
        header_end=0,
        sidecar=Sidecar(),
    )
    return Article(seed=seed, blocks=tuple(blocks), dropped=(), publisher=None)


def test_a_passage_that_stands_once_is_anchored() -> None:
    anchored = anchor(article(LINES), annotation(exact="the Duke of Sylvania"))
    assert (anchored.start, anchored.end, anchored.orphan) == (30, 50, None)


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [("", " of Freedonia", 0), ("", " said", 62)],
)
def test_what_stands_around_a_passage_tells_it_from_others(
    prefix: str, suffix: str, start: int
) -> None:
    anchored = anchor(
        article(LINES), annotation(exact="The Minister", prefix=prefix, suffix=suffix)
    )
    assert anchored.start == start


def test_only_paragraphs_that_may_hold_a_passage_are_looked_into(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Hundreds of notes and corrections of an article of thousands would take minutes else."""
    looked = []
    places = anchoring._Quotation.places

    def counted(self: anchoring._Quotation, text: str, block: Block) -> Iterator[Span]:
        looked.append(block)
        return places(self, text, block)

    monkeypatch.setattr(anchoring._Quotation, "places", counted)
    long = article([f"The bridge {number} is safe and open." for number in range(2000)])
    for number in range(0, 2000, 100):
        found = anchor(long, annotation(exact=f"bridge {number} is", prefix="The "))
        assert found.start is not None
    assert len(looked) == 20
    assert anchor(long, annotation(exact="bridge", suffix=" of")).orphan is OrphanReason.GONE
    assert len(looked) == 22  # for its words are there, twice and more


def test_blanks_at_the_edge_of_what_stands_around() -> None:
    rows = article(["one", f"two{' ' * 5_000}three", "four"])
    assert anchor(rows, annotation(exact="three", prefix=" ")).start == 5_007
    assert anchor(rows, annotation(exact="four", prefix=" ")).orphan is OrphanReason.GONE


def test_a_prefix_tells_passages_apart_too() -> None:
    anchored = anchor(article(LINES), annotation(exact="the Duke", prefix="not; "))
    assert anchored.orphan is OrphanReason.GONE
    anchored = anchor(article(LINES), annotation(exact="the Duke", prefix="open; "))
    assert anchored.start == LINES[1].index("the Duke") + 62


def test_a_passage_that_stands_twice_is_an_orphan() -> None:
    orphan: Any = anchor(article(LINES), annotation(exact="The Minister"))
    assert (orphan.start, orphan.end, orphan.orphan) == (None, None, OrphanReason.AMBIGUOUS)
    assert orphan.suggestion.line == 1
    assert str(anchoring_error(orphan)) == (
        f"{PATH}:4: its passage stands in the article more than once; give more of what stands "
        "before and after it, as prefix and suffix (line 1 of the seed has 'The Minister')"
    )


def test_overlapping_places_count_as_several() -> None:
    assert anchor(article(["aXaXa"]), annotation(exact="aXa")).orphan is OrphanReason.AMBIGUOUS


def test_a_passage_lies_in_one_block() -> None:
    orphan: Any = anchor(article(LINES), annotation(exact="on Monday.\nThe Minister"))
    assert orphan.orphan is OrphanReason.GONE
    orphan = anchor(article(LINES), annotation(exact="A road", prefix="not.\n"))
    assert orphan.orphan is OrphanReason.GONE
    assert orphan.suggestion.text == "A road"


def test_only_what_the_article_keeps_can_be_annotated() -> None:
    kept = article(LINES)
    kept = Article(seed=kept.seed, blocks=kept.blocks[1:], dropped=(), publisher=None)
    assert anchor(kept, annotation(exact="the Duke of Sylvania")).orphan is OrphanReason.GONE


def test_the_nearest_passage_is_suggested_and_not_taken() -> None:
    orphan: Any = anchor(
        article(LINES), annotation(exact="a road with five lanes leads to the bridge")
    )
    assert orphan.start is None
    assert (orphan.suggestion.line, orphan.suggestion.text) == (
        3,
        "A road of four lanes leads to the bridge",
    )
    assert anchoring_error(orphan).line == 4


@pytest.mark.parametrize(
    ("exact", "suggested"),
    [
        ("Mondey", "Monday"),
        ("OCSE", "OSCE"),
        ("Deputy Secertary", "deputy secretary"),
        ("Friday", None),
    ],
)
def test_of_few_words_what_is_spelt_alike_is_suggested(exact: str, suggested: str | None) -> None:
    whole = article(["It rained.", "The deputy secretary met the OSCE on Monday, and on Tuesday."])
    near = anchor(whole, annotation(exact=exact)).suggestion
    assert (near.text if near else None) == suggested


def test_of_a_very_long_suggestion_the_beginning_is_told() -> None:
    line = f"The {'9' * 5000} Minister of Freedonia"
    orphan: Any = anchor(article([line]), annotation(exact=f"a {'9' * 5000} Minister"))
    assert len(orphan.suggestion.text) > 5000
    said = str(anchoring_error(orphan))
    assert "999" in said
    assert said.endswith("9…)")
    assert len(said) < 700


def test_nothing_alike_suggests_nothing() -> None:
    orphan: Any = anchor(article(LINES), annotation(exact="cake and tea for everyone"))
    assert (orphan.orphan, orphan.suggestion) == (OrphanReason.GONE, None)
    assert "the seed has" not in str(anchoring_error(orphan))


def test_a_passage_without_a_word_may_be_gone() -> None:
    assert anchor(article(LINES), annotation(exact="…")).suggestion is None


def test_anchoring_again_forgets_that_it_was_an_orphan() -> None:
    orphan: Any = anchor(article(["Something else."]), annotation(exact="the Duke of Sylvania"))
    anchored = anchor(article(LINES), orphan)
    assert (anchored.start, anchored.orphan, anchored.suggestion) == (30, None, None)


WORDS = st.text(st.sampled_from('ab \u00a0"“é😀.*'), min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_law_1_an_anchored_passage_is_the_seeds_own_characters(
    lines: list[str], data: st.DataObject
) -> None:
    whole = article(lines)
    block = data.draw(st.sampled_from(whole.blocks))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, block.end))
    before = data.draw(st.integers(block.start, start))
    after = data.draw(st.integers(end, block.end))
    text = whole.seed.text
    wanted = annotation(exact=text[start:end], prefix=text[before:start], suffix=text[end:after])
    result = anchor(whole, wanted)
    if result.orphan is None:
        assert (result.start, result.end) == (start, end)
        assert text[result.start : result.end] == result.exact
    else:
        assert result.orphan is OrphanReason.AMBIGUOUS
        stretch = text[before:after]
        places = [
            at
            for other in whole.blocks
            for at in range(other.start, other.end)
            if text.startswith(stretch, at) and at + len(stretch) <= other.end
        ]
        assert len(places) > 1


@given(st.lists(WORDS, max_size=6), WORDS)
def test_a_suggestion_is_a_slice_of_a_block(lines: list[str], exact: str) -> None:
    whole = article(lines)
    result = anchor(whole, annotation(exact=exact))
    if near := result.suggestion:
        assert whole.seed.text[near.start : near.end] == near.text
        assert any(
            block.line == near.line and block.start <= near.start < near.end <= block.end
            for block in whole.blocks
        )


def test_a_very_long_article_gets_its_answer() -> None:
    # Were anything quadratic, this would not end today.
    whole = article(["a b " * 100_000] * 2)
    assert anchor(whole, annotation(exact="a b " * 100 + "c")).orphan is OrphanReason.GONE
    assert anchor(whole, annotation(exact="a b")).orphan is OrphanReason.AMBIGUOUS


def test_a_like_passage_far_down_is_not_looked_for() -> None:
    half = "word " * (LOOKED_THROUGH // 10)
    lines = [half[:-20], "some of the passage", half, "the whole of the passage"]
    orphan: Any = anchor(article(lines), annotation(exact="all of the whole passage"))
    assert orphan.suggestion.text == "some of the passage"


def test_the_orphans_of_an_article_are_looked_for_so_far_together() -> None:
    """What a thousand orphans of a long text cost has a bound; few of a short one all are."""
    long = article(["the whole of the passage", "word " * (LOOKED_THROUGH // 10)])
    gone = annotation(exact="all of the whole passage")
    placed = annotation(exact="the whole of")
    anchored = anchor_all(long, [gone, placed, gone, gone, gone])
    assert [note.suggestion is not None for note in anchored] == [True, False, True, False, False]
    assert [note.orphan is not None for note in anchored] == [True, False, True, True, True]
    assert all(
        note.suggestion
        for note in anchor_all(article(LINES), [annotation(exact="a road with four lanes")] * 100)
    )


def test_every_annotation_of_the_book_is_anchored() -> None:
    annotations, errors = load_annotations(ROOT / "docs" / "annotations", root=ROOT)
    assert errors == []
    assert annotations
    for one in annotations:
        seed = read_seed(ROOT / "seeds" / f"{one.seed}.txt", root=ROOT)
        anchored = anchor(clean(seed), one)
        assert anchored.orphan is None, anchoring_error(anchored)
        assert seed.text[anchored.start : anchored.end] == one.exact


def test_every_source_of_the_books_annotations_is_in_its_bibliography() -> None:
    from pybtex.database import parse_file

    annotations, _ = load_annotations(ROOT / "docs" / "annotations", root=ROOT)
    known = set(parse_file(str(ROOT / "docs" / "references.bib")).entries)
    assert {key for one in annotations for key in one.keys} == known
