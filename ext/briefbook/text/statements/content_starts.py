"""Where what was said begins behind its cue: that …, the bridge is safe, whether …, to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.amounts import opens_amount
from briefbook.text.statements.content_ends import opens_clause_of_its_own
from briefbook.text.statements.content_objects import (
    NO_INFINITIVE,
    holds_object,
    is_infinitive,
    is_named,
    order_to,
    said_of,
)
from briefbook.text.statements.cues import NOUN_CUES, VERBS, Cue
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.verbs import is_noun, is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
_BEFORE_CONTENT = 14
"""Tokens that may stand between a cue and its "that": told reporters on Monday that."""

_ASKED = _ENGLISH.lists["asked"]
_SPOKEN_IN = _ENGLISH.lists["spoken-in"]

_SUBJECT = 20
"""Tokens in which a clause without "that" has to reach its verb."""


def content_start(tokens: Tokens, frame: Frame, hi: int) -> int | None:
    """The token that begins what ``frame`` reports behind its cue; None where nothing is."""
    takes = VERBS[tokens.word[frame.cue[0]].lower()].takes
    k = frame.cue[1] if frame.shared else frame.last
    following = min(k + 1, hi - 1)
    pointing = tokens.tag[following] & Tag.AUXILIARY and tokens.word[following] not in _GERUNDS
    if k < hi and tokens.word[k] == "that" and pointing:
        return k if "clause-alone" in takes else None  # said *that* would help
    that = _that(tokens, k, hi, named="listener" in takes)
    if that is not None:
        return that
    if "order" in takes and not frame.inverted:
        order = order_to(tokens, k, hi)
        if order is not None:
            return order
    if "listener" in takes and k < hi:
        k = _past_listener(tokens, k, hi)
    if "question" in takes and k < hi and tokens.word[k] in _ASKED and not frame.inverted:
        return k
    if frame.inverted:
        return None
    if "infinitive" in takes and k < hi and is_infinitive(tokens, k):
        return k
    if "name" in takes and k < hi and is_named(tokens, k, hi):
        return k
    for preposition in ("of", "as"):
        if preposition in takes:
            return said_of(tokens, k, hi, preposition)
    if "for" in takes and tokens.word[k - 1] == "for":
        return k if k < hi and tokens.tag[k] & Tag.WORD else None
    if "on" in takes and tokens.word[k - 1] == "on":
        return order_to(tokens, k, hi)
    if frame.can & Cue.PARTICIPLE and not {"ing-clause", "thing"} & takes:
        return None
    alone = "clause-alone" in takes
    if not alone and holds_object(tokens, frame, k, hi):
        return None
    if "finding" in takes:
        return (
            k
            if k < hi
            and (
                noun_phrase_after(tokens, k, hi)
                or _begins_clause(tokens, k)
                or tokens.tag[k] & Tag.OBJECT
                or tokens.word[k] in _ASKED
            )
            else None
        )
    if alone or "clause" in takes:
        clause = _bare(tokens, k, hi, only_clauses=alone)
        if clause is not None:
            return clause
    return None


_DASHES = frozenset(("\u2014", "\u2013", "--"))


def _that(tokens: Tokens, k: int, hi: int, *, named: bool) -> int | None:
    """The "that" which opens what was said, if only whom, when and where stand before it."""
    word, tag = tokens.word, tokens.tag
    attached = named
    for m in range(k, min(hi, k + _BEFORE_CONTENT)):
        low = word[m].lower()
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
        elif tag[m] & (Tag.TIME | Tag.ADVERB | Tag.NUMBER) or low == ",":
            continue
        elif not attached or tag[m] & (Tag.QUOTED | Tag.AUXILIARY):
            return None
        joins_names = tag[m - 1] & tag[min(m + 1, hi - 1)] & Tag.CAPITAL
        if tag[m] & Tag.COORDINATOR and not joins_names:
            return None
        if low in NOUN_CUES and m + 1 < hi and word[m + 1] == "that" and low not in _RECORDS:
            return None  # "responded to claims that"
        if word[m] in SENTENCE_ENDS or low in (";", ":"):
            return None
    return None


def _opens_report(tokens: Tokens, m: int, hi: int) -> bool:
    """Whether the "that" at ``m`` opens a clause: not *that night*, *just that in May*."""
    if m + 2 >= hi:
        return False
    if tokens.tag[m + 1] & Tag.AUXILIARY:
        return tokens.word[m + 1] in _GERUNDS
    following = tokens.tag[m + 1]
    if following & Tag.TIME:
        return is_verb(tokens, m + 2)
    if following & Tag.PUNCTUATION and tokens.word[m + 1] != ",":
        return False
    if following & _OPENS_CLAUSE:
        return True
    if tokens.word[m + 1] == "same":
        return False
    if following & (Tag.POSSESSIVE | Tag.CAPITAL):
        return True
    return any(
        is_verb(tokens, k) or _reads_as_verb(tokens, k, hi)
        for k in range(m + 2, min(hi, m + _CLAUSE))
    )


_OPENS_CLAUSE = Tag.PRONOUN | Tag.DETERMINER | Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.NUMBER
"""What stands behind a "that" which opens a clause and points at nothing."""
_GERUNDS = frozenset(("being", "having"))
"""Auxiliaries that open a subject: said that *having* a bridge helps."""
_CLAUSE = 25
"""Tokens in which a clause that "that" opens has to reach its verb."""
_RECORDS = _ENGLISH.nouns["record"]


def _past_listener(tokens: Tokens, k: int, hi: int) -> int:
    """The token after whom it was said to: told *reporters* the bridge would open."""
    m = k
    while m < hi and m - k < 6 and tokens.tag[m] & Tag.WORD:
        if tokens.tag[m] & Tag.DETERMINER and m > k:
            break
        if tokens.tag[m] & (Tag.PRONOUN | Tag.PREPOSITION | Tag.AUXILIARY | Tag.SUBORDINATOR):
            break
        capital = tokens.tag[m] & Tag.CAPITAL
        m += 1
        if not capital and tokens.word[m - 1] in _LISTENERS:
            break
    return m


_LISTENERS = _ENGLISH.lists["listeners"]


def _bare(tokens: Tokens, k: int, hi: int, *, only_clauses: bool) -> int | None:
    """Where a clause begins that nothing introduces: said *the bridge would open*.

    ``only_clauses`` tells that the verb takes no thing: what follows "said" is a clause even where
    no word of it is known as a verb.
    """
    tag = tokens.tag
    if k < hi and opens_amount(tokens, k):
        return k if _reaches_verb(tokens, k + 2, hi) else None
    while (
        k < hi
        and not _begins_clause(tokens, k)
        and not _counts(tokens, k)
        and (
            (tag[k] & (Tag.TIME | Tag.ADVERB) and not tag[k] & (Tag.DETERMINER | Tag.CAPITAL))
            or (tag[k] & Tag.TIME and tag[k] & Tag.CAPITAL)
            or (tokens.word[k] == "on" and k + 1 < hi and tag[k + 1] & Tag.TIME)
        )
    ):
        k += 1
    if k + 1 >= hi or not tag[k] & Tag.WORD:
        return None
    if _begins_clause(tokens, k):
        return k if tag[k + 1] & Tag.WORD else None
    if tag[k] & Tag.PREPOSITION:
        return _past_phrase(tokens, k, hi)
    if tag[k] & (Tag.SUBORDINATOR | Tag.OBJECT | Tag.COORDINATOR):
        return None
    if is_verb(tokens, k) and tokens.word[k] not in _GERUNDS:
        return None
    if not only_clauses:
        subject = noun_phrase_after(tokens, k, hi)
        return k if subject and subject[1] < hi and is_verb(tokens, subject[1]) else None
    for m in range(k + 1, min(hi, k + _SUBJECT)):
        if tag[m] & Tag.QUOTED:
            return None
        if tokens.word[m] in SENTENCE_ENDS:
            break
        if (is_verb(tokens, m) and tokens.word[m - 1] != "to") or _reads_as_verb(tokens, m, hi):
            return k
    return k if tokens.word[k].lower() not in _NO_CLAUSE and _is_long(tokens, k, hi) else None


def _counts(tokens: Tokens, k: int) -> bool:
    """Whether an adverb at ``k`` is of a number: said *more than* 40 had come, *nearly* half."""
    return k + 1 < len(tokens) and (
        tokens.word[k + 1] == "than"
        or (tokens.word[k] in _OF_NUMBERS and not tokens.tag[k + 1] & Tag.TIME)
    )


_OF_NUMBERS = _ENGLISH.lists["of-numbers"]
_NO_CLAUSE = _ENGLISH.lists["no-clause"]
_LONG = 3
"""Tokens of a clause whose verb no list knows: Jane Doe *deserves* respect."""


def _is_long(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether words enough for a clause follow, none of them a preposition."""
    near = range(k, min(hi, k + _LONG))
    return len(near) == _LONG and all(
        tokens.tag[m] & Tag.WORD and not tokens.tag[m] & (Tag.PREPOSITION | Tag.TIME | Tag.QUOTED)
        for m in near
    )


