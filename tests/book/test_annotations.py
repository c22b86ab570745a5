"""Annotations in the build: at their passage, at the article's end, or left out and told of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from pypdf import PdfReader

from projects import Project, warnings_of

PAGE = "articles/2023/05/river.html"
NOTE = """\
---
motivation: {motivation}
target:
  exact: {exact}
  prefix: ""
  suffix: ""
author: {{name: Jane Doe, github: janedoe}}
created: 2023-06-01
sources: [{sources}]
---
{body}
"""
BIB = "@misc{gazette, title={The bridge}, author={{Freedonia Gazette}}, year={2023}}\n"


def add_note(
    book: Project,
    *,
    name: str = "2023-06-01-bridge",
    exact: str = "the bridge over the river",
    motivation: str = "commenting",
    sources: str = "gazette",
    body: str = "A *note* on {term}`NATO` {cite}`gazette`.",
) -> None:
    folder = book.folder / "annotations/river"
    folder.mkdir(parents=True, exist_ok=True)
    bibliography = book.folder / "own.bib"
    if not bibliography.exists():
        bibliography.write_text(BIB)
    text = NOTE.format(motivation=motivation, exact=exact, sources=sources, body=body)
    (folder / f"{name}.md").write_text(text)


def build(book: Project) -> tuple[list[str], Any]:
    said = warnings_of(book.build(nitpicky=True, bibtex_bibfiles=["own.bib"]))
    return said, BeautifulSoup(book.html(PAGE), "html.parser")


def test_note_stands_at_its_passage(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    add_note(book)
    said, page = build(book)
    assert said == []
    (passage,) = page.select(".brief-annotated")
    assert passage.get_text() == "the bridge over the river"
    (note,) = page.select(".brief-annotation")
    assert "A note on NATO" in note.get_text()
    assert "Jane Doe" in note.get_text()
    assert note.select_one("em").get_text() == "note"
    assert any("term-nato" in link["href"] for link in note.select("a"))
    assert "Note 1" in book.html("indexes.html")


def test_new_note_reads_only_its_page(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    (book.folder / "own.bib").write_text(BIB)
    build(book)
    add_note(book)
    build(book)
    assert "0 added, 1 changed, 0 removed" in book.apps[-1].status.getvalue()


def test_lost_passage_is_kept_at_the_end(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    add_note(book, exact="the bridge over the lake")
    said, page = build(book)
    assert len(said) == 1
    assert "annotations/river/2023-06-01-bridge.md:" in said[0]
    assert "[briefbook.orphan]" in said[0]
    assert "the bridge over the river" in said[0]  # suggested, never taken
    assert page.select(".brief-annotated") == []
    (note,) = page.select(".brief-annotation")
    assert "the bridge over the lake" in note.get_text()
    assert note.find_next(attrs={"class": "brief-attribution"}) is None


def test_unknown_source_is_said(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    add_note(book, sources="gazzete", body="A note.")
    said, _ = build(book)
    assert any(
        "annotations/river/2023-06-01-bridge.md" in line and "'gazzete'" in line for line in said
    )


def test_broken_note_is_left_out(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    add_note(book, motivation="shouting")
    said, page = build(book)
    assert len(said) == 1
    assert "annotations/river/2023-06-01-bridge.md:2" in said[0]
    assert "[briefbook.annotation]" in said[0]
    assert page.select(".brief-annotation") == []


def test_note_on_no_article_is_left_out(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    add_note(book)
    (book.folder / "annotations/river").rename(book.folder / "annotations/stream")
    said, _ = build(book)
    assert len(said) == 1
    assert "'stream'" in said[0]


def test_two_notes_on_crossing_passages(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    add_note(book, exact="envoys of NATO on Tuesday to speak")
    add_note(book, name="2023-06-01-speak", exact="on Tuesday to speak about the bridge")
    said, page = build(book)
    assert said == []
    text = page.select_one("#p1").parent.get_text()
    assert "met envoys of NATO on Tuesday to speak about the bridge over the river." in text
    dates = book.apps[-1].env.get_domain("brief").data["dates"]["articles/2023/05/river"]
    assert [date.text for date in dates] == ["Tuesday", "June 1", "next month"]


def test_note_that_cuts_a_date_leaves_it_one_date(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    add_note(book, exact="envoys of NATO on Tues")
    build(book)
    dates = book.apps[-1].env.get_domain("brief").data["dates"]["articles/2023/05/river"]
    assert [date.value for date in dates] == ["2023-05-09", "2023-06-01", "2023-06"]


def test_hostile_body_is_text(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    body = (
        "<script>alert(1)</script> {include}`/etc/passwd` {{ x }} [a](javascript:b)\n\n"
        ":::{raw} html\n<b>bold</b>\n:::\n\n```{eval-rst}\n.. raw:: html\n```\n\n"
        "% comment\n\n# heading\n\n![image](http://example.org/x.png)"
    )
    add_note(book, body=body)
    said, page = build(book)
    assert said == []
    (note,) = page.select(".brief-annotation")
    assert {tag.name for tag in note.select("*")}.isdisjoint({"script", "b", "img", "h1", "h2"})
    for piece in ("<script>alert(1)</script>", "<b>bold</b>", ":::{raw} html", "# heading"):
        assert piece in note.get_text()
    assert all(not link["href"].startswith("javascript") for link in note.select("a[href]"))


def test_errata_replies_and_withdrawn_notes(project: Callable[[str], Project]) -> None:
    book = project("own-seeds")
    add_note(book)
    add_note(book, name="2023-06-01-wrong", exact="over the river", motivation="editing")
    add_note(
        book,
        name="2023-06-01-answer",
        exact="We will build it together,",
        motivation="replying\nreply_of: the ferrymen",
        body="They would not.",
    )
    add_note(
        book,
        name="2023-06-01-gone",
        exact="the bridge",
        motivation="commenting\nwithdrawn: 2023-06-03",
        sources="nowhere",
        body="A word to be unsaid.",
    )
    said, page = build(book)
    assert said == []
    assert [note["aria-label"] for note in page.select(".brief-annotation")] == [
        "Erratum, note 3",
        "Note 1",
        "Note 2",
        "Reply of the ferrymen, note 4",
    ]
    reply = page.select_one(".brief-reply")
    assert "We will build it together," in page.select_one("#passage-4").get_text()
    assert "brief-attribution" in reply.find_previous_sibling("aside")["class"]
    gone = "This note, of 1 June 2023, was withdrawn on 3 June 2023."
    assert page.select_one(".brief-withdrawn").get_text() == gone
    assert ": withdrawn on 3 June 2023" in book.html("indexes.html")
    for builder in ("text", "briefpdf"):
        book.build(builder, nitpicky=True, bibtex_bibfiles=["own.bib"])
    [pdf] = (book.folder / "_build/briefpdf").glob("*.pdf")
    printed = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    for output in (" ".join(book.page(f"_build/text/{PAGE[:-5]}.txt").split()), printed):
        assert gone in " ".join(output.split())
    built = [path for path in (book.folder / "_build").rglob("*") if path.is_file()]
    assert [path for path in built if b"unsaid" in path.read_bytes()] == []
    assert "unsaid" not in printed
