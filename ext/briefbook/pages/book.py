"""All seeds of a book, read, marked and written out as pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.pages.article_page import article_page, title_of
from briefbook.pages.bibliography import BIBTEX_FILE, bibtex
from briefbook.pages.blocks import MAX_MARKED, Notes
from briefbook.pages.contents import contents_pages
from briefbook.pages.folders import EDITIONS, SOURCES
from briefbook.pages.index_pages import divisions, index_pages
from briefbook.pages.names import docname, name_taken
from briefbook.pages.review import review_state
from briefbook.pages.stand_ins import StandIns
from briefbook.pages.versions import Versions
from briefbook.text.annotations import Annotation, anchor_all, anchoring_error, load_annotations
from briefbook.text.editions import Editions, Items, items_of, load_editions
from briefbook.text.errors import (
    AnnotationError,
    EditionsError,
    FileProblem,
    SeedError,
    SourcesError,
    first_of_each,
)
from briefbook.text.half_gone import half_gone
from briefbook.text.known_sources import KnownSources, load_sources
from briefbook.text.mark_all import mark_all
from briefbook.text.related import Member, relate, told_elsewhere
from briefbook.text.seed_folder import look_through
from briefbook.text.seeds import read_seed
from briefbook.text.unshown import unshown
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.pages.folders import BookFolders
    from briefbook.pages.index_parts import Division
    from briefbook.text.bodies import Catalogue
    from briefbook.text.cache import MarksCache
    from briefbook.text.chronicle import Chronicle, Entry
    from briefbook.text.model import Article, Marks, Seed
    from briefbook.text.related import Related


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What was left out of the book, and why."""

    subtype: Subtype
    error: FileProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The generated files, and what else the build needs to know."""

    files: dict[str, str]
    """Path below the Sphinx source folder, to text."""
    marks: tuple[Marks, ...]
    """What was found in each article, in order of publication."""
    bodies: frozenset[str]
    """Ids of the bodies that the articles mention."""
    annotations: tuple[Annotation, ...]
    """Those that stand on the pages, orphans included."""
    problems: tuple[Problem, ...]
    editions: Editions
    divisions: dict[str, Division]
    """How its indexes are divided, by their names in addresses."""
    items: Items
    """What it holds, as its next edition will have it."""


def make_book(
    folders: BookFolders,
    catalogue: Catalogue,
    *,
    max_bytes: int,
    index_rows: int = 0,
    cache: MarksCache | None = None,
    jobs: int = 1,
    chronicle: Chronicle | None = None,
) -> Book:
    """Read every seed and annotation and make all pages; no page is written.

    An index of more than ``index_rows`` rows is divided into pages of at most so many; 0 divides
    none. ``cache`` has the marks of seeds that have not changed, and takes those of the others,
    which are made by ``jobs`` processes. ``chronicle`` is what pages tell of an article's history.
    A seed or annotation that is broken is left out and reported; the rest goes on. Raises SeedError
    where the folder of seeds itself cannot be read: a book of no articles would pass for one.
    """
    problems: list[Problem] = []
    articles: dict[str, Marks] = {}
    changed: dict[str, int] = {}
    owners: dict[str, str] = {}
    seeds = _seeds(folders, max_bytes, problems)
    related = relate(
        Member(name=seed.name, path=seed.path, history=seed.sidecar.history) for seed in seeds
    )
    problems += [Problem(subtype=Subtype.HISTORY, error=error) for error in related.problems]
    shown = [seed for seed in seeds if seed.sidecar.history.withdrawn is None]
    for corrected in mark_all(shown, catalogue, cache, jobs=jobs):
        if isinstance(corrected, FileProblem):
            problems.append(Problem(subtype=Subtype.SEED, error=corrected))
            continue
        marks = corrected.marks
        seed = marks.article.seed
        misfits = first_of_each(corrected.problems)
        problems += [Problem(subtype=Subtype.CORRECTION, error=error) for error in misfits]
        if (taken := name_taken(owners, seed.name, seed.path)) is not None:
            problems.append(Problem(subtype=Subtype.PAGE_NAME, error=taken))
        else:
            page = docname(seed, folders.articles)
            articles[page] = marks
            state = review_state(marks, folders.seeds, root=folders.root)
            changed[page] = state.changed
            if state.problem is not None:
                problems.append(Problem(subtype=Subtype.REVIEW, error=state.problem))
            if (hidden := unshown(marks.article)) is not None:
                problems.append(Problem(subtype=Subtype.CHARACTERS, error=hidden))
            if (gone := half_gone(marks.article)) is not None:
                problems.append(Problem(subtype=Subtype.HALF_GONE, error=gone))
    known = _known_sources(folders, problems)
    editions = _editions(folders, problems)
    stand_ins = StandIns(folders.articles, seeds, related, owners)
    problems += [Problem(subtype=Subtype.PAGE_NAME, error=error) for error in stand_ins.problems]
    loaded, errors = load_annotations(folders.annotations, root=folders.root)
    problems += [Problem(subtype=Subtype.ANNOTATION, error=error) for error in errors]
    annotations = _annotations(loaded, articles, stand_ins, problems)
    order = sorted(articles, key=lambda name: (articles[name].article.seed.published, name))
    headwords = {body.id: body.headword for body in catalogue}
    listed = {name: articles[name].article for name in order} | stand_ins.withdrawn
    versions = Versions(
        related=related, articles={article.seed.name: article for article in listed.values()}
    )
    notes = versions.carry(annotations)
    pages = {
        name: article_page(
            articles[name],
            headwords,
            notes.get(articles[name].article.seed.name, []),
            changed=changed[name],
            known=known,
            versions=versions.of(articles[name].article.seed.name),
            editions=editions,
            chronicle=_chronicle(articles[name].article.seed, chronicle),
        )
        for name in order
    }
    pages |= stand_ins.pages(articles)
    in_time = sorted(listed, key=lambda name: (listed[name].seed.published, name))
    ordered = [articles[name] for name in order]
    divided = divisions(
        ordered, _counted(ordered, related), known, headwords, notes, most=index_rows
    )
    pages |= contents_pages(in_time, folders.articles, most=index_rows) | index_pages(
        divided, folders.articles
    )
    files = {f"{name}{folders.suffix}": text for name, text in pages.items()}
    files[f"{folders.articles}/{BIBTEX_FILE}"] = bibtex(
        (listed[name], title_of(listed[name]).text) for name in in_time
    )
    mentioned = {body.body for marks in articles.values() for body in marks.bodies}
    return Book(
        files=files,
        marks=tuple(ordered),
        bodies=frozenset(mentioned),
        annotations=tuple(note for of_seed in annotations.values() for note in of_seed),
        problems=tuple(problems),
        editions=editions,
        divisions=divided,
        items=items_of(seeds, loaded) if editions.all else {},
    )


def _chronicle(seed: Seed, chronicle: Chronicle | None) -> tuple[Entry, ...]:
    names = (seed.name, *(old.name for old in seed.sidecar.history.formerly))
    return () if chronicle is None else chronicle.of(names)


def _counted(articles: Sequence[Marks], related: Related) -> list[Marks]:
    told = told_elsewhere({marks.article.seed.name for marks in articles}, related.same)
    return [marks for marks in articles if marks.article.seed.name not in told]


def _editions(folders: BookFolders, problems: list[Problem]) -> Editions:
    try:
        return load_editions(folders.docs / EDITIONS, home=folders.docs, root=folders.root)
    except EditionsError as error:
        problems.append(Problem(subtype=Subtype.EDITIONS, error=error))
        return Editions()


def _known_sources(folders: BookFolders, problems: list[Problem]) -> KnownSources:
    try:
        return load_sources(folders.docs / SOURCES, home=folders.docs, root=folders.root)
    except SourcesError as error:
        problems.append(Problem(subtype=Subtype.SOURCES, error=error))
        return KnownSources()


def _seeds(folders: BookFolders, max_bytes: int, problems: list[Problem]) -> list[Seed]:
    found = look_through(folders.seeds, root=folders.root)
    problems += [Problem(subtype=Subtype.STRAY, error=error) for error in found.strays]
    seeds = []
    for path in found.seeds:
        try:
            seeds.append(read_seed(path, root=folders.root, max_bytes=max_bytes))
        except FileProblem as error:
            subtype = Subtype.SEED if isinstance(error, SeedError) else Subtype.SIDECAR
            problems.append(Problem(subtype=subtype, error=error))
    return seeds


def _annotations(
    loaded: list[Annotation],
    articles: dict[str, Marks],
    stand_ins: StandIns,
    problems: list[Problem],
) -> dict[str, list[Annotation]]:
    """Annotations by seed name: in order of their passages, orphans last."""
    by_seed = {marks.article.seed.name: marks.article for marks in articles.values()}
    of_seed: dict[str, list[Annotation]] = {}
    for annotation in map(stand_ins.of_today, loaded):
        if stand_ins.is_withdrawn(annotation.seed):
            continue  # it quotes what must not be shown
        if annotation.seed not in by_seed:
            error = no_article_of(annotation)
            problems.append(Problem(subtype=Subtype.ANNOTATION, error=error))
            continue
        of_seed.setdefault(annotation.seed, []).append(annotation)
    placed: dict[str, list[Annotation]] = {}
    for seed, unplaced in of_seed.items():
        placed[seed], unfit = place_notes(by_seed[seed], unplaced)
        problems += unfit
    return placed


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