def _past_phrase(tokens: Tokens, k: int, hi: int) -> int | None:
    """Where a clause begins at or behind the preposition at ``k``; None where none does.

    Said in a statement *the bridge is safe*; said *in Akron it is*; said *about half of it is*.
    """
    phrase = noun_phrase_after(tokens, k + 1, hi)
    if phrase is None:
        return None
    if tokens.word[k] in _COUNTING:
        return k if _reaches_verb(tokens, phrase[1], hi) else None
    setting = next((m for m in range(*phrase) if tokens.word[m].lower() in _SETTINGS), None)
    end = phrase[1] if setting is None else setting + 1
    comma = end < hi and tokens.word[end] == ","
    if not opens_clause_of_its_own(tokens, end + comma, hi):
        return None
    return k if setting is None or comma else end


def _begins_clause(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` can only be a clause's subject: he, there."""
    low = tokens.word[k].lower().replace("\u2019", "'")
    tag = tokens.tag[k]
    return low in _SUBJECTS or bool(tag & Tag.PRONOUN and not tag & Tag.DETERMINER)


_SUBJECTS = frozenset(("there", "there's", "that's", "what's"))
"""Subjects of a clause that are no pronoun of the tables."""


def _reaches_verb(tokens: Tokens, k: int, hi: int) -> bool:
    return any(is_verb(tokens, m) for m in range(k, min(hi, k + _SUBJECT)))


_COUNTING = frozenset(("about", "around", "over", "under", "between"))
_SETTINGS = _ENGLISH.nouns["vehicle"] | _ENGLISH.nouns["occasion"]


def _reads_as_verb(tokens: Tokens, m: int, hi: int) -> bool:
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
