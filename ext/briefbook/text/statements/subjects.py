"""The subject of a verb: the source phrase of a cue.

News prose keeps a verb of saying near its subject and sets what comes between off by commas or
dashes: asides are stepped over, relative clauses lead to their antecedent, and a verb without a
subject of its own (", adding", "and said") shares that of the clause before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import CUES, Cue
from briefbook.text.statements.noun_phrases import (
    noun_phrase_after,
    noun_phrase_before,
    opens_clause,
)
from briefbook.text.statements.phrases import opens_no_name
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_DASHES = frozenset(("\u2014", "\u2013", "--", "-", "---"))
_STRONG = frozenset((";", ":", ".", "!", "?", "\u2026"))
_PARENTHESIS = 30


@dataclass(frozen=True, slots=True)
class Subject:
    """A verb's subject; ``phrase`` is None where it has none of its own."""

    phrase: Range | None
    shared: bool = False
    """The verb goes with the clause before it."""
    relative: int | None = None
    """The token after a relative pronoun that stands for the phrase: "the aide, who"."""


_NONE = Subject(None)
_SHARED = Subject(None, shared=True)


def subject_before(tokens: Tokens, i: int, lo: int) -> Subject:
    """The subject of the verb at token ``i``, searched to the left down to token ``lo``."""
    tag, word = tokens.tag, tokens.word
    j = _skip_adverbs(tokens, i - 1, lo)
    if j < lo:
        return _NONE
    if word[j] == "," or word[j] in _DASHES:
        return _before_aside(tokens, j, lo)
    if tag[j] & Tag.QUOTED:
        return _before_quoting_aside(tokens, j, lo)
    if tag[j] & Tag.PUNCTUATION:
        return _NONE
    if tag[j] & Tag.COORDINATOR or word[j] == "to":
        return _SHARED
    low = word[j]
    if low in ("who", "which", "that") and j > lo:
        host = j - 1
        if (word[host] == "," or word[host] in _DASHES) and host > lo:
            host -= 1
        phrase = noun_phrase_before(tokens, host, lo)
        if low == "that" and phrase and _tells_how(tokens, phrase):
            return _NONE
        return Subject(phrase, relative=j + 1)
    if tag[j] & (Tag.PREPOSITION | Tag.RELATIVE):
        if tag[j] & Tag.CAPITAL and j > 0 and tag[j - 1] & Tag.QUOTED:
            return Subject((j, j + 1))  # a name that reads as a preposition: "…," From said
        return _SHARED
    phrase = noun_phrase_before(tokens, j, lo)
    if phrase is None:
        if is_verb(tokens, j) or tag[j] & Tag.OBJECT:  # "who didn't want to be named said"
            return _beyond(tokens, (j, j + 1), lo)
        return _NONE
    name = _named_before(tokens, phrase, i, lo)
    return Subject(name) if name else _beyond(tokens, phrase, lo)


def _named_before(tokens: Tokens, phrase: Range, i: int, lo: int) -> Range | None:
    """The name behind a quotation that ``phrase`` tells of: "…," *Jane Doe*, a lawyer said.

    A comma should close what is told of her; where one follows the verb, the clause is another's.
    """
    comma = phrase[0] - 1
    if comma <= lo + 1 or tokens.word[comma] != "," or tokens.word[i + 1 : i + 2] == [","]:
        return None
    if tokens.word[phrase[0]] not in ("a", "an", "the"):
        return None
    name = noun_phrase_before(tokens, comma - 1, lo)
    if name is None or name[0] <= lo or not tokens.tag[name[0] - 1] & Tag.QUOTED:
        return None
    return name if all(tokens.tag[k] & Tag.CAPITAL for k in range(*name)) else None


def _tells_how(tokens: Tokens, phrase: Range) -> bool:
    """Whether ``phrase`` tells how it was said: said on condition of anonymity *that talks*."""
    k = phrase[0] - 2
    if k < 0 or tokens.word[k + 1] not in ("on", "under", "in", "at", "during"):
        return False
    if not CUES.get(tokens.word[k], 0) & Cue.SAY or not is_verb(tokens, k):
        return False
    return tokens.word[k + 1] in ("in", "at", "during") or tokens.word[phrase[1] - 1] == "anonymity"


