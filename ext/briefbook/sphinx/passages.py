"""What stands on a page that the book did not make, for the index that readers search by.

A page's passages are read off its doctree once, with the page. What a view puts there later is
found by other ways: as an article, a date, a body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes

from briefbook.sphinx.domain import brief_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from briefbook.sphinx.records import Passage

_TEXT: Final = (
    nodes.paragraph, nodes.term, nodes.literal_block, nodes.rubric, nodes.line, nodes.caption,
    addnodes.desc_signature,
)  # fmt: skip
_UNSEEN: Final = (nodes.comment, nodes.substitution_definition, nodes.raw, nodes.system_message)


def note_passages(app: Sphinx, doctree: nodes.document) -> None:
    """``doctree-read``: keep them, unless the page asks not to be searched."""
    docname = app.env.current_document.docname
    if docname.startswith(f"{app.config.briefbook_articles}/"):
        return
    if not {"no-search", "nosearch"} & app.env.metadata[docname].keys():
        brief_domain(app.env).note_passages(tuple(passages_of(doctree)))


def passages_of(doctree: nodes.document) -> Iterator[Passage]:
    """The passages of a page, in order."""
    waiting: list[tuple[nodes.Element, str]] = [(doctree, "")]
    while waiting:
        node, anchor = waiting.pop()
        if isinstance(node, _UNSEEN):
            continue
        is_section = isinstance(node, nodes.section) and node["ids"]
        if is_section and not isinstance(node.parent, nodes.document):
            anchor = node["ids"][0]
        if isinstance(node, (nodes.title, *_TEXT)):
            is_title = isinstance(node, nodes.title) and isinstance(node.parent, nodes.section)
            if text := " ".join(node.astext().split()):
                yield anchor, text, is_title
            continue
        children = (each for each in node.children if isinstance(each, nodes.Element))
        waiting += [(child, anchor) for child in children][::-1]
