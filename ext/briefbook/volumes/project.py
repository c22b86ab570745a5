"""One volume, or the cover: its project laid out, built by Sphinx, put into the book's folder."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from sphinx.cmd.build import main as sphinx_build

from briefbook.sphinx.plans import SETTING
from briefbook.sphinx.withdrawn import LIST
from briefbook.text.writing import write_file, write_pieces
from briefbook.volumes import inventory, links
from briefbook.volumes.division import COVER, month_of
from briefbook.volumes.kept import damaged
from briefbook.volumes.published import listed, publish, put, take_out
from briefbook.volumes.settings import peoples_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefbook.pages.folders import BookFolders
    from briefbook.volumes.plan import CoverPlan
    from briefbook.volumes.work import Work

INVENTORY: Final = "objects.inv"
FOLDER: Final = "_pdf"
"""Of the printed volumes, below the book's folder of HTML."""
_WARNED: Final = 1
"""Sphinx's exit status where a build has come to its end, with warnings under ``-W``."""
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

    @property
    def _is_cover(self) -> bool:
        return self.name == COVER

    def build(self, months: Collection[str], *, jobs: int) -> int:
        """Lay out, build and publish; Sphinx's exit status, and nothing is published if not 0.

        ``months`` are the volume's; of the cover those of all volumes. Raises FileProblem.
        """
        _mirror(self.folders, self._folder / "docs")
        status = self._sphinx("html", "-j", str(jobs))
        if status == 0:
            self._publish(set(months))
        return status

    def print(self, subtitle: str) -> int:
        """Print the volume, which has been built; Sphinx's exit status. Raises FileProblem."""
        status = self._sphinx(
            "briefpdf",
            "-D", f"briefbook_pdf_filename={self.name}.pdf",
            "-D", f"briefbook_pdf_subtitle={subtitle}",
        )  # fmt: skip
        if status == 0:
            folder = self._folder / "briefpdf"
            files = {f"{FOLDER}/{path.name}": path for path in sorted(folder.glob("*.pdf"))}
            root = self.folders.root
            publish(files, self.output, self.work.made(self.name, ".pdfs"), root=root)
            write_file(self.work.made(self.name, ".printed"), b"", root=root)
        return status

    def _sphinx(self, builder: str, *options: str) -> int:
        status = sphinx_build(
            [
                "-q", "-n", "-W", "--keep-going", "-b", builder, *options,
                "-c", str(self.folders.root), "-d", str(self._folder / "doctrees"),
                "-D", f"{SETTING}={self.work.plan(self.name)}",
                "-D", f"briefbook_volumes={self.by}",
                str(self._folder / "docs"), str(self._folder / builder),
            ]
        )  # fmt: skip
        if status not in {0, _WARNED}:
            # It may have broken off at what is kept of it: the next run does without.
            shutil.rmtree(self._folder / "doctrees", ignore_errors=True)
        return status

    def _publish(self, months: set[str]) -> None:
        """Put what is this project's into the book's folder, and take out what no longer is."""
        html, root = self._folder / "html", self.folders.root
        files = [name for name in _files(html) if self._is_own(name, months)]
        listing = self.work.made(self.name, ".files")
        publish({name: html / name for name in files}, self.output, listing, root=root)
        lines = inventory.own_lines(
            html / INVENTORY, self.folders.articles, is_cover=self._is_cover
        )
        write_pieces(self.work.made(self.name, ".inv"), lines, root=root)
        self._note_links([name for name in files if name.endswith(".html")])

    def _note_links(self, names: list[str]) -> None:
        """What the pages lead to, for the check; those that are as they were are not read again."""
        kept, root = self.work.made(self.name, ".pages"), self.folders.root
        pages = links.of_pages(self.output, names, links.read_pages(kept, root=root))
        links.write_pages(kept, pages, root=root)
        links.write(self.work.made(self.name, ".links"), links.joined(pages), root=root)

    def _is_own(self, name: str, months: set[str]) -> bool:
        if name in _NOT_PUBLISHED:
            return False
        page = name.removeprefix("_sources/")
        month = month_of(page, self.folders.articles)
        is_volumes = month is not None
        return not is_volumes if self._is_cover else is_volumes and month in months


def finish(plan: CoverPlan, folders: BookFolders, work: Work, output: Path) -> None:
    """Once all is published: one inventory, and nothing of volumes that are no more."""
    root = folders.root
    names = [COVER, *(volume.name for volume in plan.volumes)]
    _write_inventory(names, work, output, root=root)
    known = {name for each in names for name in listed(work.made(each, ".files"))}
    for path in sorted(work.all_made.glob("*.files")):
        name = path.name.removesuffix(".files")
        if name not in names:
            take_out(listed(path) - known, output, root=root)
            for ending in (".files", ".links", ".pages", ".inv", ".jsonl"):
                work.made(name, ending).unlink(missing_ok=True)
            shutil.rmtree(work.project(name), ignore_errors=True)
    for path in sorted(work.all_made.glob("*.pdfs")):
        name = path.name.removesuffix(".pdfs")
        if name not in names or not plan.pdf:
            take_out(listed(path), output, root=root)
            for ending in (".pdfs", ".printed"):
                work.made(name, ending).unlink(missing_ok=True)


def _write_inventory(names: Sequence[str], work: Work, output: Path, *, root: Path) -> None:
    """Merge what all projects have; none is held whole."""
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(_opened(work.made(name, ".inv"), root)) for name in names]
        pieces = inventory.merged(work.project(COVER) / "html" / INVENTORY, files)
        write_pieces(output / INVENTORY, pieces, root=root)


def _opened(path: Path, root: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        path.with_suffix(".jsonl").unlink(missing_ok=True)  # so its volume is built again
        raise damaged(path, str(error), root=root) from None


def _mirror(folders: BookFolders, docs: Path) -> None:
    """Make ``docs`` hold the pages that people write, and nothing else but what is generated."""
    docs.mkdir(parents=True, exist_ok=True)
    names = set(peoples_files(folders))
    for name in sorted(names):
        put(folders.docs / name, docs, name, root=folders.root)
    for name in _files(docs):
        if name not in names and not name.startswith(f"{folders.articles}/"):
            (docs / name).unlink()


def _files(folder: Path) -> Iterator[str]:
    for place, names, files in os.walk(folder):
        names.sort()
        for name in sorted(files):
            yield Path(place, name).relative_to(folder).as_posix()
