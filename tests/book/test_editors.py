"""What editors decide, as readers see it: corrections, review, and a build after each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from sphinx.testing.util import SphinxTestApp

from projects import Project
from projects import warnings_of as all_warnings_of

SEED = """ date 2021-12-30
Ministers of NATO met on Monday in Freedonia, and a senior official said that the bridge is safe.

"It will open next month," the official said. The council will meet on Jan. 12.

According to an aide who spoke on condition of anonymity, the talks of the OSCE went well.

The council decides. The harbour is closed, it was heard on the quay by people who were there.
"""
CORRECTIONS = """\
[[date]]
exact = "next month"
value = "2022-02"

[[date]]
exact = "Jan. 12"
remove = true

[[body]]
exact = "The council"
suffix = " decides"
body = "osce"

[[source]]
name = "an aide"
rename = "Mary Roe"
kind = "person"

[[statement]]
exact = "The harbour is closed"
source = "people on the quay"
kind = "group"
speaker = "the harbour master"
"""
PAGE = "articles/2021/12/talks"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("editors")
    (folder / "conf.py").write_text('extensions = ["briefbook"]\nhtml_theme = "furo"\n')
    (folder / "index.md").write_text(
        "# Book\n\n```{brief:cards}\n```\n\n```{brief:date-index}\n```\n\n"
        "```{brief:source-index}\n```\n\n```{brief:glossary}\n```\n\n```{brief:colophon}\n```\n\n"
        "```{toctree}\narticles/index\n```\n"
    )
    (folder / "seeds").mkdir()
    (folder / "seeds/talks.txt").write_text(SEED)
    (folder / "seeds/talks.toml").write_text(CORRECTIONS)
    made = Project(folder=folder)
    yield made
    made.close()


@pytest.fixture(scope="module")
def html(book: Project) -> dict[str, str]:
    """The words of the article's page and of the front page."""
    assert warnings_of(book.build()) == []
    return {name: words(book.html(f"{name}.html")) for name in (PAGE, "index")}


def warnings_of(app: SphinxTestApp) -> list[str]:
    """But for what a second build in one process says of the first."""
    return [line for line in all_warnings_of(app) if "already registered" not in line]


def words(page: str) -> str:
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def test_every_kind_of_correction_is_on_the_page(book: Project, html: dict[str, str]) -> None:
    soup = BeautifulSoup(book.html(f"{PAGE}.html"), "html.parser")
    dates = {date.get_text(): date["data-hint"] for date in soup.select(".brief-date")}
    assert dates["next month"] == "February 2022 · given by the editors"
    assert "Jan. 12" not in dates
    [body] = soup.select(".brief-by-editor")
    assert body.get_text() == "The council"
    callouts = {
        aside["aria-label"]: words(str(aside)) for aside in soup.select("aside[aria-label]")
    }
    assert "described by the editors" in callouts["Source: Mary Roe"]
    assert "named person" in callouts["Source: Mary Roe"]
    said = callouts["Source: People on the quay"]
    assert "group · indirect" in said
    assert "on the harbour master, attributed by the editors" in said
    assert "attributed by the editors" in said
    assert "attributed" not in callouts["Source: A senior official"]
    page = html[PAGE]
    told = "1 date (¶2); 1 body (¶4); 1 statement (¶4); 2 sources; 1 mark taken away."
    assert f"Marks by editors : {told}" in page
    assert "OSCE , Organization for Security and Co-operation in Europe" in page
    assert "¶4 by the editors" in page


def test_the_indexes_agree(html: dict[str, str]) -> None:
    index = html["index"]
    assert "February 2022" in index
    assert "12 January 2022" not in index
    assert "Mary Roe" in index
    assert "an aide" not in index.lower().replace("“an aide”", "")
    assert "“The harbour" not in index  # not verbatim
    assert "indirect · for the harbour master · attributed by the editors" in index


def test_the_text_is_as_it_was(book: Project, html: dict[str, str]) -> None:
    soup = BeautifulSoup(book.html(f"{PAGE}.html"), "html.parser")
    text = soup.select_one(".brief-article")
    assert text is not None
    for aside in text.select("aside, .brief-beside"):
        aside.decompose()
    kept = SEED.split("\n", 1)[1]
    assert "".join(text.get_text().split()) == "".join(kept.split())


def test_the_same_again_is_the_same(book: Project, html: dict[str, str]) -> None:
    before = book.html(f"{PAGE}.html"), book.html("index.html")
    app = book.build()
    assert warnings_of(app) == []
    assert "0 added, 0 changed, 0 removed" in app.status.getvalue()
    assert (book.html(f"{PAGE}.html"), book.html("index.html")) == before
    book.build(fresh=True)
    assert (book.html(f"{PAGE}.html"), book.html("index.html")) == before


def test_nobody_has_read_them_yet(book: Project, html: dict[str, str]) -> None:
    for page in html.values():
        assert "Marks found by rules, not yet reviewed" in page
    printed = print_of(book)
    assert unspaced("Marks found by rules, not yet reviewed") in printed
    assert unspaced("attributed by the editors") in printed
    assert unspaced("1 date (¶2); 1 body (¶4); 1 statement (¶4); 2 sources") in printed
    assert unspaced("named person") in printed


