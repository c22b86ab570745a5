"""A book that is built, changed and built again; and a clean build of it to compare with."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sphinx.testing.util import SphinxTestApp

from changes import Change, append
from projects import copy_of, forget_last_build

MOMENTS = {
    "pages made": ("env-get-outdated", 1),
    "some pages read": ("doctree-read", 3),
    "all pages read": ("env-updated", 1),
    "environment kept": ("env-check-consistency", 1),
    "a page written": ("html-page-context", 2),
    "some pages written": ("html-page-context", 9),
    "all pages written": ("html-collect-pages", 1),
    "all written": ("build-finished", 1),
}
"""When a build may be killed: how often an event of Sphinx has come, in all its processes."""

_KILLED = 9


def _build_and_die(folder: Path, parallel: int, event: str, times: int) -> None:
    """Build HTML until an event has come so often; of a process of its own nothing is left then."""
    if parallel > 1:
        os.setpgrp()
    come = os.open(folder.parent / "come", os.O_CREAT | os.O_TRUNC | os.O_APPEND | os.O_WRONLY)

    def die(*_: object) -> None:
        os.write(come, b".")
        if os.fstat(come).st_size < times:
            return
        if parallel > 1:
            os.killpg(0, _KILLED)  # as the others would go on writing
        os._exit(_KILLED)

    forget_last_build()
    app = SphinxTestApp("html", srcdir=folder, parallel=parallel)
    app.connect(event, die, priority=0)
    app.build()


class BuiltBook:
    """A project with what was built of it, to be put back as it was before each trial.

    It stays in one place: Sphinx reads everything anew in another.
    """

    def __init__(
        self,
        folder: Path,
        builders: Sequence[str],
        *,
        parallel: int = 1,
        seeds: int = 0,
        clean_builds: Path | None = None,
    ) -> None:
        """Of so many seeds. Books that share `clean_builds` make each clean build once."""
        self.builders = builders
        self.parallel = parallel
        self.project = copy_of("incremental", folder / "book")
        self._kept = folder / "kept"
        self._clean_builds = clean_builds or folder / "clean"
        self._clean_builds.mkdir(exist_ok=True)
        # Indexes of a few rows are divided, so that all that is tried is tried on parts, too.
        append(self.folder / "conf.py", "briefbook_index_rows = 6\n")
        # More seeds, until there are as many as `seeds`.
        bridge = self.project.page("seeds/bridge.txt")
        for number in range(seeds - len(list((self.folder / "seeds").glob("*.txt")))):
            name, month = f"bridge-{number:02}", number % 3 + 4
            text = bridge.replace("2023-05-10", f"2023-{month:02}-{number + 1:02}")
            self.project.write_seed(f"{name}.txt", text)
            sidecar = f'title = "The bridge, part {number}"\npublisher = "Freedonia Gazette"\n'
            self.project.write_seed(f"{name}.toml", sidecar)

    @property
    def folder(self) -> Path:
        return self.project.folder

    def build(self, *builders: str) -> None:
        for builder in builders:
            self.project.build(builder, parallel=self.parallel)

    def build_page(self, name: str) -> None:
        """Build the HTML of one page."""
        self.project.build("html", files=[name])

    def build_and_kill(self, moment: str) -> None:
        """Build HTML in a process that is killed at one of the `MOMENTS`."""
        arguments = (self.folder, self.parallel, *MOMENTS[moment])
        process = multiprocessing.Process(target=_build_and_die, args=arguments)
        process.start()
        process.join()
        # By its own exit, or by the signal to the group.
        assert process.exitcode in (_KILLED, -_KILLED)

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

    def written_by_building(self) -> set[str]:
        """Build HTML; the names of the pages that were written."""
        before = self._stamps()
        self.build("html")
        return {name for name, stamp in self._stamps().items() if before.get(name) != stamp}

    def _stamps(self) -> dict[str, int]:
        folder = self.folder / "_build/html"
        return {
            path.relative_to(folder).with_suffix("").as_posix(): path.stat().st_mtime_ns
            for path in folder.rglob("*.html")
            if path.name not in ("search.html", "genindex.html")  # Sphinx writes them always
        }

    def stale(self, *, ignored: Iterable[str] = ()) -> list[str]:
        """The files of the output folders that a clean build of the same project makes otherwise.

        Of the last build of each: nothing more can be built after it.
        """
        outputs = {each: digests(self.folder / "_build" / each) for each in self.builders}
        return [
            f"{builder}/{name}"
            for builder, output in outputs.items()
            for name in differing(output, self._clean(builder), ignored)
        ]

    def _clean(self, builder: str) -> dict[str, str]:
        """The files that one process makes of the project from nothing, for one output."""
        for made in ("_build", "articles"):
            shutil.rmtree(self.folder / made, ignore_errors=True)
        sources = json.dumps(digests(self.folder), sort_keys=True)
        known = self._clean_builds / f"{builder}-{hashlib.sha256(sources.encode()).hexdigest()}"
        if not known.exists():
            self.project.build(builder)
            made_now = known.with_suffix(f".{os.getpid()}")
            made_now.write_text(json.dumps(digests(self.folder / "_build" / builder)), "utf-8")
            made_now.replace(known)  # whole, for those that run beside this one
        clean: dict[str, str] = json.loads(known.read_text("utf-8"))
        return clean


def digests(folder: Path) -> dict[str, str]:
    """The files below a folder, by name, each as a string that differs when its content does.

    Without Sphinx's notes to itself, of when and how it built, which are no part of a book.
    """
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith((".buildinfo", "environment.pickle"))
    }


def differing(
    one: Mapping[str, str], other: Mapping[str, str], ignored: Iterable[str] = ()
) -> list[str]:
    """Names of files that are not the same in two folders; less those that start with `ignored`."""
    return [
        name
        for name in sorted({*one, *other})
        if not name.startswith(tuple(ignored)) and one.get(name) != other.get(name)
    ]
