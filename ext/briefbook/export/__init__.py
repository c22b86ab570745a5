"""What other programs take from the HTML book: calendars, tables, JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.export.links import fill_links
from briefbook.export.write import write_exports

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the links to the files, and the writing of them."""
    app.connect("doctree-resolved", fill_links)
    app.connect("build-finished", write_exports)
