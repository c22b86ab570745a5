"""A book of volumes: what it costs beside one project, and after a change.

    python benchmarks/volumes.py [--articles 10000] [--one 1000] [--by year] [--minutes 0]

Makes an archive of generated articles (see make_articles.py) and builds it with Snakemake: from
nothing, unchanged, and with one article changed; and ``--one`` of its articles as one project, to
compare. CPU time is that of all processes, memory the most that any one of them had. With
``--minutes`` volumes are built for so long, and the rest is projected from them: each line says
what was measured and what was not. Ends with 1 where a figure falls short of what is wanted, or
could not be measured. Needs a POSIX system, and the extra ``volumes``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from make_articles import make_article, write_articles

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-c", "import sys; from briefbook.cli import main; sys.exit(main())"]
WANTED_AN_ARTICLE = 1.1
WANTED_MEMORY = 1000
"""Megabytes."""
WANTED_CHANGED = 0.02
WANTED_UNCHANGED = 0.005


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Of some processes."""

    cpu: float
    """Seconds, of all of them."""
    wall: float
    """Seconds."""
    megabytes: float
    """The most that one had, of all that this program has run so far."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What came out, beside what is wanted."""

    what: str
    found: float | None
    """None where it was not measured."""
    wanted: float
    projected: bool = False

    @property
    def falls_short(self) -> bool:
        return self.found is None or self.found > self.wanted

    def __str__(self) -> str:
        if self.found is None:
            return f"{self.what}: not measured (wanted: at most {self.wanted:g})"
        how = "projected" if self.projected else "measured"
        short = ", FALLS SHORT" if self.falls_short else ""
        return f"{self.what}: {self.found:.4g}, {how} (wanted: at most {self.wanted:g}{short})"


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(
            Path(folder),
            articles=options.articles,
            one=min(options.one, options.articles),
            by=options.by,
            minutes=options.minutes,
        )
    for figure in figures:
        print(figure)
    return 1 if any(figure.falls_short for figure in figures) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--one", type=int, default=1000, help="articles of the one project")
    parser.add_argument("--by", default="year")
    parser.add_argument(
        "--minutes", type=float, default=0, help="for how long volumes are built; 0: all of them"
    )
    return parser


def measure(folder: Path, *, articles: int, one: int, by: str, minutes: float) -> list[Figure]:
    """All figures, in the order of the issue that asks for them."""
    single = folder / "one"
    write_book(single, one)
    pages = ["-q", "-c", single, "-d", single / "trees", single / "docs", single / "html"]
    alone = run([sys.executable, "-m", "sphinx", *map(str, pages)])
    say(f"{one} articles in one project", alone)
    shutil.rmtree(single)
    book = folder / "book"
    write_book(book, articles)
    if minutes:
        return [*part_of(book, articles, alone.cpu / one, by=by, minutes=minutes)]
    command = [*COMMAND, "volumes", str(book), "--by", by]
    full = run(command)
    say(f"{articles} articles in volumes", full)
    unchanged = run(command)
    say("nothing changed", unchanged)
    change(book, articles // 2)
    changed = run(command)
    say("one article changed", changed)
    checked = (book / "_build/volumes/made/checked.txt").read_text("utf-8")
    dead = int(checked.split()[-3])
    return [
        an_article(full.cpu / articles / (alone.cpu / one)),
        Figure(what="peak memory of a process, MB", found=full.megabytes, wanted=WANTED_MEMORY),
        Figure(
            what="one article changed: CPU to full",
            found=changed.cpu / full.cpu,
            wanted=WANTED_CHANGED,
        ),
        Figure(
            what="nothing changed: CPU to full",
            found=unchanged.cpu / full.cpu,
            wanted=WANTED_UNCHANGED,
        ),
        Figure(what="dead links", found=dead, wanted=0),
    ]


def an_article(ratio: float, *, projected: bool = False) -> Figure:
    return Figure(
        what="CPU an article, to that in one project",
        found=ratio,
        wanted=WANTED_AN_ARTICLE,
        projected=projected,
    )


def part_of(book: Path, articles: int, alone: float, *, by: str, minutes: float) -> list[Figure]:
    """Volumes for so many minutes; the rest from them. The cover needs the summaries of all."""
    planned = run([*COMMAND, "volumes", str(book), "--by", by, "--plan"])
    say("marks and plans of all", planned)
    work = book / "_build/volumes"
    config = {
        "book": str(book), "docs": str(book / "docs"), "output": str(book / "_build/html"),
        "work": str(work), "by": by,
    }  # fmt: skip
    (book / "_build/html").mkdir(parents=True)
    ends = time.monotonic() + minutes * 60
    built, cpu, memory = 0, 0.0, planned.megabytes
    plans = sorted(path for path in (work / "plans").glob("*.json") if path.stem != "cover")
    for number, plan in enumerate(plans, 1):
        step = "import json, sys; from briefbook.volumes.steps import run_step; "
        step += "run_step('volume', {'volume': sys.argv[1]}, json.loads(sys.argv[2]))"
        cost = run([sys.executable, "-c", step, plan.stem, json.dumps(config)])
        count = len(json.loads(plan.read_text("utf-8"))["seeds"])
        say(f"volume {plan.stem}, {count} articles, {number} of {len(plans)}", cost)
        built, cpu, memory = built + count, cpu + cost.cpu, max(memory, cost.megabytes)
        if time.monotonic() > ends:
            break
    print(f"{built} of {articles} articles are built; the others' cost is projected from them")
    ratio = (planned.cpu / articles + cpu / built) / alone
    return [
        an_article(ratio, projected=built < articles),
        Figure(what="peak memory of a volume or the plan, MB", found=memory, wanted=WANTED_MEMORY),
        Figure(what="peak memory of the cover, MB", found=None, wanted=WANTED_MEMORY),
        Figure(what="dead links", found=None, wanted=0),
    ]


def write_book(book: Path, articles: int) -> None:
    """The project's own book, with generated articles in the place of its own."""
    unwanted = shutil.ignore_patterns("articles", "annotations")
    shutil.copytree(ROOT / "docs", book / "docs", ignore=unwanted)
    shutil.copy(ROOT / "conf.py", book)
    write_articles(book / "seeds", articles, various=True)


def change(book: Path, number: int) -> None:
    """Another sentence in an article."""
    name, text = make_article(number, various=True)
    (book / "seeds" / f"{name}.txt").write_text(f"{text}Nothing more was said.\n", "utf-8")


def run(command: list[str]) -> Cost:
    """Run to the end. Raises CalledProcessError."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environment = {**os.environ, "PYTHONHASHSEED": "0", "CI": "1"}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(
        cpu=after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
        wall=time.monotonic() - began,
        megabytes=after.ru_maxrss / 1024,
    )


def say(what: str, cost: Cost) -> None:
    print(
        f"{what}: {cost.cpu:.1f} s of CPU, {cost.wall:.0f} s, {cost.megabytes:.0f} MB at most",
        flush=True,
    )


if __name__ == "__main__":
    raise SystemExit(main())
