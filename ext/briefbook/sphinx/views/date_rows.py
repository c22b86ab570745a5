"""The rows of the date index: a date each, with what is said of it and where."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.nodes import date_mention, more, summary_line
from briefbook.sphinx.siblings import grouped
from briefbook.sphinx.views.context import joined, place
from briefbook.sphinx.views.day_words import label, length
from briefbook.sphinx.views.days import newest_day
from briefbook.sphinx.views.exports import export_links, has_calendar
from briefbook.sphinx.views.section import section
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefbook.sphinx.records import DateRecord
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.date_choices import Slots
    from briefbook.sphinx.views.days import Day, Happening, Mention

IN_SIGHT: Final = 4
"""What is said of one date that is not folded away on the web."""

FEW: Final = 6
"""Dates of long ago that are not folded away."""


class DateRows:
    """The rows of one page."""

    def __init__(self, context: ViewContext, slots: Slots, next_day: str | None) -> None:
        """``next_day`` is the soonest day ahead, of all the book."""
        self._context = context
        self._slots = slots
        self._next = next_day
        self._newest = newest_day(context.domain)
        self._heads: set[str] = set()

    def era(self, title: str, anchor: str, about: str, days: Sequence[Day]) -> nodes.container:
        """What is ahead, or what is over, under heads of months and years."""
        node = section(title, anchor, about)
        folds = self._context.web and self._context.part is None
        old = [day for day in days if self._is_old(day)] if folds else []
        recent = days[: len(days) - len(old)] if len(old) > FEW else days
        node += self.months(recent)
        if folded := days[len(recent) :]:
            dates = ngettext("{number} date", "{number} dates", len(folded))
            line = summary_line("", _("Further back: {dates}").format(dates=dates))
            node += more("", line, *self.months(folded), classes=["brief-more", "brief-older"])
        return node

    def _is_old(self, day: Day) -> bool:
        """Whether it ended before the year that came before that of the newest article."""
        last = day.timex.last_day if day.timex else None
        return last is None or last.year < int(self._newest[:4]) - 1

    def months(self, days: Sequence[Day]) -> list[nodes.container]:
        """Days under their months and years."""
        groups = groupby(days, key=lambda day: day.head)
        return [self._month(value, list(of_head)) for value, of_head in groups]

    def _month(self, value: str, days: Sequence[Day]) -> nodes.container:
        node = nodes.container("", classes=["brief-month", "brief-choosable"])
        if value:
            head = nodes.rubric("", in_words(value), classes=["brief-month-head"])
            head["heading-level"] = 3
            if value not in self._heads:  # a month may be partly over
                self._heads.add(value)
                head["ids"].append(f"month-{value.lower()}")
            node += head
        listing = nodes.bullet_list(classes=["brief-days"])
        listing += map(self._row, days)
        node += listing
        return node

    def _row(self, day: Day) -> nodes.list_item:
        row = nodes.list_item("", ids=[nodes.make_id(f"date-{day.value}")])
        row["classes"] += ["brief-day", "brief-choosable"]
        row["classes"] += [
            name
            for name, holds in (
                ("brief-ahead", day.is_ahead),
                ("brief-span", not day.is_exact),
            )
            if holds
        ]
        row += self._when(day, is_next=day.value == self._next)
        told = [self._told(each) for each in day.happenings]
        what = nodes.container("", *told, classes=["brief-what"])
        if self._context.web and len(told) > IN_SIGHT + 1:
            line = summary_line("", _("and {number} more").format(number=len(told) - IN_SIGHT))
            what[IN_SIGHT:] = [more("", line, *told[IN_SIGHT:], classes=["brief-more"])]
        row += what
        if has_calendar([day.value]):
            unseen = _(" of {day}, for your calendar").format(day=in_words(day.value))
            row += export_links((f"dates/{day.value}.ics", ".ics"), unseen=unseen)
        return row

    def _when(self, day: Day, *, is_next: bool) -> nodes.paragraph:
        when = nodes.paragraph("", "", nodes.strong("", label(day)), classes=["brief-when"])
        between = " " if self._context.web else ", "
        if words := length(day):
            when += [nodes.Text(between), nodes.inline("", words, classes=["brief-length"])]
        if is_next:
            when += [nodes.Text(between), nodes.inline("", _("next"), classes=["brief-next"])]
        return when

    def _told(self, happening: Happening) -> nodes.Element:
        places = groupby(happening.mentions, key=lambda mention: mention[0])
        where = [self._in_article(docname, list(mentions)) for docname, mentions in places]
        if not self._context.web:
            line = nodes.paragraph("", f"{happening.words} (", classes=["brief-happening"])
            line += joined([[each] for each in where], "; ")
            line += nodes.Text(")")
            return line
        node = nodes.container("", classes=["brief-happening", "brief-choosable"])
        node += nodes.paragraph("", happening.words, classes=["brief-event"])
        lines = joined([[each] for each in where], " ")
        node += nodes.paragraph("", "", *lines, classes=["brief-where"])
        return node

    def _in_article(self, docname: str, mentions: Sequence[Mention]) -> nodes.inline:
        node = nodes.inline("", f"{self._context.origin(docname)}: ", classes=["brief-in"])
        if self._context.web:
            node["classes"] += ["brief-choosable", *self._slots.of(docname, mentions)]
        links: list[nodes.Node] = []
        for number, (_name, record) in enumerate(mentions):
            if number:
                links.append(nodes.Text(", "))
            links += self._link(docname, record)
            if record.alternative:
                links.append(nodes.Text(_(" (or {day})").format(day=in_words(record.alternative))))
        node += grouped(links)
        return node

    def _link(self, docname: str, record: DateRecord) -> Iterable[nodes.Node]:
        """The paragraph and the article's own words, on the web with the rule in words behind."""
        words = nodes.inline("", f"{place(record.paragraph)} ")
        if self._context.web:
            words += date_mention(
                "",
                f"“{record.text}”",
                value=record.value,
                rule=record.rule,
                anchor=record.anchor,
                alternative=record.alternative,
            )
        else:
            words += nodes.Text(f"“{record.text}”")
        return self._context.link_of(docname, record.node_id, words)
