"""What a check of a book finds, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefbook.text.errors import FileProblem


class Level(StrEnum):
    """Whether a finding fails the check."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that an editor should know of, at its place."""

    level: Level
    kind: str
    """The subtype of the build's warning; or ``output``, where the build would stop;
    ``ambiguous``, ``candidate``, ``doubtful`` or ``alike``, which a build does not tell."""
    path: str
    """From the folder of the book, as ``shown_path`` names it."""
    line: int | None
    """1-based; None where the whole file is meant."""
    column: int | None = None
    """The character of the line, 1-based."""
    problem: str
    remedy: str
    paste: str = ""
    """What could be pasted into a file of the book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a check found."""

    articles: int
    findings: tuple[Finding, ...] = ()
    unreviewed: tuple[Finding, ...] = ()
    """Articles whose marks nobody has reviewed; no fault unless it is asked for."""
    doubtful: tuple[Finding, ...] = ()
    """Marks in doubt, the least certain first; told where that is asked for."""

    @property
    def failed(self) -> bool:
        return any(finding.level is Level.ERROR for finding in self.findings)


def error(kind: str, problem: FileProblem) -> Finding:
    """A problem that a build would warn of or stop at."""
    return Finding(
        level=Level.ERROR,
        kind=kind,
        path=problem.path,
        line=problem.line,
        column=problem.column,
        problem=problem.problem,
        remedy=problem.remedy,
    )
