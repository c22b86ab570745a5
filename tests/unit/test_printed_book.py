"""The book's own pages in print: at a glance, sources, dates, record and index."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pdf_build import Built
from pdf_geometry import ASCENT, off_the_page, overlaps, sheets, stranded_heads
from pdf_text import TEXT_SIZE, Block, tagged_blocks
from printed_book import NOTES_ON, build_printed
from pypdf import PdfReader

ORIGIN = r"[\w ]+, [\w ]+ · Marks found by rules, not yet reviewed · record, p\. (\d+)"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_printed(tmp_path_factory.mktemp("printed") / "source")


@pytest.fixture(scope="module")
def blocks(built: Built) -> list[Block]:
    return tagged_blocks(built.pdf)


@pytest.fixture(scope="module")
def reader(built: Built) -> Any:
    return PdfReader(io.BytesIO(built.pdf))


def under(blocks: list[Block], title: str) -> list[Block]:
    """What stands under a chapter's heading, down to the next chapter."""
    start = next(at for at, b in enumerate(blocks) if b.tag == "H1" and b.text == title)
    rest = blocks[start + 1 :]
    end = next((at for at, block in enumerate(rest) if block.tag == "H1"), len(rest))
    return rest[:end]


def pages_of(text: str) -> list[int]:
    """``4, 6–8, 12`` as numbers."""
    found: list[int] = []
    for run in re.findall(r"(\d+)(?:–(\d+))?", text):
        found += range(int(run[0]), int(run[1] or run[0]) + 1)
    return found


def test_no_warning(built: Built) -> None:
    assert built.warnings == ""


def test_the_page_at_a_glance_is_one_and_comes_first(blocks: list[Block]) -> None:
    glance = under(blocks, "At a glance")
    page = {block.page for block in glance}
    assert page == {2}
    texts = [block.text for block in glance]
    assert any("13 articles" in text and "not yet reviewed" in text for text in texts)
    heads = [block.text for block in glance if block.tag == "H2"]
    assert heads[-2:] == ["Who speaks", "Articles"]
    assert texts[0] == "What the editors say of it."
    assert any(re.search(r"named person \d+, \d+ %", text) for text in texts)


def test_contents_name_the_page_of_every_article(blocks: list[Block]) -> None:
    texts = [block.text for block in under(blocks, "At a glance")]
    heads = {block.text: block.page for block in blocks if re.fullmatch(r"H[1-4]", block.tag)}
    for day in range(1, 9):
        title = f"Talks of day {day}"
        assert int(texts[texts.index(title) + 1]) == heads[title]


def test_no_quotation_is_printed_twice(blocks: list[Block]) -> None:
    whole = " ".join(block.text for block in blocks)
    for day in range(1, 9):
        assert whole.count(f"No stone of day {day} will be moved") == 1


def outline_of(entries: Any) -> list[str]:
    """The titles of all bookmarks."""
    found: list[str] = []
    for entry in entries:
        found += outline_of(entry) if isinstance(entry, list) else [entry.title]
    return found


def test_bodies_and_sources_are_headings_with_bookmarks(blocks: list[Block], reader: Any) -> None:
    heads = [block.text for block in under(blocks, "Indexes") if block.tag == "H2"]
    assert {"EU", "NATO", "OSCE"} <= set(heads)
    marks = outline_of(reader.outline)
    assert "NATO" in marks
    assert "Major, Mary" in marks


def test_viewers_call_pages_by_their_numbers(reader: Any) -> None:
    assert reader.page_labels == [str(at) for at in range(1, len(reader.pages) + 1)]


def test_sources_say_who_what_kind_how_often_and_where(blocks: list[Block]) -> None:
    cells = [block.text for block in blocks if "TD" in (*block.path, block.tag)]
    who, about, said, pages = cells[cells.index("Major, Mary") :][:4]
    assert (who, about, said) == ("Major, Mary", "named person", "8")
    assert len(pages_of(pages.replace("\u2060", ""))) == 8


def test_every_number_of_the_index_is_right(blocks: list[Block]) -> None:
    entries = [block.text.replace("\u2060", "") for block in under(blocks, "Index")]
    index = {
        found[1]: pages_of(found[2])
        for entry in entries
        if (found := re.fullmatch(r"(\D+), ([\d–, ]+)", entry))
    }
    articles = range(4, under(blocks, "Indexes")[0].page)
    text = [block for block in blocks if block.page in articles and block.tag == "P"]
    for name, words in (("Major, Mary", "Mary Major of"), ("Sample, Max", "Max Sample said")):
        assert index[name] == sorted({each.page for each in text if words in each.text}), name
    explained = next(each.page for each in under(blocks, "Indexes") if each.text == "NATO")
    named = {each.page for each in text if re.search(r"NATO\b.*\.$", each.text)}
    assert set(index["NATO"]) == {explained, *named}
    assert "European Union, see EU" in entries


def test_numbers_are_links_to_their_pages(reader: Any) -> None:
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages, start=1)}
    inner = [
        each.get_object()
        for page in reader.pages
        for each in page.get("/Annots", ())
        if "/Dest" in each.get_object()
    ]
    assert len(inner) > 100
    for link in inner:
        assert link["/Contents"] == f"p. {pages[link.raw_get('/Dest')[0].idnum]}"


