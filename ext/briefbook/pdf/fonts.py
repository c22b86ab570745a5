"""The fonts of the book: from packages, never from the system."""

from __future__ import annotations

import re
import shutil
from importlib import resources
from importlib.util import find_spec
from typing import TYPE_CHECKING

import typst
from fontTools.ttLib import TTFont, TTLibError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FAMILIES = {
    "fontpkg_source_serif_4": "Source Serif 4",
    "fontpkg_source_sans_3": "Source Sans 3",
}
"""By package, the family's name. Two files each, upright and italic, of all weights."""

_FONTS = {".otf", ".ttc", ".ttf"}
_STYLE = re.compile(r"[-.\[]")
"""What ends a family's name in that of a file: ``Amiri-Bold.ttf``, ``NotoSansThai[wght].ttf``."""


def copy_fonts(folder: Path) -> set[int]:
    """Put the faces the book uses into ``folder``; the code points that its text face covers."""
    for package in FAMILIES:
        with resources.as_file(resources.files(package) / "files") as files:
            for path in files.glob("*.ttf"):
                shutil.copyfile(path, folder / path.name)
    # Of upright and italic each lacks what the other may have; that falls to the next family.
    return set.intersection(*map(coverage, folder.glob("SourceSerif4*.ttf")))


EXTRAS = ("fontpkg_amiri", "manimgx_fonts", "manimgx_fonts_cjk")
"""Packages of further fonts, which are used where they are installed: a text face for Arabic, which
always is; Noto for most scripts and for emoji; Noto for Chinese, Japanese and Korean."""


def copy_extras(folder: Path, wanted: set[int]) -> tuple[list[str], set[int]]:
    """Put the fonts that have any of the ``wanted`` code points into ``folder``.

    Returns their families, those of a package further on after the others, and what they cover. The
    first font that has a code point is taken, with all styles of its family.
    """
    taken: list[str] = []
    lacking = set(wanted)
    for package in EXTRAS:
        if not lacking or find_spec(package) is None:
            continue
        with resources.as_file(resources.files(package)) as path:
            files = sorted(each for each in path.rglob("*") if each.suffix in _FONTS)
            for file in files:
                found = coverage(file) & lacking
                if not found:
                    continue
                lacking -= found
                stem = _STYLE.split(file.name)[0]
                family = folder / stem
                family.mkdir()
                for each in files:
                    if _STYLE.split(each.name)[0] == stem:
                        shutil.copyfile(each, family / each.name)
                taken += families([str(family)])
    return taken, wanted - lacking


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
