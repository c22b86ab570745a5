"""Where the book mentions a body: article, paragraphs, count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.views.context import bullets, joined
from briefbook.sphinx.views.view import view
from briefbook.words import _, ngettext

if TYPE_CHECKING:
    from briefbook.sphinx.views.context import ViewContext


@view("mentions", shows=("articles", "mentions"), has_directive=False)
def mentions(context: ViewContext) -> list[nodes.Node]:
    """A line for each article that mentions the body whose glossary entry this stands in."""
    items = []
    for docname, paragraphs in context.domain.mentioned.get(context.headword or "", {}).items():
        links = [context.paragraph_link(docname, number) for number in dict.fromkeys(paragraphs)]
        times = ngettext("once", "{number} times", len(paragraphs))
        items.append(
            [*context.article_link(docname), nodes.Text(f" ({times}): "), *joined(links, ", ")]
        )
    if not items:
        return []
    head = nodes.paragraph("", _("Mentioned in"), classes=["brief-mentions-head"])
    return [head, bullets(items, "brief-mentions")]
