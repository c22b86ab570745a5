"""Reads what has changed of a book's seeds and notes, and writes the plans that change with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.pages.folders import SOURCES
from briefbook.pages.names import name_taken
from briefbook.pages.placed_notes import Problem, no_article_of
from briefbook.text.annotations.load import note_files, read_note
from briefbook.text.cache import MarksCache, pack
from briefbook.text.digest import digest
from briefbook.text.errors import AnnotationError, FileProblem, SeedError, SourcesError
from briefbook.text.files import read_file
from briefbook.text.known_sources import KnownSources, load_sources
from briefbook.text.mark_all import mark_all
from briefbook.text.reviewed import MAX_BYTES
from briefbook.text.reviewed import SUFFIX as REVIEWED
from briefbook.text.seed_folder import BESIDE, look_through
from briefbook.text.seeds import read_seed
from briefbook.text.writing import write_file
from briefbook.volumes.division import COVER
from briefbook.volumes.facts import SHARDS, Shard, facts_of, load_shard, save_shard, shard_of
from briefbook.volumes.plan import written
from briefbook.volumes.planner import make_plans
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from briefbook.pages.folders import BookFolders
    from briefbook.text.annotations import Annotation
    from briefbook.text.bodies import Catalogue
    from briefbook.text.model import Seed
    from briefbook.volumes.facts import Facts
    from briefbook.volumes.plan import CoverPlan, Plans, Shared, VolumePlan
    from briefbook.volumes.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What came of planning."""

    plans: Plans
    problems: tuple[Problem, ...]
    """What is in no volume, and why; what is wrong with articles themselves, their volumes tell."""
    by: str | int
    """What divides the book."""
    read: int
    """Articles that were read; the others are as they were."""
    articles: int


