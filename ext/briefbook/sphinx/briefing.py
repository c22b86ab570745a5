"""``brief:briefing``: the front page of a book, with what its editors say first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.nodes import aggregate
from briefbook.words import _

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.config import Config


class BriefingDirective(SphinxDirective):
    """The ways into the book, its edition, the lead, what comes next, who speaks, the articles.

    The lead is a file that editors write, ``briefbook_lead``; where there is none, nothing stands
    in its place.
    """

    def run(self) -> list[Node]:
        domain = brief_domain(self.env)
        lead = domain.lead
        domain.note_lead()
        domain.note_edition()
        front = nodes.container("", classes=["brief-front"])
        front += self._view("front-ways")
        front += self._view("edition")
        opening = nodes.container("", classes=["brief-opening"])
        if lead:
            opening += self._lead(lead)
        opening += [self._view("front-next"), self._view("front-who")]
        front += opening
        front += self._view("front-articles")
        return [front]

    def _lead(self, lead: str) -> nodes.container:
        head = nodes.rubric("", _("The editors’ lead"), classes=["brief-front-head"])
        head["heading-level"] = 2
        node = nodes.container("", head, classes=["brief-lead"])
        self.set_source_info(node)
        lines = StringList(lead.splitlines(), source=self.config.briefbook_lead)
        self.state.nested_parse(lines, 0, node)
        return node

    def _view(self, name: str) -> aggregate:
        brief_domain(self.env).note_view(name)
        node = aggregate(view=name, docname=self.env.docname)
        self.set_source_info(node)
        return node


def leave_lead_out(config: Config) -> None:
    """The lead is part of the front page, and no page of its own."""
    if config.briefbook_lead:
        config.exclude_patterns = [*config.exclude_patterns, config.briefbook_lead]
