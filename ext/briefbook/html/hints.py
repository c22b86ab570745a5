"""What a reader who points at a date is told of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.timex import in_words

if TYPE_CHECKING:
    from docutils.nodes import Element

# What the attribute ``datetime`` of HTML's <time> can say: year, month, day or week.
_HTML_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?")


def date_hint(node: Element) -> str:
    """Of a ``date_mention``: its date in words, any other reading, and how it was resolved."""
    words = in_words(node["value"])
    if node["alternative"]:
        words += f", or {in_words(node['alternative'])}"
    start = f", counted from {in_words(node['anchor'])}" if node["anchor"] else ""
    return f"{words} · rule {node['rule']}{start}"


def html_date(value: str) -> str | None:
    """A TIMEX3 value as HTML takes it; None where HTML has no such date (a quarter, a decade)."""
    return value if _HTML_DATE.fullmatch(value) else None
