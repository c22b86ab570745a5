"""A project's own choice of Markdown changes no article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sphinx.testing.util import SphinxTestApp

from briefbook.stopping import BuildStopped
from elsewhere import write_project
from projects import Project, warnings_of

INDEX = """\
A project
=========

.. toctree::

   articles/index

.. brief:glossary::
"""
OTHER = """
from sphinx.parsers import Parser

class OtherMarkdown(Parser):
    supported = ("other-markdown",)

def setup(app):
    app.add_source_parser(OtherMarkdown)
"""
LESS = {
    "myst_disable_syntax": ["backticks", "emphasis", "list", "heading", "escape", "entity"],
    "myst_enable_extensions": [],
    "myst_fence_as_directive": ["brief"],
}
MORE = {
    "myst_enable_extensions": [
        "amsmath", "attrs_block", "deflist", "dollarmath", "fieldlist", "html_image",
        "replacements", "smartquotes", "strikethrough", "substitution", "tasklist",
    ],
    "myst_substitutions": {"brief": "*changed*"},
    "myst_sub_delimiters": ["[", "]"],
    "myst_number_code_blocks": ["text"],
    "myst_url_schemes": ["ftp"],
    "myst_all_links_external": True,
    "myst_title_to_header": True,
    "smartquotes": True,
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Project]:
    """Of the project's own pages none is Markdown."""
    write_project(tmp_path)
    (tmp_path / "index.md").unlink()
    (tmp_path / "bodies.md").unlink()
    (tmp_path / "index.rst").write_text(INDEX, "utf-8")
    made = Project(folder=tmp_path)
    yield made
    made.close()


def pages(book: Project, **settings: Any) -> str:
    app = book.build(nitpicky=True, fresh=True, **settings)
    assert warnings_of(app) == []
    book.close()  # lest the next build finds its nodes registered
    book.apps.clear()
    names = ("articles/2023/01/port", "articles/2023/index")
    return "".join(app.env.get_doctree(name).pformat() for name in names)


def test_no_article_is_changed(book: Project) -> None:
    plain = pages(book)
    assert "<date_mention" in plain
    assert pages(book, myst_commonmark_only=True) == plain
    assert pages(book, myst_gfm_only=True) == plain
    assert pages(book, **LESS) == plain
    assert pages(book, **MORE) == plain
    assert pages(book, source_suffix={".rst": "restructuredtext"}) == plain


@pytest.mark.parametrize("kind", ["other-markdown", "a-slip"])
def test_other_markdown_is_refused(book: Project, kind: str) -> None:
    conf = book.folder / "conf.py"
    conf.write_text(
        f"{conf.read_text('utf-8')}source_suffix = {{'.md': '{kind}'}}\n{OTHER}", "utf-8"
    )
    with pytest.raises(BuildStopped) as stopped:
        SphinxTestApp("html", srcdir=book.folder)
    said = rf"conf\.py: source_suffix: .* '\.md' is '{kind}'; leave it out"
    assert re.match(said, str(stopped.value.problem))
