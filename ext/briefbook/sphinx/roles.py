"""The roles of a generated page: what a block is, and the dates in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import ReferenceRole, SphinxRole

from briefbook.pages.wire import DateTarget, WireError
from briefbook.sphinx.nodes import date_mention, paragraph_number

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class block_kind(nodes.inline):
    """Opens a block that is not numbered; ``brief:article`` turns it into the block's class."""


class ParagraphRole(SphinxRole):
    """``{brief:p}`3` ``: opens paragraph 3 of the article."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        number = int(self.text)
        anchor = f"p{number}"
        node = paragraph_number("", "", number=number, ids=[anchor], refid=anchor, internal=True)
        return [node], []


class BlockRole(SphinxRole):
    """``{brief:block}`caption` ``: opens a block outside the running text."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        return [block_kind("", "", kind=self.text)], []


class DateRole(ReferenceRole):
    """``{brief:date}`Thursday <2021-12-30 by weekday>` ``: a date mention with its TIMEX3 value.

    ``from DATE`` names the date it was resolved against, where that is not the day of publication;
    ``or VALUE`` is the other reading, where two are open; ``said by`` and ``event`` say who tells
    of it and where the page has what happens then, for the index.
    """

    def run(self) -> tuple[list[Node], list[system_message]]:
        try:
            target = DateTarget.read(self.target)
        except WireError as error:
            message = self.inliner.reporter.error(str(error), line=self.lineno)
            return [nodes.inline("", self.title)], [message]
        node = date_mention(
            "", self.title, value=target.value, rule=target.rule, anchor=target.anchor
        )
        node["alternative"] = target.alternative
        node["source"], node["event"] = target.source, target.event
        node["classes"].append("brief-date")
        return [node], []
