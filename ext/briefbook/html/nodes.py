"""Nodes that exist only on the way to HTML: `layout` makes them, `visitors` writes them."""

from __future__ import annotations

from docutils import nodes


class beside(nodes.container):
    """The callouts of one block, in the margin where there is room.

    ``rows`` says how many blocks they may run along: their own and those that follow it without
    callouts.
    """


class summary_line(nodes.paragraph):
    """What stays in sight of a part that is folded away."""


class note_mark(nodes.reference):
    """The number after an annotated passage: a link to its note that adds no characters.

    Attributes: ``number`` (int, from 1), ``refid``.
    """


class article_tools(nodes.container):
    """Links that serve a reader of the article; the script adds its switches here."""
