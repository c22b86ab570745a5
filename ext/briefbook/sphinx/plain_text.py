"""What Sphinx's text writer cannot do: it runs the paragraphs of an admonition together, and stops
at a citation whose label is as wide as its page.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.sphinx.nodes import callout

LONGEST_LABEL: Final = 40
"""Characters of a citation's label: a work is set off from the edge by as much, and a line of plain
text has 70."""


class SpacedCallouts(SphinxPostTransform):
    """Puts what follows a callout's title into a container, where paragraphs stay apart."""

    formats = ("text",)
    default_priority: ClassVar[int] = 400

    def run(self, **kwargs: Any) -> None:
        for node in list(self.document.findall(callout)):
            title, *rest = node.children
            node.children = [title]
            node.append(nodes.container("", *rest))


class ShortLabels(SphinxPostTransform):
    """Cuts labels of citations, which a bibliography's style makes of names however long."""

    formats = ("text",)
    default_priority: ClassVar[int] = 900
    """After sphinxcontrib-bibtex has made the citations."""

    def run(self, **kwargs: Any) -> None:
        for label in list(self.document.findall(nodes.label)):
            words = label.astext()
            if len(words) > LONGEST_LABEL:
                label.clear()
                label.append(nodes.Text(words[: LONGEST_LABEL - 1] + "…"))
