"""A book of volumes: what it costs beside one project, and after a change.

    python benchmarks/volumes.py [--articles 10000] [--one 1000] [--by year] [--minutes 0] ...

Makes an archive of generated articles (see make_articles.py) and builds it with Snakemake: from
nothing, unchanged, with one article changed, and the PDF of one volume; and ``--one`` of its
articles as one project, to compare. CPU time is that of all processes, memory the most that any one
of them had. With ``--minutes`` all articles are marked and planned, and volumes are built for so
long; the book of those is then finished, and the cost of the rest projected. Each line says what
was measured, of how many articles, and what was not. Ends with 1 where a figure falls short of what
is wanted, or could not be measured. Needs a POSIX system, and the extra ``volumes``.

With ``--folder`` the book and each cost are kept there as they are measured. A run that was broken
off, by Ctrl-C or SIGTERM, is taken up again: what was measured is not built again, and to what was
broken off the rest is added.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from costs import Cost, Costs
from make_articles import make_article, write_articles

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-c", "import sys; from briefbook.cli import main; sys.exit(main())"]
WANTED_AN_ARTICLE = 1.1
WANTED_MEMORY = 1000
"""Megabytes."""
WANTED_CHANGED = 0.02
WANTED_UNCHANGED = 0.005


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What came out, beside what is wanted."""

    what: str
    found: float | None
    """None where it was not measured."""
    wanted: float
    how: str = "measured"
    """Of how many articles, where not of all; or projected."""

    @property
    def falls_short(self) -> bool:
        return self.found is None or self.found > self.wanted

    def __str__(self) -> str:
        if self.found is None:
            return f"{self.what}: not measured (wanted: at most {self.wanted:g})"
        short = ", FALLS SHORT" if self.falls_short else ""
        return f"{self.what}: {self.found:.4g}, {self.how} (wanted: at most {self.wanted:g}{short})"


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.ExitStack() as stack:
        folder = options.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        figures = measure(
            folder.resolve(),
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
    parser.add_argument("--folder", type=Path, help="keeps the book and what was measured")
    return parser


def measure(folder: Path, *, articles: int, one: int, by: str, minutes: float) -> list[Figure]:
    """All figures, in the order of the issue that asks for them."""
    costs = Costs(folder / "costs.jsonl")
    single = folder / "one"
    write_book(single, one)
    pages = ["-q", "-c", single, "-d", single / "trees", single / "docs", single / "html"]
    command = [sys.executable, "-m", "sphinx", *map(str, pages)]
    alone = costs.of(f"{one} articles in one project", command)
    shutil.rmtree(single)
    book = folder / "book"
    write_book(book, articles)
    command = [*COMMAND, "volumes", str(book), "--by", by]
    if minutes:
        return part_of(book, articles, alone.cpu / one, costs, by=by, minutes=minutes)
    full = costs.of(f"{articles} articles in volumes", command)
    return [
        an_article(full.cpu / articles / (alone.cpu / one)),
        *after_changes(book, command, full, articles, costs),
    ]


def an_article(ratio: float, how: str = "measured") -> Figure:
    return Figure(
        what="CPU an article, to that in one project",
        found=ratio,
        wanted=WANTED_AN_ARTICLE,
        how=how,
    )


def after_changes(
    book: Path, command: list[str], full: Cost, articles: int, costs: Costs, *, of: str = ""
) -> list[Figure]:
    """The figures of a book of so many articles, which has been built at a cost."""
    how = f"measured{of}"
    checked = (book / "_build/volumes/made/checked.txt").read_text("utf-8")
    dead = int(checked.split()[-3])
    unchanged = costs.of(f"nothing changed{of}", command)
    change(book, articles // 2)
    changed = costs.of(f"one article changed{of}", command)
    memory = max(full.megabytes, changed.megabytes)
    print_one(book, command, costs)
    return [
        Figure(what="peak memory of a process, MB", found=memory, wanted=WANTED_MEMORY, how=how),
        Figure(
            what="one article changed: CPU to full",
            found=changed.cpu / full.cpu,
            wanted=WANTED_CHANGED,
            how=how,
        ),
        Figure(
            what="nothing changed: CPU to full",
            found=unchanged.cpu / full.cpu,
            wanted=WANTED_UNCHANGED,
            how=how,
        ),
        Figure(what="dead links", found=dead, wanted=0, how=how),
    ]


def print_one(book: Path, command: list[str], costs: Costs) -> None:
    """Print the smallest volume, apart from all else."""
    plans = (
        path for path in (book / "_build/volumes/plans").glob("*.json") if path.stem != "cover"
    )
    plan = min(plans, key=lambda path: (path.stat().st_size, path.stem))
    what = f"the PDF of {plan.stem}, {count_of(plan)} articles"
    costs.of(what, step(book, command[-1], "pdf", plan.stem))


def count_of(plan: Path) -> int:
    return len(json.loads(plan.read_text("utf-8"))["seeds"])


def step(book: Path, by: str, rule: str, volume: str) -> list[str]:
    """The command that does a step of a volume as Snakemake would."""
    config = {
        "book": str(book), "docs": str(book / "docs"), "output": str(book / "_build/html"),
        "work": str(book / "_build/volumes"), "by": by,
    }  # fmt: skip
    program = "import json, sys; from briefbook.volumes.steps import run_step; "
    program += "run_step(sys.argv[1], {'volume': sys.argv[2]}, json.loads(sys.argv[3]))"
    return [sys.executable, "-c", program, rule, volume, json.dumps(config)]


def part_of(
    book: Path, articles: int, alone: float, costs: Costs, *, by: str, minutes: float
) -> list[Figure]:
    """Marks and plans of all, volumes for so many minutes, and the book of those."""
    command = [*COMMAND, "volumes", str(book), "--by", by]
    planned = costs.of("marks and plans of all", [*command, "--plan"])
    (book / "_build/html").mkdir(parents=True, exist_ok=True)
    ends = time.monotonic() + minutes * 60
    built, cpu, memory = 0, 0.0, planned.megabytes
    plans = sorted(path for path in (book / "_build/volumes/plans").glob("*.json"))
    plans = [path for path in plans if path.stem != "cover"]
    for number, plan in enumerate(plans, 1):
        what = f"volume {plan.stem}, {count_of(plan)} articles, {number} of {len(plans)}"
        cost = costs.of(what, step(book, by, "volume", plan.stem))
        built, cpu, memory = built + count_of(plan), cpu + cost.cpu, max(memory, cost.megabytes)
        if time.monotonic() > ends:
            break
    for number in range(built, articles):
        seed = book / "seeds" / f"{make_article(number, various=True)[0]}.txt"
        seed.unlink(missing_ok=True)
    print(f"{built} of {articles} articles are built; the rest is taken out", flush=True)
    what = f"their cover, and what changes with the rest, of {built} articles"
    cover = costs.of(what, command)
    of = "" if built == articles else f" of {built} articles"
    ratio = (planned.cpu / articles + (cpu + cover.cpu) / built) / alone
    how = "projected from the volumes that were built" if of else "measured"
    full = Cost(
        cpu=planned.cpu * built / articles + cpu + cover.cpu,
        wall=0,
        megabytes=max(memory, cover.megabytes),
    )
    rest = after_changes(book, command, full, built, costs, of=of)
    unmeasured = Figure(
        what="peak memory of the cover of all, MB", found=None, wanted=WANTED_MEMORY
    )
    return [an_article(ratio, how), *rest, *([unmeasured] if of else [])]


def write_book(book: Path, articles: int) -> None:
    """The project's own book, with generated articles in the place of its own; once."""
    if (book / "conf.py").is_file():
        return
    unwanted = shutil.ignore_patterns("articles", "annotations")
    shutil.copytree(ROOT / "docs", book / "docs", ignore=unwanted, dirs_exist_ok=True)
    write_articles(book / "seeds", articles, various=True)
    shutil.copy(ROOT / "conf.py", book)


def change(book: Path, number: int) -> None:
    """Another sentence in an article."""
    name, text = make_article(number, various=True)
    (book / "seeds" / f"{name}.txt").write_text(f"{text}Nothing more was said.\n", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