def _skip_adverbs(tokens: Tokens, j: int, lo: int) -> int:
    """The last token before ``j`` that is no auxiliary, adverb, time or parenthesis."""
    tag, word = tokens.tag, tokens.word
    while j >= lo:
        if (
            (tag[j] & (Tag.ADVERB | Tag.AUXILIARY) and not tag[j] & (Tag.PRONOUN | Tag.DETERMINER))
            or word[j] in _REFLEXIVES
            or (word[j] in ("both", "all") and j > lo)
        ):
            j -= 1
        elif tag[j] & Tag.TIME or _is_year(tokens, j):
            k = _skip_time(tokens, j, lo)
            alone = k == j - 1 and (k < lo or not tag[k] & Tag.WORD or tag[k] & Tag.SUBORDINATOR)
            if k < lo or alone:
                break  # a name after all: Jun, May
            j = k
        elif word[j] == ")":
            k = j
            while k > lo and word[k] != "(" and j - k < _PARENTHESIS:
                k -= 1
            if word[k] != "(":
                return lo - 1
            j = k - 1
        else:
            break
    return j


_REFLEXIVES = _ENGLISH.lists["reflexives"]
_BEFORE_TIME = _ENGLISH.lists["before-time"]


def _is_year(tokens: Tokens, j: int) -> bool:
    word = tokens.word[j]
    return len(word) == 4 and word.isdigit() and tokens.word[j - 1] == "in"


def _skip_time(tokens: Tokens, j: int, lo: int) -> int:
    """The token before the expression of time that ends at ``j``: "late Thursday night"."""
    while j >= lo and (tokens.tag[j] & (Tag.TIME | Tag.NUMBER) or tokens.word[j] in _BEFORE_TIME):
        j -= 1
    return j


def _beyond(tokens: Tokens, phrase: Range, lo: int) -> Subject:
    """The phrase, unless it is the object of a verb: then what that verb belongs to.

    "An official who asked to withhold his name said": "his name" leads to "an official".
    """
    tag, word = tokens.tag, tokens.word
    k = phrase[0] - 1
    named = phrase[1] - phrase[0] > 1 or not (
        is_verb(tokens, phrase[0]) or tag[phrase[0]] & Tag.OBJECT
    )
    if named and (tag[phrase[0]] & Tag.PRONOUN or (k >= lo and _reports(tokens, k))):
        return Subject(phrase)
    if k < lo or (named and not (tag[k] & Tag.PREPOSITION or is_verb(tokens, k))):
        return Subject(phrase) if named else _NONE
    while k >= lo:
        low = word[k].lower()
        if (word[k] in ("who", "which") or (low == "that" and not named)) and k > lo:
            host = k - 2 if word[k - 1] == "," else k - 1
            found = noun_phrase_before(tokens, host, lo)
            return Subject(found or (phrase if named else None))
        if tag[k] & Tag.QUOTED or word[k] in _STRONG or word[k] == "," or word[k] in _DASHES:
            break
        if named and (tag[k] & (Tag.SUBORDINATOR | Tag.COORDINATOR) or low == "that"):
            return Subject(phrase)
        k -= 1
    first = noun_phrase_after(tokens, k + 1, phrase[0])
    if first and all(tag[m] & (Tag.TIME | Tag.NUMBER) for m in range(*first)):
        first = None
    if first and opens_no_name(word[first[0]]):
        return _NONE  # Due to the state of his leg doctors said
    return Subject(first or (phrase if named else None))


def _reports(tokens: Tokens, k: int) -> bool:
    """Whether a clause without "that" may follow the verb at ``k``: said Jane Doe had warned."""
    if not tokens.tag[k] & Tag.CUE or not is_verb(tokens, k):
        return False
    return bool(CUES[tokens.word[k].lower()] & (Cue.SAY | Cue.THINK))


