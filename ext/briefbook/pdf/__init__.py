"""The book as a designed PDF: ``sphinx-build -b briefpdf``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.build_time import build_time
from briefbook.pdf.builder import PdfBuilder
from briefbook.pdf.settings import PDF
from briefbook.settings import add_settings
from briefbook.stopping import stopping_the_build
from briefbook.words import use_language

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder and its settings."""
    with stopping_the_build():
        build_time()  # a wrong one is said before anything fails on it
    app.connect("config-inited", lambda _app, config: use_language(config.language), priority=50)
    app.add_builder(PdfBuilder)
    app.add_event("briefpdf-pages")
    app.add_event("briefpdf-index")
    add_settings(app, PDF)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
