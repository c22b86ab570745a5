"""Law 5: whatever changed in between, a book that is built again equals one that is built anew.

Here many changes at once and few builds. Each change apart, in one process and in four, with more
articles, is tried by ``tox run -e incremental``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

import changes
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
            (changes.new_article_that_is_cited_first, changes.note_added),
            id="numbers of citations",
        ),
        pytest.param(
            (
                changes.index_moved,
                changes.article_withdrawn_that_others_refer_to,
                changes.contents_numbered,
            ),
            id="places",
        ),
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
    )
    book.build("briefpdf", "text", "html")
    assert book.stale() == []


KILLED = """
import os, sys
from sphinx.application import Sphinx

folder, pages = sys.argv[1], int(sys.argv[2])

def die(app, pagename, *_):
    global pages
    pages -= 1
    if not pages:
        os._exit(9)

build = f"{folder}/_build"
app = Sphinx(folder, folder, f"{build}/html", f"{build}/doctrees", "html", status=None)
app.connect("html-page-context", die)
app.build()
"""


def test_killed_in_between(book: BuiltBook) -> None:
    book.changed(changes.new_article_that_is_cited_first, changes.fewer_dates_bodies_and_sources)
    command = [sys.executable, "-c", KILLED, book.folder, "6"]
    assert subprocess.run(command, check=False).returncode == 9
    book.build("html", "text")
    assert book.stale() == []
