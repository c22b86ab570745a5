"""Stops a page that we made and whose doctree holds what no such page may hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from briefbook.pages.index_pages import INDEXES
from briefbook.sphinx.allowed_nodes import ARTICLE, CONTENTS, PART_OF_INDEX, find_fault
from briefbook.warnings import TYPE, Subtype

logger = logging.getLogger(__name__)


class SecondWall(SphinxTransform):
    """Runs before all other transforms, and before anything is collected from the doctree.

    The page's content is replaced and what the page told the domains is forgotten, so that nothing
    of it is published where errors do not stop the build.
    """

    default_priority: ClassVar[int] = 1

    def apply(self, **kwargs: Any) -> None:
        docname = self.env.docname
        if not docname.startswith(f"{self.config.briefbook_articles}/"):
            return
        folder = docname.removeprefix(f"{self.config.briefbook_articles}/").partition("/")[0]
        page = PART_OF_INDEX if folder in INDEXES else ARTICLE
        if docname.endswith("/index"):
            page = CONTENTS
        meta = {str(content) for content in self.config.myst_html_meta.values()}
        found = find_fault(self.document, page, meta) or self._file_read()
        if found is None:
            return
        node, problem = found
        logger.error(
            "the page holds %s, which no generated page may hold; nothing of it is shown. An "
            "extension that changes what pages hold may be the cause; if none does, tell the "
            "makers of briefbook, with the seed",
            problem,
            location=(docname, _line(node)),
            type=TYPE,
            subtype=Subtype.PAGE.value,
        )
        self._forget(docname)
        self._replace()

    def _file_read(self) -> tuple[nodes.Node, str] | None:
        """Directives that read files say so; the page needs none."""
        read = (Path(path).name for path in self.env.dependencies.get(self.env.docname, ()))
        # Sphinx says that every page depends on the project's docutils.conf.
        foreign = any(name != "docutils.conf" for name in read)
        if foreign or self.document.settings.record_dependencies.list:
            return self.document, "what another file holds"
        return None

    def _forget(self, docname: str) -> None:
        for domain in self.env.domains.sorted():
            domain.clear_doc(docname)
        self.env.metadata.pop(docname, None)
        self.env.dependencies.pop(docname, None)
        self.env.included.pop(docname, None)
        self.document.settings.record_dependencies.list.clear()

    def _replace(self) -> None:
        document = self.document
        # What waits for a transform is told by its node, the third of four.
        waiting = document.transformer.transforms
        document.transformer.transforms = [each for each in waiting if each[2] is None]
        # The nodes, and what docutils keeps of them: names, targets, footnotes, substitutions.
        for name, kept in vars(document).items():
            if name != "attributes" and isinstance(kept, dict | list):
                kept.clear()
        document.attributes.pop("title", None)
        section = nodes.section(ids=["not-shown"])
        section += nodes.title("", "This page is not shown")
        section += nodes.paragraph(
            "",
            "Its article, or what stands beside it, was read as more than text. "
            "What the build printed says more.",
        )
        document += section


def _line(node: nodes.Node) -> int | None:
    """The line of the page on which ``node``, or the nearest node around it, stands."""
    while node.line is None and node.parent is not None:
        node = node.parent
    return node.line
