"""furo: its colours, its sidebar, and the room for the margin column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefbook.html.themes.furo_sidebar import Sidebar
from briefbook.html.themes.furo_weight import keep_what_is_used
from briefbook.html.themes.theme import Theme

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from briefbook.sphinx.contents import Contents

_STATIC: Final = Path(__file__).parent / "static_furo"


class Furo(Theme):
    """The theme that the book is designed with."""

    _sidebar: Sidebar

    def add_assets(self, app: Sphinx) -> None:
        app.config.html_static_path = [str(_STATIC), *app.config.html_static_path]
        # After furo's own, which come at 600.
        app.add_css_file("briefbook/furo.css", priority=700)

    def lists(self, contents: Contents, docname: str, *, is_article: bool) -> list[str]:
        pages = {contents.root, docname} | contents.above(docname)
        if is_article and contents.has_one_place(docname):
            pages -= contents.parents(docname)  # its own sidebar shows none of its siblings
        return [contents.branch(page) for page in sorted(pages)]

    def begin(self, builder: StandaloneHTMLBuilder) -> None:
        self._sidebar = Sidebar(builder)

    def before(self, docname: str, context: dict[str, Any], *, is_article: bool) -> None:
        if is_article:
            # No list of contents beside the text: that room is the margin.
            context["meta"] = {**(context.get("meta") or {}), "hide-toc": ""}
            tree = self._sidebar.tree(docname)
            context["toctree"] = lambda **_: tree
        elif "toctree" in context:
            context["toctree"] = _collapsed(context["toctree"])

    def after(self, context: dict[str, Any]) -> None:
        keep_what_is_used(context)
        tree: str = context.get("furo_navigation_tree", "")
        # A heading without a level is none to those who hear the page.
        context["furo_navigation_tree"] = tree.replace(
            'role="heading"', 'role="heading" aria-level="2"'
        )


def _collapsed(toctree: Any) -> Any:
    """A template's function `toctree` that opens only the way to the page it is on."""

    def collapsed(**options: Any) -> Any:
        return toctree(**{**options, "collapse": True})

    return collapsed
