"""The "that" behind a cue which opens what was said, among others that only point at something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.content_objects import NO_INFINITIVE
from briefbook.text.statements.cues import NOUN_CUES
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.verbless import OWNERS
from briefbook.text.statements.verbs import is_noun, is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
_BEFORE_CONTENT = 14
"""Tokens that may stand between a cue and its "that": told reporters on Monday that."""
_SPOKEN_IN = _ENGLISH.lists["spoken-in"]
_COUNTS = _ENGLISH.lists["counts"]
_DASHES = frozenset(("\u2014", "\u2013", "--"))


def that_clause(tokens: Tokens, k: int, hi: int, *, named: bool) -> int | None:
    """The "that" which opens what was said, if only whom, when and where stand before it."""
    word, tag = tokens.word, tokens.tag
    attached = named
    aside = 0
    for m in range(k, min(hi, k + _BEFORE_CONTENT)):
        low = word[m].lower()
        if m < aside:
            continue
        if low == "," and m + 1 < hi and word[m + 1] in ("where", "which"):
            aside = _comma(
                tokens, m + 1, min(hi, k + _BEFORE_CONTENT)
            )  # said on CNN, where he works, that
            continue
        if low == "that":
            return m if _opens_report(tokens, m, hi) else None
        if low == "," and m + 1 < hi and tag[m + 1] & (Tag.DETERMINER | Tag.QUOTED):
            return None  # vowed to repeal it, a law that
        if low in _SPOKEN_IN:
            if low == "to" and m + 1 < hi and not tag[m + 1] & NO_INFINITIVE:
                return None
            attached = True
        elif low in _DASHES:
            attached = True  # said — on Monday, of all days — that
        elif (
            tag[m] & (Tag.TIME | Tag.ADVERB | Tag.NUMBER)
            or low == ","
            or (m + 1 < hi and low in _COUNTS and tag[m + 1] & Tag.TIME)
        ):
            continue
        elif not attached or tag[m] & (Tag.QUOTED | Tag.AUXILIARY):
            return None
        joins_names = tag[m - 1] & tag[min(m + 1, hi - 1)] & Tag.CAPITAL
        if tag[m] & Tag.COORDINATOR and not joins_names:
            return None
        if low in NOUN_CUES and m + 1 < hi and word[m + 1] == "that" and low not in _RECORDS:
            owned = word[m - 1] in OWNERS and word[m - 2] in ("in", "during")
            if not owned:  # "admitted in his plea that"
                return None  # "responded to claims that"
        if word[m] in SENTENCE_ENDS or low in (";", ":"):
            return None
    return None


def _opens_report(tokens: Tokens, m: int, hi: int) -> bool:
    """Whether the "that" at ``m`` opens a clause: not *that night*, *just that in May*."""
    if m + 2 >= hi:
        return False
    if tokens.tag[m + 1] & Tag.AUXILIARY:
        return tokens.word[m + 1] in GERUNDS
    following = tokens.tag[m + 1]
    if following & Tag.TIME:
        return is_verb(tokens, m + 2)
    if following & Tag.PUNCTUATION and tokens.word[m + 1] != ",":
        return False
    if following & (_OPENS_CLAUSE | Tag.PARTICIPLE):
        return True
    if tokens.word[m + 1] == "same":
        return False
    if following & (Tag.POSSESSIVE | Tag.CAPITAL):
        return True
    for k in range(m + 2, min(hi, m + _CLAUSE)):
        if is_verb(tokens, k) or reads_as_verb(tokens, k, hi):
            return True
        if tokens.word[k] == "," and k + 1 < hi and tokens.tag[k + 1] & Tag.PARTICIPLE:
            return False  # repeated *that approach* in May, saying it was safe
    return False


def _comma(tokens: Tokens, k: int, hi: int) -> int:
    while k < hi and tokens.word[k] != ",":
        k += 1
    return k


_OPENS_CLAUSE = Tag.PRONOUN | Tag.DETERMINER | Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.NUMBER
"""What stands behind a "that" which opens a clause and points at nothing."""
GERUNDS = frozenset(("being", "having"))
"""Auxiliaries that open a subject: said that *having* a bridge helps."""
_CLAUSE = 25
"""Tokens in which a clause that "that" opens has to reach its verb."""
_RECORDS = _ENGLISH.nouns["record"]


def reads_as_verb(tokens: Tokens, m: int, hi: int) -> bool:
    """Whether a word of no known class stands where only a verb can: officials *prefer* the bridge.

    After a noun, and before what opens a noun phrase or an infinitive of its own.
    """
    tag = tokens.tag
    if m + 1 >= hi or tag[m] & ~(Tag.WORD | Tag.CUE | Tag.VERB) or not is_noun(tag[m - 1]):
        return False
    if tag[m - 1] & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER):
        return False
    following = tag[m + 1]
    return bool(
        following & (Tag.DETERMINER | Tag.OBJECT | Tag.PRONOUN) or tokens.word[m + 1] == "to"
    )
