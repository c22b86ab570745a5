"""Readers' notes in print: under the articles they are on, with pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.nodes import At, drawn
from briefbook.printed.places import paragraph_words
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from briefbook.pdf.nodes import Told
    from briefbook.sphinx.records import AnnotationRecord
    from briefbook.sphinx.views.context import ViewContext


def annotation_index(context: ViewContext) -> list[nodes.Node]:
    """Every note under its article, in order of the text."""
    store = context.domain
    articles: list[Told] = [
        {
            "title": store.articles[docname].title,
            "notes": [_note(docname, note) for note in store.annotations[docname]],
        }
        for docname in store.in_order()
        if store.annotations.get(docname)
    ]
    if not articles:
        return [nodes.paragraph("", _("No article of this book has an annotation yet."))]
    return [drawn("", call="notes-list", data={"articles": articles})]


def _note(docname: str, note: AnnotationRecord) -> dict[str, Told]:
    where = _("passage lost") if note.orphan else paragraph_words(note.paragraph)
    about = ", ".join([note.motivation, note.author, in_words(note.created)])
    return {
        "number": note.number,
        "passage": note.excerpt,
        "about": about,
        "at": At(docname, note.node_id),
        "where": where,
    }
