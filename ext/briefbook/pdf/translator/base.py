"""What all parts of the translator share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from briefbook.pdf.output import Output
from briefbook.warnings import TYPE, Subtype

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from briefbook.pdf.builder import PdfBuilder
    from briefbook.pdf.labels import Labels

LONG = 5_000
"""Characters of a paragraph past which it is not hyphenated: Typst weighs all its lines together,
which took 8 s of CPU for 100,000 characters with hyphenation and 0.2 s without."""

logger = logging.getLogger(__name__)


class BaseTranslator(SphinxTranslator):
    """The state of a translation, and the few verbs that visitors are written in."""

    builder: PdfBuilder

    def __init__(self, document: nodes.document, builder: PdfBuilder, labels: Labels) -> None:
        super().__init__(document, builder)
        self.out = Output()
        self.labels = labels
        self.docname: str = builder.config.root_doc
        """The document that is being written."""
        self._held_anchors: list[str] | None = None

    # Anchors -----------------------------------------------------------------------------------

    def anchors(self, node: Element) -> None:
        """Write what links to ``node`` arrive at."""
        names = self.labels.write(self.docname, node.get("ids", ()))
        if self._held_anchors is not None:
            self._held_anchors += names
            return
        for name in names:
            self.out.call("anchor", name)

    def hold_anchors(self) -> None:
        """From here on keep anchors back: Typst shows headings twice, and table heads repeatedly,
        and a label may stand but once.
        """
        self._held_anchors = []

    def release_anchors(self) -> None:
        """Write what was held back."""
        held, self._held_anchors = self._held_anchors or [], None
        for name in held:
            self.out.call("anchor", name)

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

    # What nobody knows -------------------------------------------------------------------------

    def unknown_visit(self, node: Node) -> None:
        logger.warning(
            "the PDF builder does not know the node %r; its text is kept",
            type(node).__name__,
            type=TYPE,
            subtype=Subtype.PDF_NODE,
            location=node,
        )
        if isinstance(node, nodes.Element):
            self.anchors(node)

    def unknown_departure(self, node: Node) -> None:
        pass
