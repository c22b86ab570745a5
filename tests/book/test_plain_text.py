"""The book as plain text, where Sphinx's own writer has bounds."""

from __future__ import annotations

from collections.abc import Callable

from projects import Project, warnings_of


def test_a_label_as_wide_as_the_page_is_cut(project: Callable[[str], Project]) -> None:
    """The style "alpha" makes labels of authors' names, and takes one in braces whole."""
    book = project("own-seeds")
    name = "{" + "X" * 120 + "}"
    (book.folder / "own.bib").write_text(
        f"@misc{{long, title={{Title of it}}, author={{{name}}}, year={{2023}}}}\n"
    )
    app = book.build("text", bibtex_bibfiles=["own.bib"], bibtex_default_style="alpha")
    assert warnings_of(app) == []
    text = book.page("_build/text/indexes.txt")
    assert "Title of it" in text
    assert max(map(len, text.splitlines())) < 200
