"""The book as EPUB: a style sheet of its own, and what EPUB 3.3 asks for and Sphinx does not do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefbook.sphinx.domain import brief_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

_STATIC: Final = Path(__file__).parent / "static_epub"


def add_epub_style(app: Sphinx) -> None:
    """``builder-inited``: name the one sheet of ours that goes into an EPUB.

    No typefaces and no script: an e-reader has its own.
    """
    app.config.html_static_path = [str(_STATIC), *app.config.html_static_path]
    app.add_css_file("briefbook/epub.css")


def leave_parts_out(app: Sphinx, builder: Builder) -> None:
    """``write-started``: the parts of divided indexes, which stand whole here, are not packed.

    The environment is kept by then: as a setting it would have all pages read anew.
    """
    if builder.name == "epub":
        parts = (f"{page}.xhtml" for page in sorted(brief_domain(app.env).parts))
        app.config.epub_exclude_files = [*app.config.epub_exclude_files, *parts]


def name_citations(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """``html-page-context``: give entries of a bibliography a role that EPUB 3.3 and ARIA take.

    docutils' own, ``doc-biblioentry``, is deprecated since DPUB-ARIA 1.1. They stand in a list.
    """
    if "body" in context:
        context["body"] = context["body"].replace('role="doc-biblioentry"', 'role="listitem"')
