"""Paragraphs, quotations, code, admonitions and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from briefbook.pdf.translator.base import BaseTranslator
from briefbook.pdf.typst_code import Code

if TYPE_CHECKING:
    from docutils.nodes import Element

LONGEST_WORD = 60
"""Characters that fit in a line of a code block as wide as the text."""
LONGEST_WORD_IN_CELL = 16
"""The same, in a column of a table or in the margin."""

# The names that Typst's highlighter knows languages by, where they are not Sphinx's.
_LANGUAGES = {"default": None, "none": None, "text": None, "python3": "python", "rest": None}

_INDENTED = (
    nodes.list_item,
    nodes.definition,
    nodes.block_quote,
    nodes.Admonition,
    nodes.container,
    addnodes.desc_content,
)


class BlockMixin(BaseTranslator):
    """Blocks of the running text."""

    narrow: ClassVar[tuple[type[nodes.Element], ...]] = (
        nodes.entry,
        nodes.field_body,
        nodes.description,
        nodes.footnote,
        addnodes.hlistcol,
    )
    """What has less room than the text column."""

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
        language = str(node.get("language", "")) or None
        options: dict[str, Any] = node.get("highlight_args", {})
        self.out.call(
            "code-block",
            # Tabs as browsers show them.
            node.astext().expandtabs(8),
            lang=_LANGUAGES.get(language or "", language),
            longest=self._longest_word(node),
            first=options.get("linenostart", 1) if node.get("linenos") else None,
            marked=options.get("hl_lines", []),
        )
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def _longest_word(self, node: Element) -> int:
        """The longest word, in characters, that surely fits in a line of code at ``node``."""
        longest = LONGEST_WORD
        above = node.parent
        while above is not None and not isinstance(above, nodes.section):
            if isinstance(above, self.narrow):
                return LONGEST_WORD_IN_CELL
            if isinstance(above, _INDENTED):
                longest -= 5
            above = above.parent
        return max(longest, LONGEST_WORD_IN_CELL)

    def visit_math_block(self, node: nodes.math_block) -> None:
        """An equation, with the number that links call it by."""
        self.anchors(node)
        tex = node.astext().strip()
        number = self._equation_number(node)
        shown = f"({number})" if number else None
        formula = self.formula(node, tex, is_block=True)
        if formula is None:
            self.out.call("code-block", tex, longest=self._longest_word(node), number=shown)
        else:
            self.out.call("equation-line", Code(formula), number=shown)
        raise nodes.SkipNode

    def _equation_number(self, node: nodes.math_block) -> str | None:
        if not (self.config.numfig and self.config.math_numfig):
            number = node.get("number")
            return str(number) if number else None
        parts = self.numbers("displaymath", node)
        number = ".".join(map(str, parts))
        separator: str = self.config.math_numsep
        return separator.join(number.rsplit(".", 1))

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
    visit_todo_node = visit_admonition
    visit_topic = visit_admonition
    visit_warning = visit_admonition

    def visit_versionmodified(self, node: addnodes.versionmodified) -> None:
        self.wrap(node, "indented")

    def visit_decoration(self, node: Element) -> None:
        raise nodes.SkipNode


def _kind(node: Element) -> str:
    if isinstance(node, nodes.admonition):
        return next((name for name in node["classes"] if name in admonitionlabels), "admonition")
    return type(node).__name__
