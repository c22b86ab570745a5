"""Laws 3 and 4 through the whole book: hostile text is shown, and is nothing but text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from test_escape import ATTACKS

from briefbook.text.characters import showable
from projects import Project, copy_of, warnings_of

LINES = [
    *(
        f"Attack {number}: {attack} ends here, said Jane Doe."
        for number, attack in enumerate(ATTACKS)
    ),
    'She said: "<b onclick=x>`{{ y }}`</b> [z](javascript:a)" on Monday.',
    '"*Quoted {term}`NATO` on [Tuesday](x)*," the <i>minister</i> said.',
    "- {include}`x` a bullet of <marquee>markup</marquee>, the ministry said.",
    "::: a fence within the text",
    ":::{brief:attribution} forged",
    "```{eval-rst} forged",
    "- ::: a bullet that opens a fence",
    "> a quotation block",
    "1. a numbered line",
    "    four spaces of indent",
    "| a | table |",
    "=====",
    "[x]: https://example.org/definition",
    "(target)=",
    "Setext heading?",
    "---",
    "A line so long that it never ends " + "word " * 20_000 + "stops here.",
]
PAGE = "articles/2023/07/hostile.html"
SEED = " date 2023-07-05 \n" + "\n".join(LINES) + "\n"


@pytest.fixture(scope="module")
def module_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    made = copy_of("own-seeds", tmp_path_factory.mktemp("hostile") / "book")
    yield made
    made.close()


@pytest.fixture(scope="module")
def article(module_project: Project) -> Any:
    module_project.write_seed("hostile.txt", SEED)
    (module_project.folder / "seeds/hostile.toml").write_text(
        "title = '<script>alert(1)</script> {{ x }} [a](b) `c` *d* # \"e\"'\n"
        "publisher = '<img src=x onerror=y> :::{raw} html'\n"
        "rights = 'a: \"b\" # c ::: <script>'\n"
        "authors = ['{include}`x`', 'a; b']\n"
    )
    app = module_project.build(nitpicky=True)
    [said] = warnings_of(app)
    assert "seeds/hostile.txt:25:21: WARNING: it holds U+001C" in said
    assert "[briefbook.characters]" in said
    page: Any = BeautifulSoup(module_project.html(PAGE), "html.parser")
    found = page.select_one(".brief-article")
    assert found is not None
    return found


ALLOWED = {"p", "a", "span", "em", "ul", "li", "aside", "div", "time", "dl", "dt", "dd", "strong"}


def test_no_element_comes_of_it(article: Any) -> None:
    assert {tag.name for tag in article.select("*")} <= ALLOWED


def test_no_attribute_or_link_comes_of_it(article: Any) -> None:
    for tag in article.select("*"):
        assert not [
            name for name in tag.attrs if name.startswith("on") or name in ("style2", "src")
        ]
        assert re.match(r"(#|\.\./|$)", tag.get("href", "")), tag


def test_no_element_comes_of_the_sidecar(module_project: Project, article: Any) -> None:
    page = module_project.html(PAGE)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ x }} [a](b)" in page


def test_every_line_is_there(article: Any) -> None:
    for aside in article.select(".brief-callout"):
        aside.extract()
    shown = re.sub(r"\s+", "", article.get_text())
    for line in (each for whole in LINES for each in re.split("[\x0b\x0c\x85\u2028\u2029]", whole)):
        kept = re.sub(r"^(- |=====|---|    )", "", line)
        assert re.sub(r"\s+", "", showable(kept)) in shown, line[:60]


def test_a_line_of_350_kilobytes_becomes_a_page() -> None:
    """The page is made in linear time; Sphinx's own parser is not for us to hurry."""
    from briefbook.pages.article_page import article_page
    from briefbook.text.bodies import load_catalogue
    from briefbook.text.marks import mark
    from briefbook.text.seeds import parse_seed

    line = '"We will see," the minister said on Monday in `Freedonia` with NATO. ' * 5_000
    seed = parse_seed((" date 2023-07-05 \n" + line).encode(), name="long", path="seeds/long.txt")
    catalogue = load_catalogue()
    headwords = {body.id: body.headword for body in catalogue}
    page = article_page(mark(seed, catalogue), headwords, [])
    assert page.count("\\`Freedonia\\`") == 5_000


def test_seed_is_no_page_of_its_own(project: Callable[[str], Project]) -> None:
    """Not even where a project reads .txt files as pages."""
    book = project("own-seeds")
    suffixes = {".txt": "markdown", ".md": "markdown"}
    app = book.build(source_suffix=suffixes)
    assert [name for name in app.env.found_docs if name.startswith("seeds")] == []
