"""From the doctree to Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.pdf.translator.brief import BriefMixin
from briefbook.pdf.translator.figures import FigureMixin
from briefbook.pdf.translator.footnotes import FootnoteMixin
from briefbook.pdf.translator.inline import InlineMixin
from briefbook.pdf.translator.references import ReferenceMixin
from briefbook.pdf.translator.signatures import SignatureMixin

if TYPE_CHECKING:
    from briefbook.pdf.pages import Page


class TypstTranslator(
    BriefMixin,
    FigureMixin,
    FootnoteMixin,
    InlineMixin,
    ReferenceMixin,
    SignatureMixin,
):
    """Writes the book's documents as Typst code."""

    def write_page(self, page: Page) -> None:
        self.collect_footnotes(page)
        super().write_page(page)
