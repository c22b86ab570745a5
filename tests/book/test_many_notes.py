"""Any number of notes leaves an article's text as it is: on a passage, crossing, past the cap."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from html_text import article_blocks
from pdf_text import seen, tagged_blocks
from test_characters import SCOTLAND

from briefbook.pages.blocks import MAX_MARKED
from briefbook.pages.names import docname
from briefbook.sphinx.nodes import annotated, article_text
from briefbook.text.seeds import read_seed
from projects import Project, copy_of, warnings_of

NOTE = """\
---
motivation: questioning
target:
  exact: {exact}
  prefix: "{prefix}"
author: {{name: Jane Doe}}
created: 2023-06-01
---
Note {number}.
"""
SAME = "The minister said on Monday that 1,000 troops had left for the border with NATO."
WORDS = [f"w{number}" for number in range(80)]
CROSSED = " ".join(WORDS)
QUOTED = (
    "“We will see on Monday what NATO has to say,” the minister said on Tuesday! "
    "“[We] {will} see,” she said."
)
FULL = "A paragraph with far more notes on it than anybody would read, said the minister."
FLAG = f"The flag {SCOTLAND} of Scotland was raised, said the minister."
SEEDS = {"same": SAME, "crossed": CROSSED, "quoted": QUOTED, "full": FULL, "flag": FLAG}


def spans_of(name: str) -> list[tuple[int, int]]:
    """The passages of the notes on a seed, in its text."""
    text = SEEDS[name]
    if name == "same":
        start = text.index("1,000")
        return [(start, start + len("1,000 troops"))] * 60
    if name == "crossed":
        words = [(text.index(word), text.index(word) + len(word)) for word in WORDS[:40]]
        return [(start, words[(at + 20) % 40][1]) for at, (start, _) in enumerate(words[:20])]
    if name == "flag":
        return [(0, 12), (11, 19)]  # from within the flag, and to within it
    if name == "full":
        return [(0, 11)] * (MAX_MARKED + 3)
    chance = random.Random(5)  # the same each time: a failure can be looked into
    spans: list[tuple[int, int]] = []
    while len(spans) < 60:
        start, end = sorted(chance.sample(range(len(text) + 1), 2))
        if text[start:end] == text[start:end].strip():
            spans.append((start, end))
    return spans


def yaml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    # A note's file may not hold a part of a flag but as an escape.
    return "".join(char if char < "\U00010000" else f"\\U{ord(char):08X}" for char in escaped)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    made = copy_of("own-seeds", tmp_path_factory.mktemp("notes") / "book")
    for name, text in SEEDS.items():
        made.write_seed(f"{name}.txt", f" date 2023-05-31 \n- {text}\n")
        folder = made.folder / "annotations" / name
        folder.mkdir(parents=True)
        for number, (start, end) in enumerate(spans_of(name)):
            note = NOTE.format(
                exact=f'"{yaml(text[start:end])}"', prefix=yaml(text[:start]), number=number
            )
            (folder / f"2023-06-01-n{number:03}.md").write_text(note, "utf-8")
    made.build(nitpicky=True)
    yield made
    made.close()


def page(book: Project, name: str) -> Any:
    found: Any = BeautifulSoup(book.html(f"articles/2023/05/{name}.html"), "html.parser")
    article = found.select_one(".brief-article")
    assert article is not None
    return article


def test_only_what_is_past_the_cap_is_warned_of(book: Project) -> None:
    [said] = warnings_of(book.apps[0])
    assert "annotations/full/2023-06-01-n200.md:4" in said
    assert "200 notes" in said
    assert "2 more" in said
    assert "[briefbook.notes]" in said


@pytest.mark.parametrize("name", SEEDS)
def test_text_is_the_kept_text(book: Project, name: str) -> None:
    seed = read_seed(book.folder / f"seeds/{name}.txt", root=book.folder)
    kept = SEEDS[name]
    tree = book.apps[0].env.get_doctree(docname(seed, "articles"))
    (text,) = tree.findall(article_text)
    assert next(iter(text.findall(nodes.paragraph))).astext() == kept
    assert article_blocks(book.html(f"articles/2023/05/{name}.html")) == [kept]


@pytest.mark.parametrize("name", SEEDS)
def test_pieces_are_flat_and_cover_the_passages(book: Project, name: str) -> None:
    tree = book.apps[0].env.get_doctree(f"articles/2023/05/{name}")
    pieces = list(tree.findall(annotated))
    assert all(list(piece.findall(annotated)) == [piece] for piece in pieces)
    marked = min(len(spans_of(name)), MAX_MARKED)
    for end in ("begins", "ends"):
        assert sorted(n for piece in pieces for n in piece[end]) == list(range(1, marked + 1))
    text = SEEDS[name]
    covered = {at for start, end in spans_of(name) for at in range(start, end)}
    assert sum(len(piece.astext()) for piece in pieces) == len(covered)
    assert "".join(piece.astext() for piece in pieces) == "".join(
        text[at] for at in sorted(covered)
    )


@pytest.mark.parametrize("name", SEEDS)
def test_passages_and_notes_lead_to_each_other(book: Project, name: str) -> None:
    article = page(book, name)
    notes = article.select("aside.brief-annotation")
    assert len(notes) == len(spans_of(name))
    marks = article.select("mark.brief-annotated a.brief-note-mark")
    numbers: list[int] = []
    for mark in marks:
        first, _, last = mark["data-number"].partition("–")
        numbers += range(int(first), int(last or first) + 1)
        assert article.select_one(f"[id='{mark['href'][1:]}']")["aria-label"] == f"Note {first}"
        assert mark["aria-label"] == f"Notes {first}–{last}" if last else f"Note {first}"
    assert sorted(numbers) == list(range(1, min(len(notes), MAX_MARKED) + 1))
    for note in notes[:MAX_MARKED]:
        back = note.select_one(".brief-name a")["href"]
        assert article.select_one(f"mark[id='{back[1:]}']") is not None


def test_a_mark_that_notes_cut_is_one_date_and_one_mention(book: Project) -> None:
    domain: Any = book.apps[0].env.get_domain("brief")
    dates = domain.dates["articles/2023/05/quoted"]
    assert [date.text for date in dates] == ["Monday", "Tuesday"]
    assert [each.headword for each in domain.mentions["articles/2023/05/quoted"]] == ["NATO"]


def test_page_and_html_grow_with_the_notes(book: Project) -> None:
    for name in ("crossed", "quoted", "same"):
        lines = book.page(f"articles/2023/05/{name}.md").splitlines()
        line = next(line for line in lines if "{brief:p}" in line)
        assert len(line) < 2 * len(SEEDS[name]) + 120 * len(spans_of(name))
        paragraph = page(book, name).select_one("p:has(.brief-number)")
        assert len(str(paragraph)) < 2 * len(SEEDS[name]) + 600 * len(spans_of(name))


def test_the_text_is_printed_and_the_numbers_add_nothing_to_it(book: Project) -> None:
    app = book.build("briefpdf")
    said = [line for line in warnings_of(app) if "already registered" not in line]
    assert all("[briefbook.notes]" in line for line in said)
    [printed] = Path(app.outdir).glob("*.pdf")
    blocks = [seen(block.text) for block in tagged_blocks(printed.read_bytes())]
    for text in SEEDS.values():
        assert any(seen(text) in block for block in blocks)


def test_many_notes_on_a_passage_are_folded_by_kind(book: Project) -> None:
    beside = page(book, "same").select_one(".brief-beside")
    in_sight = beside.select(":scope > aside.brief-annotation")
    folded = beside.select(":scope > details.brief-more")
    lines = [each.select_one("summary").get_text() for each in folded]
    assert len(in_sight) <= 3
    assert sum(int(line.split()[0]) for line in lines) + len(in_sight) == len(spans_of("same"))