class Planner:
    """Plans the volumes of one book."""

    def __init__(
        self,
        folders: BookFolders,
        catalogue: Catalogue,
        work: Work,
        *,
        cache: Path | None,
        rules: str,
        max_bytes: int,
        jobs: int,
    ) -> None:
        """``cache`` is where marks are kept; new ones are made by ``jobs`` processes.

        ``rules`` is a digest of what all facts depend on beside an article's own files.
        """
        self._folders = folders
        self._catalogue = catalogue
        self._work = work
        root = folders.root
        self._cache = None if cache is None else MarksCache(cache, catalogue, root=root)
        self._rules = rules
        self._max_bytes = max_bytes
        self._jobs = jobs
        self._problems: list[Problem] = []
        self._read = 0

    def plan(self, by: str | int, shared: Shared) -> Planned:
        """Bring the facts up to date, then the plans. Raises FileProblem where neither can be.

        ``by`` says how the book is divided.
        """
        folders, work = self._folders, self._work
        for folder in (work.facts, work.plans, work.all_made):
            folder.mkdir(parents=True, exist_ok=True)
        found = look_through(folders.seeds, root=folders.root)
        self._say(Subtype.STRAY, *found.strays)
        known = self._known_sources()
        notes = self._note_files()
        shards: list[list[Path]] = [[] for _number in range(SHARDS)]
        for path in found.seeds:
            shards[shard_of(path.stem)].append(path)
        taken: dict[str, str] = {}
        names: set[str] = set()
        for number, paths in enumerate(shards):
            for each in self._bring_up_to_date(number, paths, notes, known):
                names.update(each.history.names(each.seed))
        refused = self._refuse_same_names(sorted(names, key=str), taken, found.seeds)
        self._name_stray_notes(notes, names)

        def facts() -> Iterator[Facts]:
            for number in range(SHARDS):
                shard = load_shard(work.facts, number, state=self._rules, root=folders.root)
                for _looks, each in shard.facts.values():
                    if each.seed not in refused:
                        yield each

        plans = make_plans(facts, self._catalogue.by_id, by, shared)
        self._say(Subtype.HISTORY, *plans.problems)
        self._write([*plans.volumes, plans.cover])
        count = sum(len(volume.seeds) for volume in plans.volumes)
        return Planned(
            plans=plans, by=by, problems=tuple(self._problems), read=self._read, articles=count
        )

    def _say(self, subtype: Subtype, *errors: FileProblem) -> None:
        self._problems += [Problem(subtype=subtype, error=error) for error in errors]

    def _known_sources(self) -> KnownSources:
        folders = self._folders
        try:
            return load_sources(folders.docs / SOURCES, home=folders.docs, root=folders.root)
        except SourcesError:  # the cover tells of it
            return KnownSources()

    def _note_files(self) -> Mapping[str, Sequence[Path]]:
        """The notes on each seed."""
        errors: list[AnnotationError] = []
        found: defaultdict[str, list[Path]] = defaultdict(list)
        folders = self._folders
        for path, seed in note_files(folders.annotations, folders.root, errors):
            if seed:
                found[seed].append(path)
            else:
                read = read_note(path, folders.annotations, root=folders.root, seed="")
                errors += read if isinstance(read, list) else []
        self._say(Subtype.ANNOTATION, *errors)
        return found

    def _bring_up_to_date(
        self,
        number: int,
        paths: Sequence[Path],
        notes: Mapping[str, Sequence[Path]],
        known: KnownSources,
    ) -> list[Facts]:
        """The facts of one shard; those of seeds that look as they did are not made again."""
        work, root = self._work, self._folders.root
        kept = load_shard(work.facts, number, state=self._rules, root=root)
        facts: dict[str, tuple[str, Facts]] = {}
        new: list[Path] = []
        for path in paths:
            before = kept.facts.get(path.stem)
            if before is not None and before[0] == _looks(path, before[1], notes):
                facts[path.stem] = before
            else:
                new.append(path)
        for each in self._make(new, notes, known):
            path = self._folders.seeds / f"{each.seed}.txt"
            facts[each.seed] = _looks(path, each, notes), each
        self._read += len(new)
        if facts != kept.facts:
            save_shard(work.facts, number, Shard(state=self._rules, facts=facts), root=root)
        return [each for _, each in facts.values()]

    def _make(
        self,
        paths: Sequence[Path],
        notes: Mapping[str, Sequence[Path]],
        known: KnownSources,
    ) -> Iterator[Facts]:
        folders = self._folders
        seeds: list[Seed] = []
        for path in paths:
            try:
                seeds.append(read_seed(path, root=folders.root, max_bytes=self._max_bytes))
            except FileProblem as error:
                subtype = Subtype.SEED if isinstance(error, SeedError) else Subtype.SIDECAR
                self._say(subtype, error)
        shown = [seed for seed in seeds if seed.sidecar.history.withdrawn is None]
        made = mark_all(shown, self._catalogue, self._cache, jobs=self._jobs)
        for seed in seeds:
            of_seed = list(self._notes_on(seed, notes))
            of_files = [seed.sha256, repr(seed.sidecar), self._reviewed(seed), *map(repr, of_seed)]
            sound = [note for note in of_seed if not isinstance(note, AnnotationError)]
            if seed.sidecar.history.withdrawn is not None:
                yield facts_of(seed, None, sound, known, content=digest(of_files))
                continue
            corrected = next(made)
            if isinstance(corrected, FileProblem):
                self._say(Subtype.SEED, corrected)
                continue
            content = digest([*of_files, pack(corrected.marks).hex()])
            yield facts_of(seed, corrected.marks, sound, known, content=content)

    def _notes_on(
        self, seed: Seed, notes: Mapping[str, Sequence[Path]]
    ) -> Iterator[Annotation | AnnotationError]:
        folders = self._folders
        for name in seed.sidecar.history.names(seed.name):
            for path in notes.get(name, ()):
                read = read_note(path, folders.annotations, root=folders.root, seed=seed.name)
                yield from read if isinstance(read, list) else [read]

    def _reviewed(self, seed: Seed) -> str:
        folders = self._folders
        path = folders.seeds / f"{seed.name}{REVIEWED}"
        try:
            raw = read_file(
                path, home=folders.seeds, root=folders.root, max_bytes=MAX_BYTES,
                problem=SeedError,
            )  # fmt: skip
        except SeedError:
            return ""
        return digest([raw.decode("utf-8", "replace")])

    def _refuse_same_names(
        self, names: Sequence[str], taken: dict[str, str], seeds: Sequence[Path]
    ) -> set[str]:
        """Seeds whose pages would be called as another's: across all volumes, as in one book."""
        there = {path.stem for path in seeds}
        refused = set()
        for name in names:
            if name in there:
                path = f"{self._folders.seeds.name}/{name}.txt"
                if (error := name_taken(taken, name, path)) is not None:
                    self._say(Subtype.PAGE_NAME, error)
                    refused.add(name)
        return refused

    def _name_stray_notes(self, notes: Mapping[str, Sequence[Path]], names: set[str]) -> None:
        folders = self._folders
        for seed, paths in notes.items():
            if seed in names:
                continue
            for path in paths:
                read = read_note(path, folders.annotations, root=folders.root, seed=seed)
                errors = read if isinstance(read, list) else [no_article_of(read)]
                self._say(Subtype.ANNOTATION, *errors)

    def _write(self, plans: Sequence[VolumePlan | CoverPlan]) -> None:
        """Only what differs: by a plan's own time it is known whether its volume is built again."""
        work, root = self._work, self._folders.root
        for plan in plans:
            path, content = work.plan(plan.name), written(plan)
            if not path.is_file() or path.read_bytes() != content:
                write_file(path, content, root=root)
        names = {plan.name for plan in plans}
        for path in sorted(work.plans.glob("*.json")):
            if path.stem not in names and path.stem != COVER:
                path.unlink()


def _looks(seed: Path, facts: Facts, notes: Mapping[str, Sequence[Path]]) -> str:
    """What the files of an article look like from outside: their sizes and times of change."""
    of_seed = (seed.with_name(f"{seed.stem}{ending}") for ending in (".txt", *BESIDE))
    names = facts.history.names(facts.seed)
    of_notes = (path for name in names for path in notes.get(name, ()))
    return digest(_look(path) for path in (*of_seed, *of_notes))


def _look(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return f"{path.name} none"
    return f"{path.name} {status.st_size} {status.st_mtime_ns}"
