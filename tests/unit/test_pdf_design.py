"""What settings make of the printed page: margins, numbers, faces, the logo."""

from __future__ import annotations

import io
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
from pdf_build import PLAIN_OPTIONS, code_of, print_code
from pdf_geometry import Sheet, off_the_page, overlaps, sheets
from pdf_text import TEXT_SIZE, tagged_blocks
from pypdf import PdfReader

from briefbook.pdf.design import check_design
from briefbook.pdf.output import Output
from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from briefbook.pdf.config import Options

MM = 72 / 25.4
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><path d="M0 0h60v20z"/></svg>'
)
FONTS = str(resources.files("fontpkg_source_serif_4") / "files")


def printed(folder: Path, **settings: Any) -> bytes:
    """A front page and two chapters of two pages and one, the last in columns, by some settings."""
    out = Output()
    out.start_run("At a glance", "", front=True)
    out.code('par({ "The second chapter, "; page-of(2) })')
    for number, words, in_columns in ((1, "A sentence of the text. ", False), (2, "Late ", True)):
        out.start_run("Chapter", "a date", in_columns=in_columns)
        out.code(f'head("Chapter {number}", level: 1, place: {number})')
        out.code(f"par({words!r} * 400)".replace("'", '"'))
    out.code('par(page-list((1, 2, 1)) + ".")')
    options = replace(PLAIN_OPTIONS, **settings)
    return print_code(code_of(out), options, folder).pdf


@pytest.fixture(scope="module")
def two_sided(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("two-sided")
    return printed(folder, two_sided=True, roman_front=True, author="Jane Doe")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return printed(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def found(two_sided: bytes) -> list[Sheet]:
    return sheets(two_sided)


def test_of_two_sides_margins_are_mirrored_and_wider_where_it_is_bound(found: list[Sheet]) -> None:
    inside, outside = 28 * MM, 20 * MM
    for at, sheet in enumerate(found[1:], start=2):
        if not sheet.boxes:
            continue
        left = min(box.left for box in sheet.boxes)
        right = sheet.width - max(box.right for box in sheet.boxes)
        wanted = (outside, inside) if at % 2 == 0 else (inside, outside)
        assert left == pytest.approx(wanted[0], abs=1), at
        assert right == pytest.approx(wanted[1], abs=4), at
    assert not any(off_the_page(sheet) or overlaps(sheet) for sheet in found)


def test_of_two_sides_a_page_says_its_number_outside(two_sided: bytes) -> None:
    reader = PdfReader(io.BytesIO(two_sided))
    feet = [page.extract_text().splitlines()[-1].strip() for page in reader.pages]
    chapters = feet[reader.page_labels.index("1") :]
    assert [foot.startswith("Book") for foot in chapters] == [
        at % 2 == 0 for at in range(len(chapters))
    ]


def test_the_text_column_is_as_wide_on_one_side_as_on_two(found: list[Sheet], plain: bytes) -> None:
    def width(sheet: Sheet) -> float:
        text = [box for box in sheet.boxes if box.size == TEXT_SIZE]
        return max(box.right for box in text) - min(box.left for box in text)

    assert width(found[2]) == pytest.approx(width(sheets(plain)[2]), abs=1)


def test_the_front_has_roman_numbers_and_chapters_begin_at_one(two_sided: bytes) -> None:
    reader: Any = PdfReader(io.BytesIO(two_sided))
    labels = reader.page_labels
    assert labels[:3] == ["i", "ii", "1"]
    # A chapter begins on a right-hand page.
    assert labels.index("1") % 2 == 0
    blocks = tagged_blocks(two_sided)
    second = next(block.page for block in blocks if block.text == "Chapter 2")
    told = labels[second - 1]
    assert any(block.text == f"The second chapter, p. {told}" for block in blocks)
    assert any(block.text.replace("\u2060", "").endswith(f"1, {told}.") for block in blocks)


def test_pages_are_numbered_from_the_cover_on_without_it(plain: bytes) -> None:
    reader = PdfReader(io.BytesIO(plain))
    assert reader.page_labels == [str(at) for at in range(1, len(reader.pages) + 1)]


def test_faces_and_logo_are_those_that_are_set(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(LOGO, "utf-8")
    settings: Any = {
        "text_face": "Source Serif 4",
        "font_paths": (FONTS,),
        "logo": logo,
        "author": "The council of Freedonia",
    }
    check_design(replace(PLAIN_OPTIONS, **settings))
    pdf = printed(tmp_path / "work", **settings)
    text = next(block for block in tagged_blocks(pdf) if block.text.startswith("A sentence of"))
    assert text.pieces[0].font.startswith("SourceSerif4")
    assert _alternatives(pdf) == ["The council of Freedonia"]


def _alternatives(pdf: bytes) -> list[str]:
    found: list[str] = []
    reader: Any = PdfReader(io.BytesIO(pdf))
    stack: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while stack:
        node = stack.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            stack += node
        elif isinstance(node, dict):
            found += [str(node["/Alt"])] if "/Alt" in node else []
            stack += [node["/K"]] if "/K" in node else []
    return found


def complaint(options: Options) -> FileProblem:
    with pytest.raises(FileProblem) as caught:
        check_design(options)
    return caught.value


def test_a_face_that_no_font_has_is_named_with_those_there_are() -> None:
    problem = complaint(replace(PLAIN_OPTIONS, sans_face="Freedonia Sans", font_paths=(FONTS,)))
    assert "briefbook_pdf_sans_face is 'Freedonia Sans'" in problem.problem
    assert "briefbook_pdf_font_paths" in problem.remedy
    assert "Source Serif 4" in problem.remedy


def test_a_logo_that_is_not_there_or_no_picture_is_named(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    assert "no such file" in complaint(replace(PLAIN_OPTIONS, logo=logo)).problem
    logo.write_text("not a drawing", "utf-8")
    problem = complaint(replace(PLAIN_OPTIONS, logo=logo))
    assert "no picture that can be printed" in problem.problem
    assert "PNG" in problem.remedy
