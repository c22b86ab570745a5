"""Where the book mentions a body: article, paragraphs, count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.views.context import bullets, joined

if TYPE_CHECKING:
    from briefbook.sphinx.views.context import ViewContext


def mentions(context: ViewContext, headword: str) -> list[nodes.Node]:
    """A line for each article that mentions the glossary entry `headword`."""
    items = []
    for docname in context.domain.in_order():
        found = [
            mention.paragraph
            for mention in context.domain.mentions.get(docname, ())
            if mention.headword == headword
        ]
        if found:
            links = [context.paragraph_link(docname, number) for number in dict.fromkeys(found)]
            times = "once" if len(found) == 1 else f"{len(found)} times"
            items.append(
                [
                    *context.article_link(docname),
                    nodes.Text(f" ({times}): "),
                    *joined(links, ", "),
                ]
            )
    if not items:
        return []
    head = nodes.paragraph("", "Mentioned in", classes=["brief-mentions-head"])
    return [head, bullets(items, "brief-mentions")]
