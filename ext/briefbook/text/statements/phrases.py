"""Source phrases: the noun phrase that a cue's subject is, found without a parser.

News prose keeps the subject of a verb of saying close to it and sets whatever comes between off by
commas or dashes, so a walk over word classes finds it. All ranges are of tokens, end-exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.statements.cues import CUES, Cue
from briefbook.text.statements.wordlist import words
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Tokens

Range = tuple[int, int]

_STOPS = Tag.PUNCTUATION | Tag.QUOTED
_CLAUSE = Tag.SUBORDINATOR | Tag.AUXILIARY
_NOT_NOMINAL = (
    Tag.PUNCTUATION
    | Tag.QUOTED
    | Tag.PREPOSITION
    | Tag.COORDINATOR
    | Tag.AUXILIARY
    | Tag.SUBORDINATOR
    | Tag.RELATIVE
    | Tag.OBJECT
)
_DASHES = frozenset(("\u2014", "\u2013", "--", "-", "---"))
_OF_TITLES = frozenset(
    ("of", "for", "from", "at", "with", "in", "on", "to", "by", "about", "against")
)
_HOST_PREPOSITIONS = frozenset(("of", "for", "from", "at", "with"))


def is_verb(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` reads as a finite verb, by its form and the word before it."""
    tag = tokens.tag[k]
    if tag & Tag.AUXILIARY:
        return True
    if not tag & (Tag.VERB | Tag.CUE) or tag & Tag.CAPITAL:
        return False
    if tag & Tag.CUE:
        can = CUES[tokens.word[k].lower()]
        if not can & Cue.FINITE:
            return False
    else:
        can = 0
    if k == 0:
        return False
    before = tokens.tag[k - 1]
    if before & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.NUMBER):
        return False
    if can & Cue.BASE and tokens.word[k] not in ("said", "put"):
        # "state officials", "poll workers": a verb's bare form needs a plural before it.
        return bool(before & (Tag.PRONOUN | Tag.RELATIVE)) or tokens.word[k - 1].endswith("s")
    return True


def is_nominal(tokens: Tokens, k: int) -> bool:
    tag = tokens.tag[k]
    if tag & _NOT_NOMINAL or not tag & Tag.WORD:
        return False
    if tag & Tag.PRONOUN and not tag & Tag.DETERMINER:
        return False
    if tag & Tag.ADVERB and not tag & (Tag.CAPITAL | Tag.DETERMINER):
        return False
    return not is_verb(tokens, k)


def noun_phrase_before(tokens: Tokens, j: int, lo: int) -> Range | None:
    """The noun phrase that ends with token ``j``, with what is attached to it on the left."""
    tag, word = tokens.tag, tokens.word
    if j < lo:
        return None
    if tag[j] & Tag.PRONOUN and not tag[j] & Tag.DETERMINER:
        return (j, j + 1)
    end = j + 1
    k = j
    start = end
    while k >= lo:
        if is_nominal(tokens, k):
            if tag[k] & Tag.TIME and word[k] != "may" and start > k + 1 and tag[k] & Tag.CAPITAL:
                break  # "On Thursday Putin said"
            if tag[k] & Tag.PARTICIPLE and k > lo and start <= j and _reduced(tokens, k, lo):
                return noun_phrase_before(tokens, k - 1, lo)
            start = k
            if tag[k] & Tag.DETERMINER and not (
                k > lo and (tag[k - 1] & (Tag.PREPOSITION | Tag.DETERMINER))
            ):
                break
            k -= 1
            continue
        if start > j:
            return None
        if tag[k] & Tag.RELATIVE and word[k].lower() in ("who", "whom", "which"):
            host = k - 1
            if host >= lo and word[host] == ",":
                host -= 1
            return noun_phrase_before(tokens, host, lo) or (start, end)
        if tag[k] & Tag.PREPOSITION:
            if k - 1 >= lo and (is_nominal(tokens, k - 1)) and word[k] in _OF_TITLES:
                k -= 1
                continue
            break
        if word[k] in ("and", "&") and k - 1 >= lo and is_nominal(tokens, k - 1):
            joined = noun_phrase_before(tokens, k - 1, lo)
            if joined and _opens_clause(tokens, joined[0], lo):
                start = joined[0]
            break
        if tag[k] & Tag.VERB and word[k].endswith("ed") and k > lo and _reduced(tokens, k, lo):
            return noun_phrase_before(tokens, k - 1, lo)
        break
    while start < end and tag[start] & Tag.ADVERB and not tag[start] & Tag.DETERMINER:
        start += 1
    return (start, end) if start < end else None


def _reduced(tokens: Tokens, k: int, lo: int) -> bool:
    """Whether "officials briefed on it said", "voters attending it said" has its verb at ``k``."""
    if k - 1 < lo or not is_nominal(tokens, k - 1):
        return False
    before = tokens.tag[k - 1]
    if before & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER):
        return False
    return bool(tokens.tag[k + 1] & (Tag.PREPOSITION | Tag.DETERMINER))


def _opens_clause(tokens: Tokens, k: int, lo: int) -> bool:
    if k <= lo:
        return True
    before = tokens.tag[k - 1]
    return bool(before & (Tag.PUNCTUATION | Tag.QUOTED | Tag.SUBORDINATOR | Tag.COORDINATOR))