def _before_quoting_aside(tokens: Tokens, q: int, lo: int) -> Subject:
    """Whom an aside describes that ends in a quotation: *Jane Doe*, who called it “old,” said."""
    word, tag = tokens.word, tokens.tag
    if not tag[q] & Tag.COMMA:
        return _NONE
    for k in range(q - 1, max(lo, q - _PARENTHESIS), -1):
        if tag[k] & Tag.QUOTED or word[k] in _STRONG:
            break
        if word[k] == ",":
            if word[k + 1] != "who" and not tag[k + 1] & Tag.PARTICIPLE:
                break
            phrase = noun_phrase_before(tokens, k - 1, lo)
            opens = phrase is not None and opens_clause(tokens, phrase[0], lo)
            return Subject(phrase) if opens else _NONE
    return _NONE


def _before_aside(tokens: Tokens, c: int, lo: int) -> Subject:
    """The phrase that the aside closed by the comma or dash at ``c`` belongs to."""
    stretches = _stretches(tokens, c, lo)
    if len(stretches) == 1:
        return _NONE
    found: Range | None = None
    for first, last in stretches[1:]:
        host = _tail_phrase(tokens, first, last)
        opens = host is not None and all(
            tokens.tag[m] & Tag.SUBORDINATOR for m in range(first, host[0])
        )
        if host is None or (found and (not opens or _has_verb(tokens, first, last))):
            if found is None and _is_aside(tokens, first):
                continue
            break
        found = host
        if host[0] > first or not _is_aside(tokens, first):
            break
    if found:
        return Subject(found)
    first, last = stretches[0]
    name = noun_phrase_after(tokens, first, last)
    if name and tokens.tag[first] & Tag.CAPITAL and not _has_verb(tokens, first, last):
        return Subject(name)  # a stray comma: "On Monday, Jane Doe, said"
    return _SHARED


def _stretches(tokens: Tokens, c: int, lo: int) -> list[Range]:
    """What stands between the commas (or dashes) to the left of the one at ``c``, nearest first."""
    tag, word = tokens.tag, tokens.word
    sign = word[c]
    stretches: list[Range] = []
    end = c
    k = c - 1
    while k >= lo:
        if word[k] == sign:
            stretches.append((k + 1, end))
            end = k
        elif tag[k] & Tag.QUOTED and k + 1 == end and k > lo and tag[k - 1] & Tag.WORD:
            pass  # a quoted word within the aside: the ad, titled "…", said
        elif tag[k] & Tag.QUOTED or word[k] in _STRONG:
            break
        k -= 1
    stretches.append((k + 1, end))
    return stretches


def _is_aside(tokens: Tokens, first: int) -> bool:
    """Whether a stretch that begins with token ``first`` reads as an aside to one before it."""
    tag = tokens.tag[first]
    if tag & (Tag.NUMBER | Tag.PREPOSITION | Tag.RELATIVE | Tag.PARTICIPLE | Tag.DETERMINER):
        return True
    before = first - 2  # the word before the comma: of Akron, Ohio
    return tag & Tag.CAPITAL > 0 and before > 0 and tokens.word[before - 1] in ("of", "in", "from")


def _has_verb(tokens: Tokens, first: int, last: int) -> bool:
    return any(is_verb(tokens, k) for k in range(first, last))


def _tail_phrase(tokens: Tokens, first: int, last: int) -> Range | None:
    """The noun phrase that ends a stretch between commas, if an aside can be about it."""
    if last <= first:
        return None
    tag = tokens.tag
    if last - 1 == first and tag[first] & (Tag.ADVERB | Tag.TIME):
        return None
    end = _skip_adverbs(tokens, last - 1, first) if tokens.word[last - 1] == ")" else last - 1
    phrase = noun_phrase_before(tokens, end, first)
    if phrase is None or all(tag[k] & (Tag.NUMBER | Tag.TIME) for k in range(*phrase)):
        return None
    if (
        phrase[0] > first
        and tag[first] & (Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.PARTICIPLE)
        and not (tag[phrase[0] - 1] & Tag.SUBORDINATOR)
    ):
        return None  # "In a letter to the court, Jane Doe, the clerk, said"
    return phrase
