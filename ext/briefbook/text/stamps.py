"""The publication date of a seed that has no header: a date stamp among its first lines.

Only a line that is a stamp and nothing else counts ("Published 30 December 2021, 10:15 GMT",
"17.12.2021"), only if its order of day and month is certain, and only if all such lines agree.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice

from briefbook.text.lang.date_rows import date_rows
from briefbook.text.lines import split_lines

FIRST_LINES = 12
"""Stamps stand near the headline; a date further down is more likely a related story's."""

MAX_STAMP = 120
"""Characters: a stamp with its label, clock time and place; sentences are longer."""

_MONTHS = date_rows().months.numbers
_WEEKDAY = "|".join(date_rows().weekdays.numbers)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)"
    # Day first is certain only with dots: 3/4/2021 is April in London and March in New York.
    rf"|(?<!\d)(?P<d2>\d{{1,2}})\.(?P<m2>\d{{1,2}})\.(?P<y2>\d{{4}})(?!\d)"
    rf"|\b(?P<n3>{_MONTH})\b\.? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<d4>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\.?[ -](?P<n4>{_MONTH})\b\.?,?[ -](?P<y4>\d{{4}})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_LABEL = re.compile(
    r"\b(?:published|posted|publication date|issued|first published|created|date)\b", re.IGNORECASE
)
# What a stamp may hold beside its date; anything else makes the line a sentence.
_BESIDE = re.compile(
    r"(?:published|posted|publication|issued|first|created|date|last|updated?|modified|edited|on|"
    r"at|by|from|day|am|pm|a\.m|p\.m|gmt|utc|bst|cet|cest|est|edt|et|ct|pt|pst|pdt|ist|msk|uhr|"
    rf"stand|h|hrs|ago|min|mins|minutes?|read)|{_WEEKDAY}|\d{{1,2}}|[tz]",
    re.IGNORECASE,
)


def find_stamp(text: str) -> str | None:
    """The one date, ``YYYY-MM-DD``, that the stamps of the first lines agree on, else None."""
    stamps: set[str] = set()
    labelled: set[str] = set()
    written = (line for line in split_lines(text) if not line.blank)
    for line in islice(written, FIRST_LINES):
        if line.text_end - line.text_start > MAX_STAMP:
            continue
        words = text[line.text_start : line.text_end]
        match = _DATE.search(words)
        if match is None:
            continue
        around = words[: match.start()] + " " + words[match.end() :]
        if any(not _BESIDE.fullmatch(word) for word in re.findall(r"[^\W\d_]+|\d+", around)):
            continue
        value = _value(match)
        if value is not None:
            stamps.add(value)
            if _LABEL.search(around):
                labelled.add(value)
    chosen = labelled or stamps
    return chosen.pop() if len(chosen) == 1 else None


def _value(match: re.Match[str]) -> str | None:
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    month = _MONTHS[parts["n"].lower()] if "n" in parts else int(parts["m"])
    try:
        return dt.date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return None
