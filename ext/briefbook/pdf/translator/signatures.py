"""Descriptions of code: what autodoc and the language domains make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.translator.base import BaseTranslator

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx import addnodes


class SignatureMixin(BaseTranslator):
    """Signatures in the fixed-width face, what they mean indented below."""

    def visit_desc(self, node: addnodes.desc) -> None:
        self.pass_through(node)

    def visit_desc_signature(self, node: addnodes.desc_signature) -> None:
        if not node.astext().strip():
            self.pass_through(node)
        self.wrap(node, "signature")

    def visit_desc_signature_line(self, node: addnodes.desc_signature_line) -> None:
        self.visit_children(node)
        if node is not node.parent.children[-1]:
            self.out.call("linebreak")
        raise nodes.SkipNode

    def visit_desc_content(self, node: addnodes.desc_content) -> None:
        self.wrap(node, "indented")

    def visit_desc_name(self, node: Element) -> None:
        self.wrap(node, "strong")

    def visit_desc_returns(self, node: addnodes.desc_returns) -> None:
        self.out.text(" → ")
        self.pass_through(node)

    def visit_desc_parameterlist(self, node: addnodes.desc_parameterlist) -> None:
        self._parameters(node, "(", ")")

    def visit_desc_type_parameter_list(self, node: addnodes.desc_type_parameter_list) -> None:
        self._parameters(node, "[", "]")

    def visit_desc_optional(self, node: addnodes.desc_optional) -> None:
        self._parameters(node, "[", "]")

    def _parameters(self, node: Element, opening: str, closing: str) -> None:
        self.out.text(opening)
        for place, child in enumerate(node.children):
            if place:
                self.out.text(", ")
            child.walkabout(self)
        self.out.text(closing)
        raise nodes.SkipNode

    def visit_desc_parameter(self, node: Element) -> None:
        self.pass_through(node)

    visit_desc_type_parameter = visit_desc_parameter
    visit_desc_addname = visit_desc_parameter
    visit_desc_type = visit_desc_parameter
    visit_desc_annotation = visit_desc_parameter

    def visit_productionlist(self, node: addnodes.productionlist) -> None:
        self.wrap(node, "signature")

    def visit_production(self, node: addnodes.production) -> None:
        self.anchors(node)
        if node.get("tokenname"):
            self.out.text(f"{node['tokenname']} ::= ")
        self.visit_children(node)
        self.out.call("linebreak")
        raise nodes.SkipNode
