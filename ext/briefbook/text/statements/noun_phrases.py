"""Noun phrases, found without a parser by walking over word classes. Ranges are of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.lang.spelling import singular
from briefbook.text.statements.phrases import ACTING, opens_no_name
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
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
_ATTACHED_BEFORE = _ENGLISH.lists["attached-before"]
_ATTACHED_AFTER = _ENGLISH.lists["attached-after"]
_SOMEBODY = _ENGLISH.lists["somebody"]
_SMALL_TIMES = _ENGLISH.lists["small-times"]
_PAIRED = _ENGLISH.lists["paired"]
_OCCASIONS = _ENGLISH.nouns["occasion"]


def is_nominal(tokens: Tokens, k: int) -> bool:
    """Whether token ``k`` can be part of a noun phrase."""
    tag = tokens.tag[k]
    if tag & _NOT_NOMINAL or not tag & Tag.WORD:
        return False
    if tag & Tag.PRONOUN and not tag & Tag.DETERMINER:
        return False
    if tag & Tag.ADVERB and not tag & (Tag.CAPITAL | Tag.DETERMINER):
        return False
    return not is_verb(tokens, k)


def is_pronoun(tokens: Tokens, k: int) -> bool:
    return bool(tokens.tag[k] & Tag.PRONOUN) and not tokens.tag[k] & Tag.DETERMINER


def noun_phrase_before(tokens: Tokens, j: int, lo: int) -> Range | None:
    """The noun phrase that ends with token ``j``, with what is attached to it by prepositions.

    Of "officials briefed on the talks" and "the aide who met reporters", the part before the verb.
    """
    tag, word = tokens.tag, tokens.word
    if j < lo:
        return None
    if is_pronoun(tokens, j):
        return (j, j + 1)
    if word[j] == "them" and j - 2 >= lo and word[j - 1] == "of" and tag[j - 2] & _COUNTS:
        return (j - 2, j + 1)
    if j - 2 >= lo and tag[j] & Tag.OBJECT and tag[j - 1] & Tag.PREPOSITION:
        return _those_before(tokens, j, lo)
    if j > lo and word[j - 1].lower() == "those" and word[j].endswith("ed"):
        return (j - 1, j)  # those surveyed said
    end = start = j + 1
    k = j
    while k >= lo:
        if is_nominal(tokens, k):
            of_name = k > lo and word[k].lower() in _SMALL_TIMES and tag[k] & Tag.CAPITAL
            named = start <= j and tag[k] & Tag.TIME and (tag[k] | tag[start]) & Tag.CAPITAL
            # "On Thursday Putin said", "At the end of the ceremony Putin said"
            held = start <= j and tag[start] & Tag.CAPITAL and word[k] in _OCCASIONS
            if held or (named and not of_name):
                break
            if tag[k] & Tag.PARTICIPLE and start <= j and _reduced(tokens, k, lo):
                return noun_phrase_before(tokens, k - 1, lo)
            start = k
            if tag[k] & Tag.DETERMINER and not (
                k > lo
                and (
                    tag[k - 1] & (Tag.PREPOSITION | Tag.DETERMINER) or _of_doing(tokens, k - 1, lo)
                )
            ):
                start = _joined_before(tokens, k - 1, lo, start)
                break
            k -= 1
            continue
        described = start <= j and k > lo and tag[k - 1] & Tag.DETERMINER
        if described and (tag[k] & Tag.ADVERB or word[k] in _ALSO_ADJECTIVES):
            k -= 1  # the overwhelmingly rural college, an inside source
            continue
        if word[k].lower() in _SOMEBODY:
            return (k, end)  # "someone familiar with the talks"
        if start > j:
            return None
        if k == lo and word[k] == "That":
            start = k
            break
        if tag[k] & Tag.PREPOSITION and word[k] in _ATTACHED_BEFORE:
            if opens_no_name(word[k - 1]):
                break  # Due to his state doctors said
            if k > lo and is_nominal(tokens, k - 1) and not _opens_aside(tokens, k - 1, lo):
                k -= 1
                continue
        elif _describes(tokens, k, lo):
            k -= 1
            continue
        elif word[k] in ("and", "&"):
            start = _joined_before(tokens, k, lo, start)
        elif word[k].endswith(("ed", "en")) and tag[k] & Tag.VERB:
            if _reduced(tokens, k, lo):
                return noun_phrase_before(tokens, k - 1, lo)
            if k > lo and tag[k - 1] & (Tag.QUOTED | Tag.PUNCTUATION):
                start = k  # "…," retired general Jane Doe said
        break
    while start < end - 1 and tag[start] & Tag.ADVERB and not tag[start] & Tag.DETERMINER:
        start += 1
    return (start, end) if start < end else None


def _joined_before(tokens: Tokens, k: int, lo: int, start: int) -> int:
    """Where the first of two begins that an "and" at ``k`` joins: *Jane Doe* and the mayor.

    ``start``, where the second begins, if no "and" stands there or the first is a verb's object.
    """
    if k <= lo or tokens.word[k] not in ("and", "&") or not is_nominal(tokens, k - 1):
        return start
    joined = noun_phrase_before(tokens, k - 1, max(lo, k - _JOINED))
    return joined[0] if joined and opens_clause(tokens, joined[0], lo) else start


def _describes(tokens: Tokens, k: int, lo: int) -> bool:
    """Whether the word at ``k`` stands before its noun: current *and* former, *outside* counsel."""
    word, tag = tokens.word, tokens.tag
    if word[k] in ("and", "or"):
        return word[k - 1] in _PAIRED and word[k + 1] in _PAIRED
    if word[k] not in _ALSO_ADJECTIVES or k <= lo or k + 2 >= len(tokens):
        return False
    return bool(tag[k - 1] & tag[k + 2] & Tag.CAPITAL)  # Larch outside counsel Jane Doe


def _opens_aside(tokens: Tokens, k: int, lo: int) -> bool:
    """Whether nothing is attached to the word at ``k``: *referring* to the officer, *Monday* in."""
    tag = tokens.tag
    if tag[k] & Tag.TIME:
        return True
    return bool(tag[k] & Tag.PARTICIPLE) and k > lo and not tag[k - 1] & Tag.WORD


def _of_doing(tokens: Tokens, k: int, lo: int) -> bool:
    """Whether the word at ``k`` is what people are of or for: supporters of *changing* the law."""
    if not tokens.tag[k] & Tag.PARTICIPLE or k - 2 < lo:
        return False
    return tokens.word[k - 1] in ("against", "for", "of") and is_nominal(tokens, k - 2)


def _those_before(tokens: Tokens, j: int, lo: int) -> Range | None:
    """As in *those close to him* said, with "him" at token ``j``."""
    host = noun_phrase_before(tokens, j - 2, lo)
    return (host[0], j + 1) if host and tokens.word[host[0]].lower() == "those" else None


_ALSO_ADJECTIVES = frozenset(("inside", "outside", "past"))
"""Prepositions that behind an article are none: an inside source."""
_COUNTS = Tag.DETERMINER | Tag.NUMBER
"""What may stand before "of them": one, another, some."""
_JOINED = 12
"""Tokens the first of two joined names may reach back."""


def _reduced(tokens: Tokens, k: int, lo: int) -> bool:
    """Whether "officials briefed on it", "voters attending it" has its verb at ``k``."""
    if k - 1 < lo or not is_nominal(tokens, k - 1):
        return False
    if tokens.tag[k - 1] & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER):
        return False
    if tokens.word[k + 1] == "of" and tokens.tag[k] & Tag.PARTICIPLE:
        low = tokens.word[k - 1].lower()  # the annual gathering of the townspeople
        acting = singular(low) != low or low in ACTING or tokens.tag[k - 1] & Tag.CAPITAL
        if not acting:
            return False
    return bool(tokens.tag[k + 1] & (Tag.PREPOSITION | Tag.DETERMINER))


def opens_clause(tokens: Tokens, k: int, lo: int) -> bool:
    """Whether a clause can begin at token ``k``."""
    if k <= lo:
        return True
    before = tokens.tag[k - 1]
    return bool(
        before & (Tag.PUNCTUATION | Tag.QUOTED | Tag.SUBORDINATOR | Tag.COORDINATOR | Tag.ADVERB)
    )


def noun_phrase_after(tokens: Tokens, k: int, hi: int) -> Range | None:
    """The noun phrase that starts at token ``k``, with what "of", "for", "from" attach to it."""
    tag, word = tokens.tag, tokens.word
    if k >= hi:
        return None
    if is_pronoun(tokens, k):
        return (k, k + 1)
    start = k
    while k + 1 < hi and tag[k] & Tag.ADVERB and not tag[k] & Tag.DETERMINER:
        start = k = k + 1  # "Only 52 percent"
    if tag[k] & Tag.VERB and word[k].endswith("ed") and k + 1 < hi and is_nominal(tokens, k + 1):
        k += 1  # "said undecided voter Jane Doe"
    while k < hi:
        if k > start and tag[k] & Tag.CUE and tag[k] & Tag.PARTICIPLE and tag[k - 1] & Tag.CAPITAL:
            break  # "…," says Jane Doe adding that
        if k > start and word[k] == "close" and k + 1 < hi and word[k + 1] == "to":
            break  # "people close to the talks"
        if is_nominal(tokens, k):
            of_name = word[k].lower() in _SMALL_TIMES
            if tag[k] & Tag.TIME and tag[k] & Tag.CAPITAL and k > start and not of_name:
                break
            k += 1
            continue
        if k == start:
            return None
        if word[k] == "(" and _is_abbreviated(tokens, k, hi):
            k += 3  # an Internal Revenue Service (IRS) filing
            continue
        if k + 1 < hi and is_nominal(tokens, k + 1):
            if tag[k] & Tag.ADVERB and tag[k - 1] & Tag.DETERMINER:
                k += 1  # "The first sentence"
                continue
            if word[k] in ("and", "or") and word[k - 1] in _PAIRED and word[k + 1] in _PAIRED:
                k += 1  # "three current and former officials"
                continue
            if word[k] in _ATTACHED_AFTER and not _adverbial(tokens, k, hi):
                k += 1
                continue
            if word[k] in ("and", "&") and tag[k - 1] & tag[k + 1] & Tag.CAPITAL:
                k += 1
                continue
        break
    return (start, k) if k > start else None


def _is_abbreviated(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether the bracket at ``k`` holds initials alone and the phrase goes on behind it."""
    if k + 3 >= hi or tokens.word[k + 2] != ")" or not tokens.word[k + 1].isupper():
        return False
    plain = tokens.tag[k + 3] & ~Tag.PARTICIPLE == Tag.WORD
    return plain and is_nominal(tokens, k + 3)


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
