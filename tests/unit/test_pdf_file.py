"""Links into the book, and how small its objects are written."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pdf_build import PLAIN_OPTIONS, code_of, print_code
from pypdf import PdfReader

from briefbook.pdf.output import Output
from briefbook.pdf.pdf_file import Place, finished


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = Output()
    for number in (1, 2):
        out.start_run("", "")
        out.open("head", place=number)
        out.text(f"Chapter {number}")
        out.close()
        out.open("par")
        out.open("to", 3 - number)
        out.text("to the other")
        out.close()
        out.open("url", "https://example.org/place:1")
        out.text("to elsewhere")
        out.close()
        out.close()
    return print_code(code_of(out), PLAIN_OPTIONS, tmp_path_factory.mktemp("pdf")).pdf


def links(pdf: bytes) -> list[Any]:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return [each.get_object() for page in pages for each in page.get("/Annots", ())]


def test_links_lead_to_their_places_and_say_the_page(pdf: bytes) -> None:
    reader: Any = PdfReader(io.BytesIO(pdf))
    numbers = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages, start=1)}
    inner = [link for link in links(pdf) if "/Dest" in link]
    assert [numbers[link.raw_get("/Dest")[0].idnum] for link in inner] == [3, 2]
    assert [link["/Contents"] for link in inner] == ["p. 3", "p. 2"]
    height = float(reader.pages[0].mediabox.height)
    assert all(height - 150 < link["/Dest"][3] < height for link in inner)


def test_addresses_stay_as_they_are(pdf: bytes) -> None:
    found = [link["/A"]["/URI"] for link in links(pdf) if "/A" in link]
    assert found == ["https://example.org/place:1"] * 2


def test_a_default_that_readers_misread_is_not_spelt_out(pdf: bytes) -> None:
    root: Any = PdfReader(io.BytesIO(pdf)).root_object
    assert dict(root["/MarkInfo"]) == {"/Marked": True}


def test_only_streams_stand_by_themselves(pdf: bytes) -> None:
    assert pdf.count(b" 0 obj") == pdf.count(b"endstream")
    assert b"/StructElem" not in pdf
    reader: Any = PdfReader(io.BytesIO(pdf))
    assert reader.trailer["/Root"]["/StructTreeRoot"]["/K"]


def test_what_has_no_place_leads_to_the_first_page_and_is_told() -> None:
    plain = (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[4 0 R]>>\nendobj\n"
        b"4 0 obj\n<</Type/Annot/Subtype/Link/Rect[0 0 1 1]"
        b"/A<</Type/Action/S/URI/URI(place:7)>>/Contents(place:7)>>\nendobj\n"
    )
    starts = [plain.index(b"%d 0 obj" % number) for number in range(1, 5)]
    table = b"".join(b"%010d 00000 n\r\n" % start for start in starts)
    pdf = plain + b"xref\n0 5\n0000000000 65535 f\r\n%btrailer\n<</Size 5/Root 1 0 R>>\n" % table
    pdf += b"startxref\n%d\n%%%%EOF" % len(plain)
    found, lost = finished(pdf, {1: Place(page=1, shown="1", up=5)}, at_page="S. {page}")
    assert lost == [7]
    [link] = links(found)
    assert (link["/Dest"][1], link["/Contents"]) == ("/Fit", "S. 1")


def test_what_is_no_pdf_of_typsts_is_refused() -> None:
    with pytest.raises(ValueError, match="no table of cross-references"):
        finished(b"%PDF-1.7\ntrailer", {}, at_page="")
