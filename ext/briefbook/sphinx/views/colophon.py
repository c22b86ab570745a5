"""The colophon: which edition this is, and of which commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook import __version__

if TYPE_CHECKING:
    from briefbook.sphinx.views.context import ViewContext


def colophon(context: ViewContext) -> list[nodes.Node]:
    """Edition, commit, build date and the maker, as a field list."""
    edition = context.domain.colophons[context.docname]
    fields = [
        ("Edition", edition.name),
        ("Built", edition.built),
        ("Commit", edition.commit or "not known: the book was not built from a git checkout"),
        ("Articles", str(len(context.domain.articles))),
        ("Made with", f"briefbook {__version__}"),
    ]
    node = nodes.field_list(classes=["brief-colophon"])
    for name, text in fields:
        body = nodes.field_body("", nodes.paragraph("", text))
        node += nodes.field("", nodes.field_name("", name), body)
    return [node]
