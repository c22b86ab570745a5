"""Laws 3 and 4 over many seeds of random prose and markup, read by Sphinx as a whole book."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from docutils import nodes
from test_escape import ATTACKS
from test_laws_of_marks import WORDS

from briefbook.pages.names import docname
from briefbook.sphinx.nodes import article_text, callout
from briefbook.text.bodies import load_catalogue
from briefbook.text.characters import showable
from briefbook.text.errors import SeedError
from briefbook.text.kinds import BlockKind
from briefbook.text.lines import ENDS, unwrapped
from briefbook.text.marks import mark
from briefbook.text.model import Article
from briefbook.text.seeds import read_seed
from projects import Project, copy_of

SEEDS = 60
ALLOWED = {
    "Text", "paragraph", "paragraph_number", "inline", "quotation", "reported", "annotated",
    "date_mention", "pending_xref", "bullet_list", "list_item", "article_text", "article_block",
}  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    made = copy_of("own-seeds", tmp_path_factory.mktemp("law") / "book")
    chance = random.Random(3)  # the same seeds each time: a failure can be looked into
    for number in range(SEEDS):
        words = [
            chance.choice(ATTACKS) if chance.random() < 0.15 else chance.choice(WORDS)
            for _ in range(chance.randint(20, 200))
        ]
        text = " ".join(words)
        if number % 2:  # as a program that fills lines would have written it
            width, end = chance.choice([40, 65, 80]), chance.choice(["\n", "\r\n", "  \n  "])
            text = end.join(textwrap.wrap(text, width))
        made.write_seed(f"random-{number}.txt", " date 2022-01-03 \n" + text)
    made.build("dummy")
    yield made
    made.close()


def articles(book: Project) -> list[Article]:
    catalogue = load_catalogue()
    found = []
    for path in sorted((book.folder / "seeds").glob("*.txt")):
        try:
            found.append(mark(read_seed(path, root=book.folder), catalogue).article)
        except SeedError:
            continue
    return found


def text_without_callouts(node: nodes.Element) -> list[str]:
    """The text of each paragraph that is the article's own."""
    return [
        paragraph.astext()
        for paragraph in node.findall(nodes.paragraph)
        if not any(isinstance(parent, callout) for parent in parents(paragraph))
    ]


def parents(node: nodes.Element) -> list[nodes.Element]:
    found = []
    while node.parent is not None:
        node = node.parent
        found.append(node)
    return found


def test_text_is_the_kept_text(book: Project) -> None:
    """Law 3, character for character: nothing is added, nothing lost, nothing in another order."""
    env = book.apps[0].env
    checked = wrapped = 0
    for article in articles(book):
        tree = env.get_doctree(docname(article.seed, "articles"))
        (text,) = tree.findall(article_text)
        blocks = [block for block in article.blocks if block.kind is not BlockKind.TITLE]
        titles = [block for block in article.blocks if block.kind is BlockKind.TITLE][1:]
        expected = [
            unwrapped(showable(article.text_of(block), allowed=ENDS))
            for block in article.blocks
            if block in blocks or block in titles
        ]
        assert text_without_callouts(text) == expected
        checked += 1
        wrapped += any("\n" in article.text_of(block) for block in article.blocks)
    assert checked > SEEDS // 2
    assert wrapped > SEEDS // 10


def test_nothing_but_text_comes_of_it(book: Project) -> None:
    """Law 4: within the article there are only the nodes that the page itself asks for."""
    env = book.apps[0].env
    for article in articles(book):
        tree = env.get_doctree(docname(article.seed, "articles"))
        (text,) = tree.findall(article_text)
        for aside in list(text.findall(callout)):
            aside.parent.remove(aside)
        assert {type(node).__name__ for node in text.findall()} <= ALLOWED
        assert list(tree.findall(nodes.raw)) == []
        targets = {
            node["reftarget"]
            for node in text.findall(nodes.Element)
            if node.__class__.__name__ == "pending_xref"
        }
        assert targets <= {body.headword for body in load_catalogue()}


def test_page_is_written_only_under_articles(book: Project) -> None:
    made = {path for path in book.folder.rglob("*.md") if "_build" not in path.parts}
    own = {book.folder / "index.md", book.folder / "indexes.md"}
    assert all((book.folder / "articles") in path.parents for path in made - own)


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_other_outputs_hold_the_text(book: Project, builder: str) -> None:
    small = Path(book.folder) / "seeds"
    for path in small.glob("random-*.txt"):
        if path.stem != "random-1":
            path.unlink()
    book.write_seed(
        "plain.txt",
        ' date 2022-01-03 \nThe price rose by 5 % & more: "$7_{x} #1 ~ ^ \\\\", he said.\n',
    )
    book.build(builder)
    if builder == "text":
        assert '5 % & more: "$7_{x} #1 ~ ^ \\\\", he said.' in " ".join(
            book.page("_build/text/articles/2022/01/plain.txt").split()
        )
    else:
        (source,) = (book.folder / "_build/latex").glob("*.tex")
        text = source.read_text("utf-8")
        assert r"5 \% \& more" in text
        assert r"\sphinxAtStartPar" in text
