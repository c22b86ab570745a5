"""Where the book mentions a body: article, paragraphs, count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.views.context import bullets, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.views.context import ViewContext

Mentions = dict[str, dict[str, list[int | None]]]
"""By headword, then by document name: the paragraph of each mention; None outside the paragraphs.
"""


def mentions_of(domain: BriefDomain) -> Mentions:
    """Every mention of a body in the book, articles in order of publication.

    Gathered once for all of a glossary: each entry would look through the whole book.
    """
    found: Mentions = {}
    for docname in domain.in_order():
        for mention in domain.mentions.get(docname, ()):
            of_body = found.setdefault(mention.headword, {})
            of_body.setdefault(docname, []).append(mention.paragraph)
    return found


def mentions(context: ViewContext, found: Mapping[str, Sequence[int | None]]) -> list[nodes.Node]:
    """A line for each article that mentions a body; ``found`` is its part of ``mentions_of``."""
    items = []
    for docname, paragraphs in found.items():
        links = [context.paragraph_link(docname, number) for number in dict.fromkeys(paragraphs)]
        times = "once" if len(paragraphs) == 1 else f"{len(paragraphs)} times"
        items.append(
            [*context.article_link(docname), nodes.Text(f" ({times}): "), *joined(links, ", ")]
        )
    if not items:
        return []
    head = nodes.paragraph("", "Mentioned in", classes=["brief-mentions-head"])
    return [head, bullets(items, "brief-mentions")]
