"""Another project that only names the extension gets a book of its own seeds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from projects import Project, warnings_of

PAGE = "articles/2023/05/river.html"


def test_builds_without_a_warning(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    app = book.build(nitpicky=True)
    assert warnings_of(app) == []
    page: Any = BeautifulSoup(book.html(PAGE), "html.parser")
    assert "Sign up" not in page.select_one(".brief-article").get_text()
    assert page.select_one("#p1").parent.get_text().startswith("The Freedonian delegation")
    assert [mark.get_text() for mark in page.select(".brief-article time")] == [
        "Tuesday",
        "June 1",
        "next month",
    ]
    kinds = {name for each in page.select(".brief-attribution") for name in each["class"]}
    assert {"brief-source-person", "brief-source-anonymous"} <= kinds


@pytest.mark.parametrize("builder", ["text", "epub", "man", "latex", "briefpdf", "singlehtml"])
def test_other_builders_run_through(project: Callable[[str], Project], builder: str) -> None:
    book = project("own-seeds")
    app = book.build(builder, nitpicky=True, epub_show_urls="no", copyright="Jane Doe", version="1")
    assert warnings_of(app) == []


def test_term_works_on_every_alias(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    book.build()
    page: Any = BeautifulSoup(book.html("index.html"), "html.parser")
    links = {link.get_text(): link["href"] for link in page.select("a.reference.internal")}
    assert links["OTAN"] == links["NATO"] == "indexes.html#term-nato"
    assert links["the second paragraph"] == f"{PAGE}#p2"


def test_html_then_text_from_the_same_doctrees(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    book.build("html")
    book.build("text")
    text = book.page("_build/text/indexes.txt")
    assert "10 May 2023" in text
    assert "NATO" in text
    assert "p. " not in text  # page numbers are the PDF's


def test_pdf_after_html_is_the_pdf_alone(
    project: Callable[[str], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    book = project("own-seeds")
    book.build("html")
    book.build("briefpdf")
    [pdf] = (book.folder / "_build/briefpdf").glob("*.pdf")
    after_html = pdf.read_bytes()
    pdf.unlink()
    book.build("briefpdf", fresh=True)
    assert pdf.read_bytes() == after_html


def test_callouts_are_readable_as_plain_text(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    book.build("text")
    lines = book.page("_build/text/articles/2023/05/river.txt").splitlines()
    lines = [line.strip() for line in lines]
    start = lines.index("A senior official:")
    assert lines[start : start + 5] == [
        "A senior official:",
        "",
        "anonymous",
        "",
        "“on condition of anonymity”",
    ]


def test_dates_of_the_book_or_that_there_are_none(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    book.build()
    key: Any = BeautifulSoup(book.html("index.html"), "html.parser")
    assert "1 June 2023" in [date.get_text() for date in key.select(".brief-key-dates strong")]
    index: Any = BeautifulSoup(book.html("indexes.html"), "html.parser")
    ahead, over = index.select(".brief-dates .brief-era")
    assert [ahead.h2.get_text(), over.h2.get_text()] == ["Ahead", "Past"]
    about = "after June 2023, when the newest article appeared; the soonest first"
    assert ahead.select_one(".brief-era-about").get_text() == about
    days = [" ".join(each.get_text().split()) for each in ahead.select(".brief-when")]
    assert "2 September Saturday next" in days
    for seed in (book.folder / "seeds").iterdir():
        seed.unlink()
    book.write_seed("bridge.txt", " date 2023-06-01 \nThe bridge over the river stands.\n")
    book.build()
    for name in ("index.html", "indexes.html"):
        assert "No article of this book names a date." in book.html(name)


def test_page_numbers_are_only_the_pdfs(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    book.build()
    page: Any = BeautifulSoup(book.html("indexes.html"), "html.parser")
    assert page.select(".brief-page-ref") == []


def test_smart_quotes_change_no_article(project: Callable[[str], Project]) -> None:
    """Sphinx's default would: the project says nothing of smart quotes."""
    book = project("own-seeds")
    book.build()
    page: Any = BeautifulSoup(book.html(PAGE), "html.parser")
    assert '"We will build it together,"' in page.select_one(".brief-article").get_text()


