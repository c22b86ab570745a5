"""A project of stock nodes becomes a tagged PDF without a warning."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

import pytest
from pdf_build import Built, build_root
from pdf_text import Block, tagged_blocks
from pypdf import PdfReader


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_root("pdf-stock", tmp_path_factory.mktemp("stock"))


@pytest.fixture(scope="module")
def blocks(stock: Built) -> list[Block]:
    return tagged_blocks(stock.pdf)


def test_no_warning(stock: Built) -> None:
    assert stock.warnings == ""


def test_text_keeps_every_character_that_typst_would_take_for_markup(blocks: list[Block]) -> None:
    headings = [block.text for block in blocks if block.tag == "H1"]
    assert "$dollar$ #hash @at <angle> ~tilde~ tick //slashes" in headings


def test_no_smart_quotes_dashes_or_ellipses(blocks: list[Block]) -> None:
    assert any('code, "quotes" -- and ... a link' in block.text for block in blocks)


def test_characters_without_a_font_keep_their_text(blocks: list[Block]) -> None:
    assert any("thing other 中 😀 Кириллица" in block.text for block in blocks)


def test_heading_levels_leave_no_gap(blocks: list[Block]) -> None:
    levels = [int(block.tag[1]) for block in blocks if block.tag in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_bookmarks_are_the_headings(stock: Built) -> None:
    outline = PdfReader(io.BytesIO(stock.pdf)).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles[0] == "Contents"
    assert titles[1] == "Stock nodes"
    assert titles[-1] == "Index"


def test_index_has_page_numbers_and_cross_references(blocks: list[Block]) -> None:
    page = next(block.page for block in blocks if block.text == "Lists")
    texts = [block.text for block in blocks]
    after = texts[len(texts) - texts[::-1].index("Index") :]
    assert f"thing, {page}" in after
    assert "see things" in after


def test_metadata(stock: Built) -> None:
    reader: Any = PdfReader(io.BytesIO(stock.pdf))
    assert reader.metadata.title == "Test & Book"
    assert reader.metadata.author == "Jane Doe"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in (
        reader.trailer["/Root"]["/Metadata"].get_data().decode()
    )
