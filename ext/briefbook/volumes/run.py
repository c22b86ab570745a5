"""A book of volumes from one end to the other: its plan, then Snakemake, then what came of it."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from briefbook.html.typefaces.kept import share_typefaces
from briefbook.text.errors import FileProblem, OutputError
from briefbook.text.paths import shown_path
from briefbook.text.writing import write_file
from briefbook.volumes.plan import Shared
from briefbook.volumes.planning import Planner
from briefbook.volumes.progress import Progress
from briefbook.volumes.settings import read_settings
from briefbook.volumes.work import Work
from briefbook.words import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefbook.volumes.planning import Planned

SNAKEFILE: Final = Path(__file__).with_name("Snakefile")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Of one book; absolute paths."""

    root: Path
    docs: Path
    output: Path
    work: Path
    jobs: int
    by: str | None = None
    """What divides the book, in the place of what conf.py says."""
    pdf: bool = False
    """Whether volumes are printed, too."""

    def plan(self) -> int:
        """Write the plans; 1 where something is in no volume. Raises FileProblem."""
        with self._alone():
            planned = self._plan()
        for volume in planned.plans.volumes:
            _say(f"{volume.name}: {len(volume.seeds)} articles")
        return 1 if planned.problems else 0

    def build(self, options: Sequence[str]) -> int:
        """Build what is not as its plan says; 1 where something is wrong. Raises FileProblem.

        ``options`` are Snakemake's own, from the command line.
        """
        with self._alone() as lock:
            planned = self._plan()
            self.output.mkdir(parents=True, exist_ok=True)
            share_typefaces(Work(folder=self.work).caches)
            status = self._snakemake(planned, options, lock)
        if status == 0:
            checked = Work(folder=self.work).made("checked", ".txt").read_text("utf-8").strip()
            _say(f"{shown_path(self.output, self.root)}: {checked}")
        else:
            _say("not all volumes are built; the next run builds what lacks")
        return 1 if status or planned.problems else 0

    @contextlib.contextmanager
    def _alone(self) -> Iterator[IO[bytes]]:
        """Hold the folder of work, which the system lets go when this program ends, however.

        A program that the open file is passed to holds it as long.
        """
        self.work.mkdir(parents=True, exist_ok=True)
        with (self.work / "lock").open("wb") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                shown = shown_path(self.work, self.root)
                problem = "another run is building these volumes"
                raise OutputError(shown, None, problem, "wait until it has ended") from None
            yield lock

    def _plan(self) -> Planned:
        settings = read_settings(self.root, self.docs, by=self.by)
        if not settings.volumes:
            problem = "briefbook_volumes is not set"
            remedy = 'set it, to "year" for example, or build the book with sphinx-build'
            raise FileProblem("conf.py", None, problem, remedy)
        use_language(settings.language)
        planner = Planner(
            settings.folders,
            settings.catalogue,
            Work(folder=self.work),
            cache=settings.cache,
            rules=settings.rules,
            max_bytes=settings.max_bytes,
            jobs=self.jobs,
        )
        shared = Shared(
            folder=settings.folders.articles,
            docs=self.docs.relative_to(self.root).as_posix(),
            state=settings.state,
            catalogue=settings.catalogue.digest,
            index_rows=settings.index_rows,
            subtitle=settings.subtitle,
            pdf=self.pdf,
        )
        planned = planner.plan(settings.volumes, shared)
        for left_out in planned.problems:
            print(left_out.error.from_here(self.root), file=sys.stderr)  # noqa: T201 - a command's
        count = len(planned.plans.volumes)
        _say(f"{planned.articles} articles, {planned.read} of them read; {count} volumes")
        return planned

    def _snakemake(self, planned: Planned, options: Sequence[str], lock: IO[bytes]) -> int:
        config = self.work / "config.json"
        given = {
            "book": str(self.root),
            "docs": str(self.docs),
            "output": str(self.output),
            "work": str(self.work),
            "by": str(planned.by),
            "pdf": self.pdf,
        }
        content = json.dumps(given, indent=1)
        write_file(config, content.encode() + b"\n", root=self.root)
        progress = Progress(planned.plans, Work(folder=self.work))
        command = [
            sys.executable, "-m", "snakemake",
            "--snakefile", str(SNAKEFILE), "--directory", str(self.work),
            "--configfile", str(config), "--cores", str(self.jobs),
            # What is newer is built again; what a run left half done, too; the rest in any case.
            "--rerun-triggers", "mtime", "--rerun-incomplete", "--keep-going",
            # The folder is held already, by what no killed run leaves behind.
            "--nolock", "--quiet", "all", *options,
        ]  # fmt: skip
        # As Ctrl-C: what the engine has begun is not left to itself.
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
        with start_engine(command, lock) as running:
            try:
                while (status := running.poll()) is None:
                    progress.show()
                    time.sleep(0.2)
            except BaseException:
                running.terminate()
                running.wait()
                raise
            finally:
                progress.end()
                signal.signal(signal.SIGTERM, before)
        return status


def start_engine(command: Sequence[str], lock: IO[bytes]) -> subprocess.Popen[bytes]:
    """The engine's process. It holds the folder, too, for it may outlive this program."""
    return subprocess.Popen(  # noqa: S603 - no words from outside
        command, env=_environment(), pass_fds=[lock.fileno()]
    )


def _environment() -> dict[str, str]:
    """Ours; Snakemake's steps find the program that runs now, and no other that is installed."""
    package = str(Path(__file__).parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a command's own words
