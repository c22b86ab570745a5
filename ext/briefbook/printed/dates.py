"""Dates in print: in order of time, each with what the articles say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.nodes import drawn
from briefbook.printed.places import paragraph_at, paragraph_words
from briefbook.sphinx.views.happenings import told
from briefbook.text.timex import time_order
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from briefbook.pdf.nodes import Told
    from briefbook.sphinx.records import DateRecord
    from briefbook.sphinx.views.context import ViewContext


def date_index(context: ViewContext) -> list[nodes.Node]:
    """Every date once, under it what happens, once in the same words, with pages and paragraphs."""
    store = context.domain
    days: dict[str, dict[str, list[Told]]] = {}
    for docname in store.counted():
        for date in store.dates.get(docname, ()):
            events = days.setdefault(date.value, {})
            events.setdefault(told(store, docname, date), []).append(where(docname, date))
    if not days:
        return [nodes.paragraph("", _("No article of this book names a date."))]
    rows: list[Told] = [
        {
            "date": in_words(value),
            "events": [{"words": words, "where": places} for words, places in days[value].items()],
        }
        for value in sorted(days, key=time_order)
    ]
    ids = [nodes.make_id(f"date-{value}") for value in days]
    return [drawn("", call="dates-table", data={"rows": rows}, ids=ids)]


def where(docname: str, date: DateRecord) -> dict[str, Told]:
    """The page and the paragraph of a mention; the other day, where it may be another."""
    words = paragraph_words(date.paragraph)
    if date.alternative:
        other = _("or {date}").format(date=in_words(date.alternative))
        words = f"{words} ({other})".strip()
    return {"at": paragraph_at(docname, date.paragraph), "words": words}
