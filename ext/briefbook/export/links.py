"""Links to exported files: relative to their page in HTML, and gone where no files are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from briefbook.export.files import FOLDER
from briefbook.export.write import writes_exports
from briefbook.sphinx.nodes import exports

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def fill_links(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """``doctree-resolved``: make each line of links what docutils has for it, or take it out."""
    for line in list(doctree.findall(exports)):
        if not writes_exports(app.builder):
            line.parent.remove(line)
            continue
        page = app.builder.get_target_uri(docname)
        for link in line.findall(nodes.reference):
            link["refuri"] = relative_uri(page, f"{FOLDER}/{link['refuri']}")
        line.replace_self(_shown(line))


def _shown(line: exports) -> nodes.Element:
    """In a paragraph of text a part of that, else a paragraph of its own."""
    form = nodes.inline if isinstance(line.parent, nodes.paragraph) else nodes.paragraph
    return form("", "", *line.children, classes=line["classes"])
