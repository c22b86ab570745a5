"""Where the book's indexes have their entries: the one way from a date or a source to its page.

An index of many rows is divided on the pages of HTML, and stands whole on its page everywhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.pages.index_pages import INDEXES, part_docname
from briefbook.pages.index_parts import Division
from briefbook.pages.index_paths import (
    BODIES,
    DATES,
    GLOSSARY,
    KINDS,
    SOURCES,
    body_path,
    date_path,
    entry_path,
    source_anchor,
    source_path,
)
from briefbook.text.kinds import SourceKind

if TYPE_CHECKING:
    from briefbook.pages.index_paths import Path
    from briefbook.sphinx.domain import BriefDomain
    from briefbook.sphinx.records import Place

ANONYMOUS: Final = "sources-anonymous"
UNKNOWN: Final = "sources-unknown"
NAMED: Final = "sources-named"
"""Anchors of the sections of the index of sources."""

_SECTIONS: Final = {SourceKind.ANONYMOUS: ANONYMOUS, SourceKind.UNKNOWN: UNKNOWN}

_WHOLE: Final = Division()


def index_places(domain: BriefDomain) -> IndexPlaces:
    """The places in what this build writes; known once all pages are read."""
    return domain.gathered("places", lambda: IndexPlaces(domain))


def entry_anchor(body_id: str) -> str:
    """Where a page has a body's entry in the glossary."""
    return nodes.make_id(f"term-{body_id}")


class IndexPlaces:
    """The places of one build's indexes."""

    def __init__(self, domain: BriefDomain) -> None:
        self._domain = domain
        self._folder = domain.env.config.briefbook_articles
        self._divisions = domain.divisions if domain.divides else {}
        self._pages = {name: domain.page_with(each.view) for name, each in INDEXES.items()}

    def overview(self, index: str) -> str | None:
        """The page that shows an index, whole or as the overview of its parts."""
        return self._pages[index]

    def division(self, index: str) -> Division:
        """The parts of an index; none where it stands on one page."""
        return self._divisions.get(index, _WHOLE)

    def page_of(self, index: str, part: str) -> str:
        """The page of a part."""
        return part_docname(self._folder, index, part)

    def date(self, value: str) -> Place | None:
        """The row of a date; None where the book has no index of dates."""
        return self._place(DATES, date_path(value), nodes.make_id(f"date-{value}"))

    def source(self, kind: SourceKind, name: str, docname: str) -> Place | None:
        """The entry of a source that an article quotes; ``name`` as the index has it."""
        published = self._domain.articles[docname].published
        path = source_path(kind, name, published)
        return self._place(SOURCES, path, source_anchor(kind, name, docname))

    def sources_of(self, kind: SourceKind) -> Place | None:
        """Where the sources of a kind stand together; all that have names are one such kind."""
        part = KINDS.get(kind)
        if part is not None and part in self.division(SOURCES).parts:
            return self.page_of(SOURCES, part), ""
        page = self._pages[SOURCES]
        return None if page is None else (page, _SECTIONS.get(kind, NAMED))

    def entry(self, headword: str) -> Place | None:
        """The entry of a body in a part of the glossary; None where a page of authors has it."""
        body = self._domain.catalogue.get(headword)
        part = None if body is None else self.division(GLOSSARY).part_of(entry_path(body.headword))
        if body is None or part is None:
            return None
        return self.page_of(GLOSSARY, part), entry_anchor(body.id)

    def mentions(self, headword: str) -> Place | None:
        """The page that tells where a body is named; None where its glossary entry does."""
        body = self._domain.catalogue.get(headword)
        part = None if body is None else body_path(body.id, "")[0]
        is_apart = part is not None and part in self.division(BODIES).parts
        return (self.page_of(BODIES, part), "") if part is not None and is_apart else None

    def _place(self, index: str, path: Path, anchor: str) -> Place | None:
        part = self.division(index).part_of(path)
        page = self._pages[index] if part is None else self.page_of(index, part)
        return None if page is None else (page, anchor)
