"""Dates of whole articles: their blocks, language, publisher, and several days of publication."""

from __future__ import annotations

from dataclasses import replace

from briefbook.text.dates import find_dates
from briefbook.text.kinds import BlockKind, DropReason
from briefbook.text.model import Article, Block, Dropped, Seed, Sidecar


def article(text: str, published: str, *, stamps: tuple[int, ...] = ()) -> Article:
    """An article whose lines are paragraphs, but for those that are time stamps (1-based)."""
    blocks, dropped, place = [], [], 0
    for line, words in enumerate(text.split("\n"), 1):
        end = place + len(words)
        if line in stamps:
            reason = DropReason.TIMESTAMP
            dropped.append(Dropped(line=line, start=place, end=end, reason=reason))
        else:
            blocks.append(Block(line=line, start=place, end=end, kind=BlockKind.PARAGRAPH))
        place = end + 1
    seed = Seed(
        name="x",
        path="seeds/x.txt",
        text=text,
        sha256="",
        published=published,
        header_end=0,
        sidecar=Sidecar(),
    )
    return Article(seed=seed, blocks=tuple(blocks), dropped=tuple(dropped), publisher=None)


def values(whole: Article) -> list[tuple[int, str, str]]:
    return [(item.line, item.value, item.anchor) for item in find_dates(whole)]


def test_the_present_below_a_picture_is_past() -> None:
    # Published on a Thursday.
    whole = article("The envoy meets sailors on Saturday.", "2021-12-30")
    assert [(item.value, item.alternative) for item in find_dates(whole)] == [
        ("2022-01-01", "2021-12-25")
    ]
    caption = replace(whole.blocks[0], kind=BlockKind.CAPTION)
    below = replace(whole, blocks=(caption,))
    assert [(item.value, item.alternative) for item in find_dates(below)] == [("2021-12-25", None)]


TWO_STORIES = """The Minister spoke today.
Published 28 December 2021, 10:15 GMT
The envoy left today."""


def test_a_stamp_within_the_article_opens_another_story() -> None:
    assert values(article(TWO_STORIES, "2021-12-30", stamps=(2,))) == [
        (1, "2021-12-30", "2021-12-30"),
        (3, "2021-12-28", "2021-12-28"),
    ]


def test_a_stamp_far_from_publication_is_of_something_else() -> None:
    assert values(article(TWO_STORIES, "2021-06-30", stamps=(2,)))[1] == (
        3,
        "2021-06-30",
        "2021-06-30",
    )


UNDER_A_STAMP = """17.12.2021
The Minister spoke today."""


def test_a_stamp_above_the_article_gives_a_month_its_day() -> None:
    assert values(article(UNDER_A_STAMP, "2021-12", stamps=(1,))) == [
        (2, "2021-12-17", "2021-12-17")
    ]


def test_a_stamp_above_the_article_corrects_a_placeholder() -> None:
    assert values(article(UNDER_A_STAMP, "2021-01-01", stamps=(1,))) == [
        (2, "2021-12-17", "2021-12-17")
    ]


def test_a_stamp_above_the_article_does_not_overrule_a_day() -> None:
    assert values(article(UNDER_A_STAMP, "2021-12-18", stamps=(1,))) == [
        (2, "2021-12-18", "2021-12-18")
    ]


def test_the_editors_day_is_no_placeholder() -> None:
    whole = article(UNDER_A_STAMP, "2021-01-01", stamps=(1,))
    signed = replace(whole.seed, sidecar=Sidecar(published="2021-01-01"))
    assert values(replace(whole, seed=signed)) == [(2, "2021-01-01", "2021-01-01")]


def test_the_editors_language_and_publisher_order_figures() -> None:
    whole = article("Signed on 3/4/2019.", "2021-12-30")
    assert [item.value for item in find_dates(whole)] == ["2019-03-04"]
    british = replace(whole.seed, sidecar=Sidecar(language="en-GB"))
    assert [item.value for item in find_dates(replace(whole, seed=british))] == ["2019-04-03"]
    assert [item.value for item in find_dates(replace(whole, publisher="BBC"))] == ["2019-04-03"]


def test_nothing_outside_the_blocks() -> None:
    whole = article("Published 28 December 2021\nThe end of\n2021 was mild.", "2021-12-30")
    inner = replace(whole, blocks=whole.blocks[1:])
    assert [(item.line, item.text) for item in find_dates(inner)] == [(3, "2021")]
