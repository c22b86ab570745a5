"""What is beside the HTML book: calendars, tables and JSON for other programs, and its index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.export.links import fill_links
from briefbook.export.write import write_exports
from briefbook.export.write_search import write_search

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the links to the files, and the writing of them."""
    app.connect("doctree-resolved", fill_links)
    app.connect("build-finished", write_exports)
    app.connect("build-finished", write_search)
