"""Cleaning: the fixture files are its specification; below them, what they cannot say."""

from __future__ import annotations

from typing import Any

import pytest
from fixture_cases import Case, folder_cases

from briefbook.text.clean import clean, headline, keep_lines
from briefbook.text.clean.captions import find_credit, take_apart
from briefbook.text.clean.labels import label_end
from briefbook.text.clean.publisher import publisher_of_notice, publisher_of_offers
from briefbook.text.errors import SeedError
from briefbook.text.kinds import BlockKind, DropReason
from briefbook.text.lines import count_lines
from briefbook.text.model import Article, Credit, Sidecar
from briefbook.text.seeds import parse_seed

STORY = """\
The Minister of Freedonia arrived in Sylvania on Monday for two days of talks about the river.
He told reporters that both sides wanted an accord before the end of the summer, but named no date.
Sylvania closed the bridge last year after a dispute over fishing rights.
"""


def cleaned(text: str, **sidecar: Any) -> Article:
    seed = parse_seed(
        text.encode(),
        name="case",
        path="seeds/case.txt",
        sidecar=Sidecar(**sidecar),
        date="2021-12-30",
    )
    return clean(seed)


def told(article: Article) -> str:
    """What is not layout: line or lines, and kind; line, "-" and why it is dropped."""
    parts = []
    for block in article.blocks:
        more = count_lines(article.text_of(block)) - 1
        lines = f"{block.line}-{block.line + more}" if more else f"{block.line}"
        parts.append((block.start, f"{lines} {block.kind.value}"))
    parts += [
        (part.start, f"{part.line} - {part.reason.value}")
        for part in article.dropped
        if part.reason not in (DropReason.LAYOUT, DropReason.HEADER)
    ]
    return "\n".join(fate for _, fate in sorted(parts))


@pytest.mark.parametrize("case", folder_cases("clean"))
def test_fixtures(case: Case) -> None:
    assert told(cleaned(case.input)) == case.expected


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_make_no_difference(line_break: str) -> None:
    unix, other = cleaned(STORY), cleaned(STORY.replace("\n", line_break))
    assert told(unix) == told(other)
    assert [unix.text_of(b) for b in unix.blocks] == [other.text_of(b) for b in other.blocks]


def test_what_is_kept_in_doubt_says_so() -> None:
    headlines = (
        "Freedonia opens the bridge over the river\nSylvania votes on Sunday, parties level\n"
    )
    assert all(block.doubtful for block in cleaned(headlines).blocks)
    assert not any(block.doubtful for block in cleaned(STORY).blocks)


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for our daily newsletter\nGet the top stories in your inbox.\n",
        "Home\nWorld\nPolitics\nSearch\nLog in\n",
        "Access denied\nPlease enable cookies.\n",
        "404\nPage not found\nHome\n",
        "* * *\n- \n",
    ],
)
def test_no_article_is_invented(text: str) -> None:
    with pytest.raises(SeedError, match="nothing is left of it after cleaning"):
        cleaned(text)


def test_an_editor_overrules_the_rules() -> None:
    text = f"Sign up for our newsletter\n{STORY}- A bullet that was never there.\nShare\n"
    article = cleaned(text, keep=((1, 1), (6, 99)), drop=((3, 4),))
    assert told(article).split("\n") == [
        "1 paragraph",
        "2 paragraph",
        "3 - editor",
        "4 - editor",
        "5 bullet",
        "6 paragraph",
    ]
    assert not any(block.doubtful for block in article.blocks if block.line in (1, 6))


def test_an_editor_may_leave_nothing() -> None:
    with pytest.raises(SeedError):
        cleaned(STORY, drop=((1, 3),))


def test_the_publisher_is_the_sidecars_or_what_the_offers_or_the_notice_name() -> None:
    offers = (
        "Sign up for Gazette Mornings\nSubscribe to Gazette Business for insights\n"
        "Want a daily digest of the top Zenda news?\n"
        "Get a daily digest of the stories of your town with Gazette Zenda\n"
    )
    assert cleaned(offers + STORY).publisher == "Gazette"
    assert cleaned(offers + STORY, publisher="The Gazette").publisher == "The Gazette"
    assert cleaned(STORY + "© 2021 The Freedonia Gazette. All rights reserved.").publisher == (
        "The Freedonia Gazette"
    )
    title = "Freedonia and Sylvania open talks on river"
    assert cleaned(f"{title} | World | The Gazette\n{title}\n{STORY}").publisher == "The Gazette"
    assert cleaned(f"{title}\n{title}\n{STORY}").publisher is None
    assert cleaned(STORY).publisher is None