def print_of(book: Project) -> str:
    """What the PDF says, without blanks: where letters stand apart, older pypdf puts some in."""
    app = book.build("briefpdf")
    assert warnings_of(app) == []
    [path] = Path(app.outdir).glob("*.pdf")
    pages = PdfReader(path).pages
    return unspaced("".join(page.extract_text() for page in pages))


def unspaced(text: str) -> str:
    return "".join(text.split())


def test_a_correction_that_does_not_fit_is_a_warning_at_every_build(book: Project) -> None:
    sidecar = book.folder / "seeds/talks.toml"
    sidecar.write_text(CORRECTIONS + '\n[[date]]\nexact = "next year"\nvalue = "2023"\n')
    for _ in range(2):
        [said] = warnings_of(book.build())
        assert "seeds/talks.toml:26:1: WARNING: its passage does not stand in the article; " in said
        assert said.endswith("[briefbook.correction]")
    assert "February 2022" in words(book.html(f"{PAGE}.html"))
    sidecar.write_text(CORRECTIONS)
    assert warnings_of(book.build()) == []


def test_a_review_is_told_wherever_marks_are(book: Project) -> None:
    from briefbook.text.bodies import load_catalogue
    from briefbook.text.marks import mark
    from briefbook.text.reviewed import as_file, entries
    from briefbook.text.seeds import read_seed

    seeds = book.folder / "seeds"
    signed = 'reviewed = {by = "Jane <b>Doe</b>", on = 2026-11-24}\n'
    (seeds / "talks.toml").write_text(signed + CORRECTIONS)
    [said] = warnings_of(book.build())
    assert (
        "seeds/talks.reviewed.json:1: WARNING: the sidecar says that the marks are reviewed" in said
    )
    marks = mark(read_seed(seeds / "talks.txt", root=book.folder), load_catalogue())
    kept = as_file(marks.article.seed.sha256, entries(marks))
    (seeds / "talks.reviewed.json").write_bytes(kept)
    assert warnings_of(book.build()) == []
    told = "Marks reviewed by Jane <b>Doe</b>, 24 November 2026"
    for page in (PAGE, "index"):
        assert told in words(book.html(f"{page}.html"))
        assert "not yet reviewed" not in words(book.html(f"{page}.html"))
    assert unspaced(told) in print_of(book)
    other = json.loads(kept)
    other["marks"][1]["value"] = "2022-01"
    del other["marks"][2]
    (seeds / "talks.reviewed.json").write_text(json.dumps(other))
    [said] = warnings_of(book.build())
    assert (
        "2 marks differ from those reviewed: line 4: the date “next month” is February 2022, "
        in said
    )
    assert "and was January 2022; " in said
    assert "is new" in said
    assert said.endswith("[briefbook.review]")
    assert f"{told}; 2 have changed since" in words(book.html(f"{PAGE}.html"))
    (seeds / "talks.reviewed.json").write_text("[1]")
    [said] = warnings_of(book.build())
    assert "it is not as briefbook review writes it" in said


def test_sources_of_several_articles_are_one_in_the_index(book: Project) -> None:
    seeds = book.folder / "seeds"
    (seeds / "one.txt").write_text(
        " date 2022-01-02\nThe bridge is safe and will stay so, Wendy Sherman said on Monday.\n"
        "The road is closed, a senior official said.\n"
    )
    (seeds / "two.txt").write_text(
        ' date 2022-01-03\n"The ferry is late again," Secretary Sherman told reporters.\n'
        "The road is open, a senior official said.\n"
    )
    (book.folder / "sources.yaml").write_text(
        "- name: Wendy Sherman\n  names: [Sherman, Secretary Sherman]\n"
        "  role: deputy <b>secretary</b>\n  kind: person\n"
    )
    app = book.build()
    assert [line for line in warnings_of(app) if "reviewed.json" not in line] == []
    soup = BeautifulSoup(book.html("index.html"), "html.parser")
    entries = [words(str(entry)) for entry in soup.select(".brief-source-entry")]
    [joined] = [entry for entry in entries if "Sherman" in entry]
    assert joined.startswith("Wendy Sherman named person; deputy <b>secretary</b>")
    assert "The bridge is safe" in joined
    assert "as Sherman" in joined or "as Secretary Sherman" in joined
    assert len([entry for entry in entries if entry.startswith("a senior official")]) == 3
    page = BeautifulSoup(book.html("articles/2022/01/two.html"), "html.parser")
    assert "Sherman" in page.select("aside[aria-label]")[0].get_text()
    (book.folder / "sources.yaml").write_text("- name: x\n")
    said = [line for line in warnings_of(book.build()) if "sources.yaml" in line]
    assert len(said) == 1
    assert said[0].endswith("[briefbook.sources]")
    soup = BeautifulSoup(book.html("index.html"), "html.parser")
    assert len([one for one in soup.select(".brief-source-entry") if "Sherman" in str(one)]) == 2
