"""The fonts of the book: from packages, never from the system."""

from __future__ import annotations

import shutil
from importlib import resources
from typing import TYPE_CHECKING

import typst
from fontTools.ttLib import TTFont, TTLibError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FAMILIES = {
    "font_source_serif_pro": ("SourceSerifPro", "Source Serif Pro"),
    "font_source_sans_pro": ("SourceSansPro", "Source Sans Pro"),
}
"""By package: how the files' names begin, and the family's name."""

STYLES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


def copy_fonts(folder: Path) -> set[int]:
    """Put the faces the book uses into ``folder``; the code points that its text face covers.

    The packages hold each face twice, and Typst reads whole folders only, so that which of the
    two it took would be chance.
    """
    for package, (stem, _family) in FAMILIES.items():
        files = resources.files(package) / "files"
        for style in STYLES:
            name = f"{stem}-{style}.ttf"
            with resources.as_file(files / name) as path:
                shutil.copyfile(path, folder / name)
    # The italic covers half of what the upright does; what it lacks falls to the next family.
    return coverage(folder / "SourceSerifPro-It.ttf")


def coverage(path: Path) -> set[int]:
    """The code points of a font file; none where it is no font that can be read."""
    try:
        with TTFont(path, fontNumber=0, lazy=True) as font:
            return set(font.getBestCmap() or ())
    except (TTLibError, OSError, AssertionError):
        return set()


def families(paths: Iterable[str]) -> list[str]:
    """The families in these folders, as Typst names them, in order of the alphabet."""
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(paths)
    )
    return list(found.families())
