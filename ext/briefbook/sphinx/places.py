"""The directives that say where a view goes; what it shows is known once all pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from briefbook.pages.index_pages import INDEXES
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import aggregate
from briefbook.sphinx.views import VIEWS

if TYPE_CHECKING:
    from docutils.nodes import Node

    from briefbook.sphinx.views.view import View


class PlaceDirective(SphinxDirective):
    """Puts a view where it stands; its own name, less the domain, is the view's."""

    def run(self) -> list[Node]:
        view = VIEWS[self.name.removeprefix("brief:")]
        domain = brief_domain(self.env)
        if view.shows:
            domain.note_view(view.name)
        if view.note is not None:
            view.note(domain)
        return [_placed(self, view)]


class PartDirective(SphinxDirective):
    """Puts a part of a divided index on its page, which the build makes: ``dates/2022-01``."""

    required_arguments = 1

    def run(self) -> list[Node]:
        index, _slash, part = self.arguments[0].partition("/")
        if index not in INDEXES:
            raise self.error(f"no index is called {index!r}")
        view = VIEWS[INDEXES[index].view]
        brief_domain(self.env).note_part(view.name, part)
        # As front matter would say; but of generated pages the second wall allows none.
        metadata = self.env.metadata[self.env.current_document.docname]
        metadata.update(orphan="", nosearch="")
        node = _placed(self, view)
        node["part"] = part
        return [node]


def _placed(directive: SphinxDirective, view: View) -> aggregate:
    node = aggregate(view=view.name, docname=directive.env.docname)
    directive.set_source_info(node)
    return node
