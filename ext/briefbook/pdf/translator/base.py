"""What all parts of the translator share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from briefbook.pdf.formulas import FormulaError, typst_formula
from briefbook.pdf.lines import place_of, stands_in_line
from briefbook.pdf.nodes import At, Below, drawn
from briefbook.pdf.output import Output
from briefbook.warnings import TYPE, Subtype
from briefbook.words import _

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from briefbook.pdf.labels import Labels
    from briefbook.pdf.nodes import Told
    from briefbook.pdf.print_builder import PrintBuilder
    from briefbook.pdf.typst_code import Value

LONG = 5_000
"""Characters of a paragraph past which it is not hyphenated: Typst weighs all its lines together,
which took 8 s of CPU for 100,000 characters with hyphenation and 0.2 s without."""

DEEPEST = 6
"""PDF has headings of six levels (H1 to H6)."""

logger = logging.getLogger(__name__)


class BaseTranslator(SphinxTranslator):
    """The state of a translation, and the few verbs that visitors are written in."""

    builder: PrintBuilder

    def __init__(self, document: nodes.document, builder: PrintBuilder, labels: Labels) -> None:
        super().__init__(document, builder)
        self.out = Output()
        self.labels = labels
        self.docname: str = builder.config.root_doc
        """The document that is being written."""
        self._held_anchors: list[int] | None = None
        self.in_columns = False
        """Whether the pages that are being written have two columns."""
        self.last_level = 0
        """Of the heading that was written last; those of entries of a list left out."""

    # Anchors -----------------------------------------------------------------------------------

    def anchors(self, node: Element) -> None:
        """Write what links to ``node`` arrive at."""
        places = self.labels.write(self.docname, node.get("ids", ()))
        if self._held_anchors is not None:
            self._held_anchors += places
            return
        for place in places:
            self.out.call("anchor", place)

    def hold_anchors(self) -> None:
        """From here on keep anchors back: Typst shows headings twice, and table heads repeatedly,
        and a label may stand but once.
        """
        self._held_anchors = []

    def release_anchors(self) -> None:
        """Write what was held back."""
        held, self._held_anchors = self._held_anchors or [], None
        for place in held:
            self.out.call("anchor", place)

    def placed(self, told: Told) -> Value:
        """Data for a function of the template: its places are numbers."""
        if isinstance(told, At):
            return self.labels.want(told.docname, told.anchor)
        if isinstance(told, Below):
            return self.level_below
        if isinstance(told, dict):
            return {name: self.placed(each) for name, each in told.items()}
        if isinstance(told, list | tuple):
            values = [(each, self.placed(each)) for each in told]
            return [value for each, value in values if value is not None or each is None]
        assert told is None or isinstance(told, bool | int | float | str)  # noqa: S101
        return told

    @property
    def level_below(self) -> int:
        """The level of headings below the last."""
        return min(self.last_level + 1, DEEPEST)

    def visit_drawn(self, node: drawn) -> None:
        self.anchors(node)
        named = {name: self.placed(each) for name, each in node["data"].items()}
        self.out.call(node["call"], **named)
        raise nodes.SkipNode

    # Verbs -------------------------------------------------------------------------------------

    def visit_children(self, node: Element) -> None:
        for child in list(node.children):
            child.walkabout(self)

    def rendered(self, node: Element) -> str:
        """The code of what ``node`` holds."""
        self.out.capture()
        self.visit_children(node)
        return self.out.captured()

    def paragraph_call(self, node: Element) -> str:
        """The call for a paragraph of running text."""
        return "par" if len(node.astext()) <= LONG else "long-par"

    def wrap(self, node: Element, name: str, /, *positional: Any, **named: Any) -> None:
        """Write ``node`` and all in it as one call, and skip it."""
        self.out.open(name, *positional, **named)
        self.anchors(node)
        self.visit_children(node)
        self.out.close()
        raise nodes.SkipNode

    def pass_through(self, node: Element) -> None:
        """Write what ``node`` holds, as if it were not there, and skip it."""
        self.anchors(node)
        self.visit_children(node)
        raise nodes.SkipNode

    # Numbers -----------------------------------------------------------------------------------

    def numbers(self, kind: str, node: Element) -> tuple[int, ...]:
        """What links call ``node`` by, counted among its kind; empty where it has no number."""
        numbered = self.builder.env.toc_fignumbers.get(self.docname, {}).get(kind, {})
        return next((numbered[place] for place in node["ids"] if place in numbered), ())

    def number_in_words(self, node: Element) -> str | None:
        """The number of a figure, table, listing or the like: ``Table 2``. None without one."""
        kind = self.builder.env.domains.standard_domain.get_enumerable_node_type(node)
        parts = self.numbers(kind, node) if kind else ()
        if not parts:
            return None
        form: str = self.config.numfig_format.get(kind, "%s")
        return form % ".".join(map(str, parts))

    # Formulas ----------------------------------------------------------------------------------

    def formula(self, node: Element, tex: str, *, is_block: bool = False) -> str | None:
        """The code of a formula; None where it cannot be set, which is said: then its TeX is
        printed, readable and exact.
        """
        try:
            return typst_formula(tex, is_block=is_block)
        except FormulaError as error:
            logger.warning(
                "the PDF prints a formula as it is written: %s",
                error,
                type=TYPE,
                subtype=Subtype.PDF_FORMULA,
                location=place_of(node, self.docname),
            )
            return None

    # What paper cannot show --------------------------------------------------------------------

    def unknown_visit(self, node: Node) -> None:
        if not isinstance(node, nodes.Element):
            return
        if not node.children:
            self.left_out(node, _("Something that cannot be printed stands here in the HTML book"))
        logger.warning(
            "the PDF builder does not know the node %r; its text is kept",
            type(node).__name__,
            type=TYPE,
            subtype=Subtype.PDF_NODE,
            location=place_of(node, self.docname),
        )
        self.anchors(node)

    def unknown_departure(self, node: Node) -> None:
        pass

    def left_out(self, node: Element, words: str) -> None:
        """Write a line in the place of what is not printed, with what ``node`` has for those who
        do not see it; warn of it, and skip it.
        """
        logger.warning(
            "the PDF cannot show the node %r; a line says so in its place",
            type(node).__name__,
            type=TYPE,
            subtype=Subtype.PDF_LEFT_OUT,
            location=place_of(node, self.docname),
        )
        self.anchors(node)
        alternative = str(node.get("alt") or "").strip()
        words = f"{words}: {alternative}" if alternative else f"{words}."
        if stands_in_line(node):
            self.out.open("left-out")
            self.out.text(f"[{words.removesuffix('.')}]")
        else:
            self.out.open("left-out-line")
            self.out.text(words)
        self.out.close()
        raise nodes.SkipNode
