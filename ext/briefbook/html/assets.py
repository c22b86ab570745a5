"""Style, script and typefaces: all of them files of the book, nothing is fetched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefbook.html.epub import add_epub_style
from briefbook.html.themes import theme_of
from briefbook.html.typefaces import kept_typefaces, preloaded
from briefbook.stopping import stopping_the_build

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_STATIC: Final = Path(__file__).parent / "static"
_STYLES: Final = ("fonts", "article", "versions", "popups", "book", "print")
"""Style sheets for any theme, in order."""
_SCRIPTS: Final = (
    "words", "switches", "popups", "lighting", "menu", "finding", "copying", "searching",
)  # fmt: skip
"""In the order in which they run: all may use ``words``, and none another."""
_EARLY: Final = "briefbook/early.js"


def add_assets(app: Sphinx) -> None:
    """``builder-inited``: put the files into ``_static`` and name them in every page.

    A project's own static files stand after ours, so that it can replace them.
    """
    if app.builder.format != "html":
        return
    if app.builder.name == "epub":
        add_epub_style(app)
        return
    with stopping_the_build(Path(app.confdir)):
        typefaces = kept_typefaces()
    ours = [str(_STATIC), str(typefaces)]
    app.config.html_static_path = [*ours, *app.config.html_static_path]
    attributes: dict[str, Any] = {"data-fonts": " ".join(preloaded(typefaces))}
    app.add_js_file(_EARLY, **attributes)
    app.connect("html-page-context", _load_early)
    for name in _STYLES:
        app.add_css_file(f"briefbook/{name}.css")
    theme_of(app).add_assets(app)
    scripts = [*_SCRIPTS]
    if app.config.briefbook_repository:
        app.add_css_file("briefbook/noting.css")
        scripts.append("noting")
    for name in scripts:
        app.add_js_file(f"briefbook/{name}.js", loading_method="defer")


def _load_early(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """``html-page-context``: move the script that loads typefaces early from the list to the head.

    There it comes before the sheets, for which a script would wait.
    """
    scripts = context["script_files"]
    early = [each for each in scripts if getattr(each, "filename", "") == f"_static/{_EARLY}"]
    context["script_files"] = [each for each in scripts if each not in early]
    tags = "".join(f"\n{context['js_tag'](each)}" for each in early)
    context["metatags"] = context.get("metatags", "") + tags
