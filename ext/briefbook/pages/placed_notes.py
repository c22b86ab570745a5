"""The notes on an article, in their places, and what of a book is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.pages.blocks import MAX_MARKED, Notes
from briefbook.text.annotations import anchor_all, anchoring_error
from briefbook.text.errors import AnnotationError, FileProblem
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.text.annotations import Annotation
    from briefbook.text.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What was left out of the book, and why."""

    subtype: Subtype
    error: FileProblem


def no_article_of(annotation: Annotation) -> AnnotationError:
    """What to tell the author of a note on a seed that is no article of the book."""
    problem = f"there is no article of the seed {annotation.seed!r}"
    return AnnotationError(
        annotation.path, None, problem, "name its folder like a seed, without .txt"
    )


def place_notes(
    article: Article, unplaced: Sequence[Annotation]
) -> tuple[list[Annotation], list[Problem]]:
    """The notes on an article in order of their passages, orphans last, and what is not shown."""
    notes = anchor_all(article, unplaced)
    problems = [
        Problem(subtype=Subtype.ORPHAN, error=anchoring_error(note))
        for note in notes
        if note.orphan and not note.withdrawn
    ]
    notes.sort(key=lambda note: (note.start is None, note.start or 0, note.created, note.id))
    problems += [
        Problem(subtype=Subtype.NOTES, error=error) for error in _past_cap(article, Notes(notes))
    ]
    return notes, problems


def _past_cap(article: Article, notes: Notes) -> Iterator[AnnotationError]:
    """Once for each block that has more notes than are marked in its text."""
    for block in article.blocks:
        if unmarked := notes.unmarked(block):
            note, more = unmarked[0], len(unmarked) - 1
            problem = f"its paragraph has {MAX_MARKED} notes before it, and its passage is unmarked"
            if more:
                problem += f", as are those of {more} more"
            yield AnnotationError(
                note.path, note.exact_line, problem, "join notes that belong together"
            )
