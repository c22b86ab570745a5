"""One volume, or the cover: its project laid out, built by Sphinx, put into the book's folder."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from sphinx.cmd.build import main as sphinx_build

from briefbook.sphinx.plans import SETTING
from briefbook.sphinx.withdrawn import LIST
from briefbook.text.writing import cannot_write, refuse_links, remove_file, write_file
from briefbook.volumes import links
from briefbook.volumes.division import COVER, month_of
from briefbook.volumes.inventory import merge_inventories
from briefbook.volumes.settings import peoples_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefbook.pages.folders import BookFolders
    from briefbook.volumes.plan import CoverPlan
    from briefbook.volumes.work import Work

INVENTORY: Final = "objects.inv"
_NOT_PUBLISHED: Final = {".buildinfo", ".buildinfo.bak", LIST, INVENTORY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A volume's, or the cover's."""

    name: str
    folders: BookFolders
    work: Work
    output: Path
    """The book's folder of HTML, which all volumes write into."""
    by: str
    """What divides the book, as conf.py would say it."""

    @property
    def _folder(self) -> Path:
        return self.work.project(self.name)

    def build(self, months: Collection[str], *, jobs: int) -> int:
        """Lay out, build and publish; Sphinx's exit status, and nothing is published if not 0.

        ``months`` are the volume's; of the cover those of all volumes. Raises FileProblem.
        """
        docs, root = self._folder / "docs", self.folders.root
        _mirror(self.folders, docs)
        status = sphinx_build(
            [
                "-q", "-n", "-W", "--keep-going", "-b", "html", "-j", str(jobs),
                "-c", str(root), "-d", str(self._folder / "doctrees"),
                "-D", f"{SETTING}={self.work.plan(self.name)}",
                "-D", f"briefbook_volumes={self.by}",
                str(docs), str(self._folder / "html"),
            ]
        )  # fmt: skip
        if status == 0:
            self._publish(set(months))
        return status

    def _publish(self, months: set[str]) -> None:
        """Put what is this project's into the book's folder, and take out what no longer is."""
        html, root = self._folder / "html", self.folders.root
        files = [name for name in _files(html) if self._is_own(name, months)]
        for name in files:
            _put(html / name, self.output, name, root)
        listed = self.work.made(self.name, ".files")
        for name in sorted(_listed(listed) - set(files)):
            remove_file(self.output, name, root=root)
        write_file(listed, msgspec.json.encode(files), root=root)
        found = links.of_pages(self.output, [name for name in files if name.endswith(".html")])
        write_file(self.work.made(self.name, ".links"), links.written(found), root=root)

    def _is_own(self, name: str, months: set[str]) -> bool:
        if name in _NOT_PUBLISHED:
            return False
        page = name.removeprefix("_sources/")
        month = month_of(page, self.folders.articles)
        is_volumes = month is not None
        return is_volumes and month in months if self.name != COVER else not is_volumes


def finish(plan: CoverPlan, folders: BookFolders, work: Work, output: Path) -> None:
    """Once all is published: one inventory, and nothing of volumes that are no more."""
    root = folders.root
    names = [COVER, *(volume.name for volume in plan.volumes)]
    inventories = {name: work.project(name) / "html" / INVENTORY for name in names}
    content = merge_inventories(inventories, folders.articles)
    write_file(output / INVENTORY, content, root=root)
    known = {name for each in names for name in _listed(work.made(each, ".files"))}
    for path in sorted(work.all_made.glob("*.files")):
        name = path.name.removesuffix(".files")
        if name not in names:
            for file in sorted(_listed(path) - known):
                remove_file(output, file, root=root)
            for ending in (".files", ".links", ".jsonl"):
                work.made(name, ending).unlink(missing_ok=True)
            shutil.rmtree(work.project(name), ignore_errors=True)


def _mirror(folders: BookFolders, docs: Path) -> None:
    """Make ``docs`` hold the pages that people write, and nothing else but what is generated."""
    docs.mkdir(parents=True, exist_ok=True)
    names = set(peoples_files(folders))
    for name in sorted(names):
        _put(folders.docs / name, docs, name, folders.root)
    for name in _files(docs):
        if name not in names and not name.startswith(f"{folders.articles}/"):
            (docs / name).unlink()


def _files(folder: Path) -> Iterator[str]:
    for place, names, files in os.walk(folder):
        names.sort()
        for name in sorted(files):
            yield Path(place, name).relative_to(folder).as_posix()


def _put(source: Path, folder: Path, name: str, root: Path) -> None:
    """Copy a file with its time of change, unless that shows it to be there already."""
    target = folder / name
    refuse_links(folder, name, root=root)
    try:
        given = source.stat()
        if target.exists():
            there = target.stat()
            if (there.st_size, there.st_mtime_ns) == (given.st_size, given.st_mtime_ns):
                return
        target.parent.mkdir(parents=True, exist_ok=True)
        content = source.read_bytes()
        write_file(target, content, root=root)
        os.utime(target, ns=(given.st_atime_ns, given.st_mtime_ns))
    except OSError as error:
        raise cannot_write(target, error, root=root) from None


def _listed(path: Path) -> set[str]:
    """The files that a project has published; none where that is not known."""
    try:
        names = msgspec.json.decode(path.read_bytes(), type=list[str])
    except (OSError, msgspec.DecodeError):
        return set()
    return {name for name in names if ".." not in name.split("/") and not name.startswith("/")}
