"""Nodes that exist only on the way to HTML: `layout` makes them, `visitors` writes them."""

from __future__ import annotations

from docutils import nodes


class run(nodes.container):
    """A block with what stands beside it, and the blocks after it that have nothing there.

    Children: the block, its `beside`, then a `run_rest` if there are others. A block that is an
    item stands in its list, and what is beside it with it.
    """


class run_rest(nodes.container):
    """The blocks of a run that have nothing beside them."""


class beside(nodes.container):
    """The callouts of one block, in the margin where there is room."""


class note_mark(nodes.reference):
    """The number after an annotated passage: a link to its (first) note that adds no characters.

    Attributes: ``number`` (str, ``2``, or ``2–22`` for a run of notes), ``refid``.
    """


class article_tools(nodes.container):
    """Links that serve a reader of the article; switches.js adds its switches here."""


class paragraph_menu(nodes.container):
    """What can be done with a paragraph: copied, cited, annotated. menu.js opens it.

    Attributes: ``cite`` (see `citing.citations`), ``links`` (pairs of words and an address).
    """


class proposing(nodes.General, nodes.TextElement):
    """What a note is proposed with; noting.js makes its link a form.

    Attributes: ``seed``, ``folder`` (of its annotations, in the repository), ``bibliography`` and
    ``sidecar`` (their paths there), ``has_sidecar``, ``new_file`` and ``edit_file`` (addresses, see
    ``forges``), ``forge``,
    ``contact`` (an e-mail address). Children: links for readers without script.
    """
