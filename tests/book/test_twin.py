"""The twin that the book's speed is measured against shows what the book shows, in stock syntax."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sphinx.util.docutils import docutils_namespace

from projects import sphinx_build
from speed import write_book
from twin import make_twin


def build(project: Path, output: Path) -> None:
    folders: list[str | Path] = [
        "-c",
        project,
        "-d",
        output / "doctrees",
        project / "docs",
        output / "html",
    ]
    done = sphinx_build(project, "-q", "-n", "-W", "--keep-going", "-b", "html", *folders)
    assert done == (0, "")


def page(output: Path) -> Any:
    path = output / "html/articles/2021/01/0000-20210104.html"
    return BeautifulSoup(path.read_text("utf-8"), "html.parser").article


# What makes the twin resolves pages outside of a build, in a way that Sphinx 11 will not have.
@pytest.mark.filterwarnings("ignore:'tags' will become a required")
def test_twin(tmp_path: Path) -> None:
    book, twin = tmp_path / "book", tmp_path / "twin"
    write_book(book, 2)
    build(book, tmp_path / "ours")
    with docutils_namespace():
        make_twin(book, tmp_path / "ours", twin)
    assert "briefbook" not in (twin / "conf.py").read_text("utf-8")
    assert not any(
        "{brief:" in path.read_text("utf-8") for path in twin.glob("docs/articles/**/*.md")
    )
    build(twin, tmp_path / "stock")
    ours, stock = page(tmp_path / "ours"), page(tmp_path / "stock")
    callouts = len(ours.select(".brief-callout"))
    assert callouts > 5
    # And one for the provenance.
    assert len(stock.select("div.admonition")) == callouts + 1
    for kind in (".std-term", ".brief-quotation", "td", "li"):
        assert len(stock.select(kind)) == pytest.approx(len(ours.select(kind)), abs=3), kind
    words = len(ours.get_text(" ").split())
    assert len(stock.get_text(" ").split()) == pytest.approx(words, rel=0.05)
