"""The command line, ``briefbook COMMAND``: each command is a module of ``briefbook.commands``."""

from __future__ import annotations

import argparse
import io
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

from briefbook.text.errors import FileProblem
from briefbook.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = {
    "add": "make a seed and its sidecar of a text, or of a saved web page",
    "annotate": "write a note on a passage of an article, as the file that a pull request adds",
    "catalogue": "count the bodies and their sources, or name those to look at again",
    "check": "say what is wrong with a book before it is built, and name bodies it lacks",
    "edition": "make an edition of the book: note what is in it, so that the next says what is new",
    "init": "make a new book, which builds at once",
    "marks": "print what the engine finds in text files, as JSON (data/marks.schema.json)",
    "review": "read an article's marks one by one, and keep, correct or take away each",
    "volumes": "build a book of many articles as volumes, each a project of its own",
}
"""What each command is for. Its module has ``add_arguments`` and ``run``."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns the exit status: 0 done, 1 a file has a problem, 2 wrong usage."""
    # What is printed is data, in UTF-8 on every system; a console may offer less.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(given).parse_args(given)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except FileProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads it has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefbook", description="The engine and the desk of an annotated briefing book."
    )
    parser.add_argument("--version", action="version", version=f"briefbook {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose}.")
        # No other is loaded: the engine takes longer to load than a whole book to be checked.
        if name in given:
            module = import_module(f"briefbook.commands.{name}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser
