"""briefbook: an annotated briefing book built on Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.version import VERSION

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = VERSION


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx: ``extensions = ["briefbook"]`` is all a project needs."""
    # Imported here, so that the text engine and the command line load without Sphinx.
    from briefbook import export, html, latex, pdf
    from briefbook import sphinx as brief
    from briefbook.printed.cited import add_cited
    from briefbook.printed.index import add_abbreviations, index_terms
    from briefbook.printed.pages import add_glance, add_record, set_quotes, take_paths
    from briefbook.printed.parts import set_parts
    from briefbook.printed.translator import BookTranslator

    # MyST-NB brings MyST along, with a parser of its own for the same files.
    if "myst_nb" not in app.extensions:
        app.setup_extension("myst_parser")
    for extension in ("sphinx_design", "sphinxcontrib.bibtex"):
        app.setup_extension(extension)
    brief.setup(app)
    html.setup(app)
    export.setup(app)
    latex.setup(app)
    pdf.setup(app)
    app.set_translator("briefpdf", BookTranslator)
    app.connect("briefpdf-pages", add_cited)
    app.connect("briefpdf-pages", take_paths)
    app.connect("briefpdf-pages", set_quotes)
    app.connect("briefpdf-pages", add_record)
    app.connect("briefpdf-pages", add_abbreviations)
    app.connect("briefpdf-index", index_terms)
    app.connect("briefpdf-pages", add_glance)
    app.connect("briefpdf-pages", set_parts)
    return {"version": VERSION, "parallel_read_safe": True, "parallel_write_safe": True}
