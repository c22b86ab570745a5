"""Makes a PDF of each drawing in this folder, for LaTeX, which takes no SVG: ``tox run -e images``.

A drawing is its SVG; the PDF beside it says which one it was made of. Needs what the book needs.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import typst

from briefbook.pdf.fonts import copy_fonts

_FOLDER = Path(__file__).parent

_PAGE = """\
#set document(title: "{title}", keywords: "{digest}")
#set page(width: auto, height: auto, margin: 0pt)
#image("drawing.svg")
"""


def digest_of(drawing: Path) -> str:
    """What a PDF says of the drawing it was made of."""
    return hashlib.sha256(drawing.read_bytes()).hexdigest()


def make_pdf(drawing: Path) -> bytes:
    """The drawing as a PDF of its size, with the book's own fonts; the same each time."""
    with tempfile.TemporaryDirectory(prefix="briefbook-") as name:
        folder = Path(name)
        (folder / "fonts").mkdir()
        copy_fonts(folder / "fonts")
        (folder / "drawing.svg").write_bytes(drawing.read_bytes())
        page = _PAGE.format(title=drawing.stem, digest=digest_of(drawing))
        (folder / "page.typ").write_text(page, "utf-8")
        made: bytes = typst.compile(
            str(folder / "page.typ"),
            root=name,
            font_paths=[str(folder / "fonts")],
            ignore_system_fonts=True,
            pdf_standards=["1.5"],
            timestamp=0,
        )
    return made


if __name__ == "__main__":
    for drawing in sorted(_FOLDER.glob("*.svg")):
        drawing.with_suffix(".pdf").write_bytes(make_pdf(drawing))
