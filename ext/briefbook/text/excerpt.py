"""A short excerpt around a passage: what the sentence says, for an index."""

from __future__ import annotations

import re

# A sentence ends at a stop, closing marks included, before white space and a capital, a digit or
# an opening mark. Initials and short abbreviations ("U.S.", "Jan.", "Mr.") end none.
_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")


def excerpt(text: str, start: int, end: int, limit: int) -> str:
    """The sentence of `text` that holds characters `start` to `end`, cut to `limit` characters.

    Where it is cut, at a word, an ellipsis stands; the passage itself is always within.
    """
    window = max(0, start - 4 * limit)  # so that one long line costs no more than a short one
    begin = window
    for match in _END.finditer(text, window, start):
        begin = match.end()
    stop = _END.search(text, end, min(len(text), end + 4 * limit))
    finish = min(len(text), end + 4 * limit) if stop is None else stop.start() + 1
    while stop is not None and finish < stop.end() and not text[finish].isspace():
        finish += 1
    if finish - begin > limit:
        room = max(0, limit - (end - start) - 2)
        low, high = max(begin, start - room // 2), min(finish, end + room - room // 2)
        low, high = max(begin, low - max(0, end + room - room // 2 - finish)), high
        if low > begin:
            space = text.find(" ", low, start)
            low = space + 1 if space >= 0 else start
        if high < finish:
            space = text.rfind(" ", end, high)
            high = space if space >= 0 else end
        lead, tail = ("… " if low > begin else ""), (" …" if high < finish else "")
        return lead + text[low:high].strip() + tail
    return text[begin:finish].strip()
