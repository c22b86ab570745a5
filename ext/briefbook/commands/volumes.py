"""``briefbook volumes``: a book of many articles as volumes, each a project that is built apart."""

from __future__ import annotations

import argparse
import os
import sys
from importlib.util import find_spec
from pathlib import Path

from briefbook.text.errors import FileProblem
from briefbook.text.files import list_folder
from briefbook.volumes.run import Run
from briefbook.volumes.work import FOLDER


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("book", type=Path, nargs="?", default=Path(), help="the folder of conf.py")
    parser.add_argument(
        "--docs", help="the Sphinx source folder, from there (docs, or, without one, the same)"
    )
    parser.add_argument(
        "--output", default="_build/html", help="where the book goes, from there (%(default)s)"
    )
    parser.add_argument(
        "--work", default=FOLDER, help="what is made on the way, from there (%(default)s)"
    )
    parser.add_argument(
        "--by",
        help="what divides the book (briefbook_volumes of conf.py): year, quarter, month, 2000",
    )
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="volumes at a time (%(default)s)"
    )
    parser.add_argument("--pdf", action="store_true", help="print each volume, too")
    parser.add_argument(
        "--plan", action="store_true", help="write the plans of the volumes, and build none"
    )
    parser.add_argument(
        "--snakemake",
        nargs=argparse.REMAINDER,
        default=[],
        metavar="OPTION",
        help="all that follows are options of Snakemake, such as --executor slurm --jobs 50",
    )


def run(options: argparse.Namespace) -> int:
    root = options.book.resolve()
    docs = root / (options.docs or ("docs" if os.path.lexists(root / "docs") else ""))
    list_folder(docs, home=root, root=root, problem=FileProblem)
    if not options.plan and find_spec("snakemake") is None:
        print("This needs Snakemake: pip install 'briefbook[volumes]'", file=sys.stderr)
        return 2
    made = Run(
        root=root, docs=docs, output=root / options.output, work=root / options.work,
        jobs=options.jobs,
        by=options.by,
        pdf=options.pdf,
    )  # fmt: skip
    try:
        return made.plan() if options.plan else made.build(options.snakemake)
    except FileProblem as error:
        raise error.from_here(root) from None
