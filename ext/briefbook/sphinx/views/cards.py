"""The articles as cards, for the front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_design.shared import create_component

from briefbook.sphinx.review import review_in_words
from briefbook.sphinx.views.article_facts import facts_line, published_line
from briefbook.sphinx.views.shares import shares_line
from briefbook.sphinx.views.view import view
from briefbook.words import _

if TYPE_CHECKING:
    from briefbook.sphinx.views.context import ViewContext


@view(
    "cards",
    shows=("articles", "paragraphs", "dates", "mentions", "statements", "annotations"),
)
def cards(context: ViewContext) -> list[nodes.Node]:
    """A sphinx-design grid with one card an article, newest first."""
    names = context.domain.in_order()[::-1]
    if not names:
        return [nodes.paragraph("", _("This book has no articles yet."))]
    columns = [
        "sd-row-cols-1",
        "sd-row-cols-xs-1",
        "sd-row-cols-sm-1",
        "sd-row-cols-md-2",
        "sd-row-cols-lg-2",
    ]
    row = create_component("grid-row", ["sd-row", *columns, "sd-g-3"])
    row += [_card(context, name) for name in names]
    classes = ["sd-container-fluid", "sd-sphinx-override", "sd-mb-4", "brief-cards"]
    return [create_component("grid-container", classes, children=[row])]


def _card(context: ViewContext, docname: str) -> nodes.Node:
    domain = context.domain
    column = create_component("grid-item", ["sd-col", "sd-d-flex-row"])
    card = create_component("card", ["sd-card", "sd-sphinx-override", "sd-w-100", "sd-shadow-sm"])
    body = create_component("card-body", ["sd-card-body"])
    article = domain.articles[docname]
    line = nodes.paragraph("", published_line(article), classes=["brief-kind"])
    title = create_component("card-title", ["sd-card-title", "sd-font-weight-bold"])
    title += nodes.paragraph("", "", *context.article_link(docname))
    statements = domain.statements.get(docname, [])
    about = nodes.paragraph("", facts_line(domain, docname), classes=["sd-card-text"])
    body += [*([line] if article.title_by != "none" else []), title, about]
    if statements:
        body += nodes.paragraph("", shares_line(statements), classes=["sd-card-text"])
    review = review_in_words(article)
    body += nodes.paragraph("", review, classes=["sd-card-text", "brief-review"])
    card += body
    column += card
    return column
