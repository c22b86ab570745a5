"""A book of volumes beside the same book as one project: what readers get is the same."""

from __future__ import annotations

import multiprocessing
import os
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx.cmd.build import main as sphinx_build
from sphinx.util.inventory import InventoryFile

from briefbook.volumes.run import Run
from briefbook.volumes.steps import run_step
from briefbook.volumes.work import Work
from volumes_book import divided_book, files_of

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Book:
    """A book whose pages are apart from its seeds, built by month without Snakemake."""

    root: Path

    @property
    def work(self) -> Work:
        return Work(folder=self.root / "_build/volumes")

    @property
    def html(self) -> Path:
        return self.root / "_build/html"

    def run(self, by: str) -> Run:
        return Run(
            root=self.root,
            docs=self.root / "docs",
            output=self.html,
            work=self.work.folder,
            jobs=1,
            by=by,
        )

    def plan(self, by: str = "month") -> list[str]:
        """Plan; the volumes that have to be built, as Snakemake would say."""
        run = self.run(by)
        assert run.plan() == 0
        volumes = sorted(path.stem for path in self.work.plans.glob("*.json"))
        return [name for name in volumes if name != "cover" and self._is_due(name)]

    def _is_due(self, name: str) -> bool:
        made, plan = self.work.made(name, ".jsonl"), self.work.plan(name)
        return not made.exists() or made.stat().st_mtime_ns < plan.stat().st_mtime_ns

    def step(self, rule: str, by: str = "month", **wildcards: str) -> int | None:
        config = {
            "book": str(self.root),
            "docs": str(self.root / "docs"),
            "output": str(self.html),
            "work": str(self.work.folder),
            "by": by,
        }
        return _apart(lambda: run_step(rule, wildcards, config))

    def build(self, by: str = "month") -> list[str]:
        due = self.plan(by)
        for name in due:
            assert self.step("volume", by, volume=name) == 0
        assert self.step("cover", by) == 0
        assert self.step("check", by) == 0
        return due

    def pages(self, folder: Path | None = None) -> dict[str, str]:
        folder = folder or self.html
        return {
            path.relative_to(folder).as_posix(): path.read_text("utf-8")
            for path in sorted(folder.rglob("*.html"))
        }


def _apart(work: Callable[[], object]) -> int | None:
    """In a process of its own, as Sphinx's builds are where people build."""

    def quietly() -> None:
        warnings.resetwarnings()  # pytest makes errors of what others' packages warn of
        warnings.simplefilter("ignore")
        work()

    process = multiprocessing.get_context("fork").Process(target=quietly)
    process.start()
    process.join()
    return process.exitcode


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    root = divided_book(tmp_path_factory.mktemp("volumes") / "book", "briefbook_index_rows = 6")
    # A story that is told again in another volume, and a version of it.
    (root / "seeds/school.toml").write_text(
        'title = "Twelve schools"\npublisher = "River Post"\nrevises = "ferry"\n', "utf-8"
    )
    book = Book(root)
    assert book.build() == ["2023-05", "2023-06", "2023-07"]
    return book


@pytest.fixture(scope="module")
def whole(book: Book) -> dict[str, str]:
    """The pages of the same book, which one project has made."""
    folder = book.root / "_build/one"

    def build() -> None:
        os.chdir(book.root)
        options = ["-q", "-c", ".", "-D", "briefbook_volumes=month", "-d", str(folder / "trees")]
        raise SystemExit(sphinx_build([*options, "docs", str(folder / "html")]))

    assert _apart(build) == 0
    return book.pages(folder / "html")


def test_the_same_pages_are_there(book: Book, whole: dict[str, str]) -> None:
    assert book.pages().keys() == whole.keys()


def test_articles_are_the_same(book: Book, whole: dict[str, str]) -> None:
    """But for Sphinx's own contents: which pages it knows is not the same."""
    pages = book.pages()
    articles = [name for name in whole if re.fullmatch(r"articles/\d+/\d+/(?!index).*", name)]
    assert len(articles) == 5
    for name in articles:
        assert pages[name] == whole[name], name


def test_indexes_and_front_page_are_the_same(book: Book, whole: dict[str, str]) -> None:
    pages = book.pages()
    others = [name for name in whole if re.match(r"(?!articles/2|articles/index|genindex)", name)]
    assert {"index.html", "dates.html", "bodies.html", "references.html"} <= {*others}
    assert any(name.startswith("articles/dates/") for name in others)
    for name in others:
        assert _text(pages[name]) == _text(whole[name]), name


def _text(page: str) -> str:
    """What is on the page itself. Contents, which go down to months alone, are Sphinx's."""
    found = re.search(r'<article role="main".*?</article>', page, re.DOTALL)
    contents = re.compile(r'<div class="toctree-wrapper.*?</div>', re.DOTALL)
    return contents.sub("", found[0] if found else page)


def test_files_for_other_programs_are_the_same(book: Book, whole: dict[str, str]) -> None:
    one = book.root / "_build/one/html"
    for name in ("_exports/dates.ics", "_exports/statements.json", "llms.txt"):
        assert (book.html / name).read_bytes() == (one / name).read_bytes(), name
    assert files_of(book.html / "_search") == files_of(one / "_search")


def test_there_is_one_inventory(book: Book, whole: dict[str, str]) -> None:
    one = (book.root / "_build/one/html/objects.inv").read_bytes()
    merged = (book.html / "objects.inv").read_bytes()
    load = InventoryFile.loads
    assert load(merged, uri="https://example.org").data == load(one, uri="https://example.org").data


def test_all_links_lead_somewhere(book: Book) -> None:
    said = book.work.made("checked", ".txt").read_text("utf-8")
    assert re.fullmatch(r"\d+ pages, 0 dead links\n", said)
    page = book.html / "articles/2023/06/toll.html"
    kept = page.read_bytes()
    page.unlink()
    book.work.made("2023-06", ".links").rename(book.root / "links")
    assert book.step("check") == 1
    (book.root / "links").rename(book.work.made("2023-06", ".links"))
    page.write_bytes(kept)


def test_a_change_builds_its_volume_and_nothing_unchanged(book: Book) -> None:
    assert book.plan() == []
    seed = book.root / "seeds/toll.txt"
    text = seed.read_text("utf-8")
    seed.write_text(f"{text}The road is closed on July 9.\n", "utf-8")
    assert book.build() == ["2023-06"]
    assert "The road is closed" in book.pages()["articles/2023/06/toll.html"]
    assert "The road is closed" in (book.html / "_exports/dates.csv").read_text("utf-8")


def test_what_is_gone_leaves_the_book_and_other_divisions_keep_addresses(book: Book) -> None:
    before = book.pages().keys()
    for ending in (".txt", ".toml"):
        (book.root / f"seeds/harvest{ending}").unlink()
    assert book.build("year") == ["2023"]
    gone = before - book.pages().keys()
    assert "articles/2023/06/harvest.html" in gone
    assert all(
        not name.startswith("articles/2023/") for name in gone - {"articles/2023/06/harvest.html"}
    )
    assert not list(book.work.all_made.glob("2023-0*"))
