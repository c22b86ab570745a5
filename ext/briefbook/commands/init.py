"""``briefbook init``: a new book that builds at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.desk.new_book import write_book
from briefbook.text.paths import shown_path

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new folder, or an empty one")


def run(options: argparse.Namespace) -> int:
    root = Path.cwd()
    for name in write_book(options.folder, root=root):
        print(shown_path(options.folder / name, root))
    print("Build it there: python3 -m pip install tox && python3 -m tox run -e book")
    return 0
