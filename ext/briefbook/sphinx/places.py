"""The directives that say where a view goes; what it shows is known once all pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import aggregate
from briefbook.sphinx.views import VIEWS

if TYPE_CHECKING:
    from docutils.nodes import Node


class PlaceDirective(SphinxDirective):
    """Puts a view where it stands; its own name, less the domain, is the view's."""

    def run(self) -> list[Node]:
        view = VIEWS[self.name.removeprefix("brief:")]
        domain = brief_domain(self.env)
        if view.shows:
            domain.note_view(view.name)
        if view.note is not None:
            view.note(domain)
        node = aggregate(view=view.name, docname=self.env.docname)
        self.set_source_info(node)
        return [node]
