"""Spares Sphinx its index of words, for which our page of search has no use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


def leave_out_sphinxs_index(builder: StandaloneHTMLBuilder) -> bool:
    """Have none made: an eighth of the work of a build. Called before pages are written.

    Says whether there is a page of search of which Sphinx does not know while it writes others.
    A project that has a page of search of its own may load Sphinx's index there, and keeps it.
    """
    if not builder.search or _has_own_page(builder):
        return False
    builder.search = False

    def let_page_be_written(_app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
        """``html-collect-pages``: pages such as that of search come next."""
        builder.search = True
        return []

    builder.events.connect("html-collect-pages", let_page_be_written, 500)
    return True


def name_search(context: dict[str, Any]) -> None:
    """Let a page's head name the page of search."""
    has = context.get("hasdoc")
    if has is not None:
        context["hasdoc"] = lambda name: name == "search" or has(name)


def _has_own_page(builder: StandaloneHTMLBuilder) -> bool:
    folders = (Path(builder.confdir) / folder for folder in builder.config.templates_path)
    return any((folder / "search.html").exists() for folder in folders)
