"""The book that tests divide: its pages are apart from its seeds, as people's are."""

from __future__ import annotations

import multiprocessing
import shutil
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.volumes.run import Run
from briefbook.volumes.steps import run_step
from briefbook.volumes.work import Work
from projects import ROOTS

if TYPE_CHECKING:
    from collections.abc import Callable


def divided_book(root: Path, settings: str = "") -> Path:
    """The book of tests/roots/test-incremental in a folder, with more settings."""
    shutil.copytree(ROOTS / "test-incremental", root / "docs")
    for name in ("conf.py", "seeds"):
        (root / "docs" / name).rename(root / name)
    conf = (root / "conf.py").read_text("utf-8")
    conf = conf.replace('"references.bib"', '"docs/references.bib"')
    (root / "conf.py").write_text(f"{conf}{settings}\n", "utf-8")
    return root


def files_of(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass(frozen=True)
class Book:
    """A book whose pages are apart from its seeds, built by month without Snakemake."""

    root: Path

    @property
    def work(self) -> Work:
        return Work(folder=self.root / "_build/volumes")

    @property
    def html(self) -> Path:
        return self.root / "_build/html"

    def run(self, by: str, *, pdf: bool = False) -> Run:
        return Run(
            root=self.root,
            docs=self.root / "docs",
            output=self.html,
            work=self.work.folder,
            jobs=1,
            by=by,
            pdf=pdf,
        )

    def plan(self, by: str = "month", *, pdf: bool = False) -> list[str]:
        """Plan; the volumes that have to be built, as Snakemake would say."""
        assert self.run(by, pdf=pdf).plan() == 0
        volumes = sorted(path.stem for path in self.work.plans.glob("*.json"))
        return [name for name in volumes if name != "cover" and self._is_due(name)]

    def _is_due(self, name: str) -> bool:
        made, plan = self.work.made(name, ".jsonl"), self.work.plan(name)
        return not made.exists() or made.stat().st_mtime_ns < plan.stat().st_mtime_ns

    def step(self, rule: str, by: str = "month", **wildcards: str) -> int | None:
        config = {
            "book": str(self.root),
            "docs": str(self.root / "docs"),
            "output": str(self.html),
            "work": str(self.work.folder),
            "by": by,
        }
        return apart(lambda: run_step(rule, wildcards, config))

    def build(self, by: str = "month", *, pdf: bool = False) -> list[str]:
        due = self.plan(by, pdf=pdf)
        for name in due:
            assert self.step("volume", by, volume=name) == 0
            assert not pdf or self.step("pdf", by, volume=name) == 0
        assert self.step("cover", by) == 0
        assert self.step("check", by) == 0
        return due

    def pages(self, folder: Path | None = None) -> dict[str, str]:
        folder = folder or self.html
        return {
            path.relative_to(folder).as_posix(): path.read_text("utf-8")
            for path in sorted(folder.rglob("*.html"))
        }


def apart(work: Callable[[], object]) -> int | None:
    """In a process of its own, as Sphinx's builds are where people build."""

    def quietly() -> None:
        warnings.resetwarnings()  # pytest makes errors of what others' packages warn of
        warnings.simplefilter("ignore")
        work()

    process = multiprocessing.get_context("fork").Process(target=quietly)
    process.start()
    process.join()
    return process.exitcode
