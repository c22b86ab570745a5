"""Keeps smart quotes away from an article's title, which may be the publisher's own headline."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx.transforms import SphinxTransform

from briefbook.sphinx.nodes import provenance


class PlainTitle(SphinxTransform):
    """Runs before Sphinx's smart quotes (priority 750)."""

    default_priority: ClassVar[int] = 700

    def apply(self, **kwargs: Any) -> None:
        for node in self.document.findall(provenance):
            for title in node.parent.findall(nodes.title):
                title["support_smartquotes"] = False
                break
