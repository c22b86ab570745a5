"""The date index of the book, and its key dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.tables import table
from briefbook.sphinx.views.context import bullets
from briefbook.sphinx.views.exports import export_links, has_calendar
from briefbook.sphinx.views.happenings import key_dates_of_book, told
from briefbook.sphinx.views.view import view
from briefbook.text.dates import Rule
from briefbook.text.timex import time_order
from briefbook.words import in_words

if TYPE_CHECKING:
    from briefbook.sphinx.records import DateRecord
    from briefbook.sphinx.views.context import ViewContext

_RULES: Final = {rule.value: rule.short for rule in Rule}


@view("date-index", shows=("articles", "same_as", "dates", "statements"))
def date_index(context: ViewContext) -> list[nodes.Node]:
    """Every date mention of the book in order of time."""
    domain = context.domain
    entries = [(date, name) for name in domain.counted() for date in domain.dates.get(name, ())]
    if not entries:
        return [nodes.paragraph("", "No article of this book names a date.")]
    entries.sort(key=lambda entry: time_order(entry[0].value))
    rows: list[list[nodes.Node]] = []
    linked: set[str] = set()
    for date, docname in entries:
        where = nodes.paragraph("", "", *context.link(docname, date.node_id, _where(date)))
        where += nodes.Text(f", {context.source_line(docname)}")
        rows.append(
            [
                _day(date.value, linked),
                nodes.paragraph("", f"“{date.text}”"),
                nodes.paragraph("", told(context, docname, date)),
                nodes.paragraph("", _rule(date)),
                where,
            ]
        )
    heads = ["Date", "Phrase", "What happens", "How it was read", "Where"]
    files = [("dates.csv", "as a table (CSV)"), ("dates.json", "as JSON")]
    if has_calendar(date.value for date, _ in entries):
        files.insert(0, ("dates.ics", "All into your calendar"))
    return [export_links(*files), table("brief-date-index", heads, [15, 13, 40, 14, 18], rows)]


def _day(value: str, linked: set[str]) -> nodes.paragraph:
    """A date in words; its first row is what the dates of the articles link to."""
    day = nodes.paragraph("", "", nodes.strong("", in_words(value)))
    if value not in linked:
        linked.add(value)
        day["ids"].append(nodes.make_id(f"date-{value}"))
        if has_calendar([value]):
            day += export_links((f"dates/{value}.ics", "into your calendar"))
    return day


def _where(date: DateRecord) -> str:
    return "caption" if date.paragraph is None else f"¶{date.paragraph}"


def _rule(date: DateRecord) -> str:
    words = _RULES.get(date.rule, date.rule.replace("-", " "))
    if date.anchor:
        words += f", counted from {in_words(date.anchor)}"
    if date.alternative:
        words += f"; or {in_words(date.alternative)}"
    return words


@view("key-dates", shows=("articles", "same_as", "dates", "statements"))
def key_dates(context: ViewContext) -> list[nodes.Node]:
    """The dates that the book looks to: see ``happenings``."""
    if not any(context.domain.dates.get(name) for name in context.domain.articles):
        return [nodes.paragraph("", "No article of this book names a date.")]
    chosen = key_dates_of_book(context.domain)
    if not chosen:
        return [nodes.paragraph("", "No article of this book looks to a day.")]
    items: list[list[nodes.Node]] = []
    for key in chosen:
        colon = nodes.inline("", ": ", classes=["brief-colon"])
        says = nodes.inline(
            "", f"{told(context, key.docname, key.record)} (", classes=["brief-says"]
        )
        says += context.link(key.docname, key.record.node_id, _where(key.record))
        says += nodes.Text(")")
        items.append([nodes.strong("", in_words(key.value)), colon, says])
    found: list[nodes.Node] = [bullets(items, "brief-key-dates")]
    if has_calendar(key.value for key in chosen):
        found.append(export_links(("key-dates.ics", "Into your calendar")))
    return found
