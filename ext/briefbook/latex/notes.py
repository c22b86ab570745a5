r"""Notes as footnotes in LaTeX, by the numbers that they have everywhere.

The mark stands where the passage ends, the text at the foot of the same page: set as a footnote of
its own after the outermost span around the mark, for the macros that LaTeX has for spans take no
more than one paragraph. What is set apart stays so, beside its paragraph: replies, and notes that
mark no passage, because it is gone or they are withdrawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.builders.latex.nodes import footnotemark, footnotetext
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.sphinx.nodes import annotated, annotation, article_text, paragraph_number
from briefbook.text.annotations.motivations import ERRATUM, REPLY

if TYPE_CHECKING:
    from collections.abc import Iterator


class NotesAsFootnotes(SphinxPostTransform):
    """Runs after Sphinx has seen to footnotes and `LinkTargets` to places for links."""

    builders = ("latex",)
    default_priority: ClassVar[int] = 610

    def run(self, **kwargs: Any) -> None:
        # Else addresses are footnotes, of their own numbers, and would be footnotes of these.
        if self.config.latex_show_urls == "footnote":
            return
        for article in list(self.document.findall(article_text)):
            notes = {note["number"]: note for note in article.findall(annotation)}
            # From the last on: of two texts after one span, the first passage's is the first.
            for passage in reversed(list(article.findall(annotated))):
                _mark(passage, notes)


def _mark(passage: annotated, notes: dict[int, annotation]) -> None:
    """Set the marks of the notes whose passages end here, and the texts of those not set apart."""
    numbers, passage["ends"] = passage["ends"], []
    marks: list[nodes.Node] = []
    texts: list[nodes.Node] = []
    for number in numbers:
        note = notes[number]
        if marks:
            marks.append(nodes.superscript("", ", "))
        if note["motivation"] == REPLY:
            place = next(note.findall(nodes.target))["ids"][0]
            shown = nodes.superscript("", str(number))
            marks.append(nodes.reference("", "", shown, refid=place, internal=True))
        else:
            marks.append(footnotemark("", str(number)))
            # Sphinx has the blanks that follow a text ignored: up to the braces, that is.
            texts += [_text(note, passage), nodes.raw("", "{}", format="latex")]
            note.parent.remove(note)
    spans = list(_spans_around(passage))
    links = [span for span in spans if isinstance(span, nodes.reference)]
    _insert_after(spans[-1], texts)  # first, lest it come before the marks
    _insert_after(links[-1] if links else passage, marks)


def _spans_around(node: nodes.Element) -> Iterator[nodes.Element]:
    """A span and those it lies in, from within."""
    while not isinstance(node, nodes.paragraph):
        yield node
        node = node.parent


def _insert_after(node: nodes.Element, added: list[nodes.Node]) -> None:
    at = node.parent.index(node) + 1
    node.parent[at:at] = added


def _text(note: annotation, passage: annotated) -> footnotetext:
    """The note as a footnote, which names its paragraph, and what it is if it is an erratum."""
    title, *rest = note.children
    target = [each for each in rest if isinstance(each, nodes.target)]
    body = [each for each in rest if not isinstance(each, nodes.target)]
    lead: list[nodes.Node] = [*target]
    paragraph = list(_spans_around(passage))[-1].parent
    for number in paragraph.findall(paragraph_number):
        words = f"¶{number['number']}"
        lead += [nodes.reference("", words, refid=number["refid"], internal=True), nodes.Text(" ")]
    if note["motivation"] == ERRATUM:
        lead += [nodes.strong("", title.astext()), nodes.Text(" ")]
    first = body[0]
    if not isinstance(first, nodes.paragraph):
        first = nodes.paragraph()
        body.insert(0, first)
    first[:0] = lead
    return footnotetext("", nodes.label("", str(note["number"])), *body)