def test_one_offer_or_none_names_no_publisher() -> None:
    assert publisher_of_offers(["Sign up for Zenda Mornings"]) is None
    assert publisher_of_offers([]) is None
    assert publisher_of_offers(
        [f"Get the newsletter from Freedonia Gazette {town}" for town in ("A1", "B2", "C3", "D4")]
    ) == ("Freedonia Gazette")
    assert publisher_of_notice(["© 2021. all rights reserved"]) is None


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (
            "The bridge. Photo: Jane Doe-Pool/Keystone via Getty Images",
            "The bridge.",
            Credit(photographer="Jane Doe-Pool", agency="Keystone", via="Getty Images"),
        ),
        ("The bridge. Photograph by Jane Doe", "The bridge.", Credit(photographer="Jane Doe")),
        (
            "The bridge. (AP Photo/Jane Doe)",
            "The bridge.",
            Credit(photographer="Jane Doe", agency="AP Photo"),
        ),
        (
            "The bridge. REUTERS/Jane Doe",
            "The bridge.",
            Credit(photographer="Jane Doe", agency="REUTERS"),
        ),
        (
            "The bridge. [Jane Doe/AFP]",
            "The bridge.",
            Credit(photographer="Jane Doe", agency="AFP"),
        ),
        ("The bridge. Photo: Getty Images", "The bridge.", Credit(agency="Getty Images")),
        ("The bridge (Getty Images)", "The bridge", Credit(agency="Getty Images")),
        (
            "Die Brücke. Foto: Jane Doe/dpa",
            "Die Brücke.",
            Credit(photographer="Jane Doe", agency="dpa"),
        ),
        ("© Jane Doe / AFP", "", Credit(photographer="Jane Doe", agency="AFP")),
    ],
)
def test_credits_are_taken_apart(line: str, caption: str, credit: Credit | None) -> None:
    article = cleaned(f"{line}\n{STORY}")
    (photo,) = article.photos
    assert (photo.line, photo.caption, photo.credit) == (1, caption, credit)


def test_a_caption_without_a_credit() -> None:
    (photo,) = cleaned(f"FILE PHOTO: The bridge over the river.\n{STORY}").photos
    assert photo.caption == "FILE PHOTO: The bridge over the river."
    assert photo.credit is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The bridge at dawn. Photo: Jane Doe (AP)", "Jane Doe (AP)"),
        ("The bridge at dawn. (Photo: Jane Doe)", "Jane Doe"),
        ("The bridge at dawn. (Photo: Jane Doe (AP)).", "Jane Doe (AP)"),
    ],
)
def test_a_labelled_credit_keeps_its_own_brackets(line: str, credit: str) -> None:
    found = find_credit(line)
    assert found is not None
    assert found["credit"] == credit


def test_no_credit_in_a_long_line_or_a_plain_one() -> None:
    assert find_credit("The photo by the door was taken at night, he said.") is None
    assert find_credit("word " * 200 + "Photo: Jane Doe") is None
    assert take_apart("Jane Doe") == Credit(photographer="Jane Doe")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Why it matters: The bridge is closed.", "Why it matters:"),
        ("What they're saying: Nothing.", "What they're saying:"),
        ("What’s next: The talks go on.", "What’s next:"),
        ("Yes, but: Nobody asked the fishermen.", "Yes, but:"),
        ("By the numbers: 300 fishermen live there.", "By the numbers:"),
        ("The big picture: “We wait,” he said.", "The big picture:"),
        ("Details: The accord has three parts.", "Details:"),
        ("The Minister said: We wait.", None),
        ("Jane Doe: Nobody asked us.", None),
        ("The result of the vote: 12 to 10.", None),
        ("What he wants is plain: peace.", None),
        ("What he wants is plain: Peace.", None),
        ("Why: because", None),
        ("MODERATOR: Good afternoon.", None),
        ("At 10:15 he left.", None),
        ("", None),
    ],
)
def test_section_labels(text: str, label: str | None) -> None:
    end = label_end(text)
    assert (None if end is None else text[:end]) == label


def test_the_sidecars_language_goes_before_the_guess() -> None:
    assert cleaned(STORY).language == "en"
    assert cleaned(STORY, language="en-GB").language == "en-GB"
    assert cleaned("30 40 50 60 70 80.\n").language is None


def test_kept_lines_are_the_body() -> None:
    lines = ["Freedonia and Sylvania open talks on river", "By Jane Doe", *STORY.split("\n")]
    assert keep_lines([*lines, lines[2], "Share"]) == [
        False, False, True, True, True, False, True, False,
    ]  # fmt: skip
    assert keep_lines([]) == []


def test_the_headline_among_lines() -> None:
    lines = ["", "- Home", "Freedonia and Sylvania open talks on river", *STORY.split("\n")]
    assert headline(lines) == 2
    assert headline(lines[3:]) is None
    assert headline([]) is None


def test_blocks_of_one_kind_only_are_numbered() -> None:
    article = cleaned(f"Freedonia and Sylvania open talks on river\nBy Jane Doe\n{STORY}")
    assert [block.kind for block in article.blocks[:2]] == [BlockKind.TITLE, BlockKind.BYLINE]
    assert [block.number for block in article.blocks] == [None, None, 1, 2, 3]
