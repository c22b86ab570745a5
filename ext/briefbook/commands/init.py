"""``briefbook init``: a new book that builds at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.desk.new_book import FORGES, write_book
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new folder, or an empty one")
    parser.add_argument(
        "--forge",
        choices=FORGES,
        default=FORGES[0],
        help="whose workflows it gets: they check contributions and publish the book (default: "
        "%(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    root = Path.cwd()
    for name in write_book(options.folder, root=root, forge=options.forge):
        print(shown_path(options.folder / name, root))
    print("Build it there: python3 -m pip install tox && python3 -m tox run -e book")
    return 0
