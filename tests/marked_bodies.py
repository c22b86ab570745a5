"""Texts in which bodies are marked by hand, and how well the recogniser finds them.

``{NATO|nato}`` marks a mention: the words as they stand, a bar, and the body's id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.bodies.recognise import find_bodies
from briefbook.text.kinds import BlockKind
from briefbook.text.model import Article, Block, Seed, Sidecar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.bodies.catalogue import Catalogue

_MARK = re.compile(r"\{([^{}|\n]+)\|([a-z0-9-]+)\}")

Mark = tuple[int, int, str]
"""Start and end, characters of the plain text, and the body's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text without its marks, and the marks."""

    text: str
    marks: frozenset[Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Mentions found and marked; a hit has the same span and the same body."""

    hits: int
    found: int
    marked: int
    wrong: tuple[str, ...] = ()
    """The errors in words: "+" found and not marked, "-" marked and not found."""

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.marked if self.marked else 1.0


def read_marked(source: str) -> Marked:
    """Take the marks out of a text and keep where they were."""
    parts = []
    marks = set()
    length = last = 0
    for match in _MARK.finditer(source):
        before = source[last : match.start()]
        name, body = match.groups()
        start = length + len(before)
        parts += [before, name]
        length = start + len(name)
        marks.add((start, length, body))
        last = match.end()
    return Marked(text="".join([*parts, source[last:]]), marks=frozenset(marks))


def score_marked(sources: Iterable[tuple[str, str]], catalogue: Catalogue) -> Score:
    """Run the recogniser over marked texts, given as (name, source), and compare."""
    hits = found_count = marked_count = 0
    wrong = []
    for name, source in sources:
        marked = read_marked(source)
        mentions = find_bodies(plain_article(marked.text), catalogue)
        found = {(mention.start, mention.end, mention.body) for mention in mentions}
        hits += len(found & marked.marks)
        found_count += len(found)
        marked_count += len(marked.marks)
        for sign, start, end, body in sorted(
            [("+", *mark) for mark in found - marked.marks]
            + [("-", *mark) for mark in marked.marks - found],
            key=lambda item: item[1],
        ):
            around = marked.text[max(0, start - 30) : end + 30].replace("\n", " ")
            wrong.append(f"{sign} {name}: {marked.text[start:end]} = {body} in “{around}”")
    return Score(hits=hits, found=found_count, marked=marked_count, wrong=tuple(wrong))


def plain_article(text: str) -> Article:
    """An article whose paragraphs are the text's lines, as they are."""
    seed = Seed(
        name="marked",
        path="marked.txt",
        text=text,
        sha256="0" * 64,
        published="2026-01-01",
        header_end=0,
        sidecar=Sidecar(),
    )
    blocks = []
    start = number = 0
    for line, content in enumerate(text.split("\n"), 1):
        end = start + len(content)
        if content:
            number += 1
            blocks.append(
                Block(line=line, start=start, end=end, kind=BlockKind.PARAGRAPH, number=number)
            )
        start = end + 1
    return Article(seed=seed, blocks=tuple(blocks), dropped=(), publisher=None)
