"""``briefbook edition``: a new edition of the book, as an entry of docs/editions.yaml."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from briefbook.pages.folders import EDITIONS
from briefbook.text.annotations import load_annotations
from briefbook.text.editions import (
    HEAD,
    MAX_BYTES,
    Items,
    changes,
    items_of,
    load_editions,
    written,
)
from briefbook.text.errors import EditionsError, FileProblem
from briefbook.text.files import read_file
from briefbook.text.paths import shown_path
from briefbook.text.seed_folder import look_through
from briefbook.text.seeds import read_seed
from briefbook.text.timex import Timex, Unit
from briefbook.text.writing import write_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--date", type=_day, help="the day of the edition, YYYY-MM-DD (default: today)"
    )
    parser.add_argument("--book", type=Path, default=Path(), help="the folder of conf.py")
    parser.add_argument("--seeds", default="seeds", help="the folder of seeds, from there")
    parser.add_argument("--docs", default="docs", help="the Sphinx source folder, from there")
    parser.add_argument("--print", action="store_true", help="print the entry, and write none")


def run(options: argparse.Namespace) -> int:
    root = options.book.resolve()
    docs = root / options.docs
    path = docs / EDITIONS
    try:
        editions = load_editions(path, home=docs, root=root)
        now = _items(root / options.seeds, docs / "annotations", root)
        edition = editions.next(now, options.date or datetime.now(UTC).date().isoformat())
        if edition is None:
            print(f"nothing has changed since edition {len(editions.all)}")
            return 0
        if editions.last is not None and edition.date < editions.last.date:
            problem = f"edition {editions.last.number} is of {editions.last.date}"
            remedy = "give the new one that day or a later one"
            raise EditionsError(shown_path(path, root), None, problem, remedy)
        entry = written(edition)
        if options.print:
            print(entry, end="")
            return 0
        before = HEAD.encode()
        if editions.all:
            raw = read_file(path, home=docs, root=root, max_bytes=MAX_BYTES, problem=EditionsError)
            before = raw.rstrip(b"\n") + b"\n"
        write_file(path, before + entry.encode(), root=root)
    except FileProblem as problem:
        raise problem.from_here(root) from None
    found = changes(editions.standing, now)
    print(
        f"{options.book / shown_path(path, root)}: edition {edition.number} of {edition.date}: "
        f"articles: {len(found.new)} new, {len(found.changed)} changed, {found.gone} gone; "
        f"corrections: {found.corrections}; notes: {found.notes}"
    )
    return 0


def _items(seeds: Path, annotations: Path, root: Path) -> Items:
    """What the book holds. Raises FileProblem at the first file that cannot be read.

    An edition of a part of the book would pass for one of all.
    """
    read = [read_seed(path, root=root) for path in look_through(seeds, root=root).seeds]
    notes, errors = load_annotations(annotations, root=root)
    if errors:
        raise errors[0]
    return items_of(read, notes)


def _day(value: str) -> str:
    found = Timex.parse(value)
    if found is None or found.unit is not Unit.DAY or found.year < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no day: write YYYY-MM-DD")
    return value
