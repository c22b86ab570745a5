"""The article's own lists, whose entries read like a page's: steps, dates of a tour, demands.

An entry alone looks like a menu's or an offer's ("Become a member of the union by 2026"); that the
text announces it, or counts it, shows whose it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.clean.page import PROSE

if TYPE_CHECKING:
    from briefbook.text.clean.page import Page

MAX_ENTRIES = 40
"""Lines of an announced list."""

ANNOUNCES = 4
"""Words, at least, of a line that announces a list by its colon."""

MIN_STEP = 8
"""Words of a sentence under a step's heading."""

_STEP = re.compile(r"(?P<number>\d{1,2})[.)] ?(?=\w)")


def listed(page: Page) -> list[bool]:
    """Whether each line is an entry of one of the article's lists, or the sentence under a step."""
    found = [False] * len(page.texts)
    _announced(page, found)
    _counted(page, found)
    return found


def _announced(page: Page, found: list[bool]) -> None:
    """Bullets, or short lines with text after them, below a line of the text that ends in ":"."""
    last = len(page.texts)
    text = [i for i, prose in enumerate(page.prose) if prose >= PROSE] or [-1]
    text_end = text[-1]
    for i in range(max(0, text[0]), text_end + 1):
        if not _announces(page, i):
            continue
        end = i + 1
        while end < min(last, i + 1 + MAX_ENTRIES) and _is_entry(page, end):
            end += 1
        run = range(i + 1, end)
        phrases = sum(page.phrases[j] is not None for j in run)
        if 2 * phrases > len(run) or not (end <= text_end or all(page.bullets[j] for j in run)):
            continue
        for j in run:
            # A short line without a bullet may still be a button between the entries.
            found[j] = page.bullets[j] or page.phrases[j] is None


def _announces(page: Page, i: int) -> bool:
    return (
        page.texts[i].endswith(":")
        and page.shapes[i].words >= ANNOUNCES
        and not page.bullets[i]
        and page.phrases[i] is None
    )


def _is_entry(page: Page, i: int) -> bool:
    return page.bullets[i] or (page.shapes[i].prose < 5 and not _announces(page, i))


def _counted(page: Page, found: list[bool]) -> None:
    """Headings "1. …", "2. …" in their order, a sentence under each: that and the headings."""
    steps: list[int] = []
    number = 0
    for i, text in enumerate(page.texts[:-1]):
        match = _STEP.match(text)
        if match is None or page.shapes[i + 1].words < MIN_STEP or not page.shapes[i + 1].ends:
            continue
        if int(match["number"]) != number + 1:
            _mark(steps, found)
            steps = []
        number = int(match["number"])
        steps.append(i)
    _mark(steps, found)


def _mark(steps: list[int], found: list[bool]) -> None:
    if len(steps) > 1:
        for i in steps:
            found[i] = found[i + 1] = True
