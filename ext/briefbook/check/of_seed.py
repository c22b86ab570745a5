"""What a check finds of one seed and its marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefbook.check.kept import SeedFindings
from briefbook.check.report import Finding, Level, error
from briefbook.desk.review import items
from briefbook.pages.bibliography import citation_key
from briefbook.pages.names import docname
from briefbook.pages.review import review_state
from briefbook.text.alike import sketch
from briefbook.text.bodies import find_candidates, read_bodies
from briefbook.text.characters import escaped
from briefbook.text.errors import (
    ReviewError,
    first_of_each,
)
from briefbook.text.folded import fold_article
from briefbook.text.half_gone import half_gone
from briefbook.text.paths import shown_path
from briefbook.text.unshown import unshown
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefbook.pages.folders import BookFolders
    from briefbook.text.bodies import Candidate, Catalogue
    from briefbook.text.corrections import Corrected
    from briefbook.text.model import Marks, Seed


def unread(path: Path, root: Path, finding: Finding) -> SeedFindings:
    shown = shown_path(path, root)
    return SeedFindings(name=path.stem, path=shown, is_read=False, findings=(finding,))


def of_withdrawn(seed: Seed, folders: BookFolders) -> SeedFindings:
    """What is known of any seed; of a withdrawn one there is no more to find."""
    return SeedFindings(
        name=seed.name,
        path=seed.path,
        published=seed.published,
        page=docname(seed, folders.articles),
        cite=citation_key(seed),
        history=seed.sidecar.history,
    )


def of_seed(corrected: Corrected, catalogue: Catalogue, folders: BookFolders) -> SeedFindings:
    marks = corrected.marks
    seed = marks.article.seed
    hidden, gone = unshown(marks.article), half_gone(marks.article)
    misfits = first_of_each(corrected.problems)
    review = review_state(marks, folders.seeds, root=folders.root)
    article = fold_article(marks.article).article
    return replace(
        of_withdrawn(seed, folders),
        sketch=sketch(marks.article),
        findings=(
            *(error(Subtype.CORRECTION, problem) for problem in misfits),
            *(() if hidden is None else (error(Subtype.CHARACTERS, hidden),)),
            *(() if review.problem is None else (error(Subtype.REVIEW, review.problem),)),
            *(() if gone is None else (error(Subtype.HALF_GONE, gone),)),
        ),
        doubtful=() if review.holds else tuple(_doubtful(marks)),
        unreviewed=None if review.is_signed else _unreviewed(seed),
        ambiguous=tuple(
            notice(
                "ambiguous",
                (seed.path, name.line),
                f"{name.text!r} may be {', '.join(catalogue[id_].headword for id_ in name.bodies)}",
                "not linked",
            )
            for name in read_bodies(article, catalogue).ambiguous
        ),
        candidates=tuple(
            (candidate.name, _candidate(candidate, seed.path))
            for candidate in find_candidates(article, catalogue)
        ),
    )


def _doubtful(marks: Marks) -> Iterator[tuple[float, Finding]]:
    seed = marks.article.seed
    for item in items(marks):
        if item.is_doubtful:
            why = item.doubt or f"its rule is right {item.certainty:.0%} of the time"
            # Its line stands before the message already.
            told = item.told.removeprefix(f"line {item.line}: ")
            remedy = f"read it: briefbook review {seed.name}"
            problem = f"{told}; {why}"
            finding = notice("doubtful", (seed.path, item.line), problem, remedy)
            yield 0.0 if item.doubt else item.certainty or 0.0, finding


def _unreviewed(seed: Seed) -> Finding:
    problem = "nobody has reviewed its marks"
    remedy = f"read them: briefbook review {seed.name}"
    return error(Subtype.REVIEW, ReviewError(seed.path, None, problem, remedy))


def _candidate(candidate: Candidate, path: str) -> Finding:
    places = "".join(f"¶{number}, " for number in candidate.paragraphs)
    return notice(
        "candidate",
        (path, candidate.lines[0]),
        f"{places}{candidate.name!r} may be a body that the catalogue lacks",
        "check it, and add it to the book's bodies if it is one",
        paste=candidate.as_yaml(),
    )


def notice(
    kind: str, place: tuple[str, int], problem: str, remedy: str, *, paste: str = ""
) -> Finding:
    path, line = place
    return Finding(
        level=Level.NOTICE,
        kind=kind,
        path=path,
        line=line,
        problem=escaped(problem),
        remedy=remedy,
        paste=paste,
    )
