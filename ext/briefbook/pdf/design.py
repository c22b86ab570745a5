"""Whether the files that a book's look is made of are there, before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typst

from briefbook.pdf import fonts
from briefbook.pdf.images import try_image
from briefbook.text.errors import FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from briefbook.pdf.config import Options


def check_design(options: Options) -> None:
    """Raises FileProblem where the logo is no picture, or a face is in none of the fonts."""
    if options.logo:
        _check_logo(options.logo)
    asked = {"text_face": options.text_face, "sans_face": options.sans_face}
    if not any(asked.values()):
        return
    known = [
        *fonts.FAMILIES.values(),
        *fonts.families(options.font_paths),
    ]
    for name, face in asked.items():
        if face and face not in known:
            raise FileProblem(
                "conf.py",
                None,
                f"briefbook_pdf_{name} is {face!r}, and no font is of that family",
                "put its files into a folder that briefbook_pdf_font_paths names, or take one of "
                f"{', '.join(known)}",
            )


def _check_logo(logo: Path) -> None:
    said = f"briefbook_pdf_logo is {str(logo)!r}"
    if not logo.is_file():
        raise FileProblem(
            "conf.py", None, f"{said}, and there is no such file", "name a picture beside conf.py"
        )
    try:
        try_image(logo)
    except (typst.TypstError, OSError) as error:
        raise FileProblem(
            "conf.py",
            None,
            f"{said}, which is no picture that can be printed: {error}",
            "name an SVG, PNG, JPEG, GIF or WebP file",
        ) from None
