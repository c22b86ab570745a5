"""The colophon: which edition this is, and of which commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.store import Store
from briefbook.sphinx.views.view import view
from briefbook.version import VERSION

if TYPE_CHECKING:
    from briefbook.sphinx.views.context import ViewContext


@view("colophon", shows=("articles",), note=Store.note_colophon)
def colophon(context: ViewContext) -> list[nodes.Node]:
    """Edition, commit, build date and the maker, as a field list."""
    edition = context.domain.colophons[context.docname]
    fields = [
        ("Edition", edition.name),
        ("Built", edition.built),
        ("Commit", edition.commit or "not known: the book was not built from a git checkout"),
        ("Articles", str(len(context.domain.articles))),
        ("Made with", f"briefbook {VERSION}"),
    ]
    node = nodes.field_list(classes=["brief-colophon"])
    for name, text in fields:
        body = nodes.field_body("", nodes.paragraph("", text))
        node += nodes.field("", nodes.field_name("", name), body)
    return [node]
