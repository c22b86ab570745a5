"""Typst code to PDF, in this process."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from dataclasses import asdict, dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

import typst
from sphinx.locale import _ as of_sphinx

from briefbook.build_time import build_time
from briefbook.pdf import codepoints, fonts
from briefbook.pdf.pdf_file import Place, finished
from briefbook.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefbook.pdf.config import Options

_CONTROLS = {chr(point) for point in (*range(1, 32), *range(127, 160), *range(0xFFF9, 0x10000))}
"""Characters that the source holds as escapes."""

_ABOVE = 14
"""Points that a link shows above its place, which is that of a line's foot."""

_HEAD = '#import "template/book.typ": *\n#show: book\n#{\n'
_PLACE = re.compile(r"(?<!template[/\\])\bbook\.typ:(\d+):\d+\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """What a part of a book is told of the others."""

    before: int = 0
    """Pages before its first."""
    first_number: int = 1
    """The number printed on its first page."""
    total: int | None = None
    """The last number of the book; None where that is the part's own."""
    elsewhere: Mapping[int, tuple[int, Place]] = field(default_factory=dict)
    """Places of other parts by their number: the page among all, and where in its PDF."""
    has_guesses: bool = False
    """Whether places may be asked for that no part is known to have yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What Typst made."""

    pdf: bytes
    warnings: list[typst.TypstWarning]
    boxed: list[str]
    """The characters that no font has, drawn as boxes with their codes."""
    private: list[str]
    """The characters for private use, which keep it from being PDF/A-2a; none where it is that."""
    places: Mapping[int, Place] = field(default_factory=dict)
    """By their numbers."""
    pages: int = 0
    last_number: int = 0
    """Printed on its last page."""


def compile_book(
    source: str,
    options: Options,
    images: Mapping[str, Path],
    folder: Path,
    others: Others | None = None,
) -> Compiled:
    """The PDF of a book, tagged as PDF/UA-1.

    ``source`` is the book's own code, without the template; ``images`` maps the names it calls
    images by to files; ``folder`` is empty and becomes the root of what Typst may read; ``others``
    tells of the book's other parts. Raises typst.TypstError.
    """
    template = resources.files("briefbook.pdf") / "template"
    with resources.as_file(template) as path:
        shutil.copytree(path, folder / "template")
    (folder / "images").mkdir()
    for name, image in images.items():
        shutil.copyfile(image, folder / "images" / name)
    if options.logo:
        shutil.copyfile(options.logo, folder / _logo_name(options.logo))
    font_folder = folder / "fonts"
    font_folder.mkdir()
    covered = fonts.copy_fonts(font_folder)
    families = fonts.families(options.font_paths) if options.font_paths else []
    others = others or Others()
    info = _info(options, families, others)
    used = set(source) | set(info)
    doubtful = {each for each in used if ord(each) not in covered and each != "\n"}
    codepoints.write_font(doubtful | _CONTROLS, font_folder / "code-points.ttf")
    boxed: list[str] = []
    if doubtful:
        lacking = _lacking(folder, [str(font_folder), *options.font_paths], info, sorted(doubtful))
        extras, found = fonts.copy_extras(font_folder, {ord(each) for each in lacking["text"]})
        boxed = [each for each in lacking["all"] if ord(each) not in found]
        info = _info(options, [*families, *extras], others)
    main = folder / "book.typ"
    main.write_text(_HEAD + source + "}\n", encoding="utf-8", newline="\n")
    font_paths = [str(font_folder), *options.font_paths]
    compiler = typst.Compiler(
        str(main),
        root=str(folder),
        font_paths=font_paths,
        ignore_system_fonts=True,
        sys_inputs={"book": info},
    )
    # ISO 19005-2, 6.2.11.7: what means nothing to anybody else may not stand in an archive.
    private = sorted(each for each in used if unicodedata.category(each) == "Co")
    is_archive = options.archive and not private
    written, warnings = compiler.compile_with_warnings(
        format="pdf",
        pdf_standards=["ua-1", "a-2a"] if is_archive else ["ua-1"],
        timestamp=int(build_time().timestamp()),
    )
    told = json.loads(compiler.query("<places>", field="value", one=True))
    places = {
        int(found["number"]): Place(
            page=found["page"], shown=found["shown"], up=found["up"] + _ABOVE
        )
        for found in told["places"]
    }
    assert isinstance(written, bytes)  # noqa: S101 - one file: no numbered pictures
    known = {number: place for number, (_page, place) in others.elsewhere.items()} | places
    pdf, _lost = finished(written, known, at_page=_("p. {page}"))
    kept_from = private if options.archive else []
    return Compiled(
        pdf=pdf,
        warnings=warnings,
        boxed=boxed,
        places=places,
        pages=told["pages"],
        last_number=told["last"],
        private=kept_from,
    )


def _lacking(
    folder: Path, font_paths: list[str], info: str, characters: list[str]
) -> dict[str, list[str]]:
    """Which characters the faces for text lack (``text``), and which every font does (``all``)."""
    found = typst.query(
        str(folder / "template" / "boxed.typ"),
        "<lacking>",
        field="value",
        one=True,
        root=str(folder),
        font_paths=font_paths,
        ignore_system_fonts=True,
        sys_inputs={"book": info, "characters": json.dumps(characters)},
    )
    lacking: dict[str, list[str]] = json.loads(found)
    return lacking


def line_in_book(diagnostic: str) -> int | None:
    """The line of the book's source, from 1, that a message of Typst's names; None without one."""
    found = _PLACE.search(diagnostic)
    return max(1, int(found[1]) - _HEAD.count("\n")) if found else None


def _logo_name(logo: Path) -> str:
    return f"logo{logo.suffix.lower()}"


def _info(options: Options, families: list[str], others: Others) -> str:
    words = {
        "contents": str(of_sphinx("Contents")),
        # What stands at a page's foot and after a reference; {page} and {total} are numbers.
        "page": _("{page} of {total}"),
        "see": _("see"),
        "at_page": _("p. {page}"),
    }
    shown = asdict(options) | {
        "logo": f"/{_logo_name(options.logo)}" if options.logo else "",
        # Whose it is stands beside it in words, where that is told.
        "logo_alt": options.author or options.title,
        "words": words,
        "edition_on_cover": options.edition[:1].upper() + options.edition[1:],
        "fonts": families,
        "before": others.before,
        "first-number": others.first_number,
        "total": others.total,
        "has-guesses": others.has_guesses,
        "elsewhere": {
            str(number): {"page": page, "shown": place.shown}
            for number, (page, place) in others.elsewhere.items()
        },
    }
    return json.dumps(shown, ensure_ascii=False)
