"""The questions of an interview: lines that ask "you", above answers that say "I"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefbook.text.clean.block_kinds import is_answer
from briefbook.text.clean.page import PROSE

if TYPE_CHECKING:
    from briefbook.text.clean.page import Page

MIN_QUESTIONS = 3
"""An article with fewer asks in passing."""

MIN_SHARE = 0.5
"""The share of questions that ask "you", and of answers that say "I": what readers often ask, and
headings that ask, have neither."""

MIN_WORDS = 3

_YOU = re.compile(r"\b(?:you|yours?|you['’]\w+)\b", re.IGNORECASE)
_ME = re.compile(r"\b(?:I|I['’]\w+|me|my|[Ww]e|[Ww]e['’]\w+|us|[Oo]ur)\b")


def questions(page: Page) -> frozenset[int]:
    """The lines, 0-based, that are questions of an interview; none where there is no interview.

    A question with a label ("Q: Why?") is a turn of a transcript like the others.
    """
    asked = [i for i in range(len(page.texts) - 1) if _asks(page, i) and _answers(page, i + 1)]
    if len(asked) < MIN_QUESTIONS:
        return frozenset()
    of_you = sum(_YOU.search(page.texts[i]) is not None for i in asked)
    of_me = sum(_ME.search(page.texts[i + 1]) is not None for i in asked)
    return frozenset(asked if min(of_you, of_me) >= MIN_SHARE * len(asked) else ())


def _asks(page: Page, i: int) -> bool:
    text = page.texts[i]
    return (
        text.endswith("?")
        and page.shapes[i].words >= MIN_WORDS
        and not page.bullets[i]
        and page.phrases[i] is None
        and not is_answer(text)
    )


def _answers(page: Page, i: int) -> bool:
    return page.prose[i] >= PROSE // 2 and not page.texts[i].endswith("?") and not page.bullets[i]
