"""The date index: what is ahead, the soonest first; then what is over, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from docutils import nodes

from briefbook.pages.index_paths import DATES, date_path
from briefbook.sphinx.nodes import timeline
from briefbook.sphinx.views.date_choices import Slots, choices_of
from briefbook.sphinx.views.date_rows import DateRows
from briefbook.sphinx.views.days import DayHead, days_of_book, newest_day
from briefbook.sphinx.views.exports import export_links, has_calendar
from briefbook.sphinx.views.parts import (
    PartLine,
    elsewhere_held,
    lines_of_parts,
    named_as,
    ways_of_part,
    ways_shown,
)
from briefbook.sphinx.views.section import section
from briefbook.sphinx.views.view import view
from briefbook.text.digest import digest
from briefbook.text.timex import MONTHS, Timex, Unit
from briefbook.words import N_, _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.index_places import IndexPlaces
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.days import Day

_AnyDay = TypeVar("_AnyDay", bound=DayHead)

NONE: Final = N_("No article of this book names a date.")

CHOOSABLE: Final = 1000
"""Mentions among which readers may choose: a browser asks of each row whether it holds what was
chosen, and of many for longer than anyone waits."""


def shown_in_parts(domain: BriefDomain, places: IndexPlaces) -> Mapping[str, Iterable[str]]:
    """By part, what its page shows, in pieces that differ where that does."""
    next_day = _next_day(domain)
    newest = newest_day(domain)
    held = by_part(domain, places)
    return {
        part: [
            *ways_shown(places, DATES, part),
            digest(_pieces(domain, held.get(part, ()), next_day, newest)),
        ]
        for part in places.division(DATES).parts
    }


def _pieces(
    domain: BriefDomain, values: Sequence[str], next_day: str | None, newest: str
) -> Iterable[str]:
    of_book = days_of_book(domain)
    if domain.states:
        names = (name for value in values for name in of_book.names(value))
        yield from elsewhere_held(domain, names, ("dates", "statements", "mentions"))
    else:
        yield from _rows_shown(domain, _days(domain, values))
    for value in values:
        yield value
        if of_book.is_ahead(value):
            yield newest
        if value == next_day:
            yield "next"


def _rows_shown(domain: BriefDomain, days: Sequence[Day]) -> Iterable[str]:
    places: dict[str, set[int | None]] = {}
    for day in days:
        for happening in day.happenings:
            for name, date in happening.mentions:
                places.setdefault(name, set()).add(date.paragraph)
    for name, paragraphs in sorted(places.items()):
        yield named_as(domain, name)
        named = domain.mentions.get(name, ())
        yield repr([each for each in named if each.paragraph in paragraphs])
    yield from map(repr, days)


def by_part(domain: BriefDomain, places: IndexPlaces) -> Mapping[str | None, list[str]]:
    """The dates of each part, in order of time; None has those of no part."""

    def gather() -> dict[str | None, list[str]]:
        division = places.division(DATES)
        found: dict[str | None, list[str]] = {}
        for value in days_of_book(domain).values:
            found.setdefault(division.part_of(date_path(value)), []).append(value)
        return found

    return domain.gathered("days by part", gather)


def _days(domain: BriefDomain, values: Iterable[str]) -> list[Day]:
    """The same dates with their mentions: those of one page at a time."""
    of_book = days_of_book(domain)
    return [of_book.day(value) for value in values]


def _next_day(domain: BriefDomain) -> str | None:
    """The soonest day ahead."""
    of_book = days_of_book(domain)
    exact = (
        each for each in of_book.values if (timex := Timex.parse(each)) and timex.unit is Unit.DAY
    )
    return next((value for value in exact if of_book.is_ahead(value)), None)


@view(
    "date-index",
    shows=("articles", "same_as", "dates", "mentions", "statements", "divisions"),
    shown_in_parts=shown_in_parts,
)
def date_index(context: ViewContext) -> list[nodes.Node]:
    """Every date that the articles name, a row each, with all its mentions under it.

    Where it is divided, its page has the overview, and a part its own rows.
    """
    domain = context.domain
    if not days_of_book(domain).values:
        return [nodes.paragraph("", _(NONE))]
    node = nodes.container("", classes=["brief-dates"])
    if context.part is not None:
        days = _days(domain, by_part(domain, context.places).get(context.part, ()))
        node += ways_of_part(context, DATES, context.part)
        node += _sum(context, days)
        node += _rows(context, days)
        return [node]
    heads = days_of_book(domain).heads
    node += _sum(context, heads)
    files = [("dates.csv", _("as a table (CSV)")), ("dates.json", _("as JSON"))]
    if has_calendar(day.value for day in heads):
        files.insert(0, ("dates.ics", _("All into your calendar")))
    node += export_links(*files)
    if context.web:
        node += _timeline(context, heads)
    if context.places.division(DATES).parts:
        node += _overview(context)
    node += _rows(context, _days(domain, by_part(domain, context.places).get(None, ())))
    return [node]


def _overview(context: ViewContext) -> list[nodes.Node]:
    """Which parts hold what is ahead, and which what is over."""
    division = context.places.division(DATES)
    found: list[nodes.Node] = []
    heads: set[str] = set()
    for title, anchor, about, days in _eras(context, days_of_book(context.domain).heads):
        held: dict[str, list[DayHead]] = {}
        for day in days:
            if (part := division.part_of(date_path(day.value))) is not None:
                held.setdefault(part, []).append(day)
        if held:
            node = section(title, anchor, about)
            lines = [_part_line(part, of_part, anchor, heads) for part, of_part in held.items()]
            node += lines_of_parts(context, DATES, lines)
            found.append(node)
    return found


def _part_line(part: str, days: Sequence[DayHead], anchor: str, heads: set[str]) -> PartLine:
    """A part with the anchors of its days and of those months that no line before has."""
    months = dict.fromkeys(day.head for day in days if day.head and day.head not in heads)
    heads.update(months)
    return PartLine(
        part=part,
        about=ngettext("{number} date", "{number} dates", len(days)),
        anchor=anchor,
        ids=(
            *(f"month-{month.lower()}" for month in months),
            *(nodes.make_id(f"date-{day.value}") for day in days),
        ),
    )


def _rows(context: ViewContext, days: Sequence[Day]) -> list[nodes.Node]:
    """The rows of a page, after what may be chosen among them."""
    found: list[nodes.Node] = []
    slots = Slots(context.domain, days)
    if context.web and days and sum(day.mentions for day in days) <= CHOOSABLE:
        found.append(choices_of(slots, days))
    rows = DateRows(context, slots, _next_day(context.domain))
    for title, anchor, about, of_era in _eras(context, days):
        if of_era:
            found.append(rows.era(title, anchor, about, of_era))
    return found


def _eras(
    context: ViewContext, days: Iterable[_AnyDay]
) -> list[tuple[str, str, str, list[_AnyDay]]]:
    """What is ahead, and what is over: title, anchor, what is said of the order, and the dates."""
    newest = in_words(newest_day(context.domain))
    about = _("after {day}, when the newest article appeared; the soonest first").format(day=newest)
    ahead = sorted((day for day in days if day.is_ahead), key=_order)
    over = sorted((day for day in days if not day.is_ahead), key=_order_back)
    return [
        (_("Ahead"), "dates-ahead", about, ahead),
        (_("Past"), "dates-past", _("the latest first"), over),
    ]


def _order(day: DayHead) -> tuple[int, int, tuple[int, ...]]:
    """The order of time: a year's months, then what is of all of it; a decade at its end."""
    if day.timex is None:
        return 10**6, 0, ()
    year, month, _ = opening = day.timex.opening
    if not day.head:
        last = day.timex.last_day
        return last.year if last else year, 14, opening
    return year, 13 if len(day.head) == len("2022") else month, opening


