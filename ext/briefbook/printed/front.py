"""The page after the cover: the book at a glance, and its contents."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefbook.pdf.nodes import At
from briefbook.printed.dates import where
from briefbook.sphinx.callout_sentence import KIND_WORDS
from briefbook.sphinx.review import NOT_REVIEWED
from briefbook.sphinx.views.days import newest_day
from briefbook.sphinx.views.next_days import next_days
from briefbook.sphinx.views.shares import counts_of, percents
from briefbook.sphinx.views.source_entries import source_entries
from briefbook.text.kinds import SourceKind
from briefbook.text.timex import Timex, time_order
from briefbook.words import _, in_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import date

    from docutils import nodes

    from briefbook.pdf.nodes import Told
    from briefbook.sphinx.records import ArticleRecord
    from briefbook.sphinx.store import Store
    from briefbook.sphinx.views.context import ViewContext
    from briefbook.sphinx.views.days import Day
    from briefbook.sphinx.views.source_entries import Said, SourceEntry

MOST_DATES: Final = 8
"""Key dates on the page; there are fewer where the articles have fewer."""
LONGEST_EVENT: Final = 100
"""Characters of what happens on one of them, so that it fills two lines at most."""


def nothing(context: ViewContext) -> list[nodes.Node]:
    """Of what the page at a glance says, or the article's own box: nothing once more."""
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The articles that are printed: all are not where pages are left out."""

    store: Store
    names: Sequence[str]
    """Document names in order of publication."""
    counted: Sequence[str]
    """The same without those whose story another article tells, too."""

    @property
    def articles(self) -> Sequence[ArticleRecord]:
        return [self.store.articles[name] for name in self.names]

    @property
    def sources(self) -> Sequence[SourceEntry]:
        return [each for each in source_entries(self.store) if self.printed_of(each)]

    def printed_of(self, source: SourceEntry) -> Sequence[Said]:
        """The statements of a source that are printed."""
        return [each for each in source.statements if each[0] in self.counted]


def at_a_glance(
    store: Store, printed: Container[str], back: Sequence[tuple[str, At]]
) -> dict[str, Told]:
    """What the page says.

    ``printed`` holds the names of all documents that are; ``back`` has the titles of what follows
    the articles, and where they are.
    """
    book = Printed(
        store=store,
        names=[name for name in store.in_order() if name in printed],
        counted=[name for name in store.counted() if name in printed],
    )
    return {
        "facts": _facts(book),
        "dates": _dates(book),
        "who": _who(book),
        "articles": {"title": _("Articles"), "months": _months(book)},
        "back": [{"title": title, "at": at} for title, at in back],
    }


def _facts(book: Printed) -> list[str]:
    """Period, articles, statements, dates, notes, and whether anybody has read the marks."""
    articles, sources = book.articles, book.sources
    first, last = articles[0].published, articles[-1].published
    period = in_words(last) if first == last else f"{in_words(first)} – {in_words(last)}"
    facts = [period, ngettext("{number} article", "{number} articles", len(articles))]
    if publishers := len({each.publisher for each in articles if each.publisher}):
        facts.append(ngettext("{number} publisher", "{number} publishers", publishers))
    if sources:
        said = sum(len(book.printed_of(each)) for each in sources)
        facts.append(ngettext("{number} statement", "{number} statements", said))
        facts.append(ngettext("{number} source", "{number} sources", len(sources)))
    dates = [each.value for name in book.counted for each in book.store.dates.get(name, ())]
    if dates:
        mentions = ngettext("{number} mention", "{number} mentions", len(dates))
        days = ngettext("{number} date", "{number} dates", len(set(dates)))
        facts.append(_("{mentions} of {dates}").format(mentions=mentions, dates=days))
    if notes := sum(len(book.store.annotations.get(name, ())) for name in book.names):
        facts.append(ngettext("{number} note by a reader", "{number} notes by readers", notes))
    facts.append(_review(sum(each.reviewed_by is not None for each in articles), len(articles)))
    return facts


def _review(reviewed: int, articles: int) -> str:
    if not reviewed:
        return _(NOT_REVIEWED)
    if reviewed == articles:
        return _("Marks reviewed by editors")
    words = _("Marks of {reviewed} reviewed by editors, of {others} as rules found them")
    return words.format(reviewed=reviewed, others=articles - reviewed)


def _dates(book: Printed) -> dict[str, Told] | None:
    """What happens next, or the key dates, in order of time, with the days a timeline needs."""
    newest = newest_day(book.store)
    today = _first_day(newest)
    chosen = next_days(book.store, book.counted, MOST_DATES)
    chosen.sort(key=lambda day: time_order(day.value))
    rows = [row for day in chosen if (row := _row(day))]
    if not rows or not today:
        return None
    return {
        "title": _("What happens next") if chosen[0].is_ahead else _("Key dates"),
        "about": _("{day}, newest article").format(day=in_words(newest)),
        "newest": today.toordinal(),
        "rows": rows,
    }


def _row(day: Day) -> dict[str, Told] | None:
    first, last = (day.timex.first_day, day.timex.last_day) if day.timex else (None, None)
    if first is None or last is None:
        return None
    happening = day.happenings[0]
    return {
        "first": first.toordinal(),
        "last": last.toordinal(),
        "ahead": day.is_ahead,
        "label": in_words(day.value),
        "event": _cut(happening.words),
        "where": where(*happening.mentions[0]),
    }


def _first_day(published: str) -> date | None:
    parsed = Timex.parse(published[:10])
    return parsed.first_day if parsed else None


def _cut(words: str) -> str:
    if len(words) <= LONGEST_EVENT:
        return words
    end = words.rfind(" ", 0, LONGEST_EVENT - 1)
    return f"{words[: end if end > 0 else LONGEST_EVENT - 2]} …"


def _who(book: Printed) -> dict[str, Told] | None:
    """The statements by kind of source, the order of kinds always the same."""
    counts = counts_of(record for each in book.sources for _name, record in book.printed_of(each))
    if not counts:
        return None
    total = sum(count for _kind, count in counts)
    shares = percents(counts)
    return {
        "title": _("Who speaks"),
        "kinds": [
            {
                "kind": kind.value,
                "words": _(KIND_WORDS[kind]),
                "count": count,
                "share": shares[kind],
            }
            for kind, count in counts
        ],
        "anonymous": _anonymous(dict(counts).get(SourceKind.ANONYMOUS, 0), total),
    }


def _anonymous(count: int, total: int) -> str:
    if not count:
        return _("No statement rests on an anonymous source.")
    if 2 * count > total:
        words = _("{number} of {total} statements rest on anonymous sources.")
        return words.format(number=count, total=total)
    words = _("One statement in {number} rests on an anonymous source.")
    return words.format(number=round(total / count))


def _months(book: Printed) -> list[Told]:
    """The articles of each month, the newest first."""
    store = book.store
    months = groupby(reversed(book.names), key=lambda name: store.articles[name].published[:7])
    return [
        {
            "month": in_words(month),
            "articles": [
                {
                    "day": store.articles[name].published[8:10].lstrip("0"),
                    "title": store.articles[name].title,
                    "at": At(name),
                }
                for name in of_month
            ],
        }
        for month, of_month in months
    ]
