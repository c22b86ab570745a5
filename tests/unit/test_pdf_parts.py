"""A book in parts: whose pages go where, numbers that go on, links from one PDF into another."""

from __future__ import annotations

import io
import itertools
import resource
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typst
from docutils import nodes
from pdf_build import PLAIN_OPTIONS
from pdf_text import tagged_blocks
from pypdf import PdfReader
from sphinx.addnodes import start_of_file

from briefbook.pdf.book import Printed, compile_book
from briefbook.pdf.compiler import Compiled, Told, Where
from briefbook.pdf.guesses import guessed
from briefbook.pdf.output import Output
from briefbook.pdf.pages import Page, Part
from briefbook.pdf.parts import compile_parts
from briefbook.pdf.pdf_file import Place
from briefbook.printed import parts
from briefbook.sphinx import nodes as brief

FILES = ("book-2021.pdf", "book-2022.pdf", "book-indexes.pdf")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Printed]:
    """A front page and a chapter; a chapter of two pages; an index of both."""
    out = Output()
    for number, year in ((1, "2021"), (2, "2022")):
        part = Part(key=year, title=year)
        if number == 1:
            out.start_run("At a glance", "", front=True, part=part)
            out.code('par({ "The second chapter, "; to-page(2, "") })')
        out.start_run("Chapter", year, part=part)
        out.code(f'head("Chapter {number}", level: 1, place: {number})')
        out.code('par("A sentence of the text. " * 130)')
    out.start_run("Index", "", part=Part(key="indexes", title=""))
    out.code('head("Index", level: 1)')
    out.code('par({ "Both, "; page-list((1, 2)) })')
    sources = [source for _, source in out.sources()]
    options = [replace(PLAIN_OPTIONS, roman_front=True, filename=file) for file in FILES]
    return [*compile_book(sources, options, {}, tmp_path_factory.mktemp("parts"))]


def reader_of(compiled: Printed) -> Any:
    return PdfReader(io.BytesIO(compiled.pdf))


def test_numbers_go_on_from_part_to_part(made: list[Printed]) -> None:
    labels = [label for part in made for label in reader_of(part).page_labels]
    assert labels[:2] == ["i", "ii"]
    assert labels[2:] == [str(at) for at in range(1, len(labels) - 1)]
    feet = [page.extract_text() for part in made for page in reader_of(part).pages]
    assert f"{labels[-1]} of {labels[-1]}" in feet[-1]
    assert f"1 of {labels[-1]}" in feet[2]


def test_references_say_the_page_in_the_other_part(made: list[Printed]) -> None:
    second = reader_of(made[1])
    chapter = next(b.page for b in tagged_blocks(made[1].pdf) if b.text == "Chapter 2")
    told = second.page_labels[chapter - 1]
    texts = [block.text for block in tagged_blocks(made[0].pdf)]
    assert f"The second chapter, p. {told}" in texts
    index = [block.text for block in tagged_blocks(made[2].pdf)]
    assert f"Both, 1, {told}" in index
    links = [each for page in reader_of(made[0]).pages for each in page.get("/Annots", ())]
    link = links[0].get_object()
    assert len(links) == 1
    assert link["/A"]["/S"] == "/GoToR"
    assert link["/A"]["/F"]["/UF"] == FILES[1]
    assert link["/A"]["/D"][0] == chapter - 1
    assert link["/Contents"] == f"p. {told}"


GUESSES = {1: Where(page=2, shown="2")}


def test_a_part_is_compiled_again_only_while_what_it_is_told_changes() -> None:
    calls: list[tuple[int, bool]] = []

    def compile_part(at: int, told: Told) -> Compiled:
        calls.append((at, told.is_guess))
        pdf = None if told.is_guess else Path(f"{at}.pdf")
        places = {1: Place(page=3, shown="3", up=0)} if at == 0 else {}
        return Compiled(pdf=pdf, places=places, pages=3, last_number=3 * at + 3)

    compile_parts(3, GUESSES, compile_part)
    assert sorted(calls) == sorted((at, is_draft) for at in range(3) for is_draft in (True, False))
    calls.clear()
    compile_parts(1, GUESSES, compile_part)
    assert calls == [(0, True), (0, False)]
    calls.clear()
    compile_parts(1, {}, compile_part)  # where no number is asked for, there is nothing to guess
    assert calls == [(0, False), (0, False)]


