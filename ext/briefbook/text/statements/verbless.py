"""Attribution frames without a verb: according to X, per X, in the words of X, X's claim that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.frame import REACH, Frame
from briefbook.text.statements.noun_phrases import noun_phrase_after, noun_phrase_before
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")


def according_frame(tokens: Tokens, k: int, hi: int) -> Frame | None:
    """The frame of the "according to" at token ``k``; None where no source follows it."""
    source = noun_phrase_after(tokens, k + 2, hi)
    if tokens.word[k + 2] in ("him", "her", "them"):
        source = (k + 2, k + 3)
    if source is None or tokens.word[source[1] - 1] in _MEASURES:
        return None  # according to a formula
    if tokens.word[k + 2 : source[1]] in (["plan"], ["schedule"]):
        return None  # if all goes according to plan
    return Frame((k, k + 2), source, 0, SourceRule.ACCORDING_TO)


_MEASURES = _ENGLISH.lists["measures"]


def words_of_frame(tokens: Tokens, k: int, hi: int) -> Frame | None:
    """The frame of the "in the words of" at token ``k``."""
    source = noun_phrase_after(tokens, k + 4, hi)
    return Frame((k, k + 4), source, 0, SourceRule.ACCORDING_TO) if source else None


def per_frame(tokens: Tokens, k: int, lo: int, hi: int) -> Frame | None:
    """The frame of a "per" that names a source, not a rate: *per* the ministry, not per day."""
    if k > lo and tokens.word[k - 1] != "," and not tokens.tag[k - 1] & Tag.QUOTED:
        return None
    source = noun_phrase_after(tokens, k + 1, hi)
    opens = tokens.tag[k + 1] & (Tag.CAPITAL | Tag.DETERMINER | Tag.NUMBER)
    number = tokens.tag[k + 1] & Tag.NUMBER or tokens.word[k + 1] in _NUMBER_WORDS
    if source is None or not (opens or number) or (number and source[1] - source[0] == 1):
        return None
    return Frame((k, k + 1), source, 0, SourceRule.ACCORDING_TO)


_NUMBER_WORDS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))


def noun_frame(tokens: Tokens, k: int, lo: int, hi: int, *, voiced: bool) -> Frame | None:
    """The frame of a noun of saying: "Putin's claim that", "her slogan is".

    Where a verb of the sentence is a cue already (``voiced``), only a "that" makes the noun one.
    """
    tag, word = tokens.tag, tokens.word
    if k + 1 >= hi or (
        not (
            word[k + 1] == "that" if voiced else tag[k + 1] & Tag.QUOTED or word[k + 1] in _LEADS_ON
        )
        and not _of_quotation(tokens, k, hi)
    ):
        return None
    j = k - 1
    while j >= lo and k - j < _MODIFIERS and tag[j] & Tag.WORD:
        if tag[j] & Tag.POSSESSIVE:
            owner = noun_phrase_before(tokens, j, max(lo, k - REACH))
            return Frame((k, k + 1), owner, Cue.NOUN, None) if owner else None
        if word[j].lower() in OWNERS:
            return Frame((k, k + 1), (j, j + 1), Cue.NOUN, None)
        if tag[j] & (Tag.DETERMINER | Tag.PREPOSITION | Tag.COORDINATOR | Tag.AUXILIARY):
            return None
        j -= 1
    return None


def _of_quotation(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether an "of" leads from the noun to a quotation: her allegations of a "plot"."""
    if k + 2 >= hi or tokens.word[k + 1] not in ("of", "about"):
        return False
    at = k + 3 if tokens.tag[k + 2] & Tag.DETERMINER else k + 2
    return at < hi and tokens.tag[at] & Tag.QUOTED > 0


_MODIFIERS = 5
"""Words between an owner and the noun: "his much repeated claim"."""
_LEADS_ON = _ENGLISH.lists["leads-on"]
"""What leads from a noun of saying to what was said."""
OWNERS = _ENGLISH.lists["owners"]
"""Whose claim it is: her claim that."""
