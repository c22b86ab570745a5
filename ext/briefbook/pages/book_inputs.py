"""The files that a book is made of, beside its notes: what is broken is reported and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.pages.folders import EDITIONS, SOURCES
from briefbook.pages.placed_notes import Problem
from briefbook.text.editions import Editions, load_editions
from briefbook.text.errors import EditionsError, FileProblem, SeedError, SourcesError
from briefbook.text.known_sources import KnownSources, load_sources
from briefbook.text.seed_folder import SUFFIX, look_through
from briefbook.text.seeds import read_seed
from briefbook.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefbook.pages.folders import BookFolders
    from briefbook.pages.share import Share
    from briefbook.text.model import Seed


def read_editions(folders: BookFolders, problems: list[Problem]) -> Editions:
    try:
        return load_editions(folders.docs / EDITIONS, home=folders.docs, root=folders.root)
    except EditionsError as error:
        problems.append(Problem(subtype=Subtype.EDITIONS, error=error))
        return Editions()


def read_known_sources(folders: BookFolders, problems: list[Problem]) -> KnownSources:
    try:
        return load_sources(folders.docs / SOURCES, home=folders.docs, root=folders.root)
    except SourcesError as error:
        problems.append(Problem(subtype=Subtype.SOURCES, error=error))
        return KnownSources()


def read_seeds(
    folders: BookFolders, max_bytes: int, problems: list[Problem], share: Share | None
) -> list[Seed]:
    if share is None:
        found = look_through(folders.seeds, root=folders.root)
        problems += [Problem(subtype=Subtype.STRAY, error=error) for error in found.strays]
        paths: Iterable[Path] = found.seeds
    else:
        paths = (folders.seeds / f"{name}{SUFFIX}" for name in sorted(share.seeds))
    seeds = []
    for path in paths:
        try:
            seeds.append(read_seed(path, root=folders.root, max_bytes=max_bytes))
        except FileProblem as error:
            subtype = Subtype.SEED if isinstance(error, SeedError) else Subtype.SIDECAR
            problems.append(Problem(subtype=subtype, error=error))
    return seeds
