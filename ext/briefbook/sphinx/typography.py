"""Typographic quotation marks and dashes for text of our own, alike in every output.

Sphinx sets them while it reads a page, and not for the builders in ``smartquotes_excludes``: a page
that one builder has read would look otherwise in another's output.
"""

from __future__ import annotations

import re
from typing import Final

from docutils import nodes
from docutils.utils.smartquotes import smartyPants

_ACTIONS: Final = "qDe"
"""Sphinx's own default: quotation marks, dashes, ellipses."""

_STRAIGHT: Final = re.compile("[\"'`]|--|\\.\\.\\.")
"""What is set otherwise, or may be."""


def set_typographically(tree: nodes.Element) -> None:
    """Set all text in ``tree``, which is English, and keep Sphinx from doing it again."""
    for text in list(tree.findall(nodes.Text)):
        if _STRAIGHT.search(text) is None:
            continue
        text.parent.replace(text, nodes.Text(smartyPants(text.astext(), _ACTIONS, "en")))
    tree["support_smartquotes"] = False