def test_numbers_that_never_settle_are_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    pages = itertools.count(1)

    def compile_part(at: int, told: Told) -> Compiled:
        where = next(pages)
        pdf = None if told.is_guess else Path("book.pdf")
        return Compiled(pdf=pdf, places={1: Place(page=where, shown=str(where), up=0)})

    with caplog.at_level("WARNING", "sphinx"):
        compile_parts(1, GUESSES, compile_part)
    assert "page numbers in the PDF may be wrong" in caplog.text


def test_places_are_guessed_by_the_code_before_them() -> None:
    run = "run(left: none, in-columns: false, {[]\n"
    code = f"{run}anchor(1)\n{'x' * 12_000}\nanchor(2)\n{run}head(place: 3, )\n"
    assert {number: at.page for number, at in guessed([code]).items()} == {1: 2, 2: 4, 3: 5}


def test_memory_is_that_of_one_part() -> None:
    """Linux gives the most that was held in kB; each of these would add 40 MB."""

    def compile_part(at: int, told: Told) -> Compiled:
        text = "\n\n".join(f"= H{n}\n" + f"Words of {at} and {n}. " * 60 for n in range(120))
        typst.Compiler(text.encode(), ignore_system_fonts=True).compile(format="pdf")
        held.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return Compiled(pdf=Path("book.pdf"))

    held: list[int] = []
    compile_parts(3, {}, compile_part)
    assert len(held) == 6
    assert held[-1] - held[0] < 60_000


def pages_of(months: int, *, monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """A front page, an article of ten pages in each month under its head, an index."""
    days = [date(2021, 11, 15) + timedelta(days=30.5 * at) for at in range(months)]
    articles = {
        f"articles/{at}": SimpleNamespace(published=str(day)) for at, day in enumerate(days)
    }
    monkeypatch.setattr(parts, "brief_domain", lambda _env: SimpleNamespace(articles=articles))
    found = [Page(docname="glance", level=1, node=start_of_file(docname="glance"))]
    for name in articles:
        head = start_of_file("", nodes.section("", nodes.title("", "A month")))
        found.append(Page(docname=f"{name}/head", level=3, node=head))
        text = brief.article_text("", nodes.paragraph("", "w" * 25_000))
        found.append(Page(docname=name, level=4, node=start_of_file("", text)))
    return [*found, Page(docname="index", level=1, node=start_of_file(docname="index"))]


def app_of(**settings: Any) -> Any:
    values = {f"briefbook_pdf_{name}": value for name, value in settings.items()}
    return SimpleNamespace(env=None, config=SimpleNamespace(**values))


def keys_of(pages: list[Page]) -> list[str | None]:
    return [page.part.key if page.part else None for page in pages]


def test_a_small_book_is_one_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = pages_of(3, monkeypatch=monkeypatch)
    parts.set_parts(app_of(parts="", part_pages=400), pages)
    assert set(keys_of(pages)) == {None}


def test_a_year_is_a_part_and_what_follows_the_articles_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = pages_of(3, monkeypatch=monkeypatch)
    parts.set_parts(app_of(parts="year", part_pages=400), pages)
    assert keys_of(pages) == [*["2021"] * 5, *["2022"] * 2, "indexes"]
    # Each PDF begins at the first level of headings.
    assert [page.level for page in pages[5:]] == [1, 2, 1]


def test_a_large_book_is_divided_by_whole_months(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = pages_of(5, monkeypatch=monkeypatch)
    parts.set_parts(app_of(parts="", part_pages=25), pages)
    assert keys_of(pages) == [
        *["2021-11-2021-12"] * 5,
        *["2022-01-2022-02"] * 4,
        *["2022-03"] * 2,
        "indexes",
    ]
    assert pages[1].part is not None
    assert pages[1].part.title == "November 2021 – December 2021"
