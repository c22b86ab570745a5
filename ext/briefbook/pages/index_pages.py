"""The parts of the book's indexes as pages: which there are, and their MyST text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefbook.pages.escape import escape
from briefbook.pages.index_parts import Division, divide
from briefbook.pages.index_paths import (
    BODIES,
    DATES,
    GLOSSARY,
    NOTES,
    OWN,
    SOURCES,
    body_title,
    date_title,
    entry_path,
    entry_title,
    note_title,
    source_title,
)
from briefbook.pages.manifest import MADE
from briefbook.pages.syntax import SYNTAX
from briefbook.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from briefbook.pages.index_paths import Path
    from briefbook.pages.index_rows import IndexRows
    from briefbook.text.kinds import SourceKind

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
    rows: Iterable[IndexRows], headwords: Mapping[str, str], *, most: int
) -> dict[str, Division]:
    """How the indexes of a book are divided into pages of at most so many rows; 0 divides nothing.

    A row is a mention of a date or a statement of a source, or an article that names a body, or a
    note; a body's entry in the glossary counts as two. ``rows`` are those of each article, and are
    gone through once; ``headwords`` are those of bodies, by id.
    """
    counts: dict[str, Counter[Path]] = {name: Counter() for name in INDEXES}
    sources: dict[str, tuple[SourceKind, str]] = {}
    headword_of: dict[str, str] = {}
    opening: dict[str, str] = {}
    for of_article in rows:
        counts[DATES].update(of_article.of_dates())
        counts[NOTES].update(of_article.of_notes())
        for path, kind, name in of_article.of_sources():
            counts[SOURCES][path] += 1
            for part in path:
                sources.setdefault(part, (kind, name))
        for path, body in of_article.of_bodies():
            counts[BODIES][path] += 1
            headword_of.update(dict.fromkeys(path, headwords[body]))
    for headword in sorted({*headword_of.values()}):
        path = entry_path(headword)
        counts[GLOSSARY][path] += _ROWS_OF_ENTRY
        opening.update(dict.fromkeys(path, headword))
    parts = {name: divide(counts[name], most, own=OWN[name]) for name in INDEXES}
    titles: dict[str, Callable[[str], str]] = {
        DATES: date_title,
        SOURCES: lambda part: source_title(part, *sources[part]),
        BODIES: lambda part: body_title(part, headword_of[part]),
        GLOSSARY: lambda part: entry_title(part, opening[part]),
        NOTES: note_title,
    }
    return {
        name: _division(parts[name], {part: titles[name](part) for part in parts[name]})
        for name in INDEXES
    }


def _division(parts: Mapping[str, str | None], titles: Mapping[str, str]) -> Division:
    within = {part: wider for part, wider in parts.items() if wider is not None}
    return Division(parts=titles, within=within)


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
