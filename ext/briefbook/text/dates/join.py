"""Joining phrases that stand together: "the third quarter" and "of last year" are one date.

What joins with what is told by the kinds themselves, in ``Phrase.join`` and ``Phrase.follow``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefbook.text.dates.phrase import Phrase

LONGEST_GAP = 12
"""Characters between two phrases that may be one."""


def join(text: str, phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases of a text, those that say one date together joined into one."""
    out: list[Phrase] = []
    for phrase in phrases:
        current = phrase
        while out:
            left = out[-1]
            if not 0 <= current.start - left.end <= LONGEST_GAP:
                break
            gap = " ".join(text[left.end : current.start].lower().split())
            joined = current.follow(gap, left) or left.join(gap, current)
            if not joined and gap in ("and", "or") and current.repeated and left.names_weekday:
                joined = [replace(left, repeated=True), current]  # "Monday and Tuesday nights"
            if not joined:
                break
            out.pop()
            current = joined[-1]
            out.extend(joined[:-1])
            if len(joined) > 1:
                break
        out.append(current)
    return out
