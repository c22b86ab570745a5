"""A short excerpt around a passage: what the sentence says, for an index."""

from __future__ import annotations

from briefbook.text.lang.sentences import sentence_ends


def excerpt(text: str, start: int, end: int, limit: int) -> str:
    """The sentence of `text` that holds characters `start` to `end`, cut to `limit` characters.

    Where it is cut, at a word, an ellipsis stands; the passage itself is always within.
    """
    # No farther than an excerpt could reach, so that one long line costs no more than a short one.
    first, last = max(0, start - limit), min(len(text), end + limit)
    ends = list(sentence_ends(text, first, last))
    opening = max((one.start for one in ends if one.start <= start), default=0)
    begin = max(first, opening)
    stop = next((one.end for one in ends if one.end >= end), None)
    finish = last if stop is None else stop
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
    if finish < len(text) and finish != stop:
        space = text.rfind(" ", end, finish)
        finish = space if space >= 0 else end
        tail = " …"
    return lead + text[begin:finish].strip() + tail
