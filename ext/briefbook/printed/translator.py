"""From the doctree of a briefing book to Typst."""

from __future__ import annotations

from typing import ClassVar

from briefbook.pdf.translator import TypstTranslator
from briefbook.printed.article_translator import ArticleMixin
from briefbook.sphinx.nodes import callout


class BookTranslator(ArticleMixin, TypstTranslator):
    """Writes articles beside all that any project has."""

    narrow: ClassVar = (*TypstTranslator.narrow, callout)
