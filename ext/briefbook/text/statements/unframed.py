"""Whose a quotation is that no frame leads to: a signature, a verb no list knows, a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.statements.cues import NOUN_CUES
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens


def signature(tokens: Tokens, k: int, hi: int) -> Range | None:
    """The name that signs a quotation at its paragraph's end: "…" — Jane Doe."""
    if hi != len(tokens) or not 1 < hi - k - 1 <= _SIGNATURE:
        return None
    first = k + 1
    while first < hi and tokens.word[first] in _DASHES:
        first += 1
    if first == k + 1 or first >= hi or not tokens.tag[first] & Tag.CAPITAL:
        return None
    phrase = noun_phrase_after(tokens, first, hi)
    if phrase is None or (phrase[1] < hi and not tokens.tag[phrase[1]] & Tag.PUNCTUATION):
        return None
    return None if any(is_verb(tokens, m) for m in range(phrase[1], hi)) else phrase


_SIGNATURE = 20
"""Tokens from a quotation to its paragraph's end that a signature takes at most."""
_DASHES = frozenset(("\u2014", "\u2013", "\u2015", "--", "-", "~"))


def doer_beside(tokens: Tokens, k: int, hi: int) -> Range | None:
    """The subject of a verb the lexicon lacks, right after a quotation: "…," Jane Doe fumed."""
    said = _reply(tokens, k, hi)
    if said or k + 1 >= hi or tokens.quoted[k].last not in _GOING_ON:
        return said
    if tokens.tag[k + 1] & Tag.VERB and tokens.word[k + 1].endswith("ed") and k + 2 < hi:
        doer = noun_phrase_after(tokens, k + 2, hi)  # "…," fumed Jane Doe
        if doer and tokens.tag[doer[0]] & Tag.CAPITAL:
            return doer
    if not tokens.tag[k + 1] & (Tag.CAPITAL | Tag.DETERMINER | Tag.PRONOUN):
        return None
    phrase = noun_phrase_after(tokens, k + 1, hi)
    if phrase is None or phrase[1] >= hi:
        return None
    verb = phrase[1]
    return phrase if tokens.word[verb] == "," or tokens.tag[verb] & (Tag.VERB | Tag.CUE) else None


def _reply(tokens: Tokens, k: int, hi: int) -> Range | None:
    """Whose the quotation is by a clause about it.

    "…," was Jane Doe's reply; "…" is how Jane Doe sees it; "…," came the reply from Jane Doe.
    """
    word, tag = tokens.word, tokens.tag
    if k + 3 >= hi:
        return None
    if word[k + 1] in ("is", "was") and word[k + 2] == "how":
        return noun_phrase_after(tokens, k + 3, hi)
    if word[k + 1] == "came" or word[k + 1] in ("is", "was"):
        for m in range(k + 2, min(hi, k + _ANSWER)):
            if word[m] in NOUN_CUES:
                owned = [j for j in range(k + 2, m) if tag[j] & Tag.POSSESSIVE]
                if owned:
                    return (k + 2, owned[-1] + 1)
                behind = m + 1 < hi and word[m + 1] in ("from", "of", "by")
                return noun_phrase_after(tokens, m + 2, hi) if behind else None
    return None


_ANSWER = 9
"""Tokens from "came" to "the answer"."""
_GOING_ON = frozenset(",?!\u2014-\u2026")
"""Characters that end a quotation whose sentence goes on."""


def owner_of(tokens: Tokens, subject: Range) -> Range:
    """Whose the words are that ``subject`` names: *Jane Doe*'s verdict."""
    if tokens.word[subject[1] - 1] not in NOUN_CUES:
        return subject
    for m in range(subject[0], subject[1] - 1):
        if tokens.tag[m] & Tag.PREPOSITION:
            break  # the first words of Jane Doe's verdict
        if tokens.tag[m] & Tag.POSSESSIVE:
            return subject[0], m + 1
    return subject
