"""Which files there are beside the HTML book, what they are made of, and their bytes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin

from briefbook.export.calendar import calendar, calendar_pieces, made_event
from briefbook.export.card import Card
from briefbook.export.escaped import json_for_html
from briefbook.export.feeds import Entry, Feed, atom
from briefbook.export.llms import Listed, llms_txt
from briefbook.export.months import Month, months_of
from briefbook.export.note_form import note_form
from briefbook.export.rows import (
    DateRow,
    StatementRow,
    date_rows,
    key_date_rows,
    statement_rows,
)
from briefbook.export.tables import csv_head, json_pieces
from briefbook.export.web_annotations import collection, note_anchor
from briefbook.export.works import Work, works
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.folders import folders_of
from briefbook.text.annotations.body import plain_text
from briefbook.words import _, in_words, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx

    from briefbook.export.months import KeptMonths
    from briefbook.sphinx.domain import BriefDomain
    from briefbook.text.annotations import Annotation

FOLDER: Final = "_exports"
"""Below the output folder; as Sphinx's own are, it is named so that no page can be there."""
LLMS: Final = "llms.txt"
"""The one file that stands at the root, where it is looked for."""

ALL_DATES: Final = "dates.ics"
"""The calendar of the whole book, below the folder."""
FEEDS: Final = ("articles.atom", "notes.atom")
"""Their names below the folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOfBook:
    """What files say of an article."""

    seed: str
    title: str
    source: str
    """Publisher and date, in words."""
    authors: tuple[str, ...]
    published: str
    updated: str
    page: str
    """The address of its page, from the book's front page."""
    text: str
    """The address of its MyST, or of the page where that is not beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """All that the files are made of."""

    book: str
    author: str
    base: str
    """The book's own address; empty where it is not known."""
    front: str
    """The front page's address, as a page's."""
    language: str
    articles: tuple[ArticleOfBook, ...]
    key_dates: tuple[DateRow, ...]
    months: tuple[Month, ...]
    """What gives the rows of dates and statements: these may be more than fit into memory."""
    notes: tuple[tuple[Annotation, ArticleOfBook], ...]
    works: dict[str, Work]
    form: bytes

    @property
    def pieces(self) -> Iterator[str]:
        """The same as strings, which differ where a file does."""
        yield from (self.book, self.author, self.base, self.front, self.language)
        yield self.form.decode()
        for each in (self.articles, self.key_dates, self.notes):
            yield from map(repr, each)
        yield from (f"{month.name} {month.state}" for month in self.months)
        yield repr(sorted(self.works.items()))

    @property
    def cards(self) -> dict[str, Card]:
        """By seed; none where pages have no address to be linked to by."""
        if not self.base:
            return {}
        return {
            each.seed: Card(book=self.book, title=each.title, source=each.source)
            for each in self.articles
        }


def exported(app: Sphinx) -> Exported:
    """What the files of this build are made of."""
    config, domain = app.config, brief_domain(app.env)

    def address(docname: str, anchor: str) -> str:
        page = f"{app.builder.get_target_uri(docname)}#{anchor}"
        return urljoin(config.html_baseurl, page) if config.html_baseurl else page

    def rows(docnames: Sequence[str]) -> tuple[list[DateRow], list[StatementRow]]:
        return (
            [*date_rows(domain, address, docnames)],
            [*statement_rows(domain, address, docnames)],
        )

    suffix = folders_of(app).suffix
    articles = {name: _article(app, domain, name, suffix) for name in domain.in_order()}
    by_seed = {each.seed: each for each in articles.values()}
    told = (note for note in domain.notes if note.withdrawn is None)
    notes = sorted(told, key=lambda note: (note.created, note.seed, note.id))
    listed = works(app.env)
    return Exported(
        book=config.project,
        author=config.author if config.author != "unknown" else config.project,
        base=config.html_baseurl,
        front=app.builder.get_target_uri(config.root_doc),
        language=language(),
        articles=tuple(articles.values()),
        key_dates=tuple(key_date_rows(domain, address)),
        months=tuple(months_of(domain, rows, [address(config.root_doc, "")])),
        notes=tuple((note, by_seed[note.seed]) for note in notes if note.seed in by_seed),
        works=listed,
        form=note_form(listed),
    )


