"""The project's nodes in builders that have no visitors of their own for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_build import build_root


@pytest.mark.parametrize("builder", ["text", "man", "latex", "texinfo", "epub"])
def test_builds_without_a_warning(builder: str, tmp_path: Path) -> None:
    # An EPUB wants the last two.
    built = build_root(
        "pdf-article", tmp_path, builder=builder, copyright="2026, Jane Doe", version="1"
    )
    assert built.warnings == ""


def test_text_keeps_article_callouts_and_notes(tmp_path: Path) -> None:
    built = build_root("pdf-article", tmp_path, builder="text")
    text = " ".join((built.outdir / "article.txt").read_text("utf-8").split())
    assert "The talks come as Sylvania asks for guarantees -- in writing... and #now." in text
    assert "the source that is of kind anonymous" in text
    assert "A note on the number of carts" in text


def test_latex_source_keeps_article_callouts_and_notes(tmp_path: Path) -> None:
    built = build_root("pdf-article", tmp_path, builder="latex")
    source = next(built.outdir.glob("*.tex")).read_text("utf-8")
    assert "more than a thousand carts" in source
    assert "the source that is of kind anonymous" in source
    assert r"\#now" in source
