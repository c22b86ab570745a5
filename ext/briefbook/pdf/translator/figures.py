"""Images, figures and captioned listings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.lines import stands_in_line
from briefbook.pdf.translator.tables import TableMixin
from briefbook.pdf.typst_code import Code
from briefbook.words import _

if TYPE_CHECKING:
    from docutils.nodes import Element

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(%|cm|mm|in|pt|px|em)?$")
_PLACES = ("left", "center", "right")


class FigureMixin(TableMixin):
    """Pictures. PDF/UA-1 refuses one without words for those who do not see it."""

    def visit_image(self, node: nodes.image) -> None:
        name = self.builder.image_names.get(node["uri"])
        words = _alternative(node)
        if name is None:
            # An address on the network, or a file that is not there, which Sphinx has said.
            self.out.text(words or node["uri"])
            raise nodes.SkipNode
        call = "inline-picture" if stands_in_line(node) else "fitted"
        self.anchors(node)
        self.out.call(call, name, alt=words, width=_length(node.get("width")))
        raise nodes.SkipNode

    def visit_graphviz(self, node: Element) -> None:
        """A diagram, which a program of its own or a script in the browser draws."""
        self.left_out(node, _("A diagram stands here in the HTML book"))

    visit_mermaid = visit_graphviz

    def visit_figure(self, node: nodes.figure) -> None:
        place = node.get("align", "")
        self.wrap(node, "figure-block", place=Code(place if place in _PLACES else "left"))

    def visit_caption(self, node: nodes.caption) -> None:
        number = self.number_in_words(node.parent)
        if isinstance(node.parent, nodes.figure):
            self.wrap(node, "figure-caption", number=number)
        self.wrap(node, "caption-line", number=number)

    def visit_legend(self, node: nodes.legend) -> None:
        self.wrap(node, "small")


def _alternative(node: Element) -> str | None:
    """Words for the picture; None where its author says that it only decorates."""
    if "alt" in node and node["alt"] != node["uri"]:
        return str(node["alt"]).strip() or None
    figure = node.parent
    while figure is not None and not isinstance(figure, nodes.figure):
        figure = figure.parent
    if figure is not None:
        for caption in figure.children:
            if isinstance(caption, nodes.caption):
                return caption.astext()
    return str(node["uri"]).rpartition("/")[2]


def _length(given: str | None) -> Code:
    found = _LENGTH.match(given or "")
    if found is None:
        return Code("auto")
    number, unit = found.groups()
    if unit in (None, "px"):
        return Code(f"{float(number) * 0.75:g}pt")
    return Code(f"{number}{unit}")
