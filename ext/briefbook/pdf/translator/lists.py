"""Lists of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _ as of_sphinx

from briefbook.pdf.translator.base import BaseTranslator

if TYPE_CHECKING:
    from docutils.nodes import Element, Node
    from sphinx import addnodes

DEEPEST_LIST = 24
"""Levels of lists that are indented. Typst's parser gives up at a nesting of some hundreds, and
the text column at fewer."""

_NUMBERINGS = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}


class ListMixin(BaseTranslator):
    """Bullets, numbers, definitions, fields, options."""

    _list_depth = 0

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        self._list(node, "list")

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        style = _NUMBERINGS.get(node.get("enumtype", "arabic"), "1")
        numbering = f"{node.get('prefix', '')}{style}{node.get('suffix', '.')}"
        self._list(node, "enum", numbering=numbering, start=int(node.get("start", 1)))

    visit_steps_list = visit_enumerated_list

    def _list(self, node: Element, call: str, **named: str | int) -> None:
        if not node.children:
            raise nodes.SkipNode
        if self._list_depth >= DEEPEST_LIST:
            self.pass_through(node)
        self._list_depth += 1
        self.anchors(node)
        self.out.open_list(call, **named)
        self._items(node)
        self.out.close_list()
        self._list_depth -= 1
        raise nodes.SkipNode

    def _items(self, node: Element) -> None:
        """What ``node`` holds, each as an item of the call that is open."""
        for item in node.children:
            self._item(item)

    def _item(self, *content: Node) -> None:
        self.out.open_item()
        for node in content:
            node.walkabout(self)
        self.out.close_item()

    def visit_list_item(self, node: nodes.list_item) -> None:
        self.pass_through(node)

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        self.pass_through(node)

    visit_glossary = visit_definition_list
    visit_acks = visit_definition_list

    def visit_definition_list_item(self, node: nodes.definition_list_item) -> None:
        self.wrap(node, "definition-item")

    def visit_term(self, node: nodes.term) -> None:
        self.out.open("definition-term")
        self.anchors(node)
        for child in node.children:
            if isinstance(child, nodes.classifier):
                self.out.text(" : ")
            child.walkabout(self)
        self.out.close()
        raise nodes.SkipNode

    def visit_definition(self, node: nodes.definition) -> None:
        self.wrap(node, "definition-body")

    def visit_field_list(self, node: Element) -> None:
        self.anchors(node)
        self.out.open_list("fields")
        for field in node.children:
            self._field(field)
        self.out.close_list()
        raise nodes.SkipNode

    visit_option_list = visit_field_list

    def _field(self, node: Node) -> None:
        """A row of two cells: a name, and what stands under it."""
        if isinstance(node, nodes.field | nodes.option_list_item):
            is_name = (nodes.field_name, nodes.option_group)
            names = [child for child in node.children if isinstance(child, is_name)]
            self.out.open_item()
            self.anchors(node)
            for name in names:
                name.walkabout(self)
            self.out.close_item()
            self._item(*(child for child in node.children if child not in names))
        else:
            self._item()
            self._item(node)

    def visit_field_name(self, node: nodes.field_name) -> None:
        self.wrap(node, "field-name-cell")

    def visit_option_group(self, node: nodes.option_group) -> None:
        self.out.open("code-like")
        for place, option in enumerate(node.children):
            if place:
                self.out.text(", ")
            option.walkabout(self)
        self.out.close()
        raise nodes.SkipNode

    def visit_field(self, node: Element) -> None:
        self.pass_through(node)

    # Wherever they stand; in a list of theirs, the list makes cells of them.
    visit_option_list_item = visit_field
    visit_field_body = visit_field
    visit_description = visit_field
    visit_option = visit_field
    visit_option_string = visit_field

    def visit_option_argument(self, node: nodes.option_argument) -> None:
        self.out.text(node.get("delimiter", " "))
        self.wrap(node, "emph")

    def visit_docinfo(self, node: nodes.docinfo) -> None:
        """Bibliographic fields at a document's head."""
        self.out.open_list("fields")
        for field in node.children:
            if isinstance(field, nodes.Element) and not isinstance(field, nodes.field):
                self.out.open_item()
                self.out.open("field-name-cell")
                self.out.text(of_sphinx(type(field).__name__.capitalize()))
                self.out.close()
                self.out.close_item()
                self.out.open_item()
                self.out.open("par")
                self.visit_children(field)
                self.out.close()
                self.out.close_item()
            else:
                self._field(field)
        self.out.close_list()
        raise nodes.SkipNode

    def visit_hlist(self, node: addnodes.hlist) -> None:
        self.anchors(node)
        self.out.open_list("side-by-side", count=max(1, len(node.children)))
        self._items(node)
        self.out.close_list()
        raise nodes.SkipNode

    def visit_hlistcol(self, node: addnodes.hlistcol) -> None:
        self.pass_through(node)
