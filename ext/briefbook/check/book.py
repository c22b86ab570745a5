"""A whole book, read as a build reads it; what has not changed is not read again."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.check.kept import Details, NotesFindings, SeedFindings
from briefbook.check.report import Finding, Level, Report, error
from briefbook.desk.review import items
from briefbook.pages.bibliography import BIBTEX_FILE, citation_key
from briefbook.pages.book import no_article_of, place_notes
from briefbook.pages.changes import find_changes
from briefbook.pages.contents import contents_pages
from briefbook.pages.folders import BIBLIOGRAPHY, SOURCES
from briefbook.pages.look_alikes import look_alikes
from briefbook.pages.names import docname, docname_of, former_name_taken, name_taken, slug
from briefbook.pages.review import review_state
from briefbook.text.alike import near_alike, sketch
from briefbook.text.annotations.load import in_order, note_files, read_note
from briefbook.text.bibliography import missing_sources, read_bibliography
from briefbook.text.bodies import find_candidates, load_catalogue, read_bodies
from briefbook.text.cache import MarksCache
from briefbook.text.characters import escaped
from briefbook.text.digest import digest
from briefbook.text.errors import (
    AnnotationError,
    BibliographyError,
    CatalogueError,
    FileProblem,
    OutputError,
    ReviewError,
    SeedError,
    SourcesError,
    first_of_each,
)
from briefbook.text.folded import fold_article
from briefbook.text.half_gone import half_gone
from briefbook.text.known_sources import load_sources
from briefbook.text.mark_all import mark_all
from briefbook.text.paths import shown_path
from briefbook.text.related import Member, relate
from briefbook.text.seed_folder import BESIDE, look_through
from briefbook.text.seeds import read_seed
from briefbook.text.unshown import unshown
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefbook.check.inputs import Inputs
    from briefbook.pages.folders import BookFolders
    from briefbook.text.annotations import Annotation
    from briefbook.text.bodies import Candidate, Catalogue
    from briefbook.text.corrections import Corrected
    from briefbook.text.model import Marks, Seed
    from briefbook.text.related import Related


def look_through_book(
    folders: BookFolders,
    bodies: Path,
    bibliography: Sequence[Path],
    *,
    cache: Path | None,
    rules: str,
    inputs: Inputs,
    kept: Details,
    found: Details,
) -> Report:
    """All that is to be said of the book; raises SeedError where its seeds cannot be listed.

    ``rules`` is a digest of the engine and the catalogue, ``kept`` what the last check found;
    what this one finds goes into ``found``.
    """
    findings: list[Finding] = []
    try:
        catalogue = load_catalogue(bodies, home=folders.docs, root=folders.root)
    except CatalogueError as problem:
        findings.append(error(Subtype.BODIES, problem))
        catalogue = load_catalogue()
    try:
        load_sources(folders.docs / SOURCES, home=folders.docs, root=folders.root)
    except SourcesError as problem:
        findings.append(error(Subtype.SOURCES, problem))
    refused = look_alikes(_pages(folders), folders).values()
    findings += [error(Subtype.LOOK_ALIKE, problem) for problem in refused]
    marks_kept = MarksCache(cache, catalogue, root=folders.root) if cache is not None else None
    reading = _Reading(folders, catalogue, marks_kept, rules, inputs)
    seeds, strays = reading.seeds(kept, found)
    findings += [error(Subtype.STRAY, problem) for problem in strays]
    related = relate(
        Member(name=seed.name, path=seed.path, history=seed.history)
        for seed in seeds
        if seed.is_read
    )
    findings += [error(Subtype.HISTORY, problem) for problem in related.problems]
    owners: dict[str, str] = {}
    articles = _articles(seeds, owners, findings)
    former = _former_pages(articles, related, owners, folders, findings)
    notes = reading.notes(articles, related.now, kept, found, findings)
    findings += _bibliography_problems(articles.values(), notes, folders, bibliography)
    findings += _refused(folders, [article.page for article in articles.values()], former)
    in_order_of_time = sorted(articles.values(), key=lambda each: (each.published, each.page))
    findings += _alike(in_order_of_time, related)
    findings += [each for seed in in_order_of_time for each in seed.ambiguous]
    candidates: dict[str, Finding] = {}
    for seed in in_order_of_time:
        for name, finding in seed.candidates:
            candidates.setdefault(name, finding)
    return Report(
        articles=sum(not each.is_withdrawn for each in articles.values()),
        findings=(*findings, *candidates.values()),
        unreviewed=tuple(each.unreviewed for each in in_order_of_time if each.unreviewed),
        doubtful=tuple(
            finding
            for _, finding in sorted(
                (each for seed in in_order_of_time for each in seed.doubtful),
                key=lambda each: each[0],
            )
        ),
    )


class _Reading:
    """The files of a book on their way to findings."""

    def __init__(
        self,
        folders: BookFolders,
        catalogue: Catalogue,
        cache: MarksCache | None,
        rules: str,
        inputs: Inputs,
    ) -> None:
        self._folders = folders
        self._catalogue = catalogue
        self._cache = cache
        self._rules = rules
        self._inputs = inputs
        self._keys: dict[str, str] = {}
        """By the name of a seed, what tells it and its sidecar from what they may become."""
        self._marks: dict[str, Marks] = {}
        """By the name of a seed, those of this check."""

    def seeds(
        self, kept: Details, found: Details
    ) -> tuple[list[SeedFindings], Sequence[SeedError]]:
        """What is in each seed, and the files that are none."""
        folder = look_through(self._folders.seeds, root=self._folders.root)
        new = []
        for path in folder.seeds:
            beside = [str(path.with_name(f"{path.stem}{ending}")) for ending in BESIDE]
            inputs = self._inputs.all_of([str(path), *beside])
            key = self._keys[path.stem] = digest([self._rules, inputs])
            if key in kept.seeds:
                found.seeds[key] = kept.seeds[key]
            else:
                new.append(path)
        for findings in self._read(new):
            found.seeds[self._keys[findings.name]] = findings
        return [found.seeds[self._keys[path.stem]] for path in folder.seeds], folder.strays

    def _read(self, paths: Sequence[Path]) -> Iterator[SeedFindings]:
        root = self._folders.root
        seeds = []
        for path in paths:
            try:
                seeds.append(read_seed(path, root=root))
            except FileProblem as problem:
                kind = Subtype.SEED if isinstance(problem, SeedError) else Subtype.SIDECAR
                yield _unread(path, root, error(kind, problem))
        withdrawn = [seed for seed in seeds if seed.sidecar.history.withdrawn is not None]
        yield from (_of_withdrawn(seed, self._folders) for seed in withdrawn)
        seeds = [seed for seed in seeds if seed.sidecar.history.withdrawn is None]
        marked = mark_all(seeds, self._catalogue, self._cache, jobs=1)
        for seed, corrected in zip(seeds, marked, strict=True):
            if isinstance(corrected, FileProblem):
                yield SeedFindings(
                    name=seed.name,
                    path=seed.path,
                    history=seed.sidecar.history,
                    findings=(error(Subtype.SEED, corrected),),
                )
            else:
                self._marks[seed.name] = corrected.marks
                yield _of_seed(corrected, self._catalogue, self._folders)

    def notes(
        self,
        articles: dict[str, SeedFindings],
        now: Mapping[str, str],
        kept: Details,
        found: Details,
        findings: list[Finding],
    ) -> list[NotesFindings]:
        """What is in the notes on each article; what is wrong with others goes to ``findings``.

        ``now`` has the names of today of seeds that were renamed.
        """
        of_seed: dict[str, list[Path]] = defaultdict(list)
        errors: list[AnnotationError] = []
        folder, root = self._folders.annotations, self._folders.root
        for path, seed in note_files(folder, root, errors):
            of_seed[now.get(seed, seed)].append(path)
        findings += [error(Subtype.ANNOTATION, problem) for problem in errors]
        of_notes = []
        for seed, paths in of_seed.items():
            files = self._inputs.all_of(map(str, paths))
            article = articles.get(seed)
            key = digest([self._rules, self._keys.get(seed, ""), str(article is None), files])
            if key not in kept.notes:
                kept.notes[key] = self._of_notes(seed, paths, article)
            found.notes[key] = kept.notes[key]
            of_notes.append(found.notes[key])
            findings += found.notes[key].findings
        return of_notes

    def _of_notes(
        self, seed: str, paths: Sequence[Path], article: SeedFindings | None
    ) -> NotesFindings:
        findings: list[Finding] = []
        notes: list[Annotation] = []
        for path in paths:
            read = read_note(path, self._folders.annotations, root=self._folders.root, seed=seed)
            if isinstance(read, list):
                findings += [error(Subtype.ANNOTATION, problem) for problem in read]
            elif article is None:
                findings.append(error(Subtype.ANNOTATION, no_article_of(read)))
            elif not article.is_withdrawn:
                notes.append(read)
        if notes:
            text = self._marks_of(seed).article
            notes, problems = place_notes(text, sorted(notes, key=in_order))
            findings += [error(problem.subtype, problem.error) for problem in problems]
        cited = tuple((note.path, key) for note in notes for key in note.keys)
        return NotesFindings(findings=tuple(findings), cited=cited)

    def _marks_of(self, name: str) -> Marks:
        if name not in self._marks:
            seed = read_seed(self._folders.seeds / f"{name}.txt", root=self._folders.root)
            [corrected] = mark_all([seed], self._catalogue, self._cache, jobs=1)
            if isinstance(corrected, FileProblem):  # it had marks when checked, a moment ago
                raise corrected
            self._marks[name] = corrected.marks
        return self._marks[name]


def _unread(path: Path, root: Path, finding: Finding) -> SeedFindings:
    shown = shown_path(path, root)
    return SeedFindings(name=path.stem, path=shown, is_read=False, findings=(finding,))


def _of_withdrawn(seed: Seed, folders: BookFolders) -> SeedFindings:
    return SeedFindings(
        name=seed.name,
        path=seed.path,
        published=seed.published,
        page=docname(seed, folders.articles),
        cite=citation_key(seed),
        history=seed.sidecar.history,
    )


def _of_seed(corrected: Corrected, catalogue: Catalogue, folders: BookFolders) -> SeedFindings:
    marks = corrected.marks
    seed = marks.article.seed
    hidden, gone = unshown(marks.article), half_gone(marks.article)
    misfits = first_of_each(corrected.problems)
    review = review_state(marks, folders.seeds, root=folders.root)
    article = fold_article(marks.article).article
    return SeedFindings(
        name=seed.name,
        path=seed.path,
        published=seed.published,
        page=docname(seed, folders.articles),
        cite=citation_key(seed),
        history=seed.sidecar.history,
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
            _notice(
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
            finding = _notice("doubtful", (seed.path, item.line), problem, remedy)
            yield 0.0 if item.doubt else item.certainty or 0.0, finding


def _unreviewed(seed: Seed) -> Finding:
    problem = "nobody has reviewed its marks"
    remedy = f"read them: briefbook review {seed.name}"
    return error(Subtype.REVIEW, ReviewError(seed.path, None, problem, remedy))


def _candidate(candidate: Candidate, path: str) -> Finding:
    places = "".join(f"¶{number}, " for number in candidate.paragraphs)
    return _notice(
        "candidate",
        (path, candidate.lines[0]),
        f"{places}{candidate.name!r} may be a body that the catalogue lacks",
        "check it, and add it to the book's bodies if it is one",
        paste=candidate.as_yaml(),
    )


def _notice(
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


def _articles(
    seeds: Iterable[SeedFindings], owners: dict[str, str], findings: list[Finding]
) -> dict[str, SeedFindings]:
    """Those that have a page, by the names of their seeds; ``owners`` takes whose it is."""
    articles = {}
    # As in a build: what is shown has a page before what is withdrawn.
    for seed in sorted(seeds, key=lambda seed: seed.is_withdrawn):
        if not seed.is_article:
            findings += seed.findings
        elif (taken := name_taken(owners, seed.name, seed.path)) is not None:
            findings.append(error(Subtype.PAGE_NAME, taken))
        else:
            findings += seed.findings
            articles[seed.name] = seed
    return articles


def _bibliography_problems(
    articles: Iterable[SeedFindings],
    notes: Iterable[NotesFindings],
    folders: BookFolders,
    paths: Sequence[Path],
) -> Iterator[Finding]:
    """What is wrong with BibTeX files, and with notes whose sources they do not have."""
    taken = frozenset(article.cite for article in articles)
    bibliography = read_bibliography(paths, root=folders.root, taken=taken)
    cited = [each for of_article in notes for each in of_article.cited]
    missing = missing_sources(cited, bibliography.keys | taken)
    problems: Sequence[FileProblem] = (*bibliography.problems, *missing)
    if missing and not paths:
        problem = BibliographyError(
            shown_path(folders.docs / BIBLIOGRAPHY, folders.root),
            None,
            "notes cite sources, and there is no such file",
            "make it, or name the book's own with --bibliography",
        )
        problems = (*bibliography.problems, problem)
    return (error(Subtype.BIBLIOGRAPHY, problem) for problem in problems)


def _alike(articles: Iterable[SeedFindings], related: Related) -> Iterator[Finding]:
    """Pairs of articles that may be one story, and of which no sidecar says so."""
    by_name = {article.name: article for article in articles}
    for one, other, share in near_alike({name: each.sketch for name, each in by_name.items()}):
        story = related.same.get(one, one)
        if related.same.get(other, other) == story:
            continue
        if one == related.earlier.get(other) or other == related.earlier.get(one):
            continue
        yield _notice(
            "alike",
            (by_name[other].path, 1),
            f"its text is like that of {by_name[one].path}: {round(100 * share)} % of the wording",
            f"if it is the same story in another paper, say same_as_seed = {json.dumps(one)} in "
            f"its sidecar; if it is a later version, revises = {json.dumps(one)}",
        )


def _former_pages(
    articles: Mapping[str, SeedFindings],
    related: Related,
    owners: dict[str, str],
    folders: BookFolders,
    findings: list[Finding],
) -> list[str]:
    """Pages at the addresses that articles had under their former names."""
    pages = []
    for former, name in related.now.items():
        if (article := articles.get(name)) is None or slug(former) == slug(name):
            continue
        if (taken := former_name_taken(owners, former, name, article.path)) is not None:
            findings.append(error(Subtype.PAGE_NAME, taken))
        else:
            pages.append(docname_of(former, article.published, folders.articles))
    return pages


def _refused(
    folders: BookFolders, articles: Sequence[str], others: Sequence[str]
) -> Iterator[Finding]:
    """What would keep a build from writing its pages."""
    names = [*articles, *others, *contents_pages(sorted(articles), folders.articles)]
    files = dict.fromkeys((f"{name}{folders.suffix}" for name in names), "")
    files[f"{folders.articles}/{BIBTEX_FILE}"] = ""
    try:
        find_changes(folders, files)
    except OutputError as problem:
        yield error("output", problem)


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