def noun_phrase_after(tokens: Tokens, k: int, hi: int) -> Range | None:
    """The noun phrase that starts at token ``k``."""
    tag, word = tokens.tag, tokens.word
    if k >= hi:
        return None
    if tag[k] & Tag.PRONOUN and not tag[k] & Tag.DETERMINER:
        return (k, k + 1)
    start = k
    while k < hi:
        if tag[k] & Tag.WORD and (is_nominal(tokens, k)):
            if tag[k] & Tag.TIME and tag[k] & Tag.CAPITAL and k > start:
                break
            k += 1
            continue
        if k == start:
            return None
        if tag[k] & Tag.PREPOSITION and word[k] in _HOST_PREPOSITIONS and k + 1 < hi:
            if is_nominal(tokens, k + 1) and not _adverbial(tokens, k, hi):
                k += 1
                continue
            break
        if word[k] in ("and", "&") and k + 1 < hi and is_nominal(tokens, k + 1):
            if tag[k - 1] & Tag.CAPITAL and tag[k + 1] & Tag.CAPITAL:
                k += 1
                continue
            break
        break
    return (start, k) if k > start else None


_OCCASIONS = words(
    """
    statement interview speech tweet email e-mail letter memo report article op-ed column post
    conference call briefing rally event debate meeting news television radio twitter facebook
    appearance town hearing message
    """
)


def _adverbial(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether the preposition at ``k`` opens where or when it was said, not who said it."""
    if tokens.word[k] in ("of", "for"):
        return False
    for word in tokens.word[k + 1 : min(hi, k + 6)]:
        if word.lower() in _OCCASIONS:
            return True
        if not word[0].isalnum():
            return False
    return bool(tokens.tag[k + 1] & Tag.TIME)


def subject_before(tokens: Tokens, i: int, lo: int) -> tuple[Range | None, bool]:
    """The subject of the verb at token ``i``, searched to the left down to ``lo``.

    Returns the phrase and whether the verb shares the subject of the clause before it ("…, adding",
    "and said", "to say"), in which case the phrase is None.
    """
    tag, word = tokens.tag, tokens.word
    j = i - 1
    while j >= lo:
        if tag[j] & (Tag.ADVERB | Tag.AUXILIARY) and not tag[j] & (Tag.PRONOUN | Tag.DETERMINER):
            j -= 1
        elif tag[j] & Tag.TIME and (tag[j] & Tag.CAPITAL or word[j] in ("yesterday", "today")):
            j -= 1
            if j >= lo and word[j] in ("on", "last", "early", "late"):
                j -= 1
        elif word[j] == ")":
            k = j
            while k > lo and word[k] != "(" and j - k < 12:
                k -= 1
            if word[k] != "(":
                return None, False
            j = k - 1
        else:
            break
    if j < lo:
        return None, False
    if word[j] == "," or word[j] in _DASHES:
        return _host(tokens, j, lo)
    if tag[j] & Tag.QUOTED or tag[j] & Tag.PUNCTUATION:
        return None, False
    if tag[j] & Tag.COORDINATOR:
        return None, True
    if word[j] == "to":
        return None, True
    if tag[j] & Tag.RELATIVE and not (tag[j] & Tag.DETERMINER):
        host = j - 1
        if host >= lo and word[host] == ",":
            host -= 1
        return noun_phrase_before(tokens, host, lo), False
    if word[j].lower() == "that" and j > lo:
        return noun_phrase_before(tokens, j - 1, lo), False
    if tag[j] & Tag.PREPOSITION:
        return None, True
    return noun_phrase_before(tokens, j, lo), False


def _host(tokens: Tokens, c: int, lo: int) -> tuple[Range | None, bool]:
    """The phrase that the aside closed by the comma or dash at ``c`` belongs to."""
    tag, word = tokens.tag, tokens.word
    sign = word[c]
    segments: list[Range] = []
    end = c
    k = c - 1
    while k >= lo:
        mark = word[k] == sign or (sign == "," and word[k] == ",")
        if mark:
            segments.append((k + 1, end))
            end = k
        elif tag[k] & Tag.QUOTED or (
            tag[k] & Tag.PUNCTUATION and word[k] in (";", ":", ".", "!", "?")
        ):
            break
        k -= 1
    segments.append((k + 1, end))
    if len(segments) == 1:
        return None, False
    found: Range | None = None
    for first, last in segments[1:]:
        host = _clause_tail(tokens, first, last)
        if host is None:
            break
        found = host
        if host[0] > first:
            break
    if found is None:
        return None, True
    return found, False


def _clause_tail(tokens: Tokens, first: int, last: int) -> Range | None:
    """The noun phrase at the end of a stretch between commas, if it can be what an aside is about."""
    if last <= first:
        return None
    tag = tokens.tag
    if tag[last - 1] & (Tag.ADVERB | Tag.TIME) and last - 1 == first:
        return None
    phrase = noun_phrase_before(tokens, last - 1, first)
    if phrase is None:
        return None
    if all(tag[k] & (Tag.NUMBER | Tag.TIME) for k in range(*phrase)):
        return None
    before = phrase[0] - 1
    if before >= first and tag[before] & (Tag.PREPOSITION):
        return None
    return phrase


def main_subject(tokens: Tokens, lo: int, hi: int) -> Range | None:
    """The subject of the clause ``lo``…``hi``: its first noun phrase once adverbials are passed."""
    tag, word = tokens.tag, tokens.word
    k = lo
    while k < hi and (
        (tag[k] & (Tag.COORDINATOR | Tag.ADVERB) and not tag[k] & Tag.DETERMINER) or word[k] == ","
    ):
        k += 1
    if k < hi and (
        tag[k] & (Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.PARTICIPLE | Tag.TIME)
        or (tag[k] & Tag.CUE and word[k].lower().endswith("ed"))
    ):
        comma = next((m for m in range(k, hi) if word[m] == ","), None)
        if comma is None:
            return None
        return main_subject(tokens, comma + 1, hi)
    return noun_phrase_after(tokens, k, hi)
