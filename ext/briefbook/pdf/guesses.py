"""On which page each place may stand, before anything is laid out.

With a guess that is near, numbers take about as much room as the right ones, and the first layout
is most often the last. Where the guess is wrong, nothing comes of it but one layout more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefbook.pdf.compiler import Where

if TYPE_CHECKING:
    from collections.abc import Iterable

_A_PAGE: Final = 5_500
_IN_COLUMNS: Final = 9_000
"""Characters of code on a page, and on one in columns, by a book of 27 articles."""

_MARK = re.compile(
    r"^run\(.*?in-columns: (true|false)|\banchor\((\d+)|\bplace: (\d+)", re.MULTILINE
)
"""Where pages begin, and where places are. A text may read like it; then a guess is wrong."""


def guessed(sources: Iterable[str]) -> dict[int, Where]:
    """The places of a book by their numbers, ``sources`` being the code of each of its PDFs."""
    found: dict[int, Where] = {}
    page = 0
    for source in sources:
        begun, size = 0, _A_PAGE
        page += 1  # a cover
        for mark in _MARK.finditer(source):
            over = (mark.start() - begun) // size
            if mark[1]:
                page += over + 1
                begun, size = mark.start(), _IN_COLUMNS if mark[1] == "true" else _A_PAGE
            else:
                at = page + over
                found.setdefault(int(mark[2] or mark[3]), Where(page=at, shown=str(at)))
    return found
