"""Paragraphs, quotations, code, admonitions and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _, admonitionlabels

from briefbook.pdf.translator.base import BaseTranslator

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx import addnodes

LONGEST_WORD = 60
"""Characters that fit in a line of a code block."""

# The names that Typst's highlighter knows languages by, where they are not Sphinx's.
_LANGUAGES = {"default": None, "none": None, "text": None, "python3": "python", "rest": None}


class BlockMixin(BaseTranslator):
    """Blocks of the running text."""

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        self.wrap(node, self.paragraph_call(node))

    visit_compact_paragraph = visit_paragraph

    def visit_block_quote(self, node: nodes.block_quote) -> None:
        self.wrap(node, "quotation-block")

    def visit_attribution(self, node: nodes.attribution) -> None:
        self.wrap(node, "credit")

    def visit_line_block(self, node: nodes.line_block) -> None:
        if isinstance(node.parent, nodes.line_block):
            self.pass_through(node)
        self.wrap(node, "verse")

    def visit_line(self, node: nodes.line) -> None:
        depth = -1
        parent: nodes.Node | None = node.parent
        while isinstance(parent, nodes.line_block):
            depth += 1
            parent = parent.parent
        self.out.open("line-of", depth=depth)
        self.anchors(node)
        self.visit_children(node)
        if not node.astext().strip():
            self.out.text("\N{NO-BREAK SPACE}")
        self.out.close()
        raise nodes.SkipNode

    def visit_literal_block(self, node: Element) -> None:
        self.anchors(node)
        if any(len(word) > LONGEST_WORD for word in node.astext().split()):
            # A line of code breaks at spaces only; one of these would leave the page.
            self._code_lines(node.astext())
            raise nodes.SkipNode
        language = str(node.get("language", "")) or None
        language = _LANGUAGES.get(language or "", language)
        self.out.call("code-block", node.astext(), lang=language)
        raise nodes.SkipNode

    def _code_lines(self, code: str) -> None:
        self.out.open("code-lines")
        for number, line in enumerate(code.splitlines()):
            if number:
                self.out.call("linebreak")
            words = line.lstrip(" ")
            self.out.text("\N{NO-BREAK SPACE}" * (len(line) - len(words)) + words)
        self.out.close()

    visit_doctest_block = visit_literal_block

    def visit_math_block(self, node: nodes.math_block) -> None:
        self.anchors(node)
        self.out.call("code-block", node.astext().strip())
        raise nodes.SkipNode

    def visit_rubric(self, node: nodes.rubric) -> None:
        self.wrap(node, "rubric-line")

    def visit_centered(self, node: addnodes.centered) -> None:
        self.wrap(node, "rubric-line")

    def visit_transition(self, node: nodes.transition) -> None:
        if "footnotes" not in node["classes"]:
            self.out.code("ornament")
        raise nodes.SkipNode

    def block_title(self, node: nodes.title) -> None:
        """The title of a topic, a sidebar or an admonition."""
        self.out.open("admonition-title", kind=_kind(node.parent))
        self.anchors(node)
        self.visit_children(node)
        self.out.close()

    def visit_admonition(self, node: Element) -> None:
        """An admonition of any kind; one without a title of its own gets its kind's."""
        kind = _kind(node)
        self.out.open("admonition", kind=kind)
        self.anchors(node)
        has_title = bool(node.children) and isinstance(node.children[0], nodes.title)
        if not has_title and kind in admonitionlabels:
            self.out.open("admonition-title", kind=kind)
            self.out.text(str(admonitionlabels[kind]))
            self.out.close()
        self.visit_children(node)
        self.out.close()
        raise nodes.SkipNode

    visit_attention = visit_admonition
    visit_caution = visit_admonition
    visit_danger = visit_admonition
    visit_error = visit_admonition
    visit_hint = visit_admonition
    visit_important = visit_admonition
    visit_note = visit_admonition
    visit_seealso = visit_admonition
    visit_sidebar = visit_admonition
    visit_system_message = visit_admonition
    visit_tip = visit_admonition
    visit_topic = visit_admonition
    visit_warning = visit_admonition

    def visit_versionmodified(self, node: addnodes.versionmodified) -> None:
        self.wrap(node, "indented")

    def visit_decoration(self, node: Element) -> None:
        raise nodes.SkipNode

    def visit_docinfo(self, node: nodes.docinfo) -> None:
        """Bibliographic fields at a document's head."""
        self.out.open_list("fields")
        for field in node.children:
            if isinstance(field, nodes.Element) and not isinstance(field, nodes.field):
                self.out.open_item()
                self.out.open("field-name-cell")
                self.out.text(_(type(field).__name__.capitalize()))
                self.out.close()
                self.out.close_item()
                self.out.open_item()
                self.out.open("par")
                self.visit_children(field)
                self.out.close()
                self.out.close_item()
            else:
                field.walkabout(self)
        self.out.close_list()
        raise nodes.SkipNode


def _kind(node: Element) -> str:
    if isinstance(node, nodes.admonition):
        return next((name for name in node["classes"] if name in admonitionlabels), "admonition")
    return type(node).__name__
