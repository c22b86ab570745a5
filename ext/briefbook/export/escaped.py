"""What strangers wrote, as data in other formats: the one place where it is escaped for them.

Seeds, notes and the bibliography are data. In a script or a data block of HTML nothing of them may
end the block or open a comment, in XML no character may stand that XML has not, and a line of
Markdown stays one line without markup.
"""

from __future__ import annotations

import json
import re
from typing import Final

from briefbook.text.characters import showable

_OF_HTML: Final = {
    # HTML reads none of these within a string of JSON: a block ends at "</script" and, after
    # "<!--", elsewhere; scripts of old took the last two for line ends.
    ord("<"): r"\u003c",
    ord(">"): r"\u003e",
    ord("&"): r"\u0026",
    0x2028: r"\u2028",
    0x2029: r"\u2029",
}

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:])")


def json_for_html(value: object) -> str:
    """``value`` as JSON that may stand in a ``<script>`` of a page, of any type, and in a script.

    It is the same value to whoever reads it; only characters that HTML could take for its own are
    written as escapes.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return showable(text).translate(_OF_HTML)


def on_one_line(text: str) -> str:
    """``text`` with each stretch of blanks and line ends as one space, and nothing unshown."""
    return showable(" ".join(text.split()))


def for_markdown(text: str) -> str:
    """``text`` on one line of Markdown, as words alone."""
    return _MARKDOWN.sub(r"\\\1", on_one_line(text))
