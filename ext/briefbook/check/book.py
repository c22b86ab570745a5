"""A whole book, read as a build reads it; what has not changed is not read again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefbook.check.kept import Details, NotesFindings, SeedFindings
from briefbook.check.of_book import (
    alike,
    articles_of,
    bibliography_problems,
    former_pages,
    pages_of,
    refusals,
)
from briefbook.check.of_seed import of_seed, of_withdrawn, unread
from briefbook.check.report import Finding, Report, error
from briefbook.pages.folders import EDITIONS, LEAD, SOURCES
from briefbook.pages.lead import read_lead
from briefbook.pages.look_alikes import look_alikes
from briefbook.pages.placed_notes import no_article_of, place_notes
from briefbook.text.annotations.load import in_order, note_files, read_note
from briefbook.text.bodies import load_catalogue
from briefbook.text.cache import MarksCache
from briefbook.text.digest import digest
from briefbook.text.editions import load_editions
from briefbook.text.errors import (
    AnnotationError,
    CatalogueError,
    EditionsError,
    FileProblem,
    SeedError,
    SourcesError,
)
from briefbook.text.known_sources import load_sources
from briefbook.text.mark_all import mark_all
from briefbook.text.related import Member, relate
from briefbook.text.seed_folder import BESIDE, look_through
from briefbook.text.seeds import read_seed
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from briefbook.check.inputs import Inputs
    from briefbook.pages.folders import BookFolders
    from briefbook.text.annotations import Annotation
    from briefbook.text.bodies import Catalogue
    from briefbook.text.model import Marks


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
    try:
        load_editions(folders.docs / EDITIONS, home=folders.docs, root=folders.root)
    except EditionsError as problem:
        findings.append(error(Subtype.EDITIONS, problem))
    try:
        read_lead(folders.docs / LEAD, home=folders.docs, root=folders.root)
    except FileProblem as problem:
        findings.append(error("lead", problem))
    refused = look_alikes(pages_of(folders), folders).values()
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
    articles = articles_of(seeds, owners, findings)
    former = former_pages(articles, related, owners, folders, findings)
    notes = reading.notes(articles, related.now, kept, found, findings)
    findings += bibliography_problems(articles.values(), notes, folders, bibliography)
    findings += refusals(folders, [article.page for article in articles.values()], former)
    in_order_of_time = sorted(articles.values(), key=lambda each: (each.published, each.page))
    findings += alike(in_order_of_time, related)
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
                yield unread(path, root, error(kind, problem))
        withdrawn = [seed for seed in seeds if seed.sidecar.history.withdrawn is not None]
        yield from (of_withdrawn(seed, self._folders) for seed in withdrawn)
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
                yield of_seed(corrected, self._catalogue, self._folders)

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
