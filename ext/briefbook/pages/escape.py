"""The one place where seed text becomes MyST text.

Whatever a seed holds, `escape` gives MyST inline text that shows those characters and nothing else:
no element, role, link, comment or break comes of it. It relies on two things that the page
guarantees: the text stands on one line, and something of the page's own opens that line.
"""

from __future__ import annotations

import re

from briefbook.text.characters import find_unfit, showable

# ASCII punctuation that opens some MyST inline syntax, anywhere on a line. Quotation marks, commas,
# full stops, hyphens and parentheses stay as they are, so that the page reads well.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&{}$#~^|]")

# Python's str.splitlines, which MyST uses on a directive's content, ends a line at these.
_LINE_ENDS = {"\u2028": "&#x2028;", "\u2029": "&#x2029;"}
_LINE_END = re.compile("[\u2028\u2029]")


def escape(text: str) -> str:
    """MyST inline text that shows ``showable(text)``."""
    escaped = _SPECIAL.sub(r"\\\g<0>", showable(text))
    return _LINE_END.sub(lambda match: _LINE_ENDS[match.group()], escaped)


def is_plain(text: str) -> bool:
    """Whether `text` may stand in a role as it is: nothing in it wants escaping."""
    return find_unfit(text) is None and not _SPECIAL.search(text)
