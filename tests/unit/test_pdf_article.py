"""An article in print: its own text whole and alone in the text column, all else beside it."""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pdf_build import ROOTS, Built, build_root
from pdf_text import TEXT_SIZE, Block, running_text, seen, tagged_blocks
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def source() -> Any:
    """The text of the article in tests/roots/test-pdf-article."""
    sys.path.insert(0, str(ROOTS / "test-pdf-article"))
    try:
        return importlib.import_module("article_nodes")
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_root("pdf-article", tmp_path_factory.mktemp("article"))


@pytest.fixture(scope="module")
def blocks(article: Built) -> list[Block]:
    return tagged_blocks(article.pdf)


@pytest.fixture(scope="module")
def page(blocks: list[Block]) -> int:
    return next(block.page for block in blocks if block.tag == "H2")


def size_of(block: Block) -> float:
    return max((piece.size for piece in block.pieces), default=0)


def test_builds_without_a_warning(article: Built) -> None:
    assert article.warnings == ""


def test_text_column_is_the_articles_text_and_nothing_else(
    blocks: list[Block], source: Any
) -> None:
    title = "Minister and Chancellor talk for fifty minutes before January's fair"
    assert running_text(blocks, title) == [seen(text) for text in source.PARAGRAPHS]


def test_caption_is_kept(blocks: list[Block], source: Any) -> None:
    assert source.CAPTION in [block.text for block in blocks]


def test_paragraph_and_note_numbers_are_drawn_yet_not_part_of_the_text(
    article: Built, page: int
) -> None:
    drawn = PdfReader(io.BytesIO(article.pdf)).pages[page - 1].extract_text()
    for number in range(1, 9):
        assert f"¶{number}" in drawn


def test_paragraph_and_note_numbers_are_read_out(article: Built) -> None:
    told = tagged_blocks(article.pdf, with_labels=True)
    labels = [block.text for block in told if block.tag == "Label"]
    assert labels == ["¶1", "¶2", "1", "¶3", "¶4", "¶5", "¶6", "¶7", "¶8"]


def test_what_stands_beside_is_read_out_right_after_its_paragraph(
    blocks: list[Block], source: Any
) -> None:
    found = [
        seen(source.PARAGRAPHS[6]),
        "Source: group · relays the Minister",
        "the source that is of kind group",
        "briefed reporters on condition of brevity; ¶7",
        seen(source.PARAGRAPHS[7]),
    ]
    texts = [block.text for block in blocks]
    start = texts.index(found[0])
    assert texts[start : start + len(found)] == found
    second = texts.index(seen(source.PARAGRAPHS[1]))
    assert texts[second + 1] == "Note 1 on ¶2:"
    assert texts[texts.index("Its passage is gone.") - 1] == "Note 2"


def test_what_stands_beside_is_a_note_with_a_name_of_its_own(article: Built) -> None:
    reader: Any = PdfReader(io.BytesIO(article.pdf))
    names = [str(each["/ID"]) for each in tags_of(reader) if each.get("/S") == "/Note"]
    assert len(set(names)) == len(names) == 9
    listed = reader.trailer["/Root"]["/StructTreeRoot"]["/IDTree"]["/Names"][::2]
    assert [str(name) for name in listed if str(name).startswith("N")] == sorted(names)


def test_every_callout_and_note_is_printed(blocks: list[Block], source: Any) -> None:
    texts = [block.text for block in blocks]
    for kind in source.KINDS:
        assert f"Source: {kind} · relays the Minister" in texts
        assert f"the source that is of kind {kind}" in texts
    assert "A note on the number of carts, with its own second sentence." in texts
    assert "Its passage is gone." in texts


def test_callouts_stand_in_the_margin_column(blocks: list[Block], page: int) -> None:
    beside = [block for block in blocks if "· relays the Minister" in block.text]
    text = [b for b in blocks if b.page == page and b.tag == "P" and size_of(b) == TEXT_SIZE]
    assert min(block.pieces[0].x for block in beside) > max(b.pieces[0].x for b in text) + 300


def test_removed_lines_are_summed_up_and_not_printed(blocks: list[Block]) -> None:
    texts = [block.text for block in blocks]
    assert any("sign-up: lines 13–54" in text for text in texts)
    assert "Sign up for our newsletter" not in texts


def test_one_line_tells_the_origin_and_leads_to_the_record(
    blocks: list[Block], source: Any
) -> None:
    texts = [block.text for block in blocks]
    record = next(block for block in blocks if "0123456789abcdef" * 4 in block.text)
    line = f"Freedonia Post, 30 December 2021 · record, p. {record.page}"
    assert texts.index(line) < texts.index(seen(source.PARAGRAPHS[0]))
    assert texts.index(record.text) > texts.index(seen(source.PARAGRAPHS[-1]))
    assert "Seed fair · SHA-256" in record.text  # no path, no ending of a file


def test_groups_without_a_text_of_their_own_open_no_page(blocks: list[Block], page: int) -> None:
    heads = [block.text for block in blocks if block.page == page and block.tag == "H1"]
    assert heads == ["Briefing book", "Articles"]


def test_page_references_print_the_page_of_their_target(blocks: list[Block], page: int) -> None:
    line = next(block.text for block in blocks if block.text.startswith("Paragraph three"))
    assert line == f"Paragraph three, p. {page}; the fair, the date, p. {page}."


def test_on_small_paper_callouts_fold_under_their_paragraph(tmp_path: Path, source: Any) -> None:
    built = build_root("pdf-article", tmp_path, briefbook_pdf_paper="a5")
    blocks = tagged_blocks(built.pdf)
    texts = [block.text for block in blocks]
    first, second, third = (texts.index(seen(source.PARAGRAPHS[n])) for n in (0, 1, 2))
    assert first < texts.index("the source that is of kind anonymous") < second
    assert second < texts.index("Note 1 on ¶2:") < third


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("en", ("en", None)),
        ("de-AT", ("de", "AT")),
        ("pt_BR", ("pt", "BR")),
        ("sr-Latn-RS", ("sr", "RS")),
        ("", (None, None)),
        ('x"), panic("', (None, None)),
    ],
)
def test_language_tags(tag: str, parts: tuple[str | None, str | None]) -> None:
    from briefbook.pdf.config import language_and_region

    assert language_and_region(tag) == parts


def test_an_articles_language_is_told_to_readers_of_the_tags(article: Built) -> None:
    reader: Any = PdfReader(io.BytesIO(article.pdf))
    assert reader.trailer["/Root"]["/Lang"] == "en"
    spoken = [str(each["/Lang"]) for each in tags_of(reader) if "/Lang" in each]
    assert "de" in {language.partition("-")[0] for language in spoken}


def tags_of(reader: Any) -> Iterator[Any]:
    """Every element of the structure tree."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop().get_object()
        if isinstance(each, list):
            waiting += each
        elif hasattr(each, "keys"):
            yield each
            waiting += [each["/K"]] if "/K" in each else []
