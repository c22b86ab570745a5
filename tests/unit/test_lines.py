"""Where lines end, and which ends are counted."""

from __future__ import annotations

import pytest

from briefbook.text.bodies import find_bodies, load_catalogue
from briefbook.text.clean import clean
from briefbook.text.lines import split_lines
from briefbook.text.seeds import parse_seed


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\ntwo\r\nthree\rfour", [(1, "one"), (2, "two"), (3, "three"), (4, "four")]),
        ("one\u2028two\u2029three\n\x0cfour", [(1, "one"), (1, "two"), (1, "three"), (2, "four")]),
        ("one\x0btwo\x85  three \x0c\nfour", [(1, "one"), (1, "two"), (1, "three"), (2, "four")]),
        ("one\x1ctwo\x1dthree", [(1, "one\x1ctwo\x1dthree")]),
        ("\n\n- one\n", [(3, "one")]),
        ("", []),
    ],
)
def test_lines_end_and_are_counted(text: str, lines: list[tuple[int, str]]) -> None:
    found = list(split_lines(text))
    assert "".join(text[line.start : line.end] for line in found) == text
    written = [line for line in found if not line.blank]
    assert [(one.number, text[one.text_start : one.text_end]) for one in written] == lines


def test_each_line_is_a_block_of_its_own() -> None:
    lines = [
        f"The minister of Freedonia said that talk {i} would go on for a while." for i in "abc"
    ]
    seed = parse_seed(
        (" date 2021-12-30 \n" + "\u2029".join(lines) + "\x0c\n" + lines[0] + " Again.").encode(),
        name="a",
        path="seeds/a.txt",
    )
    article = clean(seed)
    texts = [(block.line, article.text_of(block)) for block in article.blocks]
    assert texts == [(2, lines[0]), (2, lines[1]), (2, lines[2]), (3, lines[0] + " Again.")]
    assert [block.number for block in article.blocks] == [1, 2, 3, 4]


def test_captions_on_one_counted_line_keep_their_credits() -> None:
    captions = [f"A palace in NATO's {i}. Photo: Jane Doe/NATO Library" for i in ("west", "east")]
    article = clean(
        parse_seed(
            (
                " date 2021-12-30 \nThe minister said that talks would go on for long.\n"
                + "\u2028".join(captions)
            ).encode(),
            name="a",
            path="seeds/a.txt",
        )
    )
    assert [photo.line for photo in article.photos] == [3, 3]
    assert len(find_bodies(article, load_catalogue())) == 2
