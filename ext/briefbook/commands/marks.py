"""``briefbook marks``: what the engine finds in text files."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from briefbook.text.bodies import load_catalogue
from briefbook.text.corrections import correct
from briefbook.text.errors import CatalogueError, FileProblem
from briefbook.text.marks import as_json, find_marks
from briefbook.text.seeds import read_seed
from briefbook.text.sidecar import is_date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="a seed, or any text file in UTF-8; of several, each is one line of JSON",
    )
    parser.add_argument(
        "--date", type=_date, help="the day or month of publication, if they have none (ISO 8601)"
    )
    parser.add_argument("--bodies", type=Path, help="a book's own file of bodies")


def run(options: argparse.Namespace) -> int:
    if options.bodies and not os.path.lexists(options.bodies):
        # A book may have none; one that is asked for by name is missing.
        raise CatalogueError(str(options.bodies), None, "there is no such file", "see to its name")
    root = Path.cwd()
    catalogue = load_catalogue(options.bodies, root=root)
    indent = 2 if len(options.files) == 1 else None
    status = 0
    for path in options.files:
        try:
            seed = read_seed(path, root=root, date=options.date)
            corrected = correct(find_marks(seed, catalogue), catalogue.by_id)
        except FileProblem as problem:  # the others are no worse for it
            print(problem, file=sys.stderr)
            status = 1
            continue
        marks = as_json(corrected.marks, catalogue)
        json.dump(marks, sys.stdout, ensure_ascii=False, indent=indent)
        print()
        for misfit in corrected.problems:
            print(misfit, file=sys.stderr)
            status = 1
    return status


def _date(value: str) -> str:
    if not is_date(value):
        raise argparse.ArgumentTypeError(
            f"{value!r} is no day or month: write YYYY-MM-DD or YYYY-MM"
        )
    return value
