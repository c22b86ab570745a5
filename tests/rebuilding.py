"""A book that is built, changed and built again; and a clean build of it to compare with."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from changes import Change
from projects import copy_of


class BuiltBook:
    """A project with what was built of it, to be put back as it was before each trial.

    It stays in one place: Sphinx reads everything anew in another.
    """

    def __init__(self, folder: Path, builders: Sequence[str], *, parallel: int = 1) -> None:
        self.builders = builders
        self.parallel = parallel
        self.project = copy_of("incremental", folder / "book")
        self._kept = folder / "kept"

    @property
    def folder(self) -> Path:
        return self.project.folder

    def build(self, *builders: str) -> None:
        for builder in builders:
            self.project.build(builder, parallel=self.parallel)

    def keep(self) -> None:
        """Build once and remember the state."""
        self.build(*self.builders)
        shutil.copytree(self.folder, self._kept)

    def changed(self, *changes: Change) -> None:
        """Go back to the remembered state and change it."""
        shutil.rmtree(self.folder)
        shutil.copytree(self._kept, self.folder)
        for change in changes:
            change(self.folder)

    def stale(self, *, ignored: Iterable[str] = ()) -> list[str]:
        """The files of the output folders that a clean build of the same project makes otherwise.

        Of the last build of each: nothing more can be built after it.
        """
        outputs = self.folder.parent / "outputs"
        shutil.rmtree(outputs, ignore_errors=True)
        outputs.mkdir()
        for builder in self.builders:
            (self.folder / "_build" / builder).rename(outputs / builder)
        shutil.rmtree(self.folder / "_build")
        shutil.rmtree(self.folder / "articles")
        found = []
        for builder in self.builders:
            self.build(builder)
            clean = self.folder / "_build" / builder
            found += [f"{builder}/{name}" for name in differing(outputs / builder, clean, ignored)]
        return found


def differing(one: Path, other: Path, ignored: Iterable[str] = ()) -> list[str]:
    """Names of files that are not byte for byte the same in two output folders.

    Sphinx's notes to itself, of when and how it built, are no part of a book; nor are those whose
    name starts with one of `ignored`.
    """
    ignored = (".buildinfo", "environment.pickle", *ignored)
    names = {
        path.relative_to(folder).as_posix()
        for folder in (one, other)
        for path in folder.rglob("*")
        if path.is_file()
    }
    return [
        name
        for name in sorted(names)
        if not name.startswith(ignored)
        and not (
            (one / name).is_file()
            and (other / name).is_file()
            and filecmp.cmp(one / name, other / name, shallow=False)
        )
    ]
