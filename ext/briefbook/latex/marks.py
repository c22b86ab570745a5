"""What LaTeX prints of the project's nodes: numbers in words of its own, and places for links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from briefbook.sphinx.nodes import (
    annotated,
    annotation,
    date_mention,
    paragraph_number,
    removed,
    source_callout,
)

if TYPE_CHECKING:
    from sphinx.writers.latex import LaTeXTranslator


class LinkTargets(SphinxPostTransform):
    """Gives each of our nodes that links lead to a target: LaTeX makes no label of their ids."""

    builders = ("latex",)
    default_priority: ClassVar[int] = 600

    def run(self, **kwargs: Any) -> None:
        ours = (annotation, date_mention, removed, source_callout, nodes.container, nodes.rubric)
        for kind in ours:
            for node in self.document.findall(kind):
                if not node["ids"]:
                    continue
                after_title = isinstance(node.next_node(), nodes.title)
                node.insert(int(after_title), nodes.target("", "", ids=node["ids"]))
                node["ids"] = []


def _visit_paragraph_number(self: LaTeXTranslator, node: paragraph_number) -> None:
    self.visit_reference(node)
    self.body.append(rf"{{\footnotesize\P{{}}{node['number']}}}\enspace{{}}")


def _depart_paragraph_number(self: LaTeXTranslator, node: paragraph_number) -> None:
    self.depart_reference(node)


def _visit_annotated(self: LaTeXTranslator, node: annotated) -> None:
    self.visit_inline(node)


def _depart_annotated(self: LaTeXTranslator, node: annotated) -> None:
    self.depart_inline(node)
    if node["ends"]:
        numbers = ", ".join(map(str, node["ends"]))
        self.body.append(rf"\textsuperscript{{{numbers}}}")


VISITORS: Final[dict[type[nodes.Element], tuple[Any, Any]]] = {
    paragraph_number: (_visit_paragraph_number, _depart_paragraph_number),
    annotated: (_visit_annotated, _depart_annotated),
}
"""What to write before and after each node's children."""
