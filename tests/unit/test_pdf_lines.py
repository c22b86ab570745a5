"""Blocks where only words may stand, code, numbers and diagrams: nothing is lost without a word."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from pdf_build import Built, build_root
from pdf_text import Block, tagged_blocks


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_root("pdf-lines", tmp_path_factory.mktemp("lines"))


@pytest.fixture(scope="module")
def chapters(lines: Built) -> dict[str, list[Block]]:
    """The book's blocks, by the title that they stand under."""
    found: dict[str, list[Block]] = {}
    for block in tagged_blocks(lines.pdf):
        if block.tag.startswith("H"):
            found[block.text] = []
        elif found:
            found[list(found)[-1]].append(block)
    return found


@pytest.fixture(scope="module")
def warnings(lines: Built) -> list[str]:
    return lines.warnings.splitlines()


def test_blocks_in_lines_are_printed_by_themselves(chapters: dict[str, list[Block]]) -> None:
    texts = [block.text for block in chapters["Seven kinds"]]
    assert texts == [
        *("before", "a paragraph", "after"),
        *("before", "in a line"),
        *("before", "–", "a list", "after"),
        *("before", "a code", "after"),
        *("before", "Note", "a note", "after"),
        *("before more", "in emphasis", "after"),
        *("before", "in a container", "after"),
        "before in a rubric after",
        "names",
        "a field without its list",
        "a list of fields without one",
    ]


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("paragraph", "paragraph"),
        ("paragraph", "line"),
        ("bullet_list", "paragraph"),
        ("literal_block", "paragraph"),
        ("note", "paragraph"),
        ("container", "paragraph"),
        ("paragraph", "rubric"),
    ],
)
def test_blocks_in_lines_are_warned_of_with_their_place(
    warnings: list[str], block: str, line: str
) -> None:
    how = "its words are printed there" if line == "rubric" else "it is printed by itself"
    said = f"the node '{block}' stands within a '{line}', where only words may stand; {how}"
    [place] = {
        each.split(": WARNING: ")[0] for each in warnings if said in each and "seven" in each
    }
    assert place.endswith("seven.rst:4")


def test_nothing_is_said_without_a_place(warnings: list[str]) -> None:
    assert [each for each in warnings if not re.match(r".+\.rst:\d+: WARNING: ", each)] == []


def test_no_word_of_any_nest_is_lost(chapters: dict[str, list[Block]]) -> None:
    # A formula has letters of its own.
    text = normalize("NFKC", " ".join(block.raw for block in chapters["Random nests"]))
    found = [int(number) for number in re.findall(r"w(\d+)x", text)]
    assert len(found) > 2_000
    assert found == list(range(len(found)))


def test_code_keeps_its_blanks(chapters: dict[str, list[Block]]) -> None:
    raw = [block.raw for block in chapters["Code"]]
    long = "https://example.org/" + "a" * 58
    assert raw[:3] == [f"name      value   {long}", "alpha     1", "  a        b"]
    assert "a  b   c" in raw[3]


def test_tabs_of_code_end_at_every_eighth_column(chapters: dict[str, list[Block]]) -> None:
    assert "a       code" in [block.raw for block in chapters["Seven kinds"]]


def test_long_words_of_code_stay_in_their_block(chapters: dict[str, list[Block]]) -> None:
    code = [block for block in chapters["Code"] if "Code" in (*block.path, block.tag)]
    for word, end in (("https", 394), ("a_function", 498)):
        # Points from the page's left: where the text column ends, and both columns together.
        [block] = [block for block in code if word in block.text]
        right = max(piece.x + len(piece.text) * piece.size * 0.6 for piece in block.pieces)
        assert right < end


def test_numbers_are_those_that_links_use(chapters: dict[str, list[Block]]) -> None:
    text = "\n".join(block.text for block in chapters["Code"])
    [table] = re.findall(r"Table \d+", text)[:1]
    assert f"As Listing 1 says, a b c, and {table}; by (1)." in text
    assert "Listing 1 A listing" in text
    assert f"{table} A table" in text
    assert [block.text for block in chapters["Code"]].count("(1)") == 1


def test_numbers_of_lines_are_no_part_of_the_code(chapters: dict[str, list[Block]]) -> None:
    raw = [block.raw for block in chapters["Code"]]
    assert raw[raw.index("one = 1") + 1] == "two = 2"


def test_diagrams_are_said_to_be_left_out(chapters: dict[str, list[Block]]) -> None:
    assert [block.text for block in chapters["Diagrams"]] == [
        "A diagram stands here in the HTML book: Goods go from the farm to the harbour",
        "A diagram stands here in the HTML book.",
        "Fig. 1 The roads",
        "In a line [A diagram stands here in the HTML book: road] of words.",
        "A diagram stands here in the HTML book.",
        "Fig. 2 The posts",
        "Something that cannot be printed stands here in the HTML book: Who sits where",
    ]


def test_diagrams_are_warned_of(warnings: list[str]) -> None:
    said = [each for each in warnings if each.endswith("[briefbook.pdf-left-out]")]
    assert len(said) == 5
    assert all("diagrams.rst:" in each for each in said)
