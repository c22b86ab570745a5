"""Where what was said begins behind its cue: that …, the bridge is safe, whether …, to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import NOUN_CUES, VERBS, Cue
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.verbs import is_noun, is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_BEFORE_CONTENT = 14
"""Tokens that may stand between a cue and its "that": told reporters on Monday that."""

_ASKED = _ENGLISH.lists["asked"]
_SPOKEN_IN = _ENGLISH.lists["spoken-in"]

_SUBJECT = 15
"""Tokens in which a clause without "that" has to reach its verb."""


def content_start(tokens: Tokens, frame: Frame, hi: int) -> int | None:
    """The token that begins what ``frame`` reports behind its cue; None where nothing is."""
    takes = VERBS[tokens.word[frame.cue[0]].lower()].takes
    k = frame.cue[1] if frame.shared else frame.last
    if k < hi and tokens.word[k] == "that" and tokens.tag[min(k + 1, hi - 1)] & Tag.AUXILIARY:
        return k if "clause-alone" in takes else None  # said *that* would help
    that = _that(tokens, k, hi, named="listener" in takes)
    if that is not None:
        return that
    if "order" in takes and not frame.inverted:
        order = _order(tokens, k, hi)
        if order is not None:
            return order
    if "listener" in takes and k < hi:
        k = _past_listener(tokens, k, hi)
    if "question" in takes and k < hi and tokens.word[k] in _ASKED and not frame.inverted:
        return k
    if frame.inverted:
        return None
    if "infinitive" in takes and k < hi and _is_infinitive(tokens, k):
        return k
    for preposition in ("of", "as"):
        if preposition in takes:
            return _behind(tokens, k, hi, preposition)
    if "for" in takes and tokens.word[k - 1] == "for":
        return k if k < hi and tokens.tag[k] & Tag.WORD else None
    if "on" in takes and tokens.word[k - 1] == "on":
        return _order(tokens, k, hi)
    if frame.can & Cue.PARTICIPLE and not {"ing-clause", "thing"} & takes:
        return None
    alone = "clause-alone" in takes
    if "finding" in takes:
        return (
            k
            if k < hi and (noun_phrase_after(tokens, k, hi) or _begins_clause(tokens, k))
            else None
        )
    if alone or "clause" in takes:
        clause = _bare(tokens, k, hi, only_clauses=alone)
        if clause is not None:
            return clause
    return None


def _is_infinitive(tokens: Tokens, k: int) -> bool:
    """Whether the tokens from ``k`` on are an infinitive: *to open*, *not to open*."""
    at = k + 1 if tokens.word[k] == "not" else k
    return (
        at + 2 < len(tokens) and tokens.word[at] == "to" and not tokens.tag[at + 1] & _NO_INFINITIVE
    )


def _behind(tokens: Tokens, k: int, hi: int, preposition: str) -> int | None:
    """Where what is said of somebody begins: accused the fund *of* lying, described it *as* new."""
    for at in range(k + 1, min(hi - 1, k + _SUBJECT)):
        if tokens.word[at] == preposition:
            return at + 1 if preposition == "of" else k
        if not tokens.tag[at] & Tag.WORD or is_verb(tokens, at):
            return None
    return None


def thing_told_of(tokens: Tokens, k: int, hi: int) -> Range | None:
    """A thing that was told of: announced *a new bridge*, but not denied the fund a grant."""
    named = noun_phrase_after(tokens, k, hi)
    if named is None or (named[1] < hi and tokens.tag[named[1]] & (Tag.DETERMINER | Tag.OBJECT)):
        return None
    if any(tokens.tag[m] & Tag.DETERMINER for m in range(named[0] + 1, named[1])):
        return None
    end = named[1]
    while end < hi and not (
        tokens.tag[end] & (Tag.PUNCTUATION | Tag.QUOTED | Tag.SUBORDINATOR)
        or tokens.word[end] in _NOT_OF_THINGS
        or (tokens.tag[end] & Tag.COORDINATOR and end + 1 < hi and is_verb(tokens, end + 1))
    ):
        end += 1
    return named[0], end


_NOT_OF_THINGS = frozenset(("through", "during", "but"))


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
            if low == "to" and m + 1 < hi and not tag[m + 1] & _NO_INFINITIVE:
                return None
            attached = True
        elif tag[m] & (Tag.TIME | Tag.ADVERB | Tag.NUMBER) or low == ",":
            continue
        elif not attached or tag[m] & (Tag.QUOTED | Tag.AUXILIARY | Tag.COORDINATOR):
            return None
        if low in NOUN_CUES and m + 1 < hi and word[m + 1] == "that" and low not in _RECORDS:
            return None  # "responded to claims that"
        if word[m] in SENTENCE_ENDS or low in (";", ":"):
            return None
    return None


def _opens_report(tokens: Tokens, m: int, hi: int) -> bool:
    """Whether the "that" at ``m`` opens a clause: not *that night*, *just that in May*."""
    if m + 2 >= hi or tokens.tag[m + 1] & (Tag.AUXILIARY | Tag.PUNCTUATION | Tag.TIME):
        return False
    if tokens.word[m + 1] == "same":
        return False
    return any(
        is_verb(tokens, k) or _reads_as_verb(tokens, k, hi)
        for k in range(m + 2, min(hi, m + _CLAUSE))
    )


_CLAUSE = 25
"""Tokens in which a clause that "that" opens has to reach its verb."""
_RECORDS = _ENGLISH.nouns["record"]


def _order(tokens: Tokens, k: int, hi: int) -> int | None:
    """Where what the listener is to do begins: told citizens *to stay at home*."""
    if k >= hi:
        return None
    if tokens.tag[k] & Tag.OBJECT or tokens.word[k] == "her":
        listener: Range | None = (k, k + 1)
    else:
        listener = noun_phrase_after(tokens, k, hi)
    if listener is None or listener[1] + 2 >= hi:
        return None
    at = listener[1]
    to = at + 1 if tokens.word[at] == "not" else at
    return at if tokens.word[to] == "to" and not tokens.tag[to + 1] & _NO_INFINITIVE else None


_NO_INFINITIVE = (
    Tag.PUNCTUATION
    | Tag.QUOTED
    | Tag.CAPITAL
    | Tag.DETERMINER
    | Tag.PRONOUN
    | Tag.OBJECT
    | Tag.NUMBER
    | Tag.POSSESSIVE
    | Tag.SUBORDINATOR
    | Tag.PARTICIPLE
)
"""What stands after a "to" that opens no infinitive: a visit to the bridge."""


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
    while (
        k < hi
        and not _begins_clause(tokens, k)
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
    if tag[k] & (Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.OBJECT | Tag.COORDINATOR):
        return None
    if is_verb(tokens, k):
        return None
    if not only_clauses:
        subject = noun_phrase_after(tokens, k, hi)
        return k if subject and subject[1] < hi and is_verb(tokens, subject[1]) else None
    for m in range(k + 1, min(hi, k + _SUBJECT)):
        if tag[m] & Tag.QUOTED or tokens.word[m] in SENTENCE_ENDS:
            return None
        if (is_verb(tokens, m) and tokens.word[m - 1] != "to") or _reads_as_verb(tokens, m, hi):
            return k
    return None


def _begins_clause(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` can only be a clause's subject: he, there."""
    low = tokens.word[k].lower().replace("\u2019", "'")
    tag = tokens.tag[k]
    return low in _SUBJECTS or bool(tag & Tag.PRONOUN and not tag & Tag.DETERMINER)


_SUBJECTS = frozenset(("there", "there's", "that's", "what's"))
"""Subjects of a clause that are no pronoun of the tables."""


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
