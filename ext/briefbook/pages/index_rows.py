"""What one article gives to the book's indexes: all that their division into parts is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.pages.callouts import UNNAMED
from briefbook.pages.index_paths import body_path, date_path, note_path, source_path
from briefbook.text.kinds import SourceKind  # noqa: TC001 - msgspec asks for a field's type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefbook.pages.index_paths import Path
    from briefbook.text.known_sources import KnownSources
    from briefbook.text.model import Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRows:
    """The rows of one article."""

    published: str
    """ISO 8601, a day or month."""
    dates: tuple[str, ...] = ()
    """The value of each mention, TIMEX3."""
    said: tuple[tuple[SourceKind, str], ...] = ()
    """Of each statement, its source's kind, and the name that the index has."""
    bodies: tuple[str, ...] = ()
    """Ids of those that it names, each once."""
    notes: int = 0
    """How many stand on it."""

    def of_dates(self) -> Iterator[Path]:
        return map(date_path, self.dates)

    def of_sources(self) -> Iterator[tuple[Path, SourceKind, str]]:
        for kind, name in self.said:
            yield source_path(kind, name, self.published), kind, name

    def of_bodies(self) -> Iterator[tuple[Path, str]]:
        for body in self.bodies:
            yield body_path(body, self.published), body

    def of_notes(self) -> Iterator[Path]:
        return (note_path(self.published) for _note in range(self.notes))


def rows_of(marks: Marks, known: KnownSources, *, notes: int, counted: bool) -> IndexRows:
    """The rows of an article; one that is not ``counted`` gives no dates and no statements."""
    return IndexRows(
        published=marks.article.seed.published,
        dates=tuple(date.value for date in marks.dates) if counted else (),
        said=tuple(_said(marks, known)) if counted else (),
        bodies=tuple(sorted({mention.body for mention in marks.bodies})),
        notes=notes,
    )


def _said(marks: Marks, known: KnownSources) -> Iterator[tuple[SourceKind, str]]:
    by_id: dict[str, tuple[SourceKind, str]] = {}
    for source in marks.sources:
        by_id[source.id] = source.kind, known.name_of(source)
    unknown = UNNAMED.kind, UNNAMED.name
    for statement in marks.statements:
        yield by_id.get(statement.source or "", unknown)
