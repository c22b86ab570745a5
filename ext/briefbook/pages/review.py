"""How an article's marks stand to those that its editors have read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.errors import ReviewError
from briefbook.text.paths import shown_path
from briefbook.text.reviewed import (
    SUFFIX,
    difference_problem,
    differences,
    entries,
    read_reviewed,
)

if TYPE_CHECKING:
    from pathlib import Path

    from briefbook.text.model import Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """Whether the marks that a page shows are those that were reviewed."""

    is_signed: bool
    """Whether the sidecar says who has reviewed them."""
    changed: int = 0
    """Marks that have changed since."""
    problem: ReviewError | None = None

    @property
    def holds(self) -> bool:
        """Whether all marks are reviewed as they are."""
        return self.is_signed and self.problem is None


def review_state(marks: Marks, folder: Path, *, root: Path) -> ReviewState:
    """The state of one article; ``folder`` is that of its seed.

    A review that has begun, and is not signed, is no problem.
    """
    seed = marks.article.seed
    is_signed = seed.sidecar.reviewed is not None
    path = folder / f"{seed.name}{SUFFIX}"
    try:
        reviewed = read_reviewed(path, root=root)
    except ReviewError as unreadable:
        return ReviewState(is_signed=is_signed, problem=unreadable)
    if not is_signed:
        return ReviewState(is_signed=False)
    shown = shown_path(path, root)
    if reviewed is None:
        problem = ReviewError(
            shown,
            None,
            "the sidecar says that the marks are reviewed, and there is no such file",
            f"write it with briefbook review {seed.name}, so that changes can be told",
        )
        return ReviewState(is_signed=True, problem=problem)
    told = differences(entries(marks), reviewed.marks)
    if not told:
        return ReviewState(is_signed=True)
    problem = difference_problem(told, shown, seed.name)
    return ReviewState(is_signed=True, changed=len(told), problem=problem)
