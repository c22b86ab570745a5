"""A book that is built, changed and built again; and a clean build of it to compare with."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from changes import Change
from projects import copy_of

MOMENTS = {
    "pages made": ("env-get-outdated", 1),
    "half of the pages read": ("doctree-read", 6),
    "all pages read": ("env-updated", 1),
    "environment kept": ("env-check-consistency", 1),
    "a page written": ("html-page-context", 2),
    "some pages written": ("html-page-context", 9),
    "all pages written": ("html-collect-pages", 1),
    "all written": ("build-finished", 1),
}
"""When a build may be killed: how often an event of Sphinx has come."""

_KILLED = """
import os, sys
from sphinx.application import Sphinx

folder, event, times = sys.argv[1], sys.argv[2], int(sys.argv[3])

def die(*_):
    global times
    times -= 1
    if not times:
        os._exit(9)

app = Sphinx(
    folder, folder, f"{folder}/_build/html", f"{folder}/_build/doctrees", "html",
    confoverrides={"suppress_warnings": ["*"]}, status=None, warning=None,
)
app.connect(event, die, priority=0)
app.build()
"""


class BuiltBook:
    """A project with what was built of it, to be put back as it was before each trial.

    It stays in one place: Sphinx reads everything anew in another.
    """

    def __init__(
        self, folder: Path, builders: Sequence[str], *, parallel: int = 1, seeds: int = 0
    ) -> None:
        self.builders = builders
        self.parallel = parallel
        self.project = copy_of("incremental", folder / "book")
        self._kept = folder / "kept"
        # More seeds, until there are as many as `seeds`.
        bridge = self.project.page("seeds/bridge.txt")
        for number in range(seeds - len(list((self.folder / "seeds").glob("*.txt")))):
            name, month = f"bridge-{number:02}", number % 9 + 1
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
        event, times = MOMENTS[moment]
        command = [sys.executable, "-c", _KILLED, self.folder, event, str(times)]
        assert subprocess.run(command, check=False).returncode == 9

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
