"""Speed, as ratios measured side by side in one run.

    python benchmarks/speed.py [text] [book] [--articles 100] [--rounds 2]

``text``: seed text to MyST page, all marks made, in words a second of one core, for articles of
ordinary length; then for single lines up to 10 MB: linear means that a word costs the same in each.

``book``: the CPU time of ``sphinx-build -b html`` on a book of generated articles, from clean,
against the same for its twin in stock MyST (see twin.py), taken turn by turn. Needs a POSIX system.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.pages.article_page import article_page
from briefbook.text.bodies import load_catalogue
from briefbook.text.marks import mark
from briefbook.text.seeds import parse_seed
from make_articles import make_article, make_line, write_articles

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
WANTED_WORDS = 40_000
WANTED_RATIO = 1.25
LINE_LENGTHS = (10_000, 100_000, 1_000_000, 10_000_000)

NOTE = """\
---
motivation: questioning
target: {{exact: "{exact}"}}
author: {{name: Jane Doe}}
created: 2021-12-31
---
What was said of this the day before? The {{term}}`OSCE` may know.
"""


def measure_text(articles: int) -> None:
    """Print words a second for articles, then for ever longer lines."""
    catalogue = load_catalogue()
    headwords = {body.id: body.headword for body in catalogue}

    def page(text: str) -> str:
        seed = parse_seed(text.encode(), name="a", path="seeds/a.txt", date="2021-12-30")
        return article_page(mark(seed, catalogue), headwords, [])

    def repeated(line: str, times: int) -> None:
        for _ in range(times):
            page(line)

    texts = [make_article(number)[1] for number in range(articles)]
    words = sum(len(text.split()) for text in texts)
    page(texts[0])  # imports and tables are there from here on
    speeds = [words / cpu_of(lambda: [page(text) for text in texts]) for _ in range(5)]
    speed = statistics.median(speeds)
    print(f"{articles} articles of {words // articles} words: {speed:,.0f} words a second")
    print(f"  that is {speed / WANTED_WORDS:.2f} of the {WANTED_WORDS:,} wanted")
    first = None
    for length in LINE_LENGTHS:
        line = make_line(length)
        count = len(line.split())
        times = max(1, LINE_LENGTHS[-1] // 10 // length)  # a short line once is over too soon
        cost = cpu_of(partial(repeated, line, times))
        cost /= count * times
        first = first or cost
        print(
            f"one line of {length / 1e6:5.2f} MB: {1 / cost:10,.0f} words a second, "
            f"a word costs {cost / first:.2f} of what it costs in the shortest line"
        )


def measure_book(folder: Path, articles: int, rounds: int) -> None:
    """Print the CPU seconds of each build, and the ratio of the medians."""
    book, twin = folder / "book", folder / "twin"
    write_book(book, articles)
    build(book, folder / "first")
    run(
        [
            sys.executable,
            str(ROOT / "benchmarks/twin.py"),
            *map(str, (book, folder / "first", twin)),
        ]
    )
    seconds: dict[Path, list[float]] = {book: [], twin: []}
    for number in range(rounds):
        for project, taken in seconds.items():
            if project is book:
                shutil.rmtree(book / "docs/articles")  # made by the build
            taken.append(build(project, folder / f"{project.name}-{number}"))
            print(f"{project.name}, build {number + 1}: {taken[-1]:.1f} s of CPU", flush=True)
    ours, stock = (statistics.median(taken) for taken in seconds.values())
    print(f"book : twin = {ours / stock:.2f} ({articles} articles; wanted: {WANTED_RATIO} at most)")


def write_book(book: Path, articles: int) -> None:
    """The project's own book, with generated articles in the place of its own."""
    unwanted = shutil.ignore_patterns("articles", "annotations")
    shutil.copytree(ROOT / "docs", book / "docs", ignore=unwanted)
    shutil.copy(ROOT / "conf.py", book)
    write_articles(book / "seeds", articles)
    for number in range(0, articles, 5):
        name, text = make_article(number)
        lead = next(line for line in text.split("\n") if " parliament " in line or " met " in line)
        note = book / "docs/annotations" / name / "2021-12-31-before.md"
        note.parent.mkdir(parents=True)
        note.write_text(NOTE.format(exact=lead[:40].strip()), "utf-8")


def build(project: Path, output: Path) -> float:
    """Build HTML from clean; CPU seconds."""
    folders = ["-c", project, "-d", output / "doctrees", project / "docs", output / "html"]
    return run([sys.executable, "-m", "sphinx", "-q", "-b", "html", *map(str, folders)])


def run(command: list[str]) -> float:
    """Run to the end; CPU seconds of the process and its children. Raises CalledProcessError."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def cpu_of(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", default=["text", "book"], metavar="text | book")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    if "text" in options.what:
        measure_text(options.articles)
    if "book" in options.what:
        with tempfile.TemporaryDirectory() as folder:
            measure_book(Path(folder), options.articles, options.rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
