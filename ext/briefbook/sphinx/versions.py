"""``brief:versions`` and ``brief:revised``: other versions of an article, and what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxDirective

from briefbook.pages import wire
from briefbook.sphinx.domain import brief_domain
from briefbook.sphinx.forms import options_of, read
from briefbook.sphinx.nodes import versions
from briefbook.sphinx.tables import table
from briefbook.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils.nodes import Node

_CHANGES = "changes"
"""The anchor of what has changed."""


class VersionsDirective(SphinxDirective):
    """Which other articles of the book this one is a version of."""

    option_spec: ClassVar = options_of(wire.Versions)

    def run(self) -> list[Node]:
        given = read(wire.Versions, self)
        node = versions("", classes=["brief-versions"])
        self.set_source_info(node)
        node["support_smartquotes"] = False
        if given.same:
            brief_domain(self.env).note_same_as(given.same[0])
            node += self._line(_("The same story is told by"), [given.same], f"; {_(_COUNTED)}")
        if given.told_by:
            node += self._line(_("The same story is also told by"), given.told_by, ".")
        if given.earlier:
            line = self._line(_("This is a later version of:"), [given.earlier], ".")
            if given.compared:
                line += nodes.Text(" ")
                words = _("See what has changed.")
                line += nodes.reference("", words, refid=_CHANGES, internal=True)
            node += line
        if given.later:
            node += self._line(_("There is a later version of this article:"), given.later, ".")
        return [node]

    def _line(self, opening: str, others: Iterable[tuple[str, str]], end: str) -> nodes.paragraph:
        line = nodes.paragraph("", f"{opening} ")
        for number, (seed, words) in enumerate(others):
            if number:
                line += nodes.Text("; ")
            line += pending_xref(
                "",
                nodes.inline("", words),
                refdomain="brief",
                reftype="article",
                reftarget=seed,
                refdoc=self.env.current_document.docname,
                refexplicit=True,
                refwarn=True,
            )
        line += nodes.Text(end)
        return line


_COUNTED = N_("its dates and statements are counted there, and not here.")


class RevisedDirective(SphinxDirective):
    """What is not as it was in the earlier version, paragraph by paragraph."""

    has_content = True
    option_spec: ClassVar = options_of(wire.Revised)

    def run(self) -> list[Node]:
        given = read(wire.Revised, self)
        node = versions("", classes=["brief-revised"], ids=[_CHANGES])
        self.set_source_info(node)
        node["support_smartquotes"] = False
        if not given.content:
            words = _("Nothing of the text has changed since the earlier version.")
            node += nodes.paragraph("", words)
            return [node]
        words = _("What has changed since the earlier version; what differs is in bold.")
        node += nodes.paragraph("", words)
        rows: list[list[nodes.Node]] = [
            [
                nodes.paragraph("", f"¶{one.paragraph}" if one.paragraph else "–"),
                _stretches(one.before, one.now, _("not there before")),
                _stretches(one.now, one.before, _("not there any more")),
            ]
            for one in given.content
        ]
        node += table("brief-changes", ["", _("Before"), _("Now")], [8, 46, 46], rows)
        return [node]


def _stretches(parts: Sequence[str], others: Sequence[str], absent: str) -> nodes.paragraph:
    """What one version says, in bold where the other differs; all of it is new or gone without."""
    if not parts:
        return nodes.paragraph("", "", nodes.emphasis("", absent))
    paragraph = nodes.paragraph()
    for number, text in enumerate(parts):
        if not text:
            continue
        differs = number % 2 == 1 and bool(others)
        blank = text[: len(text) - len(text.lstrip(" "))]  # no emphasis begins with one
        if blank:
            paragraph += nodes.Text(blank)
        words = text[len(blank) :]
        if words:
            paragraph += nodes.strong("", words) if differs else nodes.Text(words)
    return paragraph
