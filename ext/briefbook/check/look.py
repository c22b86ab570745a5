"""Whether anything has changed since the last check; only then is the book looked through."""

from __future__ import annotations

import contextlib
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.check.inputs import Inputs, below, names_below
from briefbook.check.kept import Details, Kept, load, load_details, save
from briefbook.pages.folders import EDITIONS, LEAD, SOURCES
from briefbook.text.digest import digest
from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefbook.check.report import Report
    from briefbook.pages.folders import BookFolders

_NO_PAGES = (".", "_")
"""How the names of folders begin in which Sphinx, and so a check, looks for no pages."""


def check_book(
    folders: BookFolders,
    bodies: Path,
    bibliography: Sequence[Path] = (),
    *,
    cache: Path | None = None,
) -> Report:
    """Read the whole book as a build would; ``bodies`` is the book's own file of bodies.

    ``bibliography`` are its BibTeX files, ``cache`` the folder in which builds keep marks, and
    checks what they found. Raises SeedError where the folder of seeds cannot be read.
    """
    kept = load(cache, root=folders.root) if cache is not None else Kept()
    inputs = Inputs(kept.stamps)
    package = below(Path(__file__).parents[1], endings=(".py", ".toml", ".yaml", ".json"))
    rules = digest([sys.version, inputs.all_of(package), inputs.all_of([str(bodies)])])
    whole = _all(folders, bibliography, rules, inputs)
    if whole == kept.inputs:
        return kept.report
    # The engine takes longer to load than all of the above: most checks do without.
    look_through = import_module("briefbook.check.book").look_through_book
    before = Details()
    if cache is not None:
        before = load_details(kept, cache, root=folders.root)
    found = Details()
    report: Report = look_through(
        folders,
        bodies,
        bibliography,
        cache=cache,
        rules=rules,
        inputs=inputs,
        kept=before,
        found=found,
    )
    if cache is not None:
        now = Kept(inputs=whole, report=report, stamps=inputs.stamps)
        # What cannot be kept, as where a file's name is not UTF-8, takes as long the next time.
        with contextlib.suppress(FileProblem, OSError, UnicodeEncodeError):
            save(now, found, cache, root=folders.root)
    return report


def _all(folders: BookFolders, bibliography: Sequence[Path], rules: str, inputs: Inputs) -> str:
    """A digest of all that the report is made of."""
    pages = below(folders.docs, leave=_NO_PAGES, endings=folders.page_suffixes)
    generated = str(folders.docs / folders.articles)
    read = [
        *below(folders.seeds),
        *below(folders.annotations),
        *(page for page in pages if not page.startswith(generated)),
        *(str(folders.docs / name) for name in (SOURCES, EDITIONS, LEAD)),
        *map(str, bibliography),
    ]
    named = (str(folders.root), str(folders.docs), *map(str, bibliography))
    return digest(
        [rules, *named, inputs.all_of(read), *names_below(folders.docs / folders.articles)]
    )
