"""The front page: the ways into the book, what happens next, who is behind it, the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.citations import listed_works
from briefbook.sphinx.views.article_facts import notes_on
from briefbook.sphinx.views.context import bullets, front_head, joined, place
from briefbook.sphinx.views.day_words import length
from briefbook.sphinx.views.days import days_of_book, newest_day
from briefbook.sphinx.views.exports import export_links, has_calendar
from briefbook.sphinx.views.happenings import key_dates_of_book
from briefbook.sphinx.views.next_days import next_days
from briefbook.sphinx.views.sources_of_book import sources_of_book
from briefbook.sphinx.views.view import view
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.days import Day

NEXT: Final = 6
"""Dates ahead that the front page tells of."""


@view(
    "front-ways",
    shows=(
        "articles",
        "dates",
        "statements",
        "mentions",
        "annotations",
        "same_as",
        "places",
        "works",
    ),
    has_directive=False,
)
def front_ways(context: ViewContext) -> list[nodes.Node]:
    """The period that the book is of; on the web the ways into it, each with how much is there."""
    domain = context.domain
    names = domain.in_order()
    if not names:
        return []
    period = _period([domain.articles[name].published for name in names])
    count = ngettext("{number} article", "{number} articles", len(names))
    found: list[nodes.Node] = [nodes.paragraph("", f"{count}, {period}", classes=["brief-period"])]
    if context.web:
        items = [
            [
                *context.link(page, "", words),
                nodes.inline("", f" {number}", classes=["brief-many"]),
            ]
            for page, words, number in _ways(context)
            if page and number
        ]
        strip = nodes.container("", bullets(items, "brief-ways"), classes=["brief-strip"])
        if address := domain.env.config.briefbook_pdf_url:
            pdf = nodes.reference("", _("PDF"), refuri=address)
            strip += nodes.paragraph("", "", pdf, classes=["brief-exports"])
        if domain.pdfs:
            printed = [[nodes.reference("", title, refuri=to)] for title, to in domain.pdfs]
            strip += nodes.paragraph(
                "", f"{_('PDF')}: ", *joined(printed, ", "), classes=["brief-exports"]
            )
        if has_calendar(key.value for key in key_dates_of_book(domain)):
            strip += export_links(("key-dates.ics", _("Key dates into your calendar")))
        found.append(strip)
    return found


def _period(days: Sequence[str]) -> str:
    first, last = in_words(min(days)), in_words(max(days))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _ways(context: ViewContext) -> list[tuple[str | None, str, int]]:
    """Each part of the book: its page, its name, and how much is there."""
    domain = context.domain
    env = domain.env
    contents = f"{env.config.briefbook_articles}/index"
    counted = domain.counted()
    works = listed_works(env)
    return [
        (
            contents if contents in env.found_docs else None,
            _("Articles"),
            len(domain.articles),
        ),
        (
            domain.page_with("date-index"),
            _("Dates"),
            len({date.value for name in counted for date in domain.dates.get(name, ())}),
        ),
        (
            domain.page_with("source-index"),
            _("Sources"),
            sources_of_book(domain, context.places).sources,
        ),
        (domain.page_with("mentions"), _("Bodies"), len(domain.mentioned)),
        (
            domain.page_with("annotation-index"),
            _("Notes"),
            sum(notes_on(domain, name) for name in domain.annotations),
        ),
        (
            min((page for page, _key in works), default=None),
            _("References"),
            len({key for _page, key in works}),
        ),
    ]


@view(
    "front-next",
    shows=("articles", "same_as", "dates", "statements", "places", "divisions"),
    has_directive=False,
)
def front_next(context: ViewContext) -> list[nodes.Node]:
    """The soonest dates ahead, with what happens; where none is, the key dates of the book."""
    domain = context.domain
    shown = next_days(domain, domain.counted(), NEXT)
    newest = in_words(newest_day(domain))
    ahead = bool(shown) and shown[0].is_ahead
    if ahead:
        title = _("What happens next")
        about = _("Counted from the newest article, {day}").format(day=newest)
    else:
        title = _("Key dates")
        about = _("No date lies ahead of the newest article, {day}").format(day=newest)
    if not shown:
        return []
    node = nodes.container("", front_head(title), classes=["brief-next-dates"])
    index = domain.page_with("date-index")
    line = nodes.paragraph("", about, classes=["brief-front-about"])
    if index is not None and not context.paged:
        every = sum(day.is_ahead for day in days_of_book(domain).heads)
        words = _("all {number} ahead").format(number=every) if ahead else _("all dates")
        line += nodes.Text(" · ")
        line += context.link(index, "dates-ahead" if ahead else "", words)
    node += line
    node += bullets([_next_date(context, day) for day in shown], "brief-next-list")
    return [node]


def _next_date(context: ViewContext, day: Day) -> list[nodes.Node]:
    happening = day.happenings[0]
    docname, record = happening.mentions[0]
    when = nodes.inline("", "", nodes.strong("", in_words(day.value)), classes=["brief-when"])
    if words := length(day):
        between = " " if context.web else ", "
        when += [nodes.Text(between), nodes.inline("", words, classes=["brief-length"])]
    says = nodes.inline("", happening.words, classes=["brief-event"])
    where = nodes.inline("", f"{context.origin(docname)}, ", classes=["brief-where"])
    where += context.link(docname, record.node_id, place(record.paragraph))
    place_of_day = context.places.date(day.value)
    if day.mentions > 1 and place_of_day is not None and context.web:
        more = _("and {number} more").format(number=day.mentions - 1)
        where += nodes.Text(" · ")
        where += context.link(*place_of_day, more)
    if context.web:
        return [when, nodes.inline("", "", says, nodes.Text(" "), where, classes=["brief-what"])]
    return [when, nodes.Text(": "), says, nodes.Text(" ("), where, nodes.Text(")")]
