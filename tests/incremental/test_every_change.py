"""Law 5 at length, for ``tox run -e incremental``: each change apart, in every way of building."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import changes
from rebuilding import MOMENTS, BuiltBook

pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser.*app' is deprecated")

SEEDS = 10
WAYS = {
    "one process": (["html"], 1, changes.nothing),
    "four processes": (["html"], 4, changes.nothing),
    "another theme": (["html"], 1, changes.changed_theme),
    "shared doctrees": (["html", "text"], 1, changes.nothing),
}
LEFT_BY_SPHINX = {"changed_theme": ["_static/"], "changed_language": ["_static/"]}
"""Static files of the former theme or language, which no page asks for any longer."""


@pytest.fixture(scope="session")
def clean_builds(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that is the same for all workers: most ways end in the same clean build."""
    base = tmp_path_factory.getbasetemp()
    return (base if worker_id == "master" else base.parent) / "clean"


@pytest.fixture(scope="module", params=WAYS)
def book(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, clean_builds: Path
) -> Iterator[BuiltBook]:
    builders, parallel, first = WAYS[request.param]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        folder = tmp_path_factory.mktemp("book")
        made = BuiltBook(
            folder, builders, parallel=parallel, seeds=SEEDS, clean_builds=clean_builds
        )
        first(made.folder)
        made.keep()
        yield made
        made.project.close()


@pytest.mark.parametrize("change", changes.CHANGES.values(), ids=changes.CHANGES)
def test_built_again(book: BuiltBook, change: changes.Change) -> None:
    book.changed(change)
    if len(book.builders) > 1:
        book.build("briefpdf", "text")
    book.build("html")
    assert book.stale(ignored=LEFT_BY_SPHINX.get(change.__name__, ())) == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed(book: BuiltBook, moment: str) -> None:
    book.changed(changes.article_of_another_month, changes.index_moved)
    book.build_and_kill(moment)
    book.build(*book.builders)
    assert book.stale() == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_and_taken_back(book: BuiltBook, moment: str) -> None:
    """Pages that were written for what is not to be, and have not themselves changed."""
    book.changed(changes.new_article_that_is_cited_first)
    book.build_and_kill(moment)
    for path in (book.folder / "seeds").glob("aaa.*"):
        path.unlink()
    book.build(*book.builders)
    assert book.stale() == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_the_first_build(book: BuiltBook, moment: str) -> None:
    book.changed(changes.nothing, changes.unbuilt)
    book.build_and_kill(moment)
    changes.article_withdrawn(book.folder)
    book.build(*book.builders)
    assert book.stale() == []


def test_one_page_alone(book: BuiltBook) -> None:
    """``sphinx-build … index.md`` reads what has changed and writes that page only."""
    book.changed(changes.new_article_that_is_cited_first, changes.title_of_an_index)
    book.build_page("index.md")
    book.build(*book.builders)
    assert book.stale() == []
