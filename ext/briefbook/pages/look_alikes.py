"""Pages that look like notes or seeds, and must not be pages.

A page can run, read and inject; what strangers write has parsers of its own. One slip in the name
of a folder, such as ``docs/Annotations/`` or ``docs/notes/SEED/``, would hand it to MyST instead.
"""

from __future__ import annotations

import os
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from briefbook.text.errors import AnnotationError, FileProblem, SeedError
from briefbook.text.paths import shown_path
from briefbook.text.seed_folder import SUFFIX, look_through
from briefbook.text.seeds import HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefbook.pages.folders import BookFolders

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_FRONT_MATTER: Final = re.compile(
    r"\ufeff?---[ \t]*$(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_KEYS: Final = [re.compile(rf"\b{key}\b[\"']?[ \t]*:") for key in ("motivation", "target")]

_HEAD: Final = 64 * 1024
"""Bytes of a page that are looked at: as many as a note may have."""

_ALIKE: Final = 0.9
"""From here on two names of folders are taken for one with a slip in it: "anotations" is 0.95 like
"annotations", "annotating" 0.86."""


def look_alikes(pages: Iterable[str], folders: BookFolders) -> dict[str, FileProblem]:
    """Those of ``pages`` that look like a note or a seed, each with what to do.

    A page is a path below ``folders.docs``, with forward slashes. Where a page's own words do not
    say what it is, its place does: the folder of notes or seeds in other letters, or, for a file
    that bears a day, a folder called almost so or like a seed of the book. A blog's own posts,
    ``posts/2026-11-22-hello.md``, are none of this.
    """
    seeds = _seed_names(folders)
    found: dict[str, FileProblem] = {}
    for page in pages:
        path, head = PurePosixPath(page), _head(folders.docs / page)
        shown = shown_path(folders.docs / page, folders.root)
        if (
            _is_below(path, folders.annotations, folders.docs)
            or (_DAY.match(path.name) and _is_notes_place(path, folders.annotations.name, seeds))
            or _has_keys(head)
        ):
            home = shown_path(folders.annotations, folders.root)
            found[page] = AnnotationError(
                shown,
                None,
                "it looks like a note, and no note is read as a page",
                f"move it into its seed's folder in {home}, or give it another name",
            )
        elif path.suffix.lower() == SUFFIX and (
            _is_below(path, folders.seeds, folders.docs)
            or os.path.lexists((folders.docs / page).with_suffix(".toml"))
            or HEADER.match(head)
        ):
            home = shown_path(folders.seeds, folders.root)
            found[page] = SeedError(
                shown,
                None,
                "it looks like a seed, and no seed is read as a page",
                f"move it into {home}, or give it another name",
            )
    return found


def place_in(folder: Path, docs: Path) -> str | None:
    """Where ``folder`` stands below ``docs``, with forward slashes; None where it does not."""
    if folder.absolute().drive != docs.absolute().drive:
        return None
    place = PurePosixPath(os.path.relpath(folder, docs).replace(os.sep, "/"))
    return None if place.parts[:1] == ("..",) else unicodedata.normalize("NFC", str(place))


def _is_below(path: PurePosixPath, folder: Path, docs: Path) -> bool:
    place = place_in(folder, docs)
    return place is not None and _folded(str(path)).startswith(f"{_folded(place)}/")


def _is_notes_place(path: PurePosixPath, notes: str, seeds: frozenset[str]) -> bool:
    """Whether a note may have been meant to stand here."""
    if _folded(path.parent.name) in seeds:
        return True
    return any(_alike(_folded(folder), _folded(notes)) for folder in path.parent.parts)


def _alike(folder: str, notes: str) -> bool:
    """Whether ``folder`` is ``notes`` with a slip in it or with something added: notes-old."""
    if folder.startswith(notes):
        return not folder[len(notes) : len(notes) + 1].isalpha()
    return SequenceMatcher(None, folder, notes).ratio() >= _ALIKE


def _has_keys(head: str) -> bool:
    block = _FRONT_MATTER.match(head)
    return block is not None and all(key.search(block[1]) for key in _KEYS)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _seed_names(folders: BookFolders) -> frozenset[str]:
    try:
        seeds = look_through(folders.seeds, root=folders.root).seeds
    except SeedError:
        return frozenset()  # whoever reads the seeds says so
    return frozenset(_folded(path.stem) for path in seeds)


def _head(path: Path) -> str:
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as stream:
            head = stream.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""  # whoever reads the page says so
    return head.replace("\r\n", "\n").replace("\r", "\n")
