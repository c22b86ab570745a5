"""What goes wrong with files from outside, said so that the reader can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from briefbook.text.characters import escaped
from briefbook.text.paths import path_from_here

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_NAMED: Final = 20
"""Problems of one file that are named one by one."""


class FileProblem(Exception):  # noqa: N818 - the base says what it is: a problem in a file
    """A problem in one file: where it stands, what it is, what to do.

    ``line`` is 1-based, or None where the problem is the whole file's; ``column`` is the character
    of the line, 1-based, where that is known. What a file holds may be named as it is: it is
    escaped here, so that no log or terminal obeys it.
    """

    def __init__(
        self,
        path: str,
        line: int | None,
        problem: str,
        remedy: str,
        *,
        column: int | None = None,
    ) -> None:
        super().__init__(path, line, problem, remedy)
        self.path = path
        self.line = line
        self.column = column
        self.problem = escaped(problem)
        self.remedy = escaped(remedy)

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}; {self.remedy}"

    @property
    def place(self) -> str:
        """``seeds/NAME.txt:3:14``: file, line and column, as far as they are known."""
        parts = [self.path, *(str(each) for each in (self.line, self.column) if each is not None)]
        return ":".join(parts)

    def from_here(self, root: Path) -> FileProblem:
        """The same, its path given from ``root``, with a path that opens from where we are."""
        path = path_from_here(self.path, root)
        return type(self)(path, self.line, self.problem, self.remedy, column=self.column)


class SeedError(FileProblem):
    """A seed cannot be read or holds no article."""


class SidecarError(FileProblem):
    """A seed's sidecar is not valid."""


class CorrectionError(FileProblem):
    """An editor's correction, in a sidecar, does not fit its article."""


class SourcesError(FileProblem):
    """The book's file of sources is not valid."""


class EditionsError(FileProblem):
    """The book's file of editions is not valid, or a new one does not follow."""


class ReviewError(FileProblem):
    """Marks are no longer those that an editor has reviewed, or what tells so cannot be read."""


class AnnotationError(FileProblem):
    """An annotation is not valid or does not fit its passage."""


class CatalogueError(FileProblem):
    """The catalogue of bodies, or the book's own file of bodies, is not valid."""


class OutputError(FileProblem):
    """What the build would write or delete is not its own, or cannot be written."""


class BibliographyError(FileProblem):
    """A bibliography file, or an entry in it, is not valid."""


Problem = TypeVar("Problem", bound=FileProblem)


def first_of_each(problems: Iterable[Problem]) -> list[Problem]:
    """Of each file as many problems as a reader wants to see, in order, then how many more it has.

    A file with ten thousand faults must not drown what is wrong with the others.
    """
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.path, []).append(problem)
    named: list[Problem] = []
    for path, of_file in by_file.items():
        named += of_file[:MAX_NAMED]
        if (more := len(of_file) - MAX_NAMED) > 0:
            words = f"it has {more:,} more {'problem' if more == 1 else 'problems'}"
            named.append(type(of_file[-1])(path, None, words, "mend those named first"))
    return named
