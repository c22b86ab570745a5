"""The folder of seeds: which of its files are seeds, and what is wrong with the others.

Every file in it is a seed, ``NAME.txt``, or belongs to one, ``NAME.toml`` and
``NAME.reviewed.json``. Any other is an error,
lest an article is lost for a slip in its name; hidden files and a README.md are left alone.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.text.errors import SeedError
from briefbook.text.files import list_folder
from briefbook.text.paths import shown_path
from briefbook.text.reviewed import SUFFIX as REVIEWED

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX: Final = ".txt"
"""How the name of a seed ends, in small letters: systems differ in whether case matters."""

BESIDE: Final = (".toml", REVIEWED)
"""How the names of the files that belong to a seed end."""

_LEFT_ALONE: Final = ("README.md",)

MAX_NAMED: Final = 20
"""Files of one folder within the folder of seeds that are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFolder:
    """What the folder of seeds holds."""

    seeds: tuple[Path, ...]
    """Sorted by name; whether they can be read is not yet known."""
    strays: tuple[SeedError, ...]
    """One for each file that would be lost without a word."""


def look_through(folder: Path, *, root: Path) -> SeedFolder:
    """The seeds of ``folder``, and what else is in it.

    ``root`` is the folder that messages name files from and that no link may lead out of. Raises
    SeedError where ``folder`` cannot be read.
    """
    seeds: list[Path] = []
    others: list[Path] = []
    for path in list_folder(folder, home=root, root=root, problem=SeedError):
        is_seed = path.suffix == SUFFIX and not path.is_dir()
        (seeds if is_seed else others).append(path)
    names = {path.stem for path in seeds}
    strays = [error for path in others for error in _strays(path, names, root)]
    if not seeds and not strays:
        shown = shown_path(folder, root)
        strays = [SeedError(shown, None, "no seed is in it", f"put texts into it, as NAME{SUFFIX}")]
    return SeedFolder(seeds=tuple(seeds), strays=tuple(strays))


def _strays(path: Path, names: set[str], root: Path) -> Iterator[SeedError]:
    shown = shown_path(path, root)
    if path.is_dir():
        yield from _folder_strays(path, root)
    elif ending := next((each for each in BESIDE if path.name.endswith(each)), None):
        stem = path.name.removesuffix(ending)
        if stem not in names:
            problem = f"there is no seed {stem}{SUFFIX} that it belongs to"
            yield SeedError(shown, None, problem, "name it like its seed, or remove it")
    elif path.suffix.lower() in (SUFFIX, *BESIDE):
        problem = f"{path.suffix} is not in small letters"
        yield SeedError(shown, None, problem, f"name it {path.stem}{path.suffix.lower()}")
    elif path.name not in _LEFT_ALONE:
        problem = "it is neither a seed nor a seed's sidecar"
        remedy = f"name it NAME{SUFFIX} if it is an article, or move it to another folder"
        yield SeedError(shown, None, problem, remedy)


def _folder_strays(folder: Path, root: Path) -> Iterator[SeedError]:
    shown = shown_path(folder, root)
    remedy = "put each seed right into the folder of seeds"
    if folder.is_symlink():
        yield SeedError(shown, None, "it is a link to a folder", remedy)
        return
    files = list(islice(_files_below(folder), MAX_NAMED + 1))
    for path in files[:MAX_NAMED]:
        yield SeedError(shown_path(path, root), None, "it stands in a folder of its own", remedy)
    if not files:
        yield SeedError(shown, None, "it is a folder", remedy)
    elif len(files) > MAX_NAMED:
        problem = f"it is a folder of more than {MAX_NAMED} files; those after are not named"
        yield SeedError(shown, None, problem, remedy)


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name not in _LEFT_ALONE:
                yield Path(place, name)
