"""A look over a whole book before it is built: what is wrong, and which bodies it lacks."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.pages.bibliography import citation_key
from briefbook.pages.book import Book, BookFolders, make_book
from briefbook.pages.changes import find_changes
from briefbook.pages.look_alikes import look_alikes
from briefbook.text.bibliography import missing_sources, read_bibliography
from briefbook.text.bodies import Candidate, find_candidates, load_catalogue, read_bodies
from briefbook.text.cache import MarksCache
from briefbook.text.errors import BibliographyError, CatalogueError, FileProblem, OutputError
from briefbook.text.folded import fold_article
from briefbook.text.paths import path_from_here, shown_path
from briefbook.text.seeds import MAX_SEED_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BIBLIOGRAPHY: Final = "references.bib"
"""The BibTeX file, in the source folder, of a book that names no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """A name that can mean several bodies; it is left unlinked."""

    path: str
    line: int
    name: str
    headwords: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a check found."""

    articles: int
    problems: tuple[FileProblem, ...]
    ambiguous: tuple[Ambiguous, ...]
    candidates: tuple[tuple[str, Candidate], ...]
    """The seed's path and the candidate, in order of the articles."""

    def lines(self, root: Path) -> Iterator[str]:
        """The report for people, a line each; candidates as YAML for the book's bodies.yaml.

        What is found in the book is named from ``root``; it is told as it opens from where we are.
        """
        yield f"{self.articles} {'article' if self.articles == 1 else 'articles'}"
        for problem in self.problems:
            yield f"problem: {problem.from_here(root)}"
        for each in self.ambiguous:
            names = ", ".join(each.headwords)
            path = path_from_here(each.path, root)
            yield f"ambiguous: {path}:{each.line}: {each.name!r} may be {names}; not linked"
        if self.candidates:
            yield ""
            yield "# Names that may be bodies the catalogue lacks. Check, complete and add to"
            yield "# docs/bodies.yaml those that are; nothing is linked on its own."
        for path, candidate in self.candidates:
            places = ", ".join(f"¶{number}" for number in candidate.paragraphs)
            yield f"# {path}: {places}"
            yield candidate.as_yaml()


def check_book(
    folders: BookFolders,
    bodies: Path,
    bibliography: Sequence[Path] = (),
    *,
    cache: Path | None = None,
) -> Report:
    """Read the whole book as a build would; `bodies` is the book's own file of bodies.

    ``bibliography`` are its BibTeX files, ``cache`` the folder in which builds keep marks. Raises
    SeedError where the folder of seeds cannot be read.
    """
    problems: list[FileProblem] = []
    try:
        catalogue = load_catalogue(bodies, home=folders.docs, root=folders.root)
    except CatalogueError as error:
        problems.append(error)
        catalogue = load_catalogue()
    kept = MarksCache(cache, catalogue, root=folders.root) if cache is not None else None
    book = make_book(folders, catalogue, max_bytes=MAX_SEED_BYTES, cache=kept)
    refused = look_alikes(_pages(folders), folders).values()
    problems += refused
    articles = [fold_article(marks.article).article for marks in book.marks]
    ambiguous = [
        Ambiguous(
            path=article.seed.path,
            line=name.line,
            name=name.text,
            headwords=tuple(catalogue[body].headword for body in name.bodies),
        )
        for article in articles
        for name in read_bodies(article, catalogue).ambiguous
    ]
    candidates: dict[str, tuple[str, Candidate]] = {}
    for article in articles:
        for candidate in find_candidates(article, catalogue):
            candidates.setdefault(candidate.name, (article.seed.path, candidate))
    return Report(
        articles=len(book.marks),
        problems=(
            *problems,
            *(problem.error for problem in book.problems),
            *_bibliography_problems(book, folders, bibliography),
            *_refused(folders, book),
        ),
        ambiguous=tuple(ambiguous),
        candidates=tuple(candidates.values()),
    )


def _bibliography_problems(
    book: Book, folders: BookFolders, paths: Sequence[Path]
) -> Iterator[FileProblem]:
    """What is wrong with BibTeX files, and with notes whose sources they do not have."""
    articles = frozenset(citation_key(marks.article.seed) for marks in book.marks)
    bibliography = read_bibliography(paths, root=folders.root, taken=articles)
    cited = [(note.path, key) for note in book.annotations for key in note.keys]
    missing = missing_sources(cited, bibliography.keys | articles)
    yield from bibliography.problems
    if missing and not paths:
        yield BibliographyError(
            shown_path(folders.docs / BIBLIOGRAPHY, folders.root),
            None,
            "notes cite sources, and there is no such file",
            "make it, or name the book's own with --bibliography",
        )
        return
    yield from missing


def _refused(folders: BookFolders, book: Book) -> Iterator[FileProblem]:
    """What would keep a build from writing its pages."""
    try:
        find_changes(folders, book.files)
    except OutputError as error:
        yield error


def _pages(folders: BookFolders) -> Iterator[str]:
    """What Sphinx may read as pages, as far as that can be told without conf.py."""
    left_out = {folders.docs / folders.articles, folders.annotations, folders.seeds}
    for place, inner, files in os.walk(folders.docs):
        inner[:] = sorted(
            name
            for name in inner
            if not name.startswith((".", "_")) and Path(place, name) not in left_out
        )
        for name in sorted(files):
            if name.endswith((".md", ".rst")):
                yield Path(place, name).relative_to(folders.docs).as_posix()
