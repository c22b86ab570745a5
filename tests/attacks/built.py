"""The forms in which an attacked book is built."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from attacks.attacked_book import AttackedBook

BUILDERS = ("html", "text", "epub", "latex", "briefpdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A book, what its builds said, and where their outputs are."""

    book: AttackedBook
    log: dict[str, str]
    """By builder."""

    def output(self, builder: str) -> Path:
        return self.book.folder / "_build" / builder


def build(book: AttackedBook) -> Built:
    """All forms of a book, from the same doctrees."""
    log = {}
    environment = {**os.environ, "NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    for builder in BUILDERS:
        folders: list[str | Path] = ["-d", book.folder / "_build/doctrees", book.folder]
        command = [sys.executable, "-m", "sphinx", "-b", builder, *folders]
        done = subprocess.run(
            [*command, book.folder / "_build" / builder],
            capture_output=True,
            env=environment,
            check=False,
        )
        log[builder] = done.stdout.decode() + done.stderr.decode()
        assert done.returncode == 0, log[builder][-3000:]
    return Built(book=book, log=log)
