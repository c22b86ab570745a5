"""The subject of a clause, where no verb of saying has one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import is_nominal, noun_phrase_after
from briefbook.text.statements.subjects import subject_before
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens

_VERBS_TRIED = 5


def has_verb(tokens: Tokens, lo: int, hi: int) -> bool:
    """Whether a verb stands behind the first token of a stretch."""
    return any(is_verb(tokens, k) for k in range(lo + 1, hi))


def clause_subject(tokens: Tokens, k: int, lo: int) -> Range | None:
    """The subject of the clause that the stretch before token ``k`` belongs to.

    That of the nearest finite verb of a main clause to the left, else of the nearest one; where
    there is no verb, the first noun phrase.
    """
    nearest: Range | None = None
    tried = 0
    for v in range(k - 1, lo, -1):
        if not is_verb(tokens, v) or tokens.word[v - 1] == "to":
            continue
        subject = subject_before(tokens, v, lo)
        if subject.phrase is None:
            continue
        if subject.relative is None and _main(tokens, subject.phrase[0], lo):
            return subject.phrase
        nearest = nearest or subject.phrase
        tried += 1
        if tried == _VERBS_TRIED:
            break
    return nearest or main_subject(tokens, lo, k)


def _main(tokens: Tokens, first: int, lo: int) -> bool:
    """Whether a clause whose subject starts at ``first`` is not subordinate to another."""
    k = first - 1
    while k >= lo and tokens.tag[k] & Tag.ADVERB:
        k -= 1
    return k < lo or bool(
        tokens.tag[k] & (Tag.PUNCTUATION | Tag.QUOTED | Tag.COORDINATOR)
        and not tokens.tag[k] & Tag.SUBORDINATOR
    )


def _is_remark(low: str) -> bool:
    return len(low) > _NAME and low.endswith("ly") and low not in _NO_ADVERBS


_NAME = 6
"""Letters of a name in -ly, at most: a longer word of its form is an adverb."""
_NO_ADVERBS = language("en").words["not-adverb"]


def main_subject(tokens: Tokens, lo: int, hi: int) -> Range | None:
    """The first noun phrase of ``lo``…``hi`` once the adverbials before it are passed."""
    tag, word = tokens.tag, tokens.word
    k = lo
    while k < hi:
        if k == lo and k + 1 < hi and word[k + 1] == "," and _is_remark(word[k].lower()):
            k += 1  # "Unfortunately, Jane Doe"
            continue
        if (tag[k] & (Tag.COORDINATOR | Tag.ADVERB) and not tag[k] & Tag.DETERMINER) or (
            tag[k] & Tag.PUNCTUATION
        ):
            k += 1
            continue
        adverbial = tag[k] & (Tag.PREPOSITION | Tag.SUBORDINATOR | Tag.PARTICIPLE | Tag.TIME) or (
            tag[k] & Tag.CUE and word[k].endswith("ed")
        )
        if not adverbial:
            break
        if tag[k] & Tag.PREPOSITION and tag[k + 1 : k + 2] and tag[k + 1] & Tag.TIME:
            k += 1  # Between Monday and Friday the mayor
            while k < hi and (tag[k] & (Tag.TIME | Tag.NUMBER) or word[k] == "and"):
                k += 1
            continue
        while k < hi and word[k] != "," and not tag[k] & Tag.COMMA:
            k += 1
        if k < hi and tag[k] & Tag.COMMA:
            k += 1  # In her warning that it is "a ruin," Jane Doe
    return noun_phrase_after(tokens, k, hi) if k < hi and _is_nominal_start(tokens, k) else None


def _is_nominal_start(tokens: Tokens, k: int) -> bool:
    return is_nominal(tokens, k) or bool(tokens.tag[k] & Tag.PRONOUN)


def is_person(tokens: Tokens, phrase: Range) -> bool:
    """Whether a noun phrase, such as a subject, reads as a person's name."""
    return kind_of(" ".join(tokens.word[slice(*phrase)])) is SourceKind.PERSON
