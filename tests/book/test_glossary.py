"""The glossary of bodies: what it shows, in which order, under which names."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from briefbook.sphinx.glossary_groups import by_kind
from briefbook.text.bodies import BodyKind, load_catalogue
from projects import Project, warnings_of

FREEDONIA = """\
- id: freedonia
  name: Senate of Freedonia
  aliases: [{name: Council of Elders, until: 1901}]
  kind: parliament
  founded: 1848
  parent: nato
  related: [nato, imf]
  text: The upper house of an invented country.
  checked:
    - https://www.example.org/senate
    - url: https://github.com/jane-doe/freedonia/blob/main/senate.md
      title: The Senate & its rooms
      publisher: Jane Doe
      read: 2022-01-03
    - {url: "https://en.wikipedia.org/wiki/Freedonia", read: 2022-01-04}
"""


def glossary(book: Project, options: str) -> Any:
    page = book.folder / "indexes.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("{brief:glossary}\n", f"{{brief:glossary}}\n{options}\n"), "utf-8")
    assert warnings_of(book.build()) == []
    return BeautifulSoup(book.html("indexes.html"), "html.parser")


def ids(page: Any) -> list[str]:
    return [term["id"].removeprefix("term-") for term in page.select("dl.glossary dt")]


def test_it_shows_the_bodies_that_articles_mention(project: Callable[[str], Project]) -> None:
    page = glossary(project("own-seeds"), "")
    assert ids(page) == ["nato", "osce"]
    nato = page.select_one("#term-nato").find_next("dd")
    words = " ".join(nato.get_text().split())
    assert "North Atlantic Treaty Organization" in words
    assert "founded 4 April 1949" in words
    assert "Mentioned in" in words
    assert "(once): ¶1" in words
    assert nato.select_one('a[href="articles/2023/05/river.html#p1"]') is not None
    assert nato.select_one('a[href="https://www.wikidata.org/wiki/Q7184"]') is not None


@pytest.mark.parametrize("first", ["text", "html"])
def test_its_quotation_marks_are_the_same_whoever_reads_the_page(
    project: Callable[[str], Project], first: str
) -> None:
    """Sphinx sets no typographic ones while it reads for plain text."""
    book = project("own-seeds")
    page = book.folder / "indexes.md"
    glossaries = "{brief:glossary}\n:also: UNICEF\n"
    page.write_text(page.read_text("utf-8").replace("{brief:glossary}\n", glossaries), "utf-8")
    book.build(first)
    book.build("text")
    book.build("html")
    plain = (book.folder / "_build/text/indexes.txt").read_text("utf-8")
    assert "United Nations Children’s Fund" in plain
    html: Any = BeautifulSoup(book.html("indexes.html"), "html.parser")
    shown = html.body.get_text()
    assert "United Nations Children’s Fund" in shown
    assert "Children's" not in plain + shown


def line(page: Any, body: str, style: str) -> str:
    found = page.select_one(f"#term-{body}").find_next("dd")
    found = found.select(f":scope > .{style}, :scope > details > .{style}")
    return " / ".join(" ".join(each.get_text().split()) for each in found)


def test_an_entry_names_where_its_facts_were_checked(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    (book.folder / "bodies.yaml").write_text(FREEDONIA, "utf-8")
    page = glossary(book, ":also: Senate of Freedonia")
    assert line(page, "freedonia", "brief-checked") == (
        "Facts from Wikipedia (read 4 January 2022), example.org, "
        "The Senate & its rooms (Jane Doe, read 3 January 2022)"
    )
    links = page.select("#term-freedonia + dd > details > .brief-checked a")
    assert [link["href"] for link in links] == [
        "https://en.wikipedia.org/wiki/Freedonia",
        "https://www.example.org/senate",
        "https://github.com/jane-doe/freedonia/blob/main/senate.md",
    ]


def test_an_entry_says_former_names_and_what_it_is_a_part_of(
    project: Callable[[str], Project],
) -> None:
    book = project("own-seeds")
    (book.folder / "bodies.yaml").write_text(FREEDONIA, "utf-8")
    page = glossary(book, ":also: Senate of Freedonia, IMF")
    assert line(page, "freedonia", "brief-names") == "formerly Council of Elders (until 1901)"
    assert line(page, "freedonia", "brief-related") == "Part of NATO · See also IMF"


def test_more_can_be_asked_for(project: Callable[[str], Project]) -> None:
    page = glossary(project("own-seeds"), ":also: IMF, World Bank")
    assert ids(page) == ["imf", "nato", "osce", "world-bank"]


def test_all_of_them_by_kind(project: Callable[[str], Project]) -> None:
    page = glossary(project("own-seeds"), ":all:\n:by: kind")
    assert len(ids(page)) > 100
    heads = [head.get_text() for head in page.select(".brief-bodies-group")]
    assert heads[:2] == ["Alliances and security", "United Nations"]
    jumps = page.select(".brief-bodies-jumps a")
    assert [jump.get_text() for jump in jumps] == heads
    assert all(page.select_one(f'dt[id="{jump["href"].removeprefix("#")}"]') for jump in jumps)


def test_every_kind_has_its_place_in_the_glossary() -> None:
    model = next(iter(load_catalogue()))
    bodies = [replace(model, kind=kind) for kind in BodyKind]
    assert [len(group) for group in by_kind(bodies).values()] == [1] * len(BodyKind)
    assert all(by_kind(bodies))  # no head is empty


def test_many_entries_have_a_head_for_each_letter(project: Callable[[str], Project]) -> None:
    page = glossary(project("own-seeds"), ":all:")
    heads = [head.get_text() for head in page.select(".brief-bodies-group")]
    assert heads == sorted(heads)
    assert {"A", "E", "N"} <= set(heads)
    assert all(head.isascii() for head in heads)
    under_e = page.find(class_="brief-bodies-group", string="E").find_next_sibling("dl")
    assert under_e.select_one("#term-elysee") is not None


def test_children_stand_under_their_parent(project: Callable[[str], Project]) -> None:
    page = glossary(project("own-seeds"), ":also: European Commission, European Union\n:by: parent")
    union = page.select_one("#term-european-union").find_next("dd")
    assert union.select_one("#term-european-commission") is not None


def test_unknown_body_is_an_error_that_says_so(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    page = book.folder / "indexes.md"
    text = page.read_text("utf-8").replace("{brief:glossary}\n", "{brief:glossary}\n:also: Nemo\n")
    page.write_text(text, "utf-8")
    said = warnings_of(book.build())
    assert any("'Nemo'" in line and "indexes.md" in line for line in said)


@pytest.mark.parametrize("builder", ["text", "latex", "briefpdf"])
def test_grouped_glossary_in_other_builders(
    project: Callable[[str], Project], builder: str
) -> None:
    book = project("own-seeds")
    page = book.folder / "indexes.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("{brief:glossary}\n", "{brief:glossary}\n:by: parent\n"), "utf-8")
    assert warnings_of(book.build(builder)) == []


def test_a_long_one_is_an_overview_and_a_page_a_letter(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    page = book.folder / "indexes.md"
    asked = "{brief:glossary}\n:also: IMF\n"
    page.write_text(page.read_text("utf-8").replace("{brief:glossary}\n", asked), "utf-8")
    index = book.folder / "index.md"
    index.write_text(index.read_text("utf-8") + "\n{term}`NATO` and {term}`the imf <imf>`\n")
    assert warnings_of(book.build("html", briefbook_index_rows=2)) == []
    # The overview: each name, where it stood, with a link to its entry.
    overview: Any = BeautifulSoup(book.html("indexes.html"), "html.parser")
    (name,) = overview.select("li#term-nato")
    assert " ".join(name.get_text().split()) == (
        "NATO North Atlantic Treaty Organization (1 article)"
    )
    assert name.a["href"] == "articles/glossary/n.html#term-nato"
    assert ids(overview) == ["imf"], "no article names it, and it has no part"
    assert [term["name"] for term in defined(overview)] == ["IMF"]
    # The part.
    part: Any = BeautifulSoup(book.html("articles/glossary/n.html"), "html.parser")
    assert ids(part) == ["nato"]
    entry = part.select_one("#term-nato").find_next("dd")
    assert entry.select_one('a[href="../2023/05/river.html#p1"]') is not None
    assert entry.select_one("details .brief-checked") is not None
    assert part.select_one(".brief-part-of a")["href"] == "../../indexes.html"
    assert [term["name"] for term in defined(part)] == ["NATO"]
    # What leads there: articles, authors' pages, other projects, the search.
    river = book.html("articles/2023/05/river.html")
    assert "../../glossary/n.html#term-nato" in river
    assert 'href="articles/glossary/n.html#term-nato"' in book.html("index.html")
    assert 'href="indexes.html#term-imf"' in book.html("index.html")
    found = [path.read_text("utf-8") for path in book.folder.glob("_build/html/_search/*.js")]
    assert any("articles/glossary/n.html#term-nato" in piece for piece in found)
    # In another output, from the same doctrees, it is whole.
    book.build("text", briefbook_index_rows=2)
    plain = (book.folder / "_build/text/indexes.txt").read_text("utf-8")
    assert plain.count("founded 4 April 1949") == 1


def defined(page: Any) -> list[dict[str, Any]]:
    """The terms that a page says, to machines, it defines."""
    found = [json.loads(each.string) for each in page.select('[type="application/ld+json"]')]
    return [term for one in found for term in one.get("hasDefinedTerm", ())]