def test_smart_quotes_change_no_headline(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    (book.folder / "seeds/river.toml").write_text('title = "It\'s a \\"bridge\\" -- for all"\n')
    book.build()
    page: Any = BeautifulSoup(book.html(PAGE), "html.parser")
    assert page.h1.get_text().startswith('It\'s a "bridge" -- for all')


def test_every_part_of_an_article_can_be_referred_to(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    with (book.folder / "indexes.md").open("a") as page:
        page.write(
            "\n{brief:date}`d1 <2023-05-09 by weekday>`\n"
            "{brief:statement}`who <river#s1>` {brief:source}`doe <river#doe>`\n"
            "{brief:paragraph}`second <river#p2>` {brief:article}`river`\n"
        )
    app = book.build()
    assert warnings_of(app) == []
    domain = app.env.get_domain("brief")
    kinds = {kind for _, _, kind, _, _, _ in domain.get_objects()}
    assert {"article", "paragraph", "date", "statement", "source"} <= kinds
    indexes: Any = BeautifulSoup(book.html("indexes.html"), "html.parser")
    links = {link.get_text(): link["href"] for link in indexes.select("a.reference.internal")}
    assert links["who"] == f"{PAGE}#s1"
    assert links["doe"] == f"{PAGE}#s1"
    assert links["second"] == f"{PAGE}#p2"


def test_later_mentions_of_a_section_are_marked_as_later(
    project: Callable[[str], Project],
) -> None:
    book = project("own-seeds")
    book.write_seed(
        "again.txt",
        " date 2023-07-03 \nNATO met on Monday in Freedonia, and NATO will meet again, it said.\n"
        "Why it matters: NATO has not met there before, and NATO seldom meets on a Monday.\n",
    )
    book.build()
    page: Any = BeautifulSoup(book.html("articles/2023/07/again.html"), "html.parser")
    mentions = page.select(".brief-article .std-term")
    later = ["brief-later" in mention["class"] for mention in mentions]
    assert later == [False, True, False, True]


def test_other_languages_are_shown_whole_and_said_to_be_so(
    project: Callable[[str], Project],
) -> None:
    book = project("own-seeds")
    text = (
        "Die Minister der beiden Länder haben sich am Montag in der Hauptstadt getroffen und über "
        "die Brücke gesprochen, die nach dem Vertrag vom 04.03.2022 gebaut werden soll."
    )
    book.write_seed(
        "deutsch.txt", f" date 2023-07-03 \n{text}\n„Wir bauen“, sagte die Ministerin.\n"
    )
    assert warnings_of(book.build()) == []
    page: Any = BeautifulSoup(book.html("articles/2023/07/deutsch.html"), "html.parser")
    assert text in page.select_one(".brief-article").get_text()
    assert [mark["datetime"] for mark in page.select(".brief-article time")] == ["2022-03-04"]
    assert page.select(".brief-attribution") == []
    assert "of languages other than English" in page.select_one(".brief-provenance").get_text()


def test_it_is_said_what_editors_kept_and_removed(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    (book.folder / "seeds/river.toml").write_text("keep = [2]\ndrop = [[5, 6]]\n")
    assert warnings_of(book.build(suppress_warnings=["ref.term"])) == []
    page: Any = BeautifulSoup(book.html(PAGE), "html.parser")
    assert "Get the best of the Freedonia Gazette" in page.select_one(".brief-article").get_text()
    assert "No stone" not in page.select_one(".brief-article").get_text()
    words = page.select_one(".brief-provenance").get_text()
    assert "line 2 of the seed" in words
    assert "lines 5–6 of the seed" in words


def test_pages_can_be_left_out_of_print(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    texts = []
    for excluded in ([], ["articles/2023/06/index"]):
        book.build("briefpdf", briefbook_pdf_exclude=excluded)
        (path,) = (book.folder / "_build/briefpdf").glob("*.pdf")
        pages = PdfReader(path).pages
        texts.append("".join("".join(page.extract_text().split()) for page in pages))
    with_harvest, without = texts
    sentence = "FarmersinFreedoniaexpectagoodharvest"
    assert sentence in with_harvest
    assert sentence not in without  # nor do the indexes tell of it, for they have no page for it
    assert "2articles" in with_harvest
    assert "1article·" in without
    assert "TheFreedoniandelegation" in without
