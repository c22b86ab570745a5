"""The command line: ``briefbook marks`` and ``briefbook check``."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.check import BIBLIOGRAPHY, check_book
from briefbook.pages.book import BookFolders
from briefbook.pages.names import FOLDER
from briefbook.text.bodies import load_catalogue
from briefbook.text.cache import CACHE
from briefbook.text.errors import CatalogueError, FileProblem, OutputError
from briefbook.text.files import list_folder
from briefbook.text.marks import as_json, mark
from briefbook.text.paths import shown_path
from briefbook.text.seeds import read_seed
from briefbook.text.sidecar import is_date
from briefbook.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns the exit status: 0 done, 1 a file has a problem, 2 wrong usage."""
    # What is printed is data, in UTF-8 on every system; a console may offer less.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except FileProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefbook", description="The engine of an annotated briefing book, by hand."
    )
    parser.add_argument("--version", action="version", version=f"briefbook {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    marks = commands.add_parser(
        "marks", help="print what the engine finds in a text file, as JSON (data/marks.schema.json)"
    )
    marks.add_argument("file", type=Path, help="a seed, or any text file in UTF-8")
    marks.add_argument(
        "--date", type=_date, help="its day or month of publication, if it has none (ISO 8601)"
    )
    marks.add_argument("--bodies", type=Path, help="a book's own file of bodies")
    marks.set_defaults(run=_marks)
    check = commands.add_parser(
        "check",
        help="check a book's seeds, annotations, bodies and bibliography, and name bodies it lacks",
    )
    check.add_argument("book", type=Path, nargs="?", default=Path(), help="the folder of conf.py")
    check.add_argument("--seeds", default="seeds", help="the folder of seeds, from there")
    check.add_argument(
        "--docs", help="the Sphinx source folder, from there (docs, or, without one, the same)"
    )
    check.add_argument(
        "--bibliography",
        action="append",
        metavar="FILE",
        help="a BibTeX file of the book, from there; may be given again "
        f"(default: {BIBLIOGRAPHY} in the source folder, if there is one)",
    )
    check.add_argument(
        "--articles", default=FOLDER, help="the folder of generated pages, from the source folder"
    )
    check.add_argument(
        "--cache",
        default=CACHE,
        help="where builds keep marks, from there; empty for none (default: %(default)s)",
    )
    check.set_defaults(run=_check)
    return parser


def _date(value: str) -> str:
    if not is_date(value):
        raise argparse.ArgumentTypeError(
            f"{value!r} is no day or month: write YYYY-MM-DD or YYYY-MM"
        )
    return value


def _marks(options: argparse.Namespace) -> int:
    if options.bodies and not os.path.lexists(options.bodies):
        # A book may have none; one that is asked for by name is missing.
        raise CatalogueError(str(options.bodies), None, "there is no such file", "see to its name")
    catalogue = load_catalogue(options.bodies, root=Path.cwd())
    seed = read_seed(options.file, root=Path.cwd(), date=options.date)
    json.dump(as_json(mark(seed, catalogue), catalogue), sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


def _check(options: argparse.Namespace) -> int:
    root = options.book.resolve()
    docs = root / (options.docs or ("docs" if os.path.lexists(root / "docs") else ""))
    list_folder(docs, home=root, root=root, problem=FileProblem)
    folders = BookFolders(
        root=root,
        seeds=root / options.seeds,
        docs=docs,
        annotations=docs / "annotations",
        articles=options.articles,
    )
    try:
        if (complaint := folders.complaint()) is not None:
            problem = f"the folder of pages is {options.articles!r}, which {complaint}"
            raise OutputError(shown_path(docs, root), None, problem, "name another with --articles")
        report = check_book(
            folders,
            docs / "bodies.yaml",
            _bibliography(options, root, docs),
            cache=root / options.cache if options.cache else None,
        )
    except FileProblem as error:
        raise error.from_here(root) from None
    for line in report.lines(root):
        print(line)
    return 1 if report.problems else 0


def _bibliography(options: argparse.Namespace, root: Path, docs: Path) -> list[Path]:
    """The book's BibTeX files. conf.py names them, but it is code, and a check runs none."""
    if options.bibliography:
        return [root / name for name in options.bibliography]
    default = docs / BIBLIOGRAPHY
    return [default] if os.path.lexists(default) else []
