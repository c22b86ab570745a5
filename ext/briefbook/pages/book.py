"""All seeds of a book, read, marked and written out as pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.pages.article_page import article_page, title_of
from briefbook.pages.bibliography import BIBTEX_FILE, bibtex
from briefbook.pages.book_inputs import read_editions, read_known_sources, read_seeds
from briefbook.pages.contents import contents_pages
from briefbook.pages.index_pages import divisions, index_pages
from briefbook.pages.index_rows import rows_of
from briefbook.pages.names import docname, name_taken
from briefbook.pages.placed_notes import Problem, no_article_of, place_notes
from briefbook.pages.review import review_state
from briefbook.pages.stand_ins import StandIns
from briefbook.pages.versions import Versions
from briefbook.text.annotations import Annotation, load_annotations
from briefbook.text.editions import Editions, Items, items_of
from briefbook.text.errors import FileProblem, first_of_each
from briefbook.text.half_gone import half_gone
from briefbook.text.mark_all import mark_all
from briefbook.text.related import Member, relate, told_elsewhere
from briefbook.text.unshown import unshown
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefbook.pages.folders import BookFolders
    from briefbook.pages.index_parts import Division
    from briefbook.pages.index_rows import IndexRows
    from briefbook.pages.kept_pages import KeptPages
    from briefbook.pages.share import Share
    from briefbook.text.bodies import Catalogue
    from briefbook.text.cache import MarksCache
    from briefbook.text.chronicle import Chronicle, Entry
    from briefbook.text.corrections import Corrected
    from briefbook.text.known_sources import KnownSources
    from briefbook.text.model import Marks, Seed
    from briefbook.text.related import Related


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
    share: Share | None = None,
    kept: KeptPages | None = None,
) -> Book:
    """Read every seed and annotation and make all pages; no page is written.

    An index of more than ``index_rows`` rows is divided into pages of at most so many; 0 divides
    none. ``cache`` has the marks of seeds that have not changed, and takes those of the others,
    which are made by ``jobs`` processes. ``chronicle`` is what pages tell of an article's history.
    With a ``share`` it is that of the book alone. ``kept`` has the pages of an earlier build.
    A seed or annotation that is broken is left out and reported; the rest goes on. Raises SeedError
    where the folder of seeds itself cannot be read: a book of no articles would pass for one.
    """
    problems: list[Problem] = []
    owners: dict[str, str] = {}
    seeds = read_seeds(folders, max_bytes, problems, share)
    related = relate(
        Member(name=seed.name, path=seed.path, history=seed.sidecar.history) for seed in seeds
    )
    problems += [Problem(subtype=Subtype.HISTORY, error=error) for error in related.problems]
    shown = [seed for seed in seeds if seed.sidecar.history.withdrawn is None]
    marked = mark_all(shown, catalogue, cache, jobs=jobs)
    articles = _articles(marked, folders, owners, problems)
    changed = _changed(articles, folders, problems)
    known = read_known_sources(folders, problems)
    editions = read_editions(folders, problems)
    stand_ins = StandIns(folders.articles, seeds, related, owners)
    problems += [Problem(subtype=Subtype.PAGE_NAME, error=error) for error in stand_ins.problems]
    of_seeds = None if share is None else _all_names(seeds)
    loaded, errors = load_annotations(folders.annotations, root=folders.root, seeds=of_seeds)
    problems += [Problem(subtype=Subtype.ANNOTATION, error=error) for error in errors]
    annotations = _annotations(loaded, articles, stand_ins, problems)
    order = sorted(articles, key=lambda name: (articles[name].article.seed.published, name))
    headwords = {body.id: body.headword for body in catalogue}
    listed = {name: articles[name].article for name in order} | stand_ins.withdrawn
    versions = Versions(
        related=related, articles={article.seed.name: article for article in listed.values()}
    )
    notes = versions.carry(annotations)
    if share is not None:
        order = [name for name in order if share.has(name)]
        listed = {name: article for name, article in listed.items() if share.has(name)}
    if kept is not None:
        kept.begin([repr(known.all), repr(editions.all)])

    def page(name: str) -> str:
        seed = articles[name].article.seed
        of_seed = notes.get(seed.name, [])
        its_versions, deeds = versions.of(seed.name), _chronicle(seed, chronicle)

        def make() -> str:
            return article_page(
                articles[name],
                headwords,
                of_seed,
                changed=changed[name],
                known=known,
                versions=its_versions,
                editions=editions,
                chronicle=deeds,
            )

        if kept is None:
            return make()
        made_of = map(repr, (of_seed, changed[name], its_versions, deeds))
        return kept.page(name, articles[name], made_of, make)

    pages = {name: page(name) for name in order}
    pages |= {
        name: text for name, text in stand_ins.pages(articles) if share is None or share.has(name)
    }
    in_time = sorted(listed, key=lambda name: (listed[name].seed.published, name))
    ordered = [articles[name] for name in order]
    if share is None:
        rows = _rows(ordered, related, known, notes)
        divided = divisions(rows, headwords, most=index_rows)
        pages |= index_pages(divided, folders.articles)
    else:
        divided = dict(share.divisions)
    pages |= contents_pages(in_time, folders.articles, most=index_rows)
    files = {f"{name}{folders.suffix}": text for name, text in pages.items()}
    files[f"{folders.articles}/{BIBTEX_FILE}"] = bibtex(
        (listed[name], title_of(listed[name]).text) for name in in_time
    )
    own = {marks.article.seed.name for marks in ordered}
    return Book(
        files=files,
        marks=tuple(ordered),
        bodies=frozenset(body.body for marks in ordered for body in marks.bodies),
        annotations=tuple(
            note for seed, of_seed in annotations.items() if seed in own for note in of_seed
        ),
        problems=tuple(problems),
        editions=editions,
        divisions=divided,
        items=items_of(seeds, loaded) if editions.all and share is None else {},
    )


def _articles(
    marked: Iterable[Corrected | FileProblem],
    folders: BookFolders,
    owners: dict[str, str],
    problems: list[Problem],
) -> dict[str, Marks]:
    """The marks of each article by the name of its page."""
    articles: dict[str, Marks] = {}
    for corrected in marked:
        if isinstance(corrected, FileProblem):
            problems.append(Problem(subtype=Subtype.SEED, error=corrected))
            continue
        marks = corrected.marks
        seed = marks.article.seed
        misfits = first_of_each(corrected.problems)
        problems += [Problem(subtype=Subtype.CORRECTION, error=error) for error in misfits]
        if (taken := name_taken(owners, seed.name, seed.path)) is not None:
            problems.append(Problem(subtype=Subtype.PAGE_NAME, error=taken))
            continue
        articles[docname(seed, folders.articles)] = marks
        if (hidden := unshown(marks.article)) is not None:
            problems.append(Problem(subtype=Subtype.CHARACTERS, error=hidden))
        if (gone := half_gone(marks.article)) is not None:
            problems.append(Problem(subtype=Subtype.HALF_GONE, error=gone))
    return articles


def _changed(
    articles: Mapping[str, Marks], folders: BookFolders, problems: list[Problem]
) -> dict[str, int]:
    """How many marks of each page are others than those that were reviewed."""
    changed = {}
    for page, marks in articles.items():
        state = review_state(marks, folders.seeds, root=folders.root)
        changed[page] = state.changed
        if state.problem is not None:
            problems.append(Problem(subtype=Subtype.REVIEW, error=state.problem))
    return changed


def _chronicle(seed: Seed, chronicle: Chronicle | None) -> tuple[Entry, ...]:
    return () if chronicle is None else chronicle.of(seed.sidecar.history.names(seed.name))


def _rows(
    articles: Sequence[Marks],
    related: Related,
    known: KnownSources,
    notes: Mapping[str, Sequence[Annotation]],
) -> Iterator[IndexRows]:
    """Of each article; one whose story another of the book tells in its place is not counted."""
    told = told_elsewhere({marks.article.seed.name for marks in articles}, related.same)
    for marks in articles:
        name = marks.article.seed.name
        yield rows_of(marks, known, notes=len(notes.get(name, ())), counted=name not in told)


def _all_names(seeds: Iterable[Seed]) -> set[str]:
    """Their names, and those that they had."""
    return {name for seed in seeds for name in seed.sidecar.history.names(seed.name)}


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
