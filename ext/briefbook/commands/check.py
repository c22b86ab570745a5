"""``briefbook check``: what is wrong with a book, before it is built."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.check.formats import FORMATS
from briefbook.check.look import check_book
from briefbook.pages.folders import BIBLIOGRAPHY, CACHE, BookFolders
from briefbook.pages.names import FOLDER
from briefbook.text.errors import FileProblem, OutputError
from briefbook.text.files import list_folder
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("book", type=Path, nargs="?", default=Path(), help="the folder of conf.py")
    parser.add_argument("--seeds", default="seeds", help="the folder of seeds, from there")
    parser.add_argument(
        "--docs", help="the Sphinx source folder, from there (docs, or, without one, the same)"
    )
    parser.add_argument(
        "--bibliography",
        action="append",
        metavar="FILE",
        help="a BibTeX file of the book, from there; may be given again "
        f"(default: {BIBLIOGRAPHY} in the source folder, if there is one)",
    )
    parser.add_argument(
        "--articles", default=FOLDER, help="the folder of generated pages, from the source folder"
    )
    parser.add_argument(
        "--cache",
        default=CACHE,
        help="where builds keep marks, from there; empty for none (default: %(default)s)",
    )
    parser.add_argument(
        "--reviewed", action="store_true", help="fail where an article's marks are not reviewed"
    )
    parser.add_argument(
        "--doubtful",
        action="store_true",
        help="name the marks that are in doubt or least certain, of articles not reviewed",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="first lead notes whose passage has moved to where its very words stand now, once",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="for people, for scripts, or as commands that GitHub shows beside the lines",
    )


def run(options: argparse.Namespace) -> int:
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
        if options.fix:  # which loads the rules of cleaning: most checks do without
            for path, number in import_module("briefbook.check.fix").fix_notes(folders):
                print(f"{path}: its passage is at line {number} of the seed now", file=sys.stderr)
        report = check_book(
            folders,
            docs / "bodies.yaml",
            _bibliography(options, root, docs),
            cache=root / options.cache if options.cache else None,
        )
    except FileProblem as error:
        raise error.from_here(root) from None
    if options.reviewed:
        report = replace(report, findings=(*report.findings, *report.unreviewed))
    if options.doubtful:
        report = replace(report, findings=(*report.findings, *report.doubtful))
    for line in FORMATS[options.format](report, root):
        print(line)
    return 1 if report.failed else 0


def _bibliography(options: argparse.Namespace, root: Path, docs: Path) -> list[Path]:
    """The book's BibTeX files. conf.py names them, but it is code, and a check runs none."""
    if options.bibliography:
        return [root / name for name in options.bibliography]
    default = docs / BIBLIOGRAPHY
    return [default] if os.path.lexists(default) else []
