"""An article's text in HTML: runs, callouts as sentences, passages and notes linked both ways."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from docutils import nodes

from briefbook.html.lines import place_at_lines
from briefbook.html.links import link_to_node
from briefbook.html.nodes import beside, note_mark
from briefbook.html.notes_layout import lay_out_notes
from briefbook.html.runs import divide
from briefbook.sphinx.nodes import (
    annotated,
    annotation,
    article_block,
    article_text,
    callout,
    source_callout,
)
from briefbook.text.kinds import SourceKind
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefbook.sphinx.index_places import IndexPlaces

_TELLING: Final = 200
"""Characters of a block that tell which way it runs."""
_RIGHT_TO_LEFT: Final = frozenset(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"])
"""Languages of books that run from right to left."""


def lay_out_text(text: article_text, places: IndexPlaces, language: str) -> None:
    """Give an article's text its structure.

    ``places`` are those of the index of sources, ``language`` is the book's own.
    """
    _say_directions(text, language)
    for source in text.findall(source_callout):
        _say(source, places)
    for note in text.findall(annotation):
        _name(note)
    divide(text)
    for node in text.findall(beside):
        lay_out_notes(node)
    place_at_lines(text)
    _join_passages(text)


def _say_directions(text: article_text, language: str) -> None:
    """Say which way the text runs, by its own letters, and what stands beside it, by the book's."""
    letters = Counter(
        bidirectional(character)
        for block in text.findall(article_block)
        for character in block[0].astext()[:_TELLING]
    )
    is_rtl = letters["R"] + letters["AL"] > letters["L"]
    if is_rtl:
        text["dir"] = "rtl"
    if is_rtl or f"language-{language}" not in text["classes"]:
        for node in text.findall(callout):
            node["lang"] = language
            node["dir"] = "rtl" if language.partition("_")[0] in _RIGHT_TO_LEFT else "ltr"


def _say(source: source_callout, places: IndexPlaces) -> None:
    """Make one sentence of the callout, after the kind; its first words lead to the source."""
    title, *rest = source.children
    assert isinstance(title, nodes.title)  # noqa: S101 - the contract of the node
    source["label"] = _("Source: {source}").format(source=title.astext())
    sentence = nodes.paragraph("", "", *title.children, classes=["brief-sentence"])
    who = sentence[0]
    kind = SourceKind(source["source_kind"])
    place = places.source(kind, source["source_name"], source["docname"])
    if place is not None and isinstance(who, nodes.inline):
        words = nodes.inline("", "", *who.children)
        who[:] = [link_to_node(source["docname"], *place, words)]
    kept = []
    for part in rest:
        if isinstance(part, nodes.paragraph) and "brief-detail" in part["classes"]:
            sentence += [nodes.Text(", "), *part.children]
        else:
            kept.append(part)
    sentence += nodes.Text("" if sentence.astext().endswith((".", "?", "!", ".”")) else ".")
    source[:] = [*kept, sentence]


def _name(note: annotation) -> None:
    """Turn the note's title into a line of its own."""
    title = note.children[0]
    assert isinstance(title, nodes.title)  # noqa: S101 - the contract of the node
    note["label"] = title.astext()
    note[0] = nodes.paragraph("", "", *title.children, classes=["brief-name"])


def _join_passages(text: article_text) -> None:
    """Link passages and their notes both ways, by one id each."""
    notes = {note["number"]: note for note in text.findall(annotation)}
    for passage in text.findall(annotated):
        begun = [number for number in passage["begins"] if number in notes]
        if begun:
            back = f"passage-{begun[0]}"  # one for all: HTML would need an empty element for each
            passage["ids"].append(back)
            for number in begun:
                _link_back(notes[number], back)
        for first, last in _runs(number for number in passage["ends"] if number in notes):
            number = f"{first}" if first == last else f"{first}–{last}"
            notes[first]["has_mark"] = first == last
            passage.append(note_mark("", "", refid=notes[first]["ids"][0], number=number))


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers that follow one another; two make no run."""
    for _step, numbered in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _place, number in numbered]
        if len(run) > 2:
            yield run[0], run[-1]
        else:
            yield from zip(run, run, strict=True)


def _link_back(note: annotation, passage: str) -> None:
    for child in note.children:
        if isinstance(child, nodes.paragraph) and "brief-name" in child["classes"]:
            link = nodes.reference("", "", *child.children, refid=passage, internal=True)
            child.children.clear()
            child.append(link)