def _order_back(day: DayHead) -> tuple[int, int, tuple[int, ...]]:
    """The same from the latest back; what is no date of the calendar comes last here, too."""
    year, month, opening = _order(day)
    months_first = month if month > len(MONTHS) else -month
    return -year if opening else year, months_first, tuple(-each for each in opening)


def _sum(context: ViewContext, days: Sequence[DayHead]) -> nodes.paragraph:
    mentions = sum(day.mentions for day in days)
    line = nodes.paragraph("", classes=["brief-sum"])
    line += nodes.Text(
        _("{mentions} of {dates}").format(
            mentions=ngettext("{number} mention", "{number} mentions", mentions),
            dates=ngettext("{number} date", "{number} dates", len(days)),
        )
    )
    if ahead := sum(day.is_ahead for day in days):
        words = ngettext("{number} is ahead", "{number} are ahead", ahead)
        line += nodes.Text("; ")
        line += nodes.reference("", words, refid="dates-ahead", internal=True)
    line += nodes.Text(".")
    return line


def _timeline(context: ViewContext, days: Sequence[DayHead]) -> timeline:
    marks = [(day.value, day.mentions, day.is_ahead, day.words) for day in days]
    heads = sorted({day.head for day in days if day.head})
    return timeline("", marks=marks, newest=newest_day(context.domain), heads=heads)
