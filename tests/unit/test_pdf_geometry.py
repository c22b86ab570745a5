"""What looks for faults in where words stand finds them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pdf_build import PLAIN_OPTIONS, code_of, print_code
from pdf_geometry import off_the_page, overlaps, sheets, stranded_heads
from pdf_text import TEXT_SIZE
from pypdf import PdfReader

from briefbook.pdf.output import Output

if TYPE_CHECKING:
    from pathlib import Path

NUMBER_SIZE = 6.8
"""Points: the size of a paragraph's number."""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Pages of plain text, of words on words, of words off the page, of a head left alone."""
    out = Output()
    for code in (
        'par("Words that stand as they should, " * 20)',
        'par("Beneath") + place(top, dy: 2pt, par("Above it"))',
        'par("Near") + place(top, dx: 110mm, box(width: 200mm, par("far off the page " * 3)))',
        'v(1fr) + head("Alone", look: "section") + pagebreak() + par("What should follow it")',
    ):
        out.start_run("", "")
        out.code(code)
    return print_code(code_of(out), PLAIN_OPTIONS, tmp_path_factory.mktemp("faults")).pdf


def test_overlaps_and_words_off_the_page_are_found(pdf: bytes) -> None:
    found = sheets(pdf)
    assert [at for at, sheet in enumerate(found, start=1) if overlaps(sheet)] == [3]
    assert [at for at, sheet in enumerate(found, start=1) if off_the_page(sheet)] == [4]


def test_a_head_left_alone_is_found(pdf: bytes) -> None:
    assert stranded_heads(pdf) == ["Alone"]


def test_an_emptier_page_is_less_full(pdf: bytes) -> None:
    found = sheets(pdf)
    assert found[2].fill < found[1].fill < 1 / 3


def test_text_from_right_to_left_leaves_head_and_numbers_in_their_places(tmp_path: Path) -> None:
    out = Output()
    out.start_run("\u05e9\u05e8 \u05d4\u05d7\u05d5\u05e5", "7 March 2022")
    words = "\u05e9\u05e8 \u05d4\u05d7\u05d5\u05e5 " * 40
    out.code(f'in-language("he", none, par({{gutter-number(3); "{words}"}}))')
    pdf = print_code(code_of(out), PLAIN_OPTIONS, tmp_path).pdf
    assert "7 March 2022" in PdfReader(io.BytesIO(pdf)).pages[1].extract_text()
    sheet = sheets(pdf)[1]
    [title, *_rest] = [box for box in sheet.boxes if box.is_artifact]
    assert title.left < sheet.width / 4
    number = [box for box in sheet.boxes if box.size == NUMBER_SIZE]
    assert min(box.left for box in number) > max(
        box.right for box in sheet.boxes if box.size == TEXT_SIZE
    )
