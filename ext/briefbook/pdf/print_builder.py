"""What the translator asks of the builder that it writes for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders import Builder

if TYPE_CHECKING:
    from briefbook.pdf.config import Options


class PrintBuilder(Builder):
    """A builder of one printed book; ``PdfBuilder`` is the one there is."""

    options: Options

    image_names: dict[str, str]
    """By a picture's address in the doctree, what the book calls it; only what can be printed."""
