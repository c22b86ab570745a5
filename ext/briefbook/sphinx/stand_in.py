"""``brief:stand-in``: what a page says in the place of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxDirective

from briefbook.pages import wire
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.forms import options_of, read
from briefbook.sphinx.nodes import stand_in
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from docutils.nodes import Node


class StandInDirective(SphinxDirective):
    """That an article was withdrawn, or where it stands today."""

    option_spec: ClassVar = options_of(wire.StandIn)

    def run(self) -> list[Node]:
        given = read(wire.StandIn, self)
        brief_domain(self.env).note_stand_in(given.seed, given.title, given.now)
        if given.unlisted:  # as front matter would say; this page has no other
            self.env.metadata[self.env.current_document.docname]["orphan"] = ""
        node = stand_in("", classes=["brief-stand-in"])
        self.set_source_info(node)
        node["support_smartquotes"] = False
        if given.withdrawn:
            words = _("This article was withdrawn on {day}.").format(day=in_words(given.withdrawn))
            node += nodes.paragraph("", words)
            node += nodes.paragraph("", given.why or "")
            return [node]
        now = given.now or ""
        words = _("This article has another address by now.")
        node += nodes.paragraph("", "", self._link("article", now, words))
        if given.paragraphs:
            places = nodes.paragraph("", _("Its paragraphs:"))
            for number in range(1, given.paragraphs + 1):
                place = nodes.inline("", "", ids=[f"p{number}"])
                place += self._link("paragraph", f"{now}#p{number}", f"¶{number}")
                places += [nodes.Text(" "), place]
            node += places
        return [node]

    def _link(self, kind: str, target: str, text: str) -> pending_xref:
        return pending_xref(
            "",
            nodes.inline("", text),
            refdomain="brief",
            reftype=kind,
            reftarget=target,
            refdoc=self.env.current_document.docname,
            refexplicit=True,
            refwarn=True,
        )
