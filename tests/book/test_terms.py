"""Where the name of a body leads: {term} in any case of letters, with several glossaries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sphinx.util.inventory import InventoryFile

from projects import Project, warnings_of

ARTICLE = "articles/2023/05/river.html"
KINDS = """\
# Kinds

```{brief:glossary}
:by: kind
:also: World Bank
```

```{brief:glossary}
:by: parent
```
"""
OWN = """\
# Our words

```{glossary}
NATO
  A club in another town.

Widget
  A thing.
```

{term}`NATO` and {term}`osce`.
"""
INDEX = """\
# Start

{term}`otan`, {term}`osce`, {term}`world bank` and {term}`widget`.

```{toctree}
kinds
articles/index
indexes
own
```
"""


@pytest.fixture
def book(project: Callable[[str], Project]) -> Project:
    made = project("own-seeds")
    for name, text in {"kinds": KINDS, "own": OWN, "index": INDEX}.items():
        (made.folder / f"{name}.md").write_text(text, "utf-8")
    return made


def links(book: Project, page: str) -> dict[str, str]:
    soup: Any = BeautifulSoup(book.html(page), "html.parser")
    return {term.get_text(): term.parent["href"] for term in soup.select("a > .std-term")}


def built(book: Project, **options: Any) -> dict[str, dict[str, str]]:
    app = book.build(nitpicky=True, **options)
    assert warnings_of(app) == []
    book.close()  # lest the next build finds its nodes registered
    book.apps.clear()
    return {page: links(book, page) for page in ("index.html", "own.html", ARTICLE)}


def test_the_first_page_in_the_books_order_explains_a_body(book: Project) -> None:
    found = built(book)
    assert found["index.html"] == {
        "otan": "kinds.html#term-nato",
        "osce": "kinds.html#term-osce",
        "world bank": "kinds.html#term-world-bank",
        "widget": "own.html#term-Widget",
    }
    soup: Any = BeautifulSoup(book.html("kinds.html"), "html.parser")
    assert [term["id"] for term in soup.select("dt")].count("term-nato") == 1
    other = INDEX.replace("kinds\n", "").replace("own\n", "own\nkinds\n")
    (book.folder / "index.md").write_text(other, "utf-8")
    assert built(book)["index.html"]["osce"] == "indexes.html#term-osce"


def test_an_article_is_written_again_when_its_body_is_explained_elsewhere(book: Project) -> None:
    """Also where Sphinx's own list of terms stays as it was, with the project's own entry."""
    book.write_seed("talks.txt", " date 2023-07-04 \nThe ministers of NATO met on Monday.\n")
    built(book)
    page = "articles/2023/07/talks.html"
    assert links(book, page)["NATO"] == "../../../kinds.html#term-nato"
    (book.folder / "kinds.md").write_text("# Kinds\n", "utf-8")
    text = INDEX.replace(", {term}`osce`, {term}`world bank`", "")
    (book.folder / "index.md").write_text(text, "utf-8")
    built(book)
    assert links(book, page)["NATO"] == "../../../indexes.html#term-nato"


def test_a_projects_own_glossary_keeps_its_words(book: Project) -> None:
    """On its pages and for other projects; what an article names is the body all the same."""
    found = built(book)
    assert found["own.html"] == {"NATO": "#term-NATO", "osce": "kinds.html#term-osce"}
    assert found[ARTICLE]["NATO"] == "../../../kinds.html#term-nato"
    inventory = InventoryFile.loads((book.folder / "_build/html/objects.inv").read_bytes(), uri="")
    terms = inventory.data["std:term"]
    assert terms["NATO"].uri == "own.html#term-NATO"
    assert terms["OSCE"].uri == "kinds.html#term-osce"


def test_an_own_glossary_may_come_and_go(book: Project) -> None:
    whole = built(book)
    (book.folder / "own.md").write_text("# Our words\n\n{term}`NATO`\n", "utf-8")
    (book.folder / "index.md").write_text(INDEX.replace(" and {term}`widget`", ""), "utf-8")
    assert built(book)["own.html"] == {"NATO": "kinds.html#term-nato"}
    (book.folder / "own.md").write_text(OWN, "utf-8")
    (book.folder / "index.md").write_text(INDEX, "utf-8")
    assert built(book) == whole


def test_several_processes_settle_it_alike(book: Project) -> None:
    assert built(book) == built(book, parallel=4, fresh=True)


def test_in_no_glossary_at_all(book: Project) -> None:
    (book.folder / "own.md").write_text("# Our words\n\n{term}`nonesuch`\n", "utf-8")
    (book.folder / "index.md").write_text(INDEX.replace(" and {term}`widget`", ""), "utf-8")
    (said,) = warnings_of(book.build(nitpicky=True))
    assert "own.md:3: WARNING: term not in glossary: 'nonesuch'" in said


@pytest.mark.parametrize("builder", ["singlehtml", "latex", "text", "briefpdf"])
def test_other_builders(book: Project, builder: str) -> None:
    assert warnings_of(book.build(builder, nitpicky=True)) == []
