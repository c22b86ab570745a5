"""The one place where seed text becomes MyST text.

Whatever a seed holds, `escape` gives MyST inline text that shows those characters and nothing else:
no element, role, link, comment or break comes of it. It relies on two things that the page
guarantees: the text stands on one line, and something of the page's own opens that line.
"""

from __future__ import annotations

import re
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""What stands for a character that no page can show."""

# Controls other than the tab (invalid or invisible in HTML, XML and PDF), the bidirectional
# embeddings, overrides and isolates (they reorder what surrounds them: CVE-2021-42574), surrogates
# and the noncharacters that XML forbids.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

# ASCII punctuation that opens some MyST inline syntax, anywhere on a line. Quotation marks, commas,
# full stops, hyphens and parentheses stay as they are, so that the page reads well.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&{}$#~^|]")

# Python's str.splitlines, which MyST uses on a directive's content, ends a line at these.
_LINE_ENDS = {"\u2028": "&#x2028;", "\u2029": "&#x2029;"}
_LINE_END = re.compile("[\u2028\u2029]")


def display(text: str) -> str:
    """`text` as readers see it: character for character, each that cannot be shown replaced."""
    return _UNSHOWABLE.sub(REPLACEMENT, text)


def escape(text: str) -> str:
    """MyST inline text that shows ``display(text)``."""
    escaped = _SPECIAL.sub(r"\\\g<0>", display(text))
    return _LINE_END.sub(lambda match: _LINE_ENDS[match.group()], escaped)


def is_plain(text: str) -> bool:
    """Whether `text` may stand in a role as it is: nothing in it wants escaping."""
    return not (_UNSHOWABLE.search(text) or _SPECIAL.search(text) or _LINE_END.search(text))
