"""Links from a view to the files that other programs take; in HTML alone are there such files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from briefbook.sphinx.nodes import exports
from briefbook.text.timex import Timex, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

IN_CALENDARS: Final = (Unit.DAY, Unit.WEEKEND, Unit.WEEK)
"""What becomes an event of a calendar; a month would lie over it for weeks."""


def has_calendar(values: Iterable[str]) -> bool:
    """Whether any of the dates becomes an event of a calendar: without one there is no file."""
    parsed = map(Timex.parse, values)
    return any(value is not None and value.unit in IN_CALENDARS for value in parsed)


def export_links(*files: tuple[str, str], unseen: str = "") -> exports:
    """A line of links, each of a file's name and what the link says.

    ``unseen`` follows for those who hear the page, where many links would say the same.
    """
    line = exports("", classes=["brief-exports"])
    for name, text in files:
        if line.children:
            line += nodes.Text(" · ")
        link = nodes.reference("", text, refuri=name, internal=True)
        if unseen:
            link += nodes.inline("", unseen, classes=["brief-unseen"])
        line += link
    return line
