"""The colophon: which edition this is, and of which commit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.review import NOT_REVIEWED, review_in_words
from briefbook.sphinx.store import Store
from briefbook.sphinx.views.editions import told
from briefbook.sphinx.views.view import view
from briefbook.version import VERSION
from briefbook.words import _

if TYPE_CHECKING:
    from briefbook.sphinx.views.context import ViewContext


@view("colophon", shows=("articles",), note=Store.note_colophon)
def colophon(context: ViewContext) -> list[nodes.Node]:
    """Edition, commit, build date and the maker, as a field list."""
    edition = context.domain.colophons[context.docname]
    fields = [
        (_("Edition"), edition.name),
        (_("Built"), edition.built),
        (
            _("Commit"),
            edition.commit or _("not known: the book was not built from a git checkout"),
        ),
        *(
            [(_("History"), _("not shown: the book was not built from a full clone"))]
            if edition.lacks_history
            else []
        ),
        (_("Articles"), str(len(context.domain.articles))),
        *([(_("Marks"), _reviews(context))] if context.domain.articles else []),
        (_("Made with"), f"briefbook {VERSION}"),
    ]
    node = nodes.field_list(classes=["brief-colophon"])
    if edition.news is not None:
        changes = nodes.paragraph("", "", *told(context, edition.news))
        node += nodes.field("", nodes.field_name("", _("Changes")), nodes.field_body("", changes))
    for name, text in fields:
        body = nodes.field_body("", nodes.paragraph("", text))
        node += nodes.field("", nodes.field_name("", name), body)
    return [node]


def _reviews(context: ViewContext) -> str:
    """Who has read the marks of how many articles, the most first, and how many nobody has."""
    counts = Counter(map(review_in_words, context.domain.articles.values()))
    if len(counts) == 1:
        return f"{next(iter(counts))}."
    told = sorted(counts.items(), key=lambda pair: (pair[0] == _(NOT_REVIEWED), -pair[1], pair[0]))
    return f"{'; '.join(f'{words}: {count}' for words, count in told)}."
