"""A short excerpt around a passage: what the sentence says, for an index."""

from __future__ import annotations

import re

# A sentence ends at a stop, closing marks included, before white space and a capital, a digit or
# an opening mark. Initials and short abbreviations ("U.S.", "Jan.", "Mr.") end none.
_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])"
)


def excerpt(text: str, start: int, end: int, limit: int) -> str:
    """The sentence of `text` that holds characters `start` to `end`, cut to `limit` characters.

    Where it is cut, at a word, an ellipsis stands; the passage itself is always within.
    """
    # No farther than an excerpt could reach, so that one long line costs no more than a short one.
    first, last = max(0, start - limit), min(len(text), end + limit)
    ends = [match.end() for match in _END.finditer(text, first, start)]
    opening = ends[-1] if ends else 0
    begin = max(first, opening)
    stop = _END.search(text, end, last)
    finish = stop.end() if stop else last
    # An ellipsis and its space stand at each end that is not the sentence's.
    room = limit - 2 * (begin > opening) - 2 * (stop is None and finish < len(text))
    if finish - begin > room and end - begin <= limit - 4:
        finish = begin + limit - 4  # the beginning of a sentence says more than its middle
    elif finish - begin > room:
        half = max(0, limit - (end - start) - 4) // 2  # 4: two ellipses and their spaces
        begin = max(begin, min(start - half, finish - limit + 4))
        finish = min(finish, max(end + half, begin + limit - 4))
    lead = tail = ""
    if begin > 0 and not text[begin - 1].isspace():  # within a word
        begin = text.find(" ", begin, start) + 1 or start
    if begin > opening:
        lead = "… "
    if finish < len(text) and not (stop and finish == stop.end()):
        space = text.rfind(" ", end, finish)
        finish = space if space >= 0 else end
        tail = " …"
    return lead + text[begin:finish].strip() + tail
