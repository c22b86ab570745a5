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
    from briefbook.text.statements.tokens import Range, Tokens

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
        and not of_quotation(tokens, k, hi)
        and not _by_somebody(tokens, k, hi)
    ):
        return None
    if word[k + 1] == "by":
        agent = noun_phrase_after(tokens, k + 2, hi)
        return Frame((k, k + 1), agent, Cue.NOUN, None) if agent else None
    j = k - 1
    while j >= lo and k - j < _MODIFIERS and tag[j] & Tag.WORD:
        if tag[j] & Tag.POSSESSIVE:
            owner = _owner(tokens, j, max(lo, k - REACH))
            return Frame((k, k + 1), owner, Cue.NOUN, None) if owner else None
        if word[j].lower() in OWNERS:
            return Frame((k, k + 1), (j, j + 1), Cue.NOUN, None)
        if tag[j] & (Tag.DETERMINER | Tag.PREPOSITION | Tag.COORDINATOR | Tag.AUXILIARY):
            return None
        j -= 1
    return None


def _owner(tokens: Tokens, j: int, lo: int) -> Range | None:
    """Whose it is by the possessive at ``j``: of "anger over Jane Doe's promise" not the anger."""
    owner = noun_phrase_before(tokens, j, lo)
    if owner is None:
        return None
    first = owner[0]
    for k in range(*owner):
        if tokens.tag[k] & Tag.PREPOSITION and tokens.word[k] not in ("of", "for"):
            first = k + 1
    return (first, owner[1]) if first < owner[1] else owner


def _by_somebody(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether it says by whom what was said is: the suggestion *by the mayor* that it is old."""
    if tokens.word[k + 1] != "by":
        return False
    agent = noun_phrase_after(tokens, k + 2, hi)
    return agent is not None and agent[1] < hi and tokens.word[agent[1]] == "that"


def of_quotation(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether a preposition leads from the noun to a quotation.

    Her allegations of a "plot", his call for a "ban", a pledge to be "fair".
    """
    if k + 2 >= hi or tokens.word[k + 1] not in _TO_WHAT:
        return False
    to_do = tokens.word[k + 1] == "to"
    at = k + 2
    if to_do and at < hi and not tokens.tag[at] & Tag.QUOTED:
        at += 1
    while at < hi and at < k + _NEAR and tokens.tag[at] & Tag.DETERMINER:
        at += 1
    return at < hi and tokens.tag[at] & Tag.QUOTED > 0


_TO_WHAT = frozenset(("about", "for", "of", "to"))
_NEAR = 5
"""Tokens from the noun to what it leads to: his calls *to end the* “toll”."""


_MODIFIERS = 5
"""Words between an owner and the noun: "his much repeated claim"."""
_LEADS_ON = _ENGLISH.lists["leads-on"]
"""What leads from a noun of saying to what was said."""
OWNERS = _ENGLISH.lists["owners"]
"""Whose claim it is: her claim that."""
