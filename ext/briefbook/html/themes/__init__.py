"""Themes: an adapter for each that we know, and one for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx.builders.html import StandaloneHTMLBuilder

from briefbook.html.themes.furo import Furo
from briefbook.html.themes.theme import Theme

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["Theme", "theme_of"]

_KNOWN: Final[dict[str, type[Theme]]] = {"furo": Furo}
"""By the name that ``html_theme`` gives."""


def theme_of(app: Sphinx) -> Theme:
    """The adapter of the theme that this build's pages are made with; an EPUB has none of these."""
    has_theme = isinstance(app.builder, StandaloneHTMLBuilder) and app.builder.name != "epub"
    return _KNOWN.get(app.config.html_theme, Theme)() if has_theme else Theme()
