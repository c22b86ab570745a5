"""Where what was said begins behind its cue: that …, the bridge is safe, whether …, to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.amounts import opens_amount
from briefbook.text.statements.content_ends import opens_clause_of_its_own
from briefbook.text.statements.content_objects import (
    holds_object,
    is_infinitive,
    is_named,
    order_to,
    said_of,
)
from briefbook.text.statements.cues import VERBS, Cue
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.that_clauses import GERUNDS, reads_as_verb, that_clause
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
_ASKED = _ENGLISH.lists["asked"]

_SUBJECT = 20
"""Tokens in which a clause without "that" has to reach its verb."""


def content_start(tokens: Tokens, frame: Frame, hi: int) -> int | None:
    """The token that begins what ``frame`` reports behind its cue; None where nothing is."""
    takes = VERBS[tokens.word[frame.cue[0]].lower()].takes
    k = frame.cue[1] if frame.shared else frame.last
    following = min(k + 1, hi - 1)
    pointing = tokens.tag[following] & Tag.AUXILIARY and tokens.word[following] not in GERUNDS
    if k < hi and tokens.word[k] == "that" and pointing:
        return k if "clause-alone" in takes else None  # said *that* would help
    that = that_clause(tokens, k, hi, named="listener" in takes)
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
    when = _past_when(tokens, k, hi)
    if "infinitive" in takes and when < hi and is_infinitive(tokens, when):
        return when
    if "name" in takes and k < hi and is_named(tokens, k, hi):
        return k
    for preposition in ("of", "as"):
        if preposition in takes:
            return said_of(tokens, k, hi, preposition)
    if "for" in takes and tokens.word[k - 1] == "for":
        return k if k < hi and (tokens.tag[k] & Tag.WORD or tokens.word[k] in "$£€") else None
    if "on" in takes and tokens.word[k - 1] in ("on", "upon"):
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


def _past_when(tokens: Tokens, k: int, hi: int) -> int:
    """The token after when it was said: vowed *last month* to stay, vowed *on Monday* to stay."""
    while k < hi and (
        tokens.tag[k] & Tag.TIME
        or tokens.word[k] in _BEFORE_TIME
        or (tokens.word[k] == "on" and k + 1 < hi and tokens.tag[k + 1] & Tag.TIME)
    ):
        k += 1
    return k


_BEFORE_TIME = _ENGLISH.lists["before-time"]


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
        also = tokens.word[k + 1] == "," and tokens.word[k + 2 : k + 3] == ["too"]
        return k if also or tag[k + 1] & Tag.WORD else None  # said *she, too, was there*
    if tag[k] & Tag.PREPOSITION:
        return _past_phrase(tokens, k, hi)
    if tag[k] & (Tag.SUBORDINATOR | Tag.OBJECT | Tag.COORDINATOR):
        return None
    if is_verb(tokens, k) and tokens.word[k] not in GERUNDS:
        return None
    if not only_clauses:
        subject = noun_phrase_after(tokens, k, hi)
        return k if subject and subject[1] < hi and is_verb(tokens, subject[1]) else None
    for m in range(k + 1, min(hi, k + _SUBJECT)):
        if tag[m] & Tag.QUOTED:
            return None
        if tokens.word[m] in SENTENCE_ENDS:
            break
        if (is_verb(tokens, m) and tokens.word[m - 1] != "to") or reads_as_verb(tokens, m, hi):
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
    for m in range(k, min(hi, k + _SUBJECT)):
        if is_verb(tokens, m):
            return True
        if tokens.word[m] == ",":
            return False
    return False


_COUNTING = frozenset(("about", "around", "over", "under", "between"))
_SETTINGS = _ENGLISH.nouns["vehicle"] | _ENGLISH.nouns["occasion"]