def test_checksums_stand_in_the_record_alone(blocks: list[Block]) -> None:
    sums = [block for block in blocks if re.search(r"[0-9a-f]{64}", block.text)]
    assert len(sums) == 13
    record = under(blocks, "Record")
    assert all(block in record for block in sums)
    assert not any("seeds/" in block.text for block in blocks)


def test_an_article_says_its_origin_in_one_line(blocks: list[Block]) -> None:
    pages = {block.page for block in under(blocks, "Record")}
    lines = [found for block in blocks if (found := re.fullmatch(ORIGIN, block.text))]
    assert len(lines) == 13
    assert all(int(line[1]) in pages for line in lines)


def test_dates_stand_once_with_what_happens(blocks: list[Block]) -> None:
    texts = [block.text for block in under(blocks, "Indexes")]
    assert texts.count("June 2023") == 1
    event = next(text for text in texts if text.startswith("NATO meets next month"))
    assert len(re.findall(r"p\. \d+ ¶1\b", event)) == 8


def test_every_page_bears_its_classification(reader: Any) -> None:
    assert all("For official use only" in page.extract_text() for page in reader.pages)


def test_the_accent_is_the_colour_that_is_set(reader: Any) -> None:
    drawn = reader.pages[0].get_contents().get_data()
    assert b"0.47843137 0.12156863 0.23137255" in drawn


def test_it_is_made_to_be_kept_and_read_aloud(reader: Any) -> None:
    told = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "<pdfaid:part>2</pdfaid:part>" in told
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in told


def test_one_article_alone_is_printed_with_what_it_rests_on(built: Built) -> None:
    pdf = (built.outdir / "talks.pdf").read_bytes()
    alone = tagged_blocks(pdf)
    heads = [block.text for block in alone if block.tag == "H1"]
    assert heads == ["Talks of day 1", "Indexes", "Record", "Abbreviations"]
    assert alone[0].page == 1
    short = [block.text for block in under(alone, "Abbreviations")]
    assert {"EU", "NATO", "OSCE"} <= set(short)
    told = PdfReader(io.BytesIO(pdf))
    assert told.metadata is not None
    assert told.metadata.title == "Talks of day 1"
    assert "Project name not set · edition of" in told.pages[0].extract_text()
    assert not any("more, p." in block.text for block in alone)


# Where the words stand


def test_no_word_runs_off_a_page(built: Built) -> None:
    assert [at for at, sheet in enumerate(sheets(built.pdf), start=1) if off_the_page(sheet)] == []


def test_no_words_overlap(built: Built) -> None:
    assert [at for at, sheet in enumerate(sheets(built.pdf), start=1) if overlaps(sheet)] == []


def test_no_head_is_left_alone(built: Built) -> None:
    assert stranded_heads(built.pdf) == []


def test_only_ends_of_articles_and_of_the_book_leave_pages_empty(
    built: Built, blocks: list[Block]
) -> None:
    found = sheets(built.pdf)
    opening = {block.page for block in blocks if re.fullmatch(r"H[1-4]", block.tag)}
    ends = {page - 1 for page in opening} | {len(found)}
    short = [at for at, sheet in enumerate(found, start=1) if sheet.fill < 1 / 3]
    assert set(short) <= ends


def test_a_box_names_six_of_a_hundred_dates_and_where_the_others_are(blocks: list[Block]) -> None:
    index = under(blocks, "Indexes")
    more = [block.text for block in blocks if re.fullmatch(r"and \d+ more, p\. \d+", block.text)]
    assert f"and 104 more, p. {index[0].page}" in more
    assert sum(block.text.count("1 January 2020") for block in index) == 2  # the day and its event


LINE = 14.1
"""Points: from a line of the text to the next."""


def reach(block: Block) -> tuple[float, float]:
    """How far up and down its lines stand, in points from the page's foot."""
    tops = [piece.y + ASCENT * piece.size for piece in block.pieces]
    return max(tops), min(piece.y for piece in block.pieces)


def gap(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The points between two blocks that stand one below the other; none where side by side."""
    return max(one[1] - other[0], other[1] - one[0], 0)


def test_a_note_is_on_its_passage_s_page_and_a_line_from_its_paragraph(built: Built) -> None:
    # Or a line from another note of that paragraph, of which several stand below one another.
    marks: dict[int, int] = {}
    notes: dict[int, int] = {}
    near: list[tuple[float, float]] = []  # the paragraph, and what of its notes has been met
    for block in tagged_blocks(built.pdf, with_labels=True):
        is_text = block.tag == "P" and block.pieces and block.pieces[0].size == TEXT_SIZE
        if block.tag == "Label" and block.text.startswith("¶"):
            near = []
        elif block.tag == "Label" and near and re.fullmatch(r"[\d,]+", block.text):
            marks |= dict.fromkeys(map(int, block.text.split(",")), block.page)
        elif found := re.match(
            r"(?:Note|Erratum, note|Reply of [^,]+, note) (\d+) on ¶", block.text
        ):
            notes[int(found[1])] = block.page
            assert min(gap(each, reach(block)) for each in near) <= LINE, block.text[:30]
            near.append(reach(block))
        elif is_text or (notes and "Note" in block.path):
            near.append(reach(block))
    assert len(notes) == sum(NOTES_ON)
    assert notes == marks
