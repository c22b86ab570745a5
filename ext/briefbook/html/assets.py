"""Style, script and typefaces: all of them files of the book, nothing is fetched."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefbook.html.epub import add_epub_style
from briefbook.html.themes import theme_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_STATIC: Final = Path(__file__).parent / "static"
_STYLES: Final = ("fonts", "article", "popups", "book", "print")
"""Style sheets for any theme, in order."""
_SCRIPTS: Final = ("switches", "popups", "lighting", "menu", "finding", "copying")
"""None needs another to be there."""

_FACES: Final = {
    "font_source_serif_pro": (
        "SourceSerifPro-Regular",
        "SourceSerifPro-It",
        "SourceSerifPro-Semibold",
    ),
    "font_source_sans_pro": ("SourceSansPro-Regular", "SourceSansPro-It", "SourceSansPro-Semibold"),
}
"""By package, the faces that fonts.css names: serif for reading, sans for what is around it."""


def add_assets(app: Sphinx) -> None:
    """``builder-inited``: put the files into ``_static`` and name them in every page.

    A project's own static files stand after ours, so that it can replace them.
    """
    if app.builder.format != "html":
        return
    if app.builder.name == "epub":
        add_epub_style(app)
        return
    ours = [str(_STATIC), *map(str, font_files())]
    app.config.html_static_path = [*ours, *app.config.html_static_path]
    for name in _STYLES:
        app.add_css_file(f"briefbook/{name}.css")
    theme_of(app).add_assets(app)
    scripts = [*_SCRIPTS]
    if app.config.briefbook_repository:
        app.add_css_file("briefbook/noting.css")
        scripts.append("noting")
    for name in scripts:
        app.add_js_file(f"briefbook/{name}.js", loading_method="defer")


def font_files() -> list[Path]:
    """The files of the faces, as their packages installed them."""
    return [
        Path(str(files(package) / "files" / f"{face}.ttf"))
        for package, faces in _FACES.items()
        for face in faces
    ]
