"""Articles in LaTeX: chapters of their own, with numbers, places for links and words that break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.latex.chapters import ArticleChapters
from briefbook.latex.marks import VISITORS, LinkTargets
from briefbook.latex.notes import NotesAsFootnotes
from briefbook.latex.words import BreakableWords

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register how articles become chapters, and what is written of the nodes."""
    for node, visitors in VISITORS.items():
        app.add_node(node, override=True, latex=visitors)  # HTML has registered them
    app.add_post_transform(ArticleChapters)
    app.add_post_transform(LinkTargets)
    app.add_post_transform(NotesAsFootnotes)
    app.add_post_transform(BreakableWords)