def _article(app: Sphinx, domain: BriefDomain, docname: str, suffix: str) -> ArticleOfBook:
    """``suffix`` is that of generated pages."""
    article = domain.articles[docname]
    page = app.builder.get_target_uri(docname)
    # A volume may have the page itself, of which Sphinx then knows no file here.
    source = f"{docname}{suffix}"
    linked = app.config.html_sourcelink_suffix
    copied = f"_sources/{source}{'' if source.endswith(linked) else linked}"
    written = [note.created for note in domain.annotations.get(docname, ())]
    days = [article.published, *filter(None, [article.reviewed_on]), *written]
    return ArticleOfBook(
        seed=article.seed,
        title=article.title,
        source=f"{article.publisher or _('Publisher not named')}, {in_words(article.published)}",
        authors=article.authors or tuple(filter(None, [article.publisher])),
        published=article.published,
        updated=max(days),
        page=page,
        text=copied if app.config.html_copy_source else page,
    )


def files(given: Exported) -> Iterator[tuple[str, bytes]]:
    """The small files, each by its name below the folder; but for the cards."""
    together: dict[tuple[str, str], list[DateRow]] = {}
    for row in given.key_dates:
        together.setdefault((row.date, row.seed), []).append(row)
    name = f"{given.book}: {_('key dates')}"
    yield "key-dates.ics", calendar(map(made_event, together.values()), name=name)
    yield "note-form.js", given.form
    yield from _feeds(given)
    placed = [(note, _from_folder(given, article.page)) for note, article in given.notes]
    label = f"{given.book}: {_('notes')}"
    annotations = json_for_html(collection(placed, given.works, label))
    yield "annotations.jsonld", annotations.encode() + b"\n"


def large_files(given: Exported, kept: KeptMonths) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The tables and the calendar of all dates, each piece by piece."""
    names = [month.name for month in given.months]

    def lines(table: str) -> Iterator[bytes]:
        return (kept.table(name, table) for name in names)

    for kind, form in (("dates", DateRow), ("statements", StatementRow)):
        yield f"{kind}.csv", chain([csv_head(form)], lines(f"{kind}.csv"))
        yield f"{kind}.json", json_pieces(lines(f"{kind}.json"), kind)
    events = (event.content for name in names for event in kept.events(name))
    yield ALL_DATES, calendar_pieces(events, name=f"{given.book}: {_('dates')}")


def calendar_of_article(seed: str) -> str:
    """The name below the folder of an article's own calendar."""
    return f"articles/{seed}.ics"


def calendar_of_date(date: str) -> str:
    """The same of a date's."""
    return f"dates/{date}.ics"


def _feeds(given: Exported) -> Iterator[tuple[str, bytes]]:
    articles = (
        Entry(
            key=each.seed,
            title=each.title,
            address=_from_folder(given, each.page),
            authors=each.authors,
            published=each.published,
            updated=each.updated,
            text=each.source,
        )
        for each in given.articles
    )
    notes = (
        Entry(
            key=f"{note.seed}/{note.id}",
            title=_("{name} on “{title}”").format(name=note.author_name, title=article.title),
            address=_from_folder(given, f"{article.page}#{note_anchor(note)}"),
            authors=(note.author_name,),
            published=note.created,
            updated=note.created,
            text=f"“{note.exact}”\n\n{plain_text(note.body)}",
        )
        for note, article in given.notes
    )
    heads = (_("{book}: new articles"), _("{book}: new notes"))
    for name, title, entries in zip(FEEDS, heads, (articles, notes), strict=True):
        feed = Feed(
            name=name,
            book=given.book,
            title=title.format(book=given.book),
            author=given.author,
            address=_from_folder(given, f"{FOLDER}/{name}"),
            front=_from_folder(given, given.front),
        )
        yield name, atom(feed, entries)


def _from_folder(given: Exported, page: str) -> str:
    """The address of a page, absolute where the book's is known, else from a file of the folder."""
    return urljoin(given.base, page) if given.base else f"../{page}"


def llms(given: Exported) -> bytes:
    """The file at the root."""
    articles = (
        Listed(address=urljoin(given.base, each.text), title=each.title, about=each.source)
        for each in given.articles
    )
    data = (
        Listed(address=urljoin(given.base, f"{FOLDER}/{quote(name)}"), title=name, about=about)
        for name, about in (
            ("statements.json", _("who says what, where, and how sure that is")),
            ("dates.json", _("dates, with what happens then")),
            ("annotations.jsonld", _("readers’ notes, as W3C annotations")),
            ("dates.ics", _("a calendar of all dates")),
            *zip(FEEDS, (_("New articles"), _("New notes")), strict=True),
        )
    )
    return llms_txt(given.book, articles, data)
