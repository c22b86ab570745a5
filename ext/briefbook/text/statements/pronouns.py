"""The pronouns that take up a source named before, in each of their forms."""

from __future__ import annotations

import re
from typing import Final

OF_SOME_AGE: Final = "the -year-old"
"""Stands for "the 54-year-old", which takes up a person as "he" or "she" does."""
TAKEN_UP: Final = ("he", "she", "it", "they", OF_SOME_AGE)
OWNERS: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
_OTHER_CASES: Final = OWNERS | {"him": "he", "them": "they"}
"""As in "his claim that", "according to him"."""
_OF_SOME_AGE = re.compile(r"the \d{1,3}-year-old")


def plain_pronoun(low: str) -> str:
    """The pronoun of "he's", "she'd", "his", "the 54-year-old"; any other phrase as it is."""
    if _OF_SOME_AGE.fullmatch(low):
        return OF_SOME_AGE
    bare = unjoined(low)
    return _OTHER_CASES.get(low, bare if bare in TAKEN_UP else low)


def unjoined(word: str) -> str:
    """A word without what an apostrophe joins to it: "he" of "he's"."""
    return word.replace("\u2019", "'").partition("'")[0]
