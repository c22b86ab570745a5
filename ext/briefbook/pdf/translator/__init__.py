"""From the doctree to Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.pdf.translator.design import DesignMixin
from briefbook.pdf.translator.figures import FigureMixin
from briefbook.pdf.translator.footnotes import FootnoteMixin
from briefbook.pdf.translator.inline import InlineMixin
from briefbook.pdf.translator.lists import ListMixin
from briefbook.pdf.translator.references import ReferenceMixin
from briefbook.pdf.translator.signatures import SignatureMixin
from briefbook.pdf.translator.structure import StructureMixin

if TYPE_CHECKING:
    from briefbook.pdf.pages import Page


class TypstTranslator(
    DesignMixin,
    FigureMixin,
    FootnoteMixin,
    InlineMixin,
    ListMixin,
    ReferenceMixin,
    SignatureMixin,
    StructureMixin,
):
    """Writes the documents of any project as Typst code."""

    def write_page(self, page: Page) -> None:
        self.collect_footnotes(page)
        super().write_page(page)
