"""What a reader who points at a date is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.dates import Rule
from briefbook.text.timex import Timex, Unit
from briefbook.words import _, in_words

if TYPE_CHECKING:
    from docutils.nodes import Element

RULES = {rule.value: rule.short for rule in Rule}
"""What readers are told for the slug of a rule."""

_IN_HTML = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})
"""What the attribute ``datetime`` of HTML's <time> can say, of the years after Christ."""


def date_hint(node: Element) -> str:
    """Of a ``date_mention``: its date in words, any other reading, and how it was resolved."""
    words = in_words(node["value"])
    if node["alternative"]:
        words += ", " + _("or {date}").format(date=in_words(node["alternative"]))
    rule = _(RULES.get(node["rule"], node["rule"]))
    if node["anchor"]:
        rule += ", " + _("counted from {date}").format(date=in_words(node["anchor"]))
    return f"{words} · {rule}"


def html_date(value: str) -> str | None:
    """A TIMEX3 value as HTML takes it; None where HTML has no such date (a quarter, a decade)."""
    found = Timex.parse(value)
    return value if found and found.unit in _IN_HTML and found.year > 0 else None
