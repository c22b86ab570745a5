"""The check of all links, as a step of the Snakefile. It loads no Sphinx, which takes longer."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefbook.text.errors import FileProblem, OutputError
from briefbook.text.writing import write_file
from briefbook.volumes import links
from briefbook.volumes.division import COVER
from briefbook.volumes.plan import read_cover
from briefbook.volumes.work import Work

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_NAMED: Final = 100
"""Dead links that are named one by one."""


def run_check(config: Mapping[str, Any]) -> None:
    """Check the book, or end with exit status 1. ``config`` is as in `run_step`."""
    root = Path(config["book"])
    os.chdir(root)  # messages name files from there
    try:
        status = _check(root, Work(folder=Path(config["work"])), Path(config["output"]))
    except FileProblem as problem:
        print(problem, file=sys.stderr)  # noqa: T201 - the step's own log
        status = 1
    if status:
        sys.exit(1)


def _check(root: Path, work: Work, output: Path) -> int:
    names = [COVER, *(volume.name for volume in read_cover(work.plan(COVER).read_bytes()).volumes)]

    def links_of(name: str) -> links.PageLinks:
        return links.read(work.made(name, ".links"), root=root)

    dead = links.dead_links(names, links_of, output)
    for page, target in dead[:MOST_NAMED]:
        error = OutputError(page, None, f"its link to {target} leads to nothing", "mend the link")
        print(error, file=sys.stderr)  # noqa: T201 - the step's own log
    pages = sum(len(links_of(name).anchors) for name in names)
    said = f"{pages} pages, {len(dead)} dead links\n"
    if dead:
        print(said, end="", file=sys.stderr)  # noqa: T201 - the step's own log
        return 1
    write_file(work.made("checked", ".txt"), said.encode(), root=root)
    return 0
