"""What programs read of the book: valid by its formats, in order of the data, gone with a seed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from briefbook.export.card import HEIGHT, WIDTH
from briefbook.text.certainty import OF_DATES
from briefbook.text.dates.rule_names import Rule
from briefbook.text.statements.source_rules import CERTAINTY, SourceRule
from machine_readable import entries, linked_data, problems
from projects import Project, copy_of

BASE = "https://example.org/book/"
SAID = """date 2023-05-10
"</script><script>alert(1)</script> <!--" was a mistake, Jane Doe said. "It floats," the OSCE said.
"We saw it," a senior official said on condition of anonymity, "and -->" more.
"""
NOTE = """---
motivation: questioning
target: {exact: a mistake}
author: {name: "]]>&<b>Jane Doe", github: janedoe}
created: 2023-07-01
---
Was it *really* [so](https://example.org/)? See {term}`the river's body <OSCE>`.
"""

pytestmark = pytest.mark.filterwarnings("ignore:'myst_parser.*app' is deprecated")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A book with a hostile article and note, built once for all that look at it."""
    made = copy_of("incremental", tmp_path_factory.mktemp("machine") / "book")
    (made.folder / "annotations.md").write_text("# Notes\n\n```{brief:annotation-index}\n```\n")
    made.write_seed("raft.txt", SAID)
    title = 'A raft </script> & "more"'
    (made.folder / "seeds/raft.toml").write_text(
        f"title = {json.dumps(title)}\npublisher = 'River Post'\nauthors = ['Richard Roe']\n"
        "url = 'https://example.org/raft'\n"
    )
    note = made.folder / "annotations/raft/2023-07-01-why.md"
    note.parent.mkdir()
    note.write_text(NOTE)
    made.build(html_baseurl=BASE)
    yield made
    made.close()


def out(book: Project, name: str) -> Path:
    return book.folder / "_build/html" / name


def test_an_article_s_linked_data(book: Project) -> None:
    (data,) = linked_data(out(book, "articles/2023/05/raft.html"))
    assert problems("linked_data", data) == []
    assert data["headline"] == 'A raft </script> & "more"'
    assert data["isBasedOn"] == {
        "@type": "NewsArticle",
        "url": "https://example.org/raft",
        "datePublished": "2023-05-10",
        "publisher": {"@type": "Organization", "name": "River Post"},
        "author": [{"@type": "Person", "name": "Richard Roe"}],
        "inLanguage": "en",
    }
    said = {each["text"]: each.get("spokenByCharacter", {}) for each in data["hasPart"]}
    assert said["“</script><script>alert(1)</script> <!--”"]["name"] == "Jane Doe"
    assert (
        said["“It floats,”"]
        == {
            "@id": "#source-osce",
            "@type": "Organization",
            "name": "The OSCE",
        }
        or said["“It floats,”"]["@type"] == "Organization"
    )
    page = BeautifulSoup(book.html("articles/2023/05/raft.html"), "html.parser")
    for each in data["hasPart"]:  # each leads to its callout
        assert page.find(id=each["url"].removeprefix("#")) is not None


def test_a_page_cites_what_its_notes_do(book: Project) -> None:
    (data,) = linked_data(out(book, "articles/2023/05/ferry.html"))
    assert problems("linked_data", data) == []
    assert [each["name"] for each in data["citation"]] == ["Ferries and their fares"]


def test_the_glossary_defines_terms(book: Project) -> None:
    (data,) = linked_data(out(book, "bodies.html"))
    assert problems("linked_data", data) == []
    (osce,) = [each for each in data["hasDefinedTerm"] if each["name"] == "OSCE"]
    assert "https://www.wikidata.org/entity/Q81299" in osce["sameAs"]
    page = BeautifulSoup(book.html("bodies.html"), "html.parser")
    for each in data["hasDefinedTerm"]:
        assert page.find(id=each["url"].removeprefix("#")) is not None


def test_no_other_page_has_any(book: Project) -> None:
    for name in ("index", "dates", "sources", "articles/index"):
        assert linked_data(out(book, f"{name}.html")) == []


def heads(book: Project, page: str) -> dict[str, str]:
    soup = BeautifulSoup(book.html(page), "html.parser")
    return {str(each["property"]): str(each["content"]) for each in soup.select("meta[property]")}


def test_what_is_shown_of_a_link(book: Project) -> None:
    head = heads(book, "articles/2023/05/raft.html")
    assert head["og:url"] == f"{BASE}articles/2023/05/raft.html"
    assert head["og:title"] == 'A raft </script> & "more"'
    assert head["og:description"] == "River Post, 10 May 2023"
    assert heads(book, "index.html")["og:type"] == "website"
    picture = out(book, head["og:image"].removeprefix(BASE)).read_bytes()
    assert picture.startswith(b"\x89PNG")
    size = [int.from_bytes(picture[at : at + 4]) for at in (16, 20)]
    assert size == [WIDTH, HEIGHT] == [int(head[f"og:image:{s}"]) for s in ("width", "height")]
    assert len(picture) < 120_000


def test_feeds(book: Project) -> None:
    articles = entries(out(book, "_exports/articles.atom"))
    domain: Any = book.apps[-1].env.get_domain("brief")
    assert len({each["id"] for each in articles}) == len(articles) == len(domain.articles) > 3
    # A note makes its article new.
    times = {each["title"]: (each["published"], each["updated"]) for each in articles}
    assert times['A raft </script> & "more"'] == ("2023-05-10T00:00:00Z", "2023-07-01T00:00:00Z")
    assert times["No boat has sailed"] == ("2023-05-24T00:00:00Z", "2023-06-01T00:00:00Z")
    assert [each["updated"] for each in articles] == sorted(
        (updated for _, updated in times.values()), reverse=True
    )
    notes = entries(out(book, "_exports/notes.atom"))
    assert [each["author"] for each in notes] == ["]]>&<b>Jane Doe", "Jane Doe"]
    assert notes[0]["content"] == "“a mistake”\n\nWas it really so? See the river's body."
    for each in (*articles, *notes):
        page, _, anchor = each["link"].removeprefix(BASE).partition("#")
        soup = BeautifulSoup(book.html(page), "html.parser")
        assert not anchor or soup.find(id=anchor) is not None


def test_notes_are_web_annotations(book: Project) -> None:
    found = json.loads(out(book, "_exports/annotations.jsonld").read_bytes())
    assert problems("web_annotation", found) == []
    of_ferry, of_raft = found["first"]["items"]
    assert of_raft["target"]["selector"] == {"type": "TextQuoteSelector", "exact": "a mistake"}
    assert of_raft["creator"]["homepage"] == "https://github.com/janedoe"
    assert of_ferry["body"][1]["value"].startswith("Richard Roe. Ferries and their fares")
    page, _, anchor = of_raft["id"].removeprefix(BASE).partition("#")
    assert BeautifulSoup(book.html(page), "html.parser").find(id=anchor) is not None


def test_each_page_has_its_text_beside_it(book: Project) -> None:
    for name in ("articles/2023/05/raft", "method"):
        soup = BeautifulSoup(book.html(f"{name}.html"), "html.parser")
        (link,) = soup.select("link[type='text/markdown']")
        text = out(book, f"{name}.html").parent / str(link["href"])
        assert text.read_text("utf-8") == book.page(f"{name}.md")


def test_llms_txt_lists_articles_and_files(book: Project) -> None:
    lines = out(book, "llms.txt").read_text("utf-8").splitlines()
    assert lines[0] == "# A book"
    links = [match for line in lines if (match := re.match(r"- \[(.*)\]\(<(.*)>\)", line))]
    domain: Any = book.apps[-1].env.get_domain("brief")
    assert len(links) == len(domain.articles) + 6
    for link in links:
        assert out(book, link[2].removeprefix(BASE)).is_file(), link
    assert any(link[1] == r'A raft \</script\> \& "more"' for link in links)


def test_rows_say_who_marked_and_how_sure_that_is(book: Project) -> None:
    (row,) = [
        row
        for row in json.loads(out(book, "_exports/statements.json").read_bytes())["statements"]
        if row["words"].startswith("“</script>")
    ]
    assert (row["by"], row["certainty"]) == ("rule", CERTAINTY[SourceRule.CLOSING])
    rows = json.loads(out(book, "_exports/dates.json").read_bytes())["dates"]
    assert {row["by"] for row in rows} == {"rule"}
    assert {row["certainty"] for row in rows} >= {OF_DATES[Rule.WEEKDAY]}


def test_what_is_withdrawn_is_told_to_no_machine(book: Project) -> None:
    """The last, for it changes the book: an article goes, and another has an editor's mark."""
    (book.folder / "seeds/raft.toml").write_text(
        "withdrawn = {on = 2023-08-01, why = 'Asked to'}\n"
    )
    (book.folder / "seeds/ferry.toml").write_text(
        'title = "No boat has sailed"\n[[date]]\nexact = "next month"\nvalue = "2023-07"\n'
    )
    own = out(book, "llms.txt")
    own.write_text("The project's own.\n")
    book.build(html_baseurl=BASE)
    assert own.read_text() == "The project's own.\n"
    own.unlink()
    foreign = out(book, "_exports/cards/theirs.png")
    foreign.write_bytes(b"\x89PNG")
    book.build(html_baseurl=BASE)
    assert foreign.exists()
    assert not out(book, "_exports/cards/raft.png").exists()
    kinds = {".html", ".js", ".json", ".jsonld", ".atom", ".ics", ".csv", ".txt"}
    for path in out(book, ".").rglob("*"):
        if path.suffix in kinds:
            text = path.read_text("utf-8")
            assert "alert(1)" not in text, path
            assert "It floats" not in text, path
            assert "A raft" not in text, path
    rows = json.loads(out(book, "_exports/dates.json").read_bytes())["dates"]
    assert ("2023-07", "editor", None) in [(r["date"], r["by"], r["certainty"]) for r in rows]


def test_without_an_address_no_picture_and_relative_links(tmp_path: Path) -> None:
    book = copy_of("incremental", tmp_path / "book")
    book.build()
    assert not out(book, "_exports/cards").exists()
    assert heads(book, "articles/2023/05/ferry.html") == {}
    feed = out(book, "_exports/notes.atom")
    (note,) = entries(feed)
    assert (feed.parent / note["link"].partition("#")[0]).is_file()
    found = json.loads(out(book, "_exports/annotations.jsonld").read_bytes())
    assert problems("web_annotation", found) == []
    assert (feed.parent / found["first"]["items"][0]["target"]["source"]).is_file()
    book.close()
