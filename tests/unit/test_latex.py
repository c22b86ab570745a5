"""The book in LaTeX, as source: chapters, numbers, places for links, words that break."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from html_book import ARTICLE, html_book

from projects import Project, warnings_of

LONG = "w" * 3_000
SEED = f"""\
 date 2023-08-01\x20
Long

They went by {LONG} on Monday.

"The old bridge is quite safe," said Jane Doe.
"""
NOTES = {  # by the day of August: motivation, passage, what it says
    2: ("commenting", "bridge is quite", "It was built in 1848.\n\nOf stone."),
    3: ("replying", "quite safe", "It is not."),
    4: ("editing", "quite safe", "She said: rather safe."),
    5: ("commenting", "on Monday", "Taken back.\nwithdrawn: 2023-08-09"),
}
INDEX = """\
# The book

Welcome.

## Contents

Seen under its heading.

```{toctree}
shown
```

## Last

The last words.

```{toctree}
:hidden:
articles/index
indexes
```
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> str:
    book = html_book(tmp_path_factory.mktemp("latex") / "book")
    book.write_seed("long.txt", SEED)
    for day, (motivation, passage, says) in NOTES.items():
        text, _, withdrawn = says.partition("withdrawn: ")
        (book.folder / "annotations/long").mkdir(exist_ok=True)
        (book.folder / f"annotations/long/2023-08-0{day}-note.md").write_text(
            f"---\nmotivation: {motivation}\ntarget: {{exact: {passage}}}\n"
            f"author: {{name: Jane Doe}}\ncreated: 2023-08-0{day}\nsources: [osce2011vienna]\n"
            f"{withdrawn and f'withdrawn: {withdrawn}'}\n---\n{text}\n",
            "utf-8",
        )
    (book.folder / "index.md").write_text(INDEX, "utf-8")
    (book.folder / "shown.md").write_text("# Shown\n\nA page.\n", "utf-8")
    try:
        app = book.build("latex", latex_engine="xelatex")
        assert warnings_of(app) == []
        return source_of(book)
    finally:
        book.close()


def source_of(book: Project) -> str:
    [path] = (book.folder / "_build/latex").glob("*.tex")
    return path.read_text("utf-8")


def headings(source: str) -> list[tuple[str, str]]:
    return re.findall(
        r"^\\(chapter|section|subsection|subsubsection)\{(.*)\}$", source, re.MULTILINE
    )


def test_articles_and_hidden_pages_are_chapters(source: str) -> None:
    found = headings(source)
    assert found[:5] == [
        ("chapter", "The book"),
        ("section", "Last"),
        ("chapter", "Contents"),
        ("section", "Shown"),  # its toctree is seen in that section
        ("chapter", "Articles"),
    ]
    articles = found[found.index(("chapter", "Articles")) + 1 : found.index(("chapter", "Indexes"))]
    assert [title for level, title in articles if level == "section"] == ["2021", "2023"]
    assert [title for level, title in articles if level == "subsection"] == [
        *("December 2021", "May 2023", "June 2023", "August 2023")
    ]
    chapters = [title for level, title in articles if level == "chapter"]
    assert len(chapters) == 4
    assert chapters[0].startswith("Biden and Putin talk")


def test_contents_of_the_articles_link_to_them(source: str) -> None:
    contents = source[source.index(r"\section{2021}") : source.index(r"\section{2023}")]
    assert rf"\hyperref[\detokenize{{{ARTICLE}::doc}}]" in contents
    assert "Biden and Putin talk" in contents


def test_nothing_but_the_order_changes(source: str) -> None:
    assert source.count("Welcome.") == source.count("The last words.") == 1


def test_every_link_has_its_label(source: str) -> None:
    # XeTeX itself shows it for all: tests/environments/test_latex.py.
    labels = set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", source))
    links = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]*)\}\]", source))
    assert len(links) > 30
    assert links <= labels


def test_paragraphs_and_notes_have_their_numbers(source: str) -> None:
    article = source[source.index(r"\chapter{Biden") :]
    article = article[: article.index(r"\chapter", 9)]
    numbers = re.findall(r"\\footnotesize\\P\{\}(\d+)\}", article)
    assert numbers == [str(number) for number in range(1, 12)]
    assert re.search(r"border\}?\\sphinxfootnotemark\[1\]%\n\\begin\{footnotetext\}\[1\]", article)


def test_notes_are_footnotes(source: str) -> None:
    said = source[source.index(r"\DUrole{brief-quotation}{The old") :]
    passages, first, others = said.split("%\n\\begin{footnotetext}", 2)
    # The marks stand in the quotation, where the passages end; the texts, whose paragraphs no
    # macro takes, after it.
    assert r"{quite}\sphinxfootnotemark[2]\DUrole" in passages
    assert re.search(r"\\hyperref\[[^]]*:note-2023-08-03-note\}\]\{[^ ]*\\text\{3\}", passages)
    assert passages.endswith(r"\sphinxfootnotemark[4],}")
    assert first.startswith("[2]")
    assert re.search(r"\\hyperref\[[^]]*long:p3\}\]\{\\sphinxcrossref\{¶3\}\}\} It was", first)
    assert "\n\n\\sphinxAtStartPar\nOf stone." in first
    assert others.startswith("[4]")
    assert r"\sphinxstylestrong{Erratum, note 4} She said" in others
    # Braces keep the blank that may follow.
    assert first.endswith(r"\end{footnotetext}\ignorespaces {}")
    assert r'\end{footnotetext}\ignorespaces {}" said Jane Doe.' in others


def test_a_reply_and_a_note_without_a_passage_stand_beside_the_paragraph(source: str) -> None:
    boxes = re.findall(r"\\begin\{sphinxadmonition\}\{note\}\{(.*)\}\n", source)
    assert "Reply of Jane Doe, note 3" in boxes
    assert sum("ote" in title for title in boxes) == 2
    assert "was withdrawn on 9 August 2023" in source
    assert "Taken back" not in source


def test_notes_stay_boxes_where_addresses_are_footnotes(source: str, tmp_path: Path) -> None:
    book = html_book(tmp_path / "book")
    try:
        book.build("latex", latex_show_urls="footnote")
        assert "{note}{Note 1}" in source_of(book)
    finally:
        book.close()


def test_long_words_may_break(source: str) -> None:
    [word] = re.findall(r"They went by (\S+) on", source)
    assert word.replace(r"\allowbreak{}", "") == LONG
    assert word.count(r"\allowbreak{}") == 299


def test_a_root_without_hidden_pages_is_left_alone(tmp_path: Path) -> None:
    book = html_book(tmp_path / "book")
    (Path(book.folder) / "index.md").write_text(
        "# The book\n\n## Part\n\n```{toctree}\nindexes\n```\n", "utf-8"
    )
    try:
        book.build("latex")
        assert headings(source_of(book))[:2] == [("chapter", "Part"), ("section", "Indexes")]
    finally:
        book.close()
