"""Callouts in plain text: Sphinx's text writer runs the paragraphs of an admonition together."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.sphinx.nodes import callout


class SpacedCallouts(SphinxPostTransform):
    """Puts what follows a callout's title into a container, where paragraphs stay apart."""

    formats = ("text",)
    default_priority: ClassVar[int] = 400

    def run(self, **kwargs: Any) -> None:
        for node in list(self.document.findall(callout)):
            title, *rest = node.children
            node.children = [title]
            node.append(nodes.container("", *rest))
