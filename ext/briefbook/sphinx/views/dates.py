"""The date index of the book, and its key dates."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.tables import table
from briefbook.sphinx.views.context import bullets
from briefbook.sphinx.views.view import view
from briefbook.text.timex import in_words, time_order

if TYPE_CHECKING:
    from briefbook.sphinx.records import DateRecord
    from briefbook.sphinx.views.context import ViewContext

_KEY_DATES: Final = 12
"""Most dates that the front page lists."""


@view("date-index", shows=("articles", "dates"))
def date_index(context: ViewContext) -> list[nodes.Node]:
    """Every date mention of the book in order of time."""
    domain = context.domain
    entries = [(date, name) for name in domain.in_order() for date in domain.dates.get(name, ())]
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
                nodes.paragraph("", date.excerpt),
                nodes.paragraph("", _rule(date)),
                where,
            ]
        )
    heads = ["Date", "Phrase", "What the article says", "Rule", "Where"]
    return [table("brief-date-index", heads, [15, 13, 40, 14, 18], rows)]


def _day(value: str, linked: set[str]) -> nodes.paragraph:
    """A date in words; its first row is what the dates of the articles link to."""
    day = nodes.paragraph("", "", nodes.strong("", in_words(value)))
    if value not in linked:
        linked.add(value)
        day["ids"].append(nodes.make_id(f"date-{value}"))
    return day


def _where(date: DateRecord) -> str:
    return "caption" if date.paragraph is None else f"¶{date.paragraph}"


def _rule(date: DateRecord) -> str:
    words = date.rule.replace("-", " ")
    if date.anchor:
        words += f", from {in_words(date.anchor)}"
    if date.alternative:
        words += f"; or {in_words(date.alternative)}"
    return words


@view("key-dates", shows=("articles", "dates"))
def key_dates(context: ViewContext) -> list[nodes.Node]:
    """The dates that the articles name most, publication days aside, in order of time."""
    domain = context.domain
    first: dict[str, tuple[str, DateRecord]] = {}
    counts: Counter[str] = Counter()
    for docname in domain.in_order():
        for date in domain.dates.get(docname, ()):
            if date.value != domain.articles[docname].published:
                first.setdefault(date.value, (docname, date))
                counts[date.value] += 1
    if not first:
        return [nodes.paragraph("", "No article of this book names a date.")]
    chosen = sorted((value for value, _ in counts.most_common(_KEY_DATES)), key=time_order)
    items: list[list[nodes.Node]] = []
    for value in chosen:
        docname, date = first[value]
        colon = nodes.inline("", ": ", classes=["brief-colon"])
        says = nodes.inline("", f"{date.excerpt} (", classes=["brief-says"])
        says += context.link(docname, date.node_id, _where(date))
        says += nodes.Text(")")
        items.append([nodes.strong("", in_words(value)), colon, says])
    return [bullets(items, "brief-key-dates")]
