"""The index of annotations: what tells where an article errs first, then all by article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.views.context import bullets, joined, place
from briefbook.sphinx.views.exports import export_links
from briefbook.sphinx.views.view import view
from briefbook.text.annotations.motivations import ERRATUM
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.sphinx.records import AnnotationRecord
    from briefbook.sphinx.views.context import ViewContext

Note = tuple[str, "AnnotationRecord"]
"""A document name, and a note on its article."""


@view("annotation-index", shows=("articles", "annotations"))
def annotation_index(context: ViewContext) -> list[nodes.Node]:
    """Every annotation with its words: errata, then by article from the newest, then by author."""
    domain = context.domain
    names = [name for name in domain.in_order()[::-1] if domain.annotations.get(name)]
    if not names:
        return [nodes.paragraph("", _("No article of this book has an annotation yet."))]
    notes: list[Note] = [(name, note) for name in names for note in domain.annotations[name]]
    shown = [(name, note) for name, note in notes if not note.withdrawn]
    node = nodes.container("", classes=["brief-annotations"])
    node += _sum(shown, len(names))
    errata = [(name, note) for name, note in shown if note.motivation == ERRATUM]
    if errata:
        node += _head(_("Errata"), 2)
        node += bullets([_note(context, each, with_origin=True) for each in errata], "brief-notes")
        node += _head(_("By article"), 2)
    for name in names:
        head = nodes.rubric("", "", *context.article_link(name), classes=["brief-index-article"])
        head["heading-level"] = 3 if errata else 2
        node += head
        of_article = [each for each in notes if each[0] == name]
        node += bullets(
            [_note(context, each, with_origin=False) for each in of_article], "brief-notes"
        )
    authors = sorted({note.author for _name, note in shown}, key=str.casefold)
    if len(authors) > 1:
        node += _head(_("By author"), 2)
        node += bullets([_author(context, each, shown) for each in authors], "brief-authors")
    return [node, export_links(("notes.atom", _("Feed")), ("annotations.jsonld", "JSON-LD"))]


def _sum(notes: Sequence[Note], articles: int) -> nodes.paragraph:
    line = _("{notes} on {articles}").format(
        notes=ngettext("{number} note", "{number} notes", len(notes)),
        articles=ngettext("{number} article", "{number} articles", articles),
    )
    return nodes.paragraph("", f"{line}.", classes=["brief-sum"])


def _head(title: str, level: int) -> nodes.rubric:
    head = nodes.rubric("", title, classes=["brief-notes-head"])
    head["heading-level"] = level
    return head


def _note(context: ViewContext, each: Note, *, with_origin: bool) -> list[nodes.Node]:
    """The passage, what the note says of it, and who says so when and why."""
    docname, note = each
    link = context.link(docname, note.node_id, note.title)
    if note.withdrawn:
        said = _("withdrawn on {day}").format(day=in_words(note.withdrawn))
        return [*link, nodes.Text(f": {said}")]
    where = _("passage lost") if note.orphan else place(note.paragraph)
    passage = nodes.inline("", f"“{note.excerpt}”", classes=["brief-passage"])
    says = nodes.inline("", note.says, classes=["brief-note-says"])
    about = nodes.inline("", "", *link, classes=["brief-about"])
    told = [where, _(note.motivation), note.author, in_words(note.created)]
    if with_origin:
        told.insert(1, context.domain.articles[docname].title)
    about += nodes.Text(f" · {' · '.join(told)}")
    return [passage, nodes.Text(" "), says, nodes.Text(" "), about]


def _author(context: ViewContext, author: str, notes: Sequence[Note]) -> list[nodes.Node]:
    of_author = sorted(
        (each for each in notes if each[1].author == author),
        key=lambda each: each[1].created,
        reverse=True,
    )
    links = [
        [
            *context.link(docname, note.node_id, in_words(note.created)),
            nodes.Text(f" ({context.domain.articles[docname].title})"),
        ]
        for docname, note in of_author
    ]
    return [nodes.strong("", author), nodes.Text(": "), *joined(links, "; ")]
