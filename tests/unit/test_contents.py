"""The book's contents as strings that differ when what they show does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from docutils import nodes

from briefbook.sphinx.contents import Contents


def contents(includes: dict[str, list[str]], **titles: str) -> Contents:
    names = {*includes, *(each for below in includes.values() for each in below)}
    shown = {name: nodes.title("", titles.get(name, name)) for name in names}
    tocs = {name: nodes.bullet_list("", nodes.list_item("", shown[name])) for name in names}
    config = SimpleNamespace(root_doc="index")
    env = SimpleNamespace(config=config, toctree_includes=includes, titles=shown, tocs=tocs)
    return Contents(cast("Any", env))


def test_a_tree_differs_with_titles_and_order_at_every_level() -> None:
    book = {"index": ["one", "two"], "one": ["deep", "deeper"]}
    trees = [
        contents(book),
        contents(book, two="second"),
        contents(book, deeper="deepest"),
        contents(book | {"index": ["two", "one"]}),
        contents(book | {"one": ["deeper", "deep"]}),
        contents(book | {"one": ["deep"]}),
    ]
    assert len({each.tree("index") for each in trees}) == len(trees)
    assert contents(book).tree("index") == contents(book).tree("index")


def test_contents_that_lead_back_to_where_they_started() -> None:
    """Sphinx warns of them, and builds the book."""
    back = {"index": ["one"], "one": ["index", "one", "two"]}
    made = contents(back)
    assert made.tree("index") != contents(back, two="second").tree("index")
    assert made.above("one") == {"index", "one"}
    assert [*made.beside()] == ["index", "one", "two"]
