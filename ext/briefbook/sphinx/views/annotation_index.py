"""The index of annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.views.context import bullets
from briefbook.sphinx.views.exports import export_links
from briefbook.sphinx.views.view import view
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from briefbook.sphinx.records import AnnotationRecord
    from briefbook.sphinx.views.context import ViewContext


@view("annotation-index", shows=("articles", "annotations"))
def annotation_index(context: ViewContext) -> list[nodes.Node]:
    """Every annotation under its article, in order of the text."""
    domain = context.domain
    found: list[nodes.Node] = []
    for docname in domain.in_order():
        notes = domain.annotations.get(docname)
        if notes:
            head = nodes.paragraph("", "", *context.article_link(docname))
            head["classes"].append("brief-index-article")
            found += [head, bullets([_note(context, docname, n) for n in notes], "brief-notes")]
    if not found:
        return [nodes.paragraph("", _("No article of this book has an annotation yet."))]
    return [*found, export_links(("notes.atom", _("Feed")), ("annotations.jsonld", "JSON-LD"))]


def _note(context: ViewContext, docname: str, note: AnnotationRecord) -> list[nodes.Node]:
    where = (
        _("passage lost")
        if note.orphan
        else _("caption")
        if note.paragraph is None
        else f"¶{note.paragraph}"
    )
    if note.withdrawn:
        said = _("withdrawn on {day}").format(day=in_words(note.withdrawn))
        return [*context.link(docname, note.node_id, note.title), nodes.Text(f": {said}")]
    return [
        *context.link(docname, note.node_id, note.title),
        nodes.Text(" " + _("on “{passage}”").format(passage=note.excerpt) + f" ({where}): "),
        nodes.Text(f"{_(note.motivation)}, {note.author}, {in_words(note.created)}"),
    ]
