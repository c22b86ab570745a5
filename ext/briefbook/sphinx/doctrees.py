"""Lets go of doctrees that Sphinx would hold until their pages are written, or for good.

Without several processes it keeps every doctree that it has read until all are, and the bytes of
those that it takes from their files: a third of a megabyte an article, most of what many articles
cost. Both save the reading of a small file each. It offers no way to have it otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def forget_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """``source-read``: a page is about to be read, and those before it are in their files."""
    app.env._write_doc_doctree_cache.clear()  # noqa: SLF001


def forget_written(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """``doctree-resolved``: the page has been taken from its bytes and is about to be written."""
    app.env._pickled_doctree_cache.pop(docname, None)  # noqa: SLF001
