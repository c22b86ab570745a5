"""Bodies in print: the pages that mention one, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.pdf.nodes import drawn
from briefbook.printed.places import once, paragraph_at
from briefbook.words import _

if TYPE_CHECKING:
    from docutils import nodes

    from briefbook.sphinx.views.context import ViewContext


def mentions(context: ViewContext) -> list[nodes.Node]:
    """Where the book mentions the body whose glossary entry this stands in."""
    found = context.domain.mentioned.get(context.headword or "", {})
    places = once(
        paragraph_at(docname, number) for docname, numbers in found.items() for number in numbers
    )
    if not places:
        return []
    return [drawn("", call="mention-line", data={"lead": _("Mentioned:"), "places": places})]
