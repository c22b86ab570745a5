"""How text from outside is carried within a directive on a page, and cannot get out of it.

The directive is one of colons, as MyST's ``colon_fence`` reads it (markdown-it-py's fence rule): it
ends at the first line of at most three spaces and at least as many colons as it opened with, or
where a line is less indented than its list item. So the fence must be longer than every run of
colons in the text, and every line of it must be where the page put it. The second is what
``str.splitlines`` endangers, with which MyST cuts a directive's content: form feeds, U+2028 and
others, which end no line in Markdown, do there, and what follows them loses its indentation.
"""

from __future__ import annotations

import re
from typing import Final

from briefbook.text.characters import showable

_COLONS = re.compile(":+")

SHORTEST: Final = 3
"""Colons of a fence at least."""


def fence(text: str) -> str:
    """The colons that open and close a directive whose content is ``text``."""
    longest = max(map(len, _COLONS.findall(text)), default=0)
    return ":" * max(SHORTEST, longest + 1)


def carried(text: str) -> str:
    """``text`` as it may stand in a directive: line feeds alone end its lines, wherever it is cut.

    Characters that are not shown are replaced by U+FFFD. Apart from that, the directive's
    content is ``carried(text)`` line for line, blank lines around it aside, if what stands before
    it in the directive is at least one option and a blank line: content right below the
    opening line is taken for options where it begins with a colon or with ``---``.
    """
    lines = (showable(line) for line in text.splitlines())
    return "\n".join(lines).strip("\n")
