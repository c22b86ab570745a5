"""furo: its colours, its sidebar, and the room for the margin column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefbook.html.safe_html import outward, policy_tags, unstyled
from briefbook.html.themes.furo_files import COLOURS, put_templates_first, write_colours
from briefbook.html.themes.furo_search import leave_out_sphinxs_index, name_search
from briefbook.html.themes.furo_sidebar import Sidebar
from briefbook.html.themes.furo_weight import keep_what_is_used, lightened
from briefbook.html.themes.picture_sizes import PictureSizes
from briefbook.html.themes.theme import Theme

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from briefbook.sphinx.contents import Contents

_STATIC: Final = Path(__file__).parent / "static_furo"


class Furo(Theme):
    """The theme that the book is designed with."""

    _sidebar: Sidebar
    _policy: str
    _sizes: PictureSizes
    _has_unknown_search = False

    def add_assets(self, app: Sphinx) -> None:
        app.config.html_static_path = [str(_STATIC), *app.config.html_static_path]
        # After furo's own, which come at 600.
        app.add_css_file("briefbook/furo.css", priority=700)
        app.add_css_file(f"briefbook/{COLOURS}", priority=900)
        put_templates_first(app.builder)

    def lists(self, contents: Contents, docname: str, *, is_article: bool) -> list[str]:
        pages = {contents.root, docname} | contents.above(docname)
        if is_article and contents.has_one_place(docname):
            pages -= contents.parents(docname)  # its own sidebar shows none of its siblings
        return [contents.branch(page) for page in sorted(pages)]

    def begin(self, builder: StandaloneHTMLBuilder) -> None:
        self._sidebar = Sidebar(builder)
        self._policy = policy_tags() if builder.config.briefbook_content_policy else ""
        self._sizes = PictureSizes(builder)
        write_colours(builder)
        self._has_unknown_search = leave_out_sphinxs_index(builder)

    def before(self, docname: str, context: dict[str, Any], *, is_generated: bool) -> None:
        if self._has_unknown_search:
            name_search(context)
        if is_generated:
            # No list of contents beside the text: that room is an article's margin.
            context["meta"] = {**(context.get("meta") or {}), "hide-toc": ""}
            tree = self._sidebar.tree(docname)
            context["toctree"] = lambda **_: tree
        elif "toctree" in context:
            context["toctree"] = _collapsed(context["toctree"])

    def after(self, context: dict[str, Any]) -> None:
        keep_what_is_used(context)
        if not context.get("copyright"):  # "Copyright ©", and nobody's
            context["show_copyright"] = False
        context["metatags"] = self._policy + context.get("metatags", "")
        if "body" in context:
            body = outward(unstyled(self._sizes.given(context["body"])))
            context["body"] = lightened(body)
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
