"""The publication date of a seed that has no header: a date stamp among its first lines.

Only a line that is a stamp and nothing else counts ("Published 30 December 2021, 10:15 GMT",
"17.12.2021"), only if its order of day and month is certain, and only if all such lines agree. What
says that it was published comes first; then plain stamps; then the date beside the author's name or
the place; last what only says that it was changed.
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
    rf"th)?\.?[ -](?P<n4>{_MONTH})\b\.?,?[ -](?P<y4>\d{{4}})(?!\d)"
    # With slashes where one of the two can be no month.
    r"|(?<!\d)(?P<d5>1[3-9]|2\d|3[01])/(?P<m5>\d{1,2})/(?P<y5>\d{4})(?!\d)"
    r"|(?<!\d)(?P<m6>\d{1,2})/(?P<d6>1[3-9]|2\d|3[01])/(?P<y6>\d{4})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_LABEL = re.compile(
    r"\b(?:published|posted|publication date|issued|first published|created|date)\b", re.IGNORECASE
)
_CHANGED = re.compile(r"\b(?:last|updated?|modified|edited)\b", re.IGNORECASE)
# "By Jane Doe, March 8, 2022", "VIENNA, March 8, 2022 (AP) —"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}"
_BYLINE = re.compile(rf"By {_NAME}(?:,? and {_NAME})?[,|·–—-]?\s*")
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:, [A-Z][a-z]+\.?)?, ")
_DATELINE_END = re.compile(r"\s?(?:\([A-Z][\w ]{1,20}\)\s?)?[—–:-]")
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
    headed: set[str] = set()
    changed: set[str] = set()
    written = (line for line in split_lines(text) if not line.blank)
    for line in islice(written, FIRST_LINES):
        if line.text_end - line.text_start > MAX_STAMP:
            continue
        words = text[line.text_start : line.text_end]
        match = _DATE.search(words)
        if match is None:
            continue
        if _heads_text(words, match):
            headed |= {value for value in [_value(match)] if value}
            continue
        around = words[: match.start()] + " " + words[match.end() :]
        if any(not _BESIDE.fullmatch(word) for word in re.findall(r"[^\W\d_]+|\d+", around)):
            continue
        value = _value(match)
        if value is not None and _CHANGED.search(around) and not _LABEL.search(around):
            changed.add(value)
        elif value is not None:
            stamps.add(value)
            if _LABEL.search(around):
                labelled.add(value)
    chosen = labelled or stamps or headed or changed
    return chosen.pop() if len(chosen) == 1 else None


def _heads_text(words: str, date: re.Match[str]) -> bool:
    """Whether the date stands with the author's name, or with the place that the news is from."""
    before = words[: date.start()]
    if _BYLINE.fullmatch(before):
        return date.end() == len(words)
    return bool(_DATELINE.fullmatch(before) and _DATELINE_END.match(words, date.end()))


def _value(match: re.Match[str]) -> str | None:
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    month = _MONTHS[parts["n"].lower()] if "n" in parts else int(parts["m"])
    try:
        return dt.date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return None
