"""The key dates of the book, as a list for any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.sphinx.views.context import bullets, place
from briefbook.sphinx.views.dates import NONE
from briefbook.sphinx.views.exports import export_links, has_calendar
from briefbook.sphinx.views.happenings import key_dates_of_book, told
from briefbook.sphinx.views.view import view
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from briefbook.sphinx.views.context import ViewContext


@view("key-dates", shows=("articles", "same_as", "dates", "statements"))
def key_dates(context: ViewContext) -> list[nodes.Node]:
    """The dates that the book looks to: see ``happenings``."""
    if not any(context.domain.dates.get(name) for name in context.domain.articles):
        return [nodes.paragraph("", _(NONE))]
    chosen = key_dates_of_book(context.domain)
    if not chosen:
        return [nodes.paragraph("", _("No article of this book looks to a day."))]
    items: list[list[nodes.Node]] = []
    for key in chosen:
        colon = nodes.inline("", ": ", classes=["brief-colon"])
        words = told(context.domain, key.docname, key.record)
        says = nodes.inline("", f"{words} (", classes=["brief-says"])
        says += context.link(key.docname, key.record.node_id, place(key.record.paragraph))
        says += nodes.Text(")")
        items.append([nodes.strong("", in_words(key.value)), colon, says])
    found: list[nodes.Node] = [bullets(items, "brief-key-dates")]
    if has_calendar(key.value for key in chosen):
        found.append(export_links(("key-dates.ics", _("Into your calendar"))))
    return found
