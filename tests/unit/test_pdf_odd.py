"""What is unknown, hostile, deep or missing is said, kept, and never stops the book."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pdf_build import PLAIN_OPTIONS as OPTIONS
from pdf_build import Built, build, build_root, code_of, print_code
from pdf_text import seen, tagged_blocks
from pypdf import PdfReader

from briefbook.stopping import BuildStopped

ATTACK = '"); #panic("x") \\" ] } $ # <a> @b //'


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_root("pdf-odd", tmp_path_factory.mktemp("odd"))


@pytest.fixture(scope="module")
def texts(odd: Built) -> list[str]:
    return [block.text for block in tagged_blocks(odd.pdf)]


def test_unknown_node_is_a_warning_with_its_place(odd: Built) -> None:
    [warning] = odd.warnings.splitlines()
    assert "mystery.rst:6: WARNING: the PDF builder does not know the node 'mystery'" in warning
    assert warning.endswith("[briefbook.pdf-node]")


def test_unknown_node_can_be_suppressed(tmp_path: Path) -> None:
    built = build_root("pdf-odd", tmp_path, suppress_warnings=["briefbook.pdf-node"])
    assert built.warnings == ""


def test_unknown_node_keeps_its_text(texts: list[str]) -> None:
    assert "The mystery’s text." in texts


def test_attributes_are_data(texts: list[str]) -> None:
    assert texts.count(seen(ATTACK)) == 2  # the code block and the admonition's title


def test_link_to_nowhere_is_text(texts: list[str]) -> None:
    assert "nowhere" in texts


def test_citations_of_other_extensions_lead_to_their_place(odd: Built, texts: list[str]) -> None:
    assert "Doe 2020, Roe 2021" in texts  # of which the second leads nowhere
    place = next(
        block.page for block in tagged_blocks(odd.pdf) if block.text == "The attacked place."
    )
    told = [link["/Contents"] for link in links_of(odd)]
    assert told.count(f"p. {place}") == 2  # "within" and "Doe 2020"


def test_link_to_what_is_left_out_costs_no_page(odd: Built, texts: list[str]) -> None:
    assert "to what is left out" in texts
    pages = {block.page for block in tagged_blocks(odd.pdf)}
    assert pages == set(range(1, max(pages) + 1))


def test_deep_nesting(texts: list[str]) -> None:
    assert "The bottom." in texts
    assert "The innermost quotation." in texts


def test_headings_come_back_to_their_level(odd: Built) -> None:
    levels = {
        block.text: block.tag for block in tagged_blocks(odd.pdf) if re.fullmatch(r"H\d", block.tag)
    }
    assert levels["Down"] == levels["Up again"]
    assert levels["Further down"] == levels["Down again"]
    assert levels["deep"] < levels["Down"] < levels["Further down"]


def links_of(built: Built) -> list[Any]:
    reader: Any = PdfReader(io.BytesIO(built.pdf))
    return [
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", ())
    ]


def test_links_lead_to_pages_and_addresses(odd: Built) -> None:
    actions = links_of(odd)
    addresses = [link["/A"]["/URI"] for link in actions if "/URI" in link.get("/A", {})]
    assert addresses == [f"https://example.org/{ATTACK}"]
    assert all("/A" in link or "/Dest" in link for link in actions)
    assert all(link.get("/Contents") for link in actions)  # PDF/UA-1: words for every link


@pytest.fixture
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")


@pytest.mark.usefixtures("dated")
@pytest.mark.parametrize("name", ["pdf-stock", "pdf-article"])
def test_two_builds_are_identical(name: str, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one = build_root(name, tmp_path / "one")
    two = build_root(name, tmp_path / "two")
    assert one.pdf == two.pdf
    metadata: Any = PdfReader(io.BytesIO(one.pdf)).metadata
    assert metadata.creation_date.year == 2001
    assert "9 September 2001" in tagged_blocks(one.pdf)[1].text


def write_project(folder: Path, **files: str) -> None:
    for name, text in {"conf.py": "extensions = ['briefbook.pdf']\n", **files}.items():
        (folder / name).write_text(text, "utf-8")


def test_image_that_is_none_is_a_warning_and_leaves_its_words(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    text = "T\n=\n\n.. image:: broken.png\n   :alt: words for it\n"
    write_project(source, **{"index.rst": text})
    (source / "broken.png").write_bytes(b"no image")
    built = build(source)
    [warning] = built.warnings.splitlines()
    assert "index.rst: WARNING: broken.png is no image that can be printed" in warning
    assert warning.endswith("[briefbook.pdf]")
    assert "words for it" in [block.text for block in tagged_blocks(built.pdf)]


def test_image_that_may_be_printed_amiss_is_a_warning_with_its_place(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    write_project(source, **{"index.rst": "T\n=\n\n.. image:: odd.svg\n"})
    foreign = '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml"/>'
    (source / "odd.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        f"{foreign}</foreignObject></svg>"
    )
    [warning] = build(source).warnings.splitlines()
    assert "index.rst: WARNING: odd.svg may be printed other than it is" in warning


def test_what_typst_says_is_traced_to_its_document(tmp_path: Path) -> None:
    from briefbook.pdf.book import CannotPrintError
    from briefbook.pdf.compiler import line_in_book
    from briefbook.pdf.output import Output

    out = Output()
    out.begin_document("one")
    out.open("par")
    out.text("// 2\n// 2")  # text is no mark of ours
    out.close()
    for docname in ("two", "three"):
        out.start_run(docname, "")
        out.begin_document(docname)
        out.code('panic("here")' if docname == "two" else "parbreak()")
    with pytest.raises(CannotPrintError) as stopped:
        print_code(code_of(out), OPTIONS, tmp_path)
    line = line_in_book(stopped.value.error.diagnostic)
    assert line is not None
    assert out.document_at(line, code_of(out)) == "two"
    assert out.document_at(line - 3, code_of(out)) == "one"
    for folder in ("template/", "template\\"):  # the latter as Windows has it
        assert line_in_book(f"error: x\n  ┌─ {folder}book.typ:3:2\n") is None


def test_image_that_is_missing_leaves_its_words(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    write_project(source, **{"index.rst": "T\n=\n\n.. image:: gone.png\n   :alt: words for it\n"})
    built = build(source)
    assert "words for it" in [block.text for block in tagged_blocks(built.pdf)]


def test_edition_and_titles_may_be_in_any_script(tmp_path: Path) -> None:
    built = build_root(
        "pdf-stock",
        tmp_path,
        briefbook_pdf_title="Énoncé 中",
        briefbook_pdf_subtitle='"Sub" #title',
        release="édition 中",
    )
    texts = [block.text for block in tagged_blocks(built.pdf)]
    assert texts[:4] == ["Énoncé 中", '"Sub" #title', "Edition édition 中", "Jane Doe"]


def test_language_and_paper(tmp_path: Path) -> None:
    built = build_root("pdf-stock", tmp_path, language="de", briefbook_pdf_paper="us-letter")
    reader: Any = PdfReader(io.BytesIO(built.pdf))
    assert reader.trailer["/Root"]["/Lang"] == "de"
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [612, 792]


def test_settings_are_checked(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped) as stopped:
        build_root("pdf-stock", tmp_path, briefbook_pdf_paper="b5")
    assert "briefbook_pdf_paper is 'b5'" in str(stopped.value.problem)


def test_every_node_of_docutils_and_sphinx_is_known() -> None:
    from docutils import nodes
    from sphinx import addnodes

    from briefbook.pdf.translator import TypstTranslator

    names = set(nodes.node_class_names)
    names |= {
        name
        for name, value in vars(addnodes).items()
        if isinstance(value, type) and issubclass(value, nodes.Element) and name[0] != "_"
    }
    # Written by the visitor of what they stand in, each in its own way.
    within = {"tgroup", "colspec", "thead", "tbody", "row", "entry", "header", "footer"}
    within |= {"address", "author", "authors", "contact", "copyright", "date", "organization"}
    within |= {"revision", "status", "version"}
    unknown = {
        name
        for name in names - within
        if not any(
            hasattr(TypstTranslator, f"visit_{base.__name__}")
            for base in (getattr(nodes, name, None) or getattr(addnodes, name)).__mro__
        )
    }
    assert unknown == set()


def test_parallel_builds_are_identical(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    pdfs = []
    for jobs in (1, 4):
        folder = tmp_path / str(jobs)
        folder.mkdir()
        pdfs.append(build_root("pdf-stock", folder, parallel=jobs).pdf)
    assert pdfs[0] == pdfs[1]


def test_code_points_are_drawn_in_strokes(tmp_path: Path) -> None:
    """Each digit of them is another, and no stroke is without breadth."""
    from fontTools.ttLib import TTFont

    from briefbook.pdf.codepoints import _STROKE, write_font

    characters = {chr(0x4E00 + 0x111 * digit) for digit in range(16)}  # 4E00, 4F11 … 5DFF
    write_font(characters, tmp_path / "points.ttf")
    drawn = set()
    with TTFont(tmp_path / "points.ttf") as font:
        for character in characters:
            glyph = font["glyf"][font.getBestCmap()[ord(character)]]
            corners = glyph.getCoordinates(font["glyf"])[0]
            strokes = [corners[start : start + 4] for start in range(0, len(corners), 4)]
            for stroke in strokes:
                wide, high = (max(axis) - min(axis) for axis in zip(*stroke, strict=True))
                assert min(wide, high) == _STROKE < max(wide, high)
            drawn.add(tuple(map(tuple, corners)))
    assert len(drawn) == len(characters)


def test_further_fonts_are_used(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    from briefbook.pdf.codepoints import write_font
    from briefbook.pdf.output import Output

    (tmp_path / "fonts").mkdir()
    path = tmp_path / "fonts" / "han.ttf"
    write_font({"中"}, path)
    with TTFont(path) as font:
        for record in font["name"].names:
            record.string = str(record).replace("Points", "Han")
        font.save(path)
    out = Output()
    out.start_run("", "")
    out.open("par")
    out.text("中 and 日")
    out.close()
    options = replace(OPTIONS, font_paths=(str(tmp_path / "fonts"),))
    (tmp_path / "work").mkdir()
    pdf = print_code(code_of(out), options, tmp_path / "work").pdf
    pages: Any = PdfReader(io.BytesIO(pdf)).pages
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert "BriefbookCodeHan" in fonts  # which has the first
    assert "BriefbookCodePoints" in fonts  # which has to stand in for the second
