"""What the doctree of a page that we make may hold: the second wall.

The first is that pages/ escapes whatever comes from outside. Should something of it become markup
all the same, its nodes are not these, or do not stand where these may.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.addnodes import pending_xref, toctree

from briefbook.sphinx import nodes as brief
from briefbook.sphinx.views import VIEWS
from briefbook.text.addresses import is_web_address

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_OF_ONE_ARTICLE: Final = frozenset(name for name, view in VIEWS.items() if not view.shows)
"""Views that show nothing of other pages."""

_TERM: Final = ("std", "term")
_CITATION: Final = ("cite", "p")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a page, and what may stand in it."""

    classes: frozenset[type[nodes.Node]]
    """No subclass of them, and no other."""
    references: frozenset[tuple[str, str]] = frozenset()
    """Domain and type of those that Sphinx resolves."""


_INLINE = frozenset({nodes.Text, nodes.inline, pending_xref})
_TABLE = frozenset(
    {nodes.table, nodes.tgroup, nodes.colspec, nodes.thead, nodes.tbody, nodes.row, nodes.entry}
)
_FIELDS = frozenset({nodes.field_list, nodes.field, nodes.field_name, nodes.field_body})

ARTICLE: Final = Part(
    classes=frozenset(
        {
            nodes.section,
            nodes.title,
            nodes.Text,
            brief.provenance,
            brief.aggregate,
            brief.article_text,
            brief.removed,
            brief.stand_in,
            brief.versions,
        }
    )
)
"""A seed's page, around the parts below."""

CONTENTS: Final = Part(
    classes=frozenset({nodes.section, nodes.title, nodes.Text, nodes.compound, toctree})
)
"""A page of contents."""

PART_OF_INDEX: Final = Part(
    classes=frozenset({nodes.section, nodes.title, nodes.Text, brief.aggregate})
)
"""A part of a divided index, which is filled once all pages are read."""

_PROVENANCE = Part(
    classes=frozenset({nodes.title, nodes.paragraph, nodes.literal, nodes.reference})
    | _INLINE
    | _FIELDS,
    references=frozenset({_CITATION}),
)
_TEXT = Part(
    classes=frozenset(
        {
            nodes.paragraph,
            nodes.bullet_list,
            nodes.list_item,
            brief.article_block,
            brief.paragraph_number,
            brief.date_mention,
            brief.quotation,
            brief.reported,
            brief.annotated,
            brief.source_callout,
            brief.annotation,
        }
    )
    | _INLINE,
    references=frozenset({_TERM}),
)
_CALLOUT = Part(
    classes=frozenset(
        {
            nodes.title,
            nodes.paragraph,
            nodes.emphasis,
            nodes.strong,
            nodes.literal,
            nodes.reference,
            nodes.bullet_list,
            nodes.enumerated_list,
            nodes.list_item,
        }
    )
    | _INLINE,
    references=frozenset({_TERM, _CITATION}),
)
_REMOVED = Part(classes=frozenset({nodes.paragraph, nodes.Text}) | _TABLE)

_STAND_IN = Part(
    classes=frozenset({nodes.paragraph}) | _INLINE,
    references=frozenset({("brief", "article"), ("brief", "paragraph")}),
)

_VERSIONS = Part(
    classes=frozenset({nodes.paragraph, nodes.reference, nodes.strong, nodes.emphasis})
    | _INLINE
    | _TABLE,
    references=frozenset({("brief", "article")}),
)

_PARTS: Final[dict[type[nodes.Node], Part]] = {
    brief.provenance: _PROVENANCE,
    brief.article_text: _TEXT,
    brief.source_callout: _CALLOUT,
    brief.annotation: _CALLOUT,
    brief.removed: _REMOVED,
    brief.stand_in: _STAND_IN,
    brief.versions: _VERSIONS,
}
"""What opens each part."""

_CLASSES: Final = frozenset(
    {"xref", "std", "std-term", "cite", "cite-p", "colwidths-given", "toctree-wrapper"}
)
"""Style classes that are not ours, whose names begin with ``brief-``."""


def find_fault(
    document: nodes.document, page: Part, meta: Container[str]
) -> tuple[nodes.Node, str] | None:
    """The first node of ``document`` that may not stand there, and what it is; None without one.

    ``meta`` is what the project's configuration tells machines on every page.
    """
    if "title" in document:  # for the browser's tab and search engines; a directive sets it
        return document, "a title of its own"
    configured = [
        node
        for node in document.children
        if isinstance(node, nodes.meta) and node.get("content") in meta
    ]
    own = [node for node in document.children if node not in configured]
    if [type(node) for node in own] != [nodes.section]:
        return document, "something beside its one section"
    for node, part in _nodes(own[0], page):
        if type(node) not in part.classes:
            return node, f"<{getattr(node, 'tagname', '#text')}>"
        if isinstance(node, nodes.Element) and (problem := _problem(node, part)):
            return node, f"<{node.tagname}> {problem}"
    return None


def _nodes(root: nodes.Node, part: Part) -> Iterator[tuple[nodes.Node, Part]]:
    """``root`` and every node below it with the part it stands in, in order."""
    waiting: list[tuple[nodes.Node, Part]] = [(root, part)]
    while waiting:
        node, around = waiting.pop()
        yield node, around
        inside = _PARTS.get(type(node), around)
        waiting += [(child, inside) for child in reversed(node.children)]


def _problem(node: nodes.Element, part: Part) -> str | None:
    """What is wrong with a node of an allowed class."""
    if not all(name.startswith("brief-") or name in _CLASSES for name in node["classes"]):
        return "of a foreign class"
    if node["names"] and not isinstance(node, nodes.section):
        return "with a name of its own"
    if isinstance(node, nodes.section) and not isinstance(node.parent, nodes.document):
        return "within another"
    if isinstance(node, nodes.paragraph) and part is _TEXT and not _is_block(node):
        return "that is no block of the article"
    if isinstance(node, pending_xref):
        is_known = (node["refdomain"], node["reftype"]) in part.references
        return None if is_known else "of a foreign kind"
    if type(node) is nodes.reference:
        return None if _leads_somewhere_plain(node) else "to a foreign target"
    if isinstance(node, brief.aggregate) and node["view"] not in _OF_ONE_ARTICLE:
        return None if part is PART_OF_INDEX and "part" in node else "of the whole book"
    if isinstance(node, toctree):
        folder = node["parent"].removesuffix("index")
        below = all(name.startswith(folder) for _, name in node["entries"])
        return None if below else "of other pages"
    return None


def _is_block(paragraph: nodes.paragraph) -> bool:
    opening = paragraph.children[0] if paragraph.children else None
    return isinstance(opening, brief.paragraph_number) or bool(paragraph["classes"])


def _leads_somewhere_plain(reference: nodes.reference) -> bool:
    if "refuri" in reference:
        return is_web_address(reference["refuri"])
    return "refid" in reference and "refname" not in reference
