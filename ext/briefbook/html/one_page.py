"""Gives the parts of articles names of their own where all pages become one (``singlehtml``).

Every article has a ¶1. On one page its ``p1`` becomes ``articles-2021-12-slug-p1``, and what links
to it follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART: Final = re.compile(r"[pds]\d+|(?:note|passage)-.+|removed|id\d+")
"""The ids that several pages have: those of articles, and those that docutils counts up."""


class OnePage(SphinxPostTransform):
    """Runs when references are resolved: those between pages then name page and part."""

    builders = ("singlehtml",)
    default_priority: ClassVar[int] = 450

    def run(self, **kwargs: Any) -> None:
        for docname, node in _by_page(self.document, self.env.docname):
            for key in ("ids", "backrefs", "said"):
                if key in node:
                    node[key] = [_own(docname, each) for each in node[key]]
            if "refid" in node:
                node["refid"] = _own(docname, node["refid"])
            target, _, part = node.get("refuri", "").removeprefix("#document-").partition("#")
            if part and target in self.env.all_docs:
                node["refuri"] = f"#{_own(target, part)}"


def _by_page(node: nodes.Element, docname: str) -> Iterator[tuple[str, nodes.Element]]:
    """Every element below `node`, with the page it comes from; pages nest."""
    for child in node.children:
        if isinstance(child, nodes.Element):
            page = child["docname"] if isinstance(child, start_of_file) else docname
            yield page, child
            yield from _by_page(child, page)


def _own(docname: str, part: str) -> str:
    return nodes.make_id(f"{docname}-{part}") if _PART.fullmatch(part) else part
