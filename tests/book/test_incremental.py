"""Law 5: whatever changed in between, a book that is built again equals one that is built anew.

Here many changes at once and few builds. Each change apart, in one process and in four, with more
articles, is tried by ``tox run -e incremental``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup

import changes
from projects import ROOTS
from rebuilding import BuiltBook

# MyST resolves its links by an attribute that Sphinx 11 will not have.
pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser.*app' is deprecated")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltBook]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        made = BuiltBook(tmp_path_factory.mktemp("incremental"), ["html", "text"])
        made.keep()
        yield made
        made.project.close()


@pytest.mark.parametrize(
    "group",
    [
        pytest.param(
            (
                changes.new_article_that_is_cited_first,
                changes.note_added,
            ),
            id="numbers of citations",
        ),
        pytest.param(
            (
                changes.index_moved,
                changes.article_withdrawn_that_others_refer_to,
                changes.contents_numbered_no_more,
                changes.contents_numbered,
            ),
            id="places",
        ),
        pytest.param((changes.indexes_divided_otherwise,), id="an index divided otherwise"),
        # Alone: with others their pages would be written again anyway.
        pytest.param((changes.page_gone_that_contents_name,), id="a page gone"),
        pytest.param((changes.paragraph_no_longer_named,), id="a name gone"),
        pytest.param((changes.bibliography_on_another_page_too,), id="another bibliography"),
    ],
)
def test_built_again(book: BuiltBook, group: tuple[changes.Change, ...]) -> None:
    book.changed(*group)
    book.build("html", "text")
    assert book.stale() == []


def test_built_for_another_output_in_between(book: BuiltBook) -> None:
    """``tox run -e pdf`` before ``tox run -e html``: they share the doctrees."""
    book.changed(
        changes.title_of_an_article,
        changes.headings_that_others_show,
        changes.body_described_anew,
        changes.work_by_another_author,
        changes.table_before_others,
        changes.lead_written,
    )
    book.build("briefpdf", "text", "html")
    assert book.stale() == []


def test_killed_in_between(book: BuiltBook) -> None:
    book.changed(changes.new_article_that_is_cited_first, changes.fewer_dates_bodies_and_sources)
    book.build_and_kill("some pages written")
    book.build("html", "text")
    assert book.stale() == []


def test_page_that_goes_and_comes_back(book: BuiltBook) -> None:
    """Links lead to its file, and MyST reads them otherwise where there is none."""
    book.changed(changes.page_gone_that_contents_name)
    book.build("text")
    shutil.copy(ROOTS / "test-incremental/method.md", book.folder)
    book.build("text", "html")
    assert book.stale() == []


def test_one_page_alone(book: BuiltBook) -> None:
    """``sphinx-build … index.md`` reads what has changed and writes that page only."""
    book.changed(changes.title_of_an_index)
    book.build_page("index.md")
    book.build("html", "text")
    assert book.stale() == []


def test_articles_show_what_their_bodies_are(book: BuiltBook) -> None:
    """With each body of an article its page says what the body is, as the catalogue has it."""
    book.changed(changes.body_described_anew)
    articles = {"articles/2023/05/bridge", "articles/2023/06/toll"}
    contents = {"articles/2023/05/index", "articles/2023/06/index", "index"}  # as Sphinx has it
    assert book.written_by_building() == {"bodies", *articles, *contents}


def test_no_more_is_written_than_what_shows_the_change(book: BuiltBook) -> None:
    book.changed(changes.nothing)
    assert book.written_by_building() == set()
    book.changed(changes.title_of_an_article)
    ferry = "articles/2023/05/ferry"
    beside = {"articles/2023/05/bridge", "articles/2023/06/toll"}
    contents = {"articles/2023/05/index", "articles/2023/index", "articles/index", "index"}
    contents |= {"articles/2023/06/index"}  # Sphinx writes contents with any page they name
    referring = {"bodies", "dates", "sources", "references", "reading"}
    parts = {"dates/2023-05", "dates/2023-06", "sources/anonymous", "sources/o"}
    referring |= {f"articles/{part}" for part in parts}
    assert book.written_by_building() == {ferry, *beside, *contents, *referring}


def test_contents_tell_of_each_article(book: BuiltBook) -> None:
    """Its day, its publisher and what it has; of a year and a month how many there are."""
    book.changed(changes.nothing)
    html = book.folder / "_build/html/articles"

    def told(page: str) -> list[str]:
        items = BeautifulSoup((html / page).read_text(), "html.parser").select(".brief-contents li")
        return [" ".join(item.get_text(" ").split()) for item in items]

    bridge = "10 A bridge over the river Freedonia Gazette"
    assert f"{bridge} 2 dates · 1 body · 1 voice" in told("2023/05/index.html")
    assert bridge in told("2023/index.html")
    assert any(line.startswith("May 2023 2 articles ") for line in told("2023/index.html"))
    assert bridge in told("index.html")


def test_pages_that_are_gone_are_removed(book: BuiltBook) -> None:
    """With what else was theirs, but nothing of others."""
    book.changed(changes.article_withdrawn, changes.index_dropped)
    html = book.folder / "_build/html"
    (html / "dates").mkdir()
    (html / "dates/notes.html").write_text("by hand")
    app = book.project.build("html")
    assert "dates" in app.status.getvalue()
    assert not (html / "dates.html").exists()
    assert not (html / "_sources/dates.md.txt").exists()
    assert not (html / "articles/2023/06/harvest.html").exists()
    assert not (html / "_sources/articles/2023/06/harvest.md.txt").exists()
    assert (html / "dates/notes.html").read_text() == "by hand"


def test_of_a_divided_index_only_the_parts_with_other_rows_are_written(book: BuiltBook) -> None:
    parts = ("articles/bodies/", "articles/dates/", "articles/sources/")
    book.changed(changes.more_dates_bodies_and_sources)
    written = {name for name in book.written_by_building() if name.startswith(parts)}
    assert written == {"articles/dates/2020s", "articles/dates/2024", "articles/sources/anonymous"}
