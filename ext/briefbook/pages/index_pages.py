"""The parts of the book's indexes as pages: which there are, and their MyST text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.pages.callouts import UNNAMED
from briefbook.pages.escape import escape
from briefbook.pages.index_parts import Division, divide
from briefbook.pages.index_paths import (
    BODIES,
    DATES,
    GLOSSARY,
    NOTES,
    OWN,
    SOURCES,
    body_path,
    body_title,
    date_path,
    date_title,
    entry_path,
    entry_title,
    note_path,
    note_title,
    source_path,
    source_title,
)
from briefbook.pages.manifest import MADE
from briefbook.pages.syntax import SYNTAX
from briefbook.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefbook.pages.index_paths import Path
    from briefbook.text.annotations import Annotation
    from briefbook.text.kinds import SourceKind
    from briefbook.text.known_sources import KnownSources
    from briefbook.text.model import Marks

_ROWS_OF_ENTRY: Final = 2
"""How many rows of other indexes an entry of the glossary is as long as, less where it is named."""

_PAGE: Final = """\
---
# {made}. Do not edit this page.
{syntax}
---

# {title}

:::{{brief:part}} {index}/{part}
:::
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index of the book, as far as its parts are concerned."""

    name: str
    """Its folder, below that of the generated pages."""
    view: str
    """The view that shows it, whole or in part."""
    title: str
    """Of a part's page: the index, then the part."""
    all: str
    """What leads back from a part."""


INDEXES: Final = {
    DATES: Index(name=DATES, view="date-index", title=N_("Dates: {part}"), all=N_("All dates")),
    BODIES: Index(
        name=BODIES, view="mentions", title=N_("Where it is named: {part}"), all=N_("Its entry")
    ),
    GLOSSARY: Index(
        name=GLOSSARY, view="glossary", title=N_("Bodies: {part}"), all=N_("All bodies")
    ),
    NOTES: Index(
        name=NOTES, view="annotation-index", title=N_("Notes: {part}"), all=N_("All notes")
    ),
    SOURCES: Index(
        name=SOURCES, view="source-index", title=N_("Sources: {part}"), all=N_("All sources")
    ),
}


def divisions(
    articles: Sequence[Marks],
    counted: Sequence[Marks],
    known: KnownSources,
    headwords: Mapping[str, str],
    notes: Mapping[str, Sequence[Annotation]],
    *,
    most: int,
) -> dict[str, Division]:
    """How the indexes of a book are divided into pages of at most so many rows; 0 divides nothing.

    A row is a mention of a date or a statement of a source, in articles that are ``counted``, or an
    article that names a body, or a note; a body's entry in the glossary counts as two.
    ``headwords`` are those of bodies, by id, and ``notes`` those on each seed, by its name.
    """
    dates = [date_path(date.value) for each in counted for date in each.dates]
    said = [row for marks in counted for row in _source_rows(marks, known)]
    named = [
        (body_path(body, marks.article.seed.published), headwords[body])
        for marks in articles
        for body in sorted({mention.body for mention in marks.bodies})
    ]
    explained = sorted({headword for _path, headword in named})
    entries = [entry_path(headword) for headword in explained for _row in range(_ROWS_OF_ENTRY)]
    noted = [
        note_path(seed.published)
        for seed in (marks.article.seed for marks in articles)
        for _note in notes.get(seed.name, ())
    ]
    parts = {
        DATES: divide(dates, most, own=OWN[DATES]),
        SOURCES: divide((path for path, _kind, _name in said), most, own=OWN[SOURCES]),
        BODIES: divide((path for path, _headword in named), most, own=OWN[BODIES]),
        GLOSSARY: divide(entries, most, own=OWN[GLOSSARY]),
        NOTES: divide(noted, most, own=OWN[NOTES]),
    }
    headword_of = {part: headword for path, headword in named for part in path}
    opening = {part: headword for headword in explained for part in entry_path(headword)}
    return {
        DATES: _division(parts[DATES], {part: date_title(part) for part in parts[DATES]}),
        SOURCES: _division(parts[SOURCES], _source_titles(parts[SOURCES], said)),
        BODIES: _division(
            parts[BODIES], {part: body_title(part, headword_of[part]) for part in parts[BODIES]}
        ),
        GLOSSARY: _division(
            parts[GLOSSARY], {part: entry_title(part, opening[part]) for part in parts[GLOSSARY]}
        ),
        NOTES: _division(parts[NOTES], {part: note_title(part) for part in parts[NOTES]}),
    }


def _division(parts: Mapping[str, str | None], titles: Mapping[str, str]) -> Division:
    within = {part: wider for part, wider in parts.items() if wider is not None}
    return Division(parts=titles, within=within)


def _source_rows(marks: Marks, known: KnownSources) -> Iterator[tuple[Path, SourceKind, str]]:
    """The path of each statement, with its source's kind and the name that the index has."""
    published = marks.article.seed.published
    by_id: dict[str, tuple[Path, SourceKind, str]] = {}
    for source in marks.sources:
        joined = known.find(source)
        name = joined.name if joined else source.name
        by_id[source.id] = source_path(source.kind, name, published), source.kind, name
    unknown = source_path(UNNAMED.kind, UNNAMED.name, published), UNNAMED.kind, UNNAMED.name
    for statement in marks.statements:
        yield by_id.get(statement.source or "", unknown)


def _source_titles(
    parts: Iterable[str], rows: Iterable[tuple[Path, SourceKind, str]]
) -> dict[str, str]:
    one_of: dict[str, tuple[SourceKind, str]] = {}
    for path, kind, name in rows:
        for part in path:
            one_of.setdefault(part, (kind, name))
    return {part: source_title(part, *one_of[part]) for part in parts}


def index_pages(divided: Mapping[str, Division], folder: str) -> dict[str, str]:
    """Document names of the parts' pages and their MyST text, for generated pages in ``folder``."""
    return {
        part_docname(folder, name, part): _PAGE.format(
            made=MADE,
            syntax=SYNTAX,
            title=escape(" ".join(_(INDEXES[name].title).format(part=title).split())),
            index=name,
            part=part,
        )
        for name, division in divided.items()
        for part, title in division.parts.items()
    }


def part_docname(folder: str, index: str, part: str) -> str:
    """The document name of a part's page, such as ``articles/dates/2022-01``."""
    return f"{folder}/{index}/{part}"
