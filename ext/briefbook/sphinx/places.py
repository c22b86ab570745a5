"""The directives that say where a view goes; what it shows is known once all pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import aggregate
from briefbook.sphinx.views import VIEWS

if TYPE_CHECKING:
    from docutils.nodes import Node


class PlaceDirective(SphinxDirective):
    """Puts a view where it stands; its own name, less the domain, is the view's.

    ``part`` is for the pages of a divided index, which the build makes.
    """

    option_spec: ClassVar = {"part": directives.unchanged}

    def run(self) -> list[Node]:
        view = VIEWS[self.name.removeprefix("brief:")]
        domain = brief_domain(self.env)
        node = aggregate(view=view.name, docname=self.env.docname)
        self.set_source_info(node)
        if "part" in self.options:
            if view.shown_in_parts is None:
                raise self.error(f"{self.name} is never divided, and has no part")
            domain.note_part(view.name, self.options["part"])
            # As front matter would say; but of generated pages the second wall allows none.
            metadata = self.env.metadata[self.env.current_document.docname]
            metadata.update(orphan="", nosearch="")
            node["part"] = self.options["part"]
            return [node]
        if view.shows:
            domain.note_view(view.name)
        if view.note is not None:
            view.note(domain)
        return [node]
