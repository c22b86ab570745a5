"""The index that readers search the book by: scripts, each small, of which a query loads a few.

No page that is opened as a file may load data, but all may load scripts. ``index.js`` says which
others there are; ``w-AB.js`` has the terms that begin with AB and where they stand, and the names
that answer first; ``d-2022.js`` the dates of a year; ``a-7.js`` the text of the eighth article. A
place is one number: the article's, times `ROWS`, and the row's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from babel.core import Locale, UnknownLocaleError

from briefbook.export.escaped import json_for_html, on_one_line
from briefbook.export.search_terms import bucket_of, terms_of
from briefbook.export.web_annotations import note_anchor
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.index_places import index_places
from briefbook.text.annotations.body import plain_text
from briefbook.words import _, in_words, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from briefbook.sphinx.domain import BriefDomain
    from briefbook.text.annotations import Annotation

ROWS: Final = 65536
"""More than any article has rows: its title, its blocks, its notes."""

_COMMON: Final = 0.4
"""A term that stands in more of the rows says nothing, in a book of more than `_FEW`."""
_FEW: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that is found: a title, a block of an article, a note."""

    anchor: str
    text: str
    also: str = ""
    """Other words that it is found by: names of the bodies in it, of who speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article as it is found."""

    page: str
    title: str
    source: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A date as it is found."""

    words: str
    link: str
    """The address of its row in the index of dates; empty where there is none."""
    places: tuple[int, ...]
    """Where articles name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """All that the index is made of; addresses are from the book's front page."""

    articles: tuple[Found, ...]
    """In order of publication."""
    names: tuple[tuple[str, str, str], ...]
    """A name of a body, its entry's head, its entry's address."""
    dates: dict[str, Named]
    """By value."""
    words: dict[str, str] = field(default_factory=dict)


def searched(app: Sphinx) -> Searched:
    """What the index of this build is made of."""
    domain = brief_domain(app.env)
    address = app.builder.get_target_uri
    about = _About(
        names={body.headword: body.terms for body in domain.catalogue},
        notes=defaultdict(list),
    )
    for note in domain.notes:
        if note.withdrawn is None:
            about.notes[note.seed].append(note)
    articles = []
    dates: defaultdict[str, list[int]] = defaultdict(list)
    for number, docname in enumerate(domain.in_order()):
        rows = tuple(_rows(domain, docname, about))
        at = {row.anchor: place for place, row in reversed([*enumerate(rows)])}
        for date in domain.dates.get(docname, ()):
            row_of_it = at.get(f"p{date.paragraph}", 0)
            dates[date.value].append(number * ROWS + row_of_it)
        article = domain.articles[docname]
        source = f"{article.publisher or _('Publisher not named')}, {in_words(article.published)}"
        articles.append(Found(page=address(docname), title=article.title, source=source, rows=rows))
    names = [
        (name, body.headword, f"{address(place[0])}#{place[1]}")
        for body in domain.catalogue
        if (place := domain.terms.get(body.headword)) is not None
        for name in body.terms
    ]
    places = index_places(domain)
    return Searched(
        articles=tuple(articles),
        names=tuple(sorted(names)),
        dates={
            each: Named(
                words=in_words(each),
                link=""
                if (place := places.date(each)) is None
                else f"{address(place[0])}#{place[1]}",
                places=tuple(dict.fromkeys(dates[each])),
            )
            for each in sorted(dates)
        },
        words=search_words(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What rows of all articles are made with: names by headword, notes by seed."""

    names: dict[str, tuple[str, ...]]
    notes: defaultdict[str, list[Annotation]]


def _rows(domain: BriefDomain, docname: str, about: _About) -> Iterator[Row]:
    seed = domain.articles[docname].seed
    yield Row(anchor="", text=on_one_line(domain.articles[docname].title))
    also: defaultdict[int | None, list[str]] = defaultdict(list)
    for mention in domain.mentions.get(docname, ()):
        also[mention.paragraph] += about.names.get(mention.headword, ())
    for said in domain.statements.get(docname, ()):
        also[said.paragraph] += [said.name, said.speaker or "", said.role or ""]
    for paragraph, text in domain.texts.get(seed, ()):
        anchor = f"p{paragraph}" if paragraph else ""
        words = " ".join(dict.fromkeys(also[paragraph])) if paragraph else ""
        yield Row(anchor=anchor, text=on_one_line(text), also=words)
    for note in about.notes[seed]:
        text = on_one_line(plain_text(note.body))
        yield Row(anchor=note_anchor(note), text=text, also=note.author_name)


def search_words() -> dict[str, str]:
    """What the page's script says, and the page without it."""
    return {
        "search": _("Search the book"),
        "placeholder": _("Words, “a phrase”, a name, a date"),
        "close": _("Close"),
        "results": _("Results"),
        "none": _("Nothing found."),
        "some": _("{number} found"),
        "more": _("More results"),
        "body": _("body"),
        "date": _("date"),
        "note": _("note"),
        "noscript": _(
            "Searching needs JavaScript, which does not run here. The pages of dates, of bodies "
            "and of sources list what the book names, and your browser finds words on any page."
        ),
    }


def index_files(given: Searched) -> Iterator[tuple[str, bytes]]:
    """Each script's name, and its bytes."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    rows = 0
    for number, article in enumerate(given.articles):
        for place, row in enumerate(article.rows):
            rows += 1
            for term in dict.fromkeys(terms_of(f"{row.text} {row.also}")):
                places[term].append(number * ROWS + place)
    common = sorted(term for term, at in places.items() if rows > _FEW and len(at) > _COMMON * rows)
    buckets: defaultdict[str, dict[str, Any]] = defaultdict(lambda: {"terms": {}, "names": []})
    for term in sorted(places.keys() - set(common)):
        at = places[term]
        steps = [at[0], *(after - before for before, after in pairwise(at))]
        buckets[bucket_of(term)]["terms"][term] = steps
    for name in given.names:
        for bucket in dict.fromkeys(bucket_of(term) for term in terms_of(name[0])[:1]):
            buckets[bucket]["names"].append(name)
    years: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for value, date in given.dates.items():
        years[_year(value)][value] = [date.words, date.link, date.places]
    for bucket, held in buckets.items():
        yield _script(f"w-{bucket}", held)
    for year, held in years.items():
        yield _script(f"d-{year}", held)
    for number, article in enumerate(given.articles):
        texts = [[row.anchor, row.text] for row in article.rows]
        yield _script(f"a-{number}", [article.page, article.title, article.source, texts])
    listed = {
        "articles": len(given.articles),
        "buckets": sorted(buckets),
        "common": common,
        "months": _months(),
        "words": given.words,
        "years": sorted(years),
    }
    yield _script("index", listed)


def _year(value: str) -> str:
    return value[:4] if value[:4].isdigit() else "other"


def _script(name: str, value: object) -> tuple[str, bytes]:
    text = f"globalThis.briefbookSearch.take({json_for_html(name)},{json_for_html(value)});\n"
    return f"{name}.js", text.encode()


def _months() -> dict[str, int]:
    """The names of the months, in English and in the language of the book, as terms."""
    found = {}
    for code in ("en", language()):
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for width in ("wide", "abbreviated"):
            for kind in ("format", "stand-alone"):
                for month, name in locale.months[kind][width].items():
                    found["".join(terms_of(name))] = month
    return dict(sorted(found.items()))
