"""What Typst may read of a book: the template, the pictures, and fonts for all that it says."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from importlib import resources
from typing import TYPE_CHECKING

import typst
from sphinx.locale import _ as of_sphinx

from briefbook.pdf import codepoints, fonts
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefbook.pdf.config import Options

_CONTROLS = {chr(point) for point in (*range(1, 32), *range(127, 160), *range(0xFFF9, 0x10000))}
"""Characters that the source holds as escapes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """The folder of a book that is being made, and what is in it."""

    folder: Path
    """The root of what Typst may read."""
    font_paths: tuple[str, ...]
    families: tuple[str, ...]
    """Of further fonts, by which what the book's own lack is set."""
    boxed: frozenset[str]
    """The characters that no font has, drawn as boxes with their codes."""


def set_up(
    folder: Path, sources: Sequence[str], options: Sequence[Options], images: Mapping[str, Path]
) -> Workshop:
    """Fill an empty folder with all that the PDFs of a book are made of but their own code.

    ``sources`` is the code of each PDF, ``options`` what it is asked for; ``images`` maps the names
    that they call images by to files.
    """
    template = resources.files("briefbook.pdf") / "template"
    with resources.as_file(template) as path:
        shutil.copytree(path, folder / "template")
    (folder / "images").mkdir()
    for name, image in images.items():
        shutil.copyfile(image, folder / "images" / name)
    whole = options[0]
    if whole.logo:
        shutil.copyfile(whole.logo, folder / _logo_name(whole.logo))
    font_folder = folder / "fonts"
    font_folder.mkdir()
    covered = fonts.copy_fonts(font_folder)
    families = fonts.families(whole.font_paths) if whole.font_paths else []
    font_paths = (str(font_folder), *whole.font_paths)
    used = {
        character
        for source, each in zip(sources, options, strict=True)
        for character in characters_of(source, each)
    }
    doubtful = {each for each in used if ord(each) not in covered and each != "\n"}
    codepoints.write_font(doubtful | _CONTROLS, font_folder / "code-points.ttf")
    boxed: list[str] = []
    if doubtful:
        info = json.dumps(info_of(whole, families), ensure_ascii=False)
        lacking = _lacking(folder, font_paths, info, sorted(doubtful))
        extras, found = fonts.copy_extras(font_folder, {ord(each) for each in lacking["text"]})
        boxed = [each for each in lacking["all"] if ord(each) not in found]
        families += extras
    return Workshop(
        folder=folder, font_paths=font_paths, families=tuple(families), boxed=frozenset(boxed)
    )


def characters_of(source: str, options: Options) -> set[str]:
    """What a PDF says, in its code or beside it."""
    return set(source) | set(json.dumps(info_of(options, ()), ensure_ascii=False))


def info_of(options: Options, families: Sequence[str]) -> dict[str, object]:
    """What the template is told of the book."""
    words = {
        "contents": str(of_sphinx("Contents")),
        # What stands at a page's foot and after a reference; {page} and {total} are numbers.
        "page": _("{page} of {total}"),
        "see": _("see"),
        "at_page": _("p. {page}"),
    }
    return asdict(options) | {
        "logo": f"/{_logo_name(options.logo)}" if options.logo else "",
        # Whose it is stands beside it in words, where that is told.
        "logo_alt": options.author or options.title,
        "words": words,
        "edition_on_cover": options.edition[:1].upper() + options.edition[1:],
        "fonts": [*families],
        "first-number": 1,
        "total": None,
    }


def _lacking(
    folder: Path, font_paths: Sequence[str], info: str, characters: list[str]
) -> dict[str, list[str]]:
    """Which characters the faces for text lack (``text``), and which every font does (``all``)."""
    found = typst.query(
        str(folder / "template" / "boxed.typ"),
        "<lacking>",
        field="value",
        one=True,
        root=str(folder),
        font_paths=[*font_paths],
        ignore_system_fonts=True,
        sys_inputs={"book": info, "characters": json.dumps(characters)},
    )
    lacking: dict[str, list[str]] = json.loads(found)
    return lacking


def _logo_name(logo: Path) -> str:
    return f"logo{logo.suffix.lower()}"
