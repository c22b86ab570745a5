"""What the book asks of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from briefbook.sphinx.contents import Contents


class Theme:
    """A theme that we do not know: it is left as it is, and may show all there is.

    Those that we know are subclasses, which do more.
    """

    _ADAPTING: ClassVar = "briefbook/other-themes.css"

    def add_assets(self, app: Sphinx) -> None:
        """Name files of its own beside those for any theme; called at ``builder-inited``."""
        app.add_css_file(self._ADAPTING, priority=800)  # after indexes.css and the like

    def lists(self, contents: Contents, docname: str, *, is_article: bool) -> list[str]:
        """The lists of contents that it shows on a page, as strings that differ when they do."""
        return [contents.tree(contents.root)]

    def begin(self, builder: StandaloneHTMLBuilder) -> None:
        """Make ready to write pages: all are read, and not yet shared out among processes."""

    def before(self, docname: str, context: dict[str, Any], *, is_generated: bool) -> None:
        """Change the context of a page before the theme adds its own.

        ``is_generated`` says whether it is one of many: an article, or a part of an index.
        """

    def after(self, context: dict[str, Any]) -> None:
        """Change it when the theme has."""
