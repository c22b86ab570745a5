"""Makes the pictures of printing.md from the book itself: ``tox run -e pictures``.

The book is printed with each setting, and Typst, which reads PDFs as pictures, lays their pages
side by side.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Final

import typst

_FOLDER: Final = Path(__file__).parent
_ROOT: Final = _FOLDER.parents[1]
_ARTICLE: Final = "articles/2021/12/000_0a0825d94d863160"
_FONTS: Final = tuple(
    str(resources.files(package) / "files")
    for package in ("fontpkg_source_serif_4", "fontpkg_source_sans_3")
)
_LOGO: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">
<path d="M2 18 L10 2 L18 18 Z M22 18 L30 2 L38 18 Z M42 18 L50 2 L58 18 Z" fill="#7a1f3b"/></svg>
"""
_PAPERS: Final = {"a4": (210, 297), "us-letter": (215.9, 279.4), "a5": (148, 210)}
"""Millimetres."""
_SHEET: Final = """\
#set page(width: auto, height: auto, margin: 4mm, fill: rgb("#e8e8e8"))
#let sheet(pdf, page, width, height) = box(
  width: width, height: height, clip: true, fill: white, stroke: 0.3mm + gray,
  place(top, image(pdf, page: page, width: width)),
)
"""
_WIDTH: Final = 800
"""Pixels of a picture."""
_GAP: Final = 4
"""Millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page as it is shown."""

    pdf: str
    page: int
    """From 1."""
    paper: str = "a4"
    height: float = 1
    """How much of it is shown, from its head on."""


def print_book(folder: Path, name: str, *settings: str) -> None:
    """The book as ``NAME.pdf`` in ``folder``, with further settings."""
    given = (f"briefbook_pdf_filename={name}.pdf", *settings)
    subprocess.run(  # noqa: S603 - our own command
        [
            *(sys.executable, "-m", "sphinx", "-q", "-b", "briefpdf", "-c", _ROOT),
            *("-d", folder / "doctrees"),
            *(part for each in given for part in ("-D", each)),
            *(_ROOT / "docs", folder),
        ],
        check=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1795000000"},
    )


def picture(folder: Path, name: str, *sheets: Sheet) -> None:
    """``NAME.png`` of these pages, side by side."""
    shown = "".join(
        f'sheet("{each.pdf}.pdf", {each.page}, {width}mm, {height * each.height}mm),'
        for each in sheets
        for width, height in [_PAPERS[each.paper]]
    )
    code = _SHEET + f"#grid(columns: {len(sheets)} * (auto,), column-gutter: {_GAP}mm, {shown})"
    width = sum(_PAPERS[each.paper][0] + _GAP for each in sheets) + _GAP
    compiler = typst.Compiler(root=str(folder), ignore_system_fonts=True)
    drawn = compiler.compile(code.encode(), format="png", ppi=25.4 * _WIDTH / width)
    assert isinstance(drawn, bytes)  # noqa: S101 - of one page
    (_FOLDER / f"{name}.png").write_bytes(drawn)


def main() -> None:
    """Print, and take the pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "logo.svg").write_text(_LOGO, "utf-8")
        print_book(folder, "plain")
        print_book(
            folder,
            "own",
            f"briefbook_pdf_logo={folder / 'logo.svg'}",
            "briefbook_pdf_classification=For official use only",
            "briefbook_pdf_accent=#7a1f3b",
        )
        picture(folder, "printed-cover", Sheet(pdf="plain", page=1), Sheet(pdf="own", page=1))
        print_book(folder, "bound", "briefbook_pdf_two_sided=1", "briefbook_pdf_roman_front=1")
        picture(folder, "printed-bound", Sheet(pdf="bound", page=2), Sheet(pdf="bound", page=3))
        print_book(
            folder,
            "faces",
            f"briefbook_pdf_font_paths={','.join(_FONTS)}",
            "briefbook_pdf_text_face=Source Sans 3",
            "briefbook_pdf_sans_face=Source Serif 4",
        )
        faces = [Sheet(pdf=each, page=3, height=0.45) for each in ("plain", "faces")]
        picture(folder, "printed-faces", *faces)
        for paper in ("us-letter", "a5"):
            print_book(folder, paper, f"briefbook_pdf_paper={paper}")
        papers = [Sheet(pdf=paper, page=3, paper=paper) for paper in ("us-letter", "a5")]
        picture(folder, "printed-paper", Sheet(pdf="plain", page=3), *papers)
        print_book(folder, "none", f"briefpdf_documents={_ARTICLE}")
        alone = _ARTICLE.rpartition("/")[2]
        picture(folder, "printed-alone", *(Sheet(pdf=alone, page=at) for at in (1, 3, 5)))


if __name__ == "__main__":
    main()
