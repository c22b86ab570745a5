"""Text and what stands within a line."""

# ruff: noqa: N815 - docutils names the visitors, and hands each its node

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from briefbook.pdf.translator.base import BaseTranslator

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx import addnodes


LONGEST_WHOLE = 16
"""Characters of a piece of code that is never parted at a line's end."""

_BOLD = {"guilabel", "menuselection", "brief-label"}
"""Classes of what is set in semibold; the last is an article's own "Why it matters:"."""


class InlineMixin(BaseTranslator):
    """Inline elements. Those without a look of their own pass their text on."""

    _keeps_blanks = False
    """Whether runs of blanks count, as they do in code."""

    def visit_Text(self, node: nodes.Text) -> None:
        self.out.text(node.astext(), keeps_blanks=self._keeps_blanks)

    def depart_Text(self, node: nodes.Text) -> None:
        pass

    def visit_emphasis(self, node: Element) -> None:
        self.wrap(node, "emph")

    visit_literal_emphasis = visit_emphasis
    visit_title_reference = visit_emphasis
    visit_manpage = visit_emphasis

    def visit_strong(self, node: nodes.strong) -> None:
        self.wrap(node, "strong")

    visit_literal_strong = visit_strong

    def visit_literal(self, node: nodes.literal) -> None:
        if "kbd" in node["classes"]:
            self.wrap(node, "key")
        words = node.astext()
        is_short = len(words) <= LONGEST_WHOLE and not any(each.isspace() for each in words)
        self._keeps_blanks = True
        try:
            self.wrap(node, "code-word" if is_short else "code-like")
        finally:  # it always raises SkipNode
            self._keeps_blanks = False

    def visit_subscript(self, node: nodes.subscript) -> None:
        self.wrap(node, "sub")

    def visit_superscript(self, node: nodes.superscript) -> None:
        self.wrap(node, "super")

    def visit_inline(self, node: nodes.inline) -> None:
        classes = node["classes"]
        if "kbd" in classes:
            self.wrap(node, "key")
        if any(name.startswith("sd-badge") for name in classes):
            self.wrap(node, "badge")
        if not _BOLD.isdisjoint(classes):
            self.wrap(node, "strong")
        self.pass_through(node)

    def visit_abbreviation(self, node: nodes.abbreviation) -> None:
        self.anchors(node)
        self.visit_children(node)
        if node.get("explanation"):
            self.out.text(f" ({node['explanation']})")
        raise nodes.SkipNode

    def visit_math(self, node: nodes.math) -> None:
        tex = node.astext()
        formula = self.formula(node, tex)
        if formula is None:
            self.out.call("code-text", tex)
        else:
            self.out.code(formula)
        raise nodes.SkipNode

    def visit_problematic(self, node: nodes.problematic) -> None:
        self.wrap(node, "mark-text")

    def _pass(self, node: Element) -> None:
        self.pass_through(node)

    visit_acronym = _pass
    visit_classifier = _pass
    visit_generated = _pass
    visit_substitution_reference = _pass
    visit_pending_xref = _pass
    visit_pending_xref_condition = _pass
    visit_PassthroughTextElement = _pass

    def visit_raw(self, node: nodes.raw) -> None:
        """Markup for other builders; of MyST's task lists the box is kept."""
        if "html" in node.get("format", "") and 'type="checkbox"' in node.astext():
            self.out.text("☑ " if "checked=" in node.astext() else "☐ ")
        raise nodes.SkipNode

    def _skip(self, node: Element) -> None:
        raise nodes.SkipNode

    visit_sd_icon = _skip
    visit_fontawesome = _skip
    visit_substitution_definition = _skip
    visit_toctree = _skip
    visit_pending = _skip
    visit_meta = _skip
    visit_highlightlang = _skip
    visit_tabular_col_spec = _skip
    visit_only = _pass

    def visit_comment(self, node: nodes.comment) -> None:
        """Nothing; but autosummary's tables are comments by class."""
        if all(isinstance(child, nodes.Text) for child in node.children):
            raise nodes.SkipNode
        self.pass_through(node)

    def visit_sd_line_break(self, node: Element) -> None:
        self.out.call("linebreak")
        raise nodes.SkipNode

    def visit_desc_inline(self, node: addnodes.desc_inline) -> None:
        self.wrap(node, "code-like")
