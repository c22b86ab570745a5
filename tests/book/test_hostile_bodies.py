"""Names of bodies are data: what the schema lets through links right and is nothing but text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from projects import Project, copy_of, warnings_of

NAMES = [
    "Smith & Sons *Trust*",
    "Council:::{raw} html",
    "Council]{.quotation}",
    "Council](https://evil.example)",
    "Council ![x](y.png)",
    "Council {{ env }}",
    "Council {include} /etc/passwd",
    "Council #{id} $x$ ~~y~~ ^z^ |",
    "Council! Incorporated",
    "Council %",
    "Council &lt;b&gt; &#60;",
    "Élysée’s “Council”",
    "Council (formerly [Diet])",
    "مجلس فريدونيا\u200f",
]


TOWNS = [f"Town{chr(ord('a') + number)}" for number in range(len(NAMES))]
"""Each is where the body of one name sits; the article calls it "Diet of TOWN"."""


def body(name: str, town: str) -> dict[str, object]:
    return {
        "id": town.lower(),
        "name": f"{name} of {town}",
        "aliases": [f"Diet of {town}"],
        "kind": "government",
        "seat": name,
        "text": f"<script>alert(1)</script> {name} ::: {{include}}`x` meets every week.",
        "checked": ["https://example.org/a"],
    }


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    made = copy_of("own-seeds", tmp_path_factory.mktemp("bodies") / "book")
    bodies = [body(name, town) for name, town in zip(NAMES, TOWNS, strict=True)]
    (made.folder / "bodies.yaml").write_text(yaml.safe_dump(bodies, allow_unicode=True), "utf-8")
    lines = [f"The Diet of {town} said that it meets.\n" for town in TOWNS]
    made.write_seed("x.txt", f" date 2023-05-31\n{''.join(lines)}")
    # Lines so much alike are kept in doubt.
    doubted: dict[str, Any] = {"suppress_warnings": ["briefbook.half-gone"]}
    assert warnings_of(made.build(nitpicky=True, **doubted)) == []
    yield made
    made.close()


@pytest.mark.parametrize("at", range(len(NAMES)), ids=NAMES)
def test_it_links_right_and_is_text(book: Project, at: int) -> None:
    name, town = NAMES[at], TOWNS[at]
    page: Any = BeautifulSoup(book.html("articles/2023/05/x.html"), "html.parser")
    paragraph = next(
        each
        for each in page.select(".brief-rows p")
        if each.get_text() == f"The Diet of {town} said that it meets."
    )
    [link] = paragraph.select("a.reference:has(> .std-term)")
    assert link.get_text() == f"Diet of {town}"
    glossary: Any = BeautifulSoup(book.html("indexes.html"), "html.parser")
    term = glossary.select_one(f"[id='{link['href'].partition('#')[2]}']")
    assert term.find(string=True) == f"{name} of {town}"
    entry = term.find_next("dd")
    assert f"<script>alert(1)</script> {name} ::: {{include}}`x`" in entry.get_text()
    assert name in entry.select_one(".brief-facts").get_text()
    assert entry.select("script, img, b") == []
