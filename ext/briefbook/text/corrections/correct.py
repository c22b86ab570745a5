"""What the rules found in an article, as the editors correct it: one pure function.

A mark that a correction makes or changes is the editor's. What the corrections leave alone stays as
it was, but for what depends on them: a source that nobody is quoted of any more is gone, and what
happens on the dates is read again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefbook.text.corrections.desk import Desk
from briefbook.text.corrections.mentions import CorrectedBodies, CorrectedDates
from briefbook.text.corrections.sources import SourceBook
from briefbook.text.corrections.statements import correct_statements
from briefbook.text.events import with_events
from briefbook.text.folded import fold_article
from briefbook.text.model import Marks, Source, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefbook.text.errors import CorrectionError


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An article's marks once the editors have had their say."""

    marks: Marks
    problems: tuple[CorrectionError, ...] = ()
    """What of their corrections does not fit and is left undone, in order of the sidecar."""


def correct(found: Marks, bodies: Collection[str]) -> Corrected:
    """The marks that rules ``found``, with the corrections of the seed's sidecar applied.

    ``bodies`` are the ids of the catalogue. Linear in the article for each correction.
    """
    given = found.article.seed.sidecar.corrections
    if not given:
        return Corrected(marks=found)
    desk = Desk(found.article)
    # A new mark meets none that is there in the end: dates are taken away before bodies are made.
    removed = [one for one in given.dates if one.meaning is None]
    dates_left = CorrectedDates(Desk(found.article), found.dates, ()).corrected(removed)
    named = CorrectedBodies(desk, found.bodies, dates_left, bodies).corrected(given.bodies)
    dates = CorrectedDates(desk, found.dates, named).corrected(given.dates)
    book = SourceBook(desk, found.sources)
    book.correct(given.sources)
    joined = replace(found, statements=_of_joined(found.statements, book.joined))
    statements = correct_statements(desk, joined.statements, given.statements, book)
    sources = _still_quoted(book.sources, joined.statements, statements)
    marks = replace(
        found,
        dates=dates,
        bodies=named,
        sources=_without_lost_names(sources, joined, statements),
        statements=statements,
    )
    if (marks.dates, marks.statements) != (found.dates, found.statements):
        marks = _with_events(marks)
    problems = sorted(desk.problems, key=lambda problem: (problem.line or 0, problem.column or 0))
    return Corrected(marks=marks, problems=tuple(problems))


def _of_joined(statements: Sequence[Statement], joined: Mapping[str, str]) -> tuple[Statement, ...]:
    return tuple(
        replace(one, source=joined.get(one.source, one.source)) if one.source else one
        for one in statements
    )


def _still_quoted(
    sources: Sequence[Source], before: Sequence[Statement], after: Sequence[Statement]
) -> tuple[Source, ...]:
    """The sources without those that had statements and have none left, new ones in their place."""
    first: dict[str | None, int] = {}
    for one in after:
        first.setdefault(one.source, one.spans[0].start)
    quoted = {one.source for one in before}
    kept = [source for source in sources if source.id in first or source.id not in quoted]
    is_new = {source.id for source in kept if source.id not in quoted and source.id in first}
    new = sorted((one for one in kept if one.id in is_new), key=lambda one: first[one.id])
    found: list[Source] = []
    for source in (one for one in kept if one.id not in is_new):
        while new and first[new[0].id] < first.get(source.id, -1):
            found.append(new.pop(0))
        found.append(source)
    return (*found, *new)


def _with_events(marks: Marks) -> Marks:
    """What happens on the dates, read as the rules read it: in the article without what hides."""
    folded = fold_article(marks.article)
    text = folded.text

    def moved(span: Span) -> Span:
        start, end = text.folded(span.start, span.end)
        return Span(start=start, end=end)

    read = {
        number: replace(date, start=place.start, end=place.end)
        for number, date in enumerate(marks.dates)
        for place in [moved(Span(start=date.start, end=date.end))]
        if place.start < place.end
    }
    statements = [replace(one, spans=tuple(map(moved, one.spans))) for one in marks.statements]
    told = with_events(folded.article, tuple(read.values()), statements)
    dates = [  # of what nobody sees, nothing is told but where it stands
        replace(date, event=(Span(start=date.start, end=date.end),), source=None)
        for date in marks.dates
    ]
    for number, date in zip(read, told, strict=True):
        places = [text.original(span.start, span.end) for span in date.event]
        event = tuple(Span(start=start, end=end) for start, end in places)
        dates[number] = replace(dates[number], event=event, source=date.source)
    return replace(marks, dates=tuple(dates))


def _without_lost_names(
    sources: Sequence[Source], before: Marks, after: Sequence[Statement]
) -> tuple[Source, ...]:
    """The sources without the names by which the text called them in statements they lost alone."""
    text = before.article.seed.text

    def names(statements: Sequence[Statement]) -> set[tuple[str | None, str]]:
        return {
            (one.source, text[one.source_span.start : one.source_span.end].casefold())
            for one in statements
            if one.source_span is not None
        }

    lost = names(before.statements) - names(after)
    return tuple(
        replace(one, mentions=kept) if kept != one.mentions else one
        for one in sources
        for kept in [tuple(name for name in one.mentions if (one.id, name.casefold()) not in lost)]
    )
