"""What looks for faults in where words stand finds them."""

from __future__ import annotations

import pytest
from pdf_build import PLAIN_OPTIONS
from pdf_geometry import off_the_page, overlaps, sheets, stranded_heads

from briefbook.pdf.compiler import compile_book
from briefbook.pdf.output import Output


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
    return compile_book(out.source(), PLAIN_OPTIONS, {}, tmp_path_factory.mktemp("faults")).pdf


def test_overlaps_and_words_off_the_page_are_found(pdf: bytes) -> None:
    found = sheets(pdf)
    assert [at for at, sheet in enumerate(found, start=1) if overlaps(sheet)] == [3]
    assert [at for at, sheet in enumerate(found, start=1) if off_the_page(sheet)] == [4]


def test_a_head_left_alone_is_found(pdf: bytes) -> None:
    assert stranded_heads(pdf) == ["Alone"]


def test_an_emptier_page_is_less_full(pdf: bytes) -> None:
    found = sheets(pdf)
    assert found[2].fill < found[1].fill < 1 / 3
