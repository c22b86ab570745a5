"""Where somebody else, or the same source anew, says something within a sentence of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.statements.clauses import has_verb
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import is_pronoun, noun_phrase_after
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Tokens

_BREAKS = frozenset((",", "\u2014", "\u2013", "--", "-", ";"))
_TRAIL = 10
"""Tokens of when and where that may follow a cue which closes its sentence."""


def next_voice(tokens: Tokens, start: int, frame: Frame, frames: list[Frame], hi: int) -> int:
    """Where the next cue takes over from what ``frame`` reports, else the sentence's end."""
    clause = _main_clause(tokens, start, hi)
    for other in frames:
        if other.cue[0] <= max(frame.cue[1], start) or other.source is None:
            continue
        edge = other.cue[0] if other.shared else other.first
        while edge > start and tokens.tag[edge - 1] & (Tag.ADVERB | Tag.AUXILIARY):
            edge -= 1
        joined = tokens.tag[edge - 1] & Tag.COORDINATOR > 0
        if joined:
            edge -= 1
        comma = tokens.word[edge - 1] in _BREAKS
        if other.shared:
            begun = comma or tokens.word[start] != "that" or has_verb(tokens, start + 1, edge)
            takes_over = (
                begun
                and (comma or (joined and not _goes_with(frame, other)))
                and (
                    other.can & Cue.SAY
                    or (other.can & Cue.ACT and _quotes(tokens, other, hi))
                    or (joined and other.can & Cue.ACT and _is_of_thing(tokens, start, edge))
                )
            )
        else:
            own = other.can & Cue.SAY or other.rule is SourceRule.ACCORDING_TO
            beside = joined or frame.relative is not None or _closes_sentence(tokens, other, hi)
            takes_over = comma and own and edge > clause and beside
            takes_over = takes_over or (own and _ends_sentence(tokens, other, hi))
            takes_over = takes_over or (joined and _says_on(tokens, frame, other))
        if takes_over and edge > start:
            return edge
    return hi


def _is_of_thing(tokens: Tokens, start: int, hi: int) -> bool:
    """Whether the report is of a thing, which does no such act: said rain fell *and blamed* Roe."""
    first = start + (tokens.word[start] == "that")
    subject = noun_phrase_after(tokens, first, hi)
    if subject is None or is_pronoun(tokens, subject[0]):
        return False
    thing = kind_of(" ".join(tokens.word[slice(*subject)])) is SourceKind.UNKNOWN
    return thing and has_verb(tokens, subject[0], hi)


def _says_on(tokens: Tokens, frame: Frame, other: Frame) -> bool:
    """Whether the clause of ``other`` stands beside the frame's: said it was old *and she accused*.

    Its subject is a pronoun, or its verb says in the same tense what the frame's said.
    """
    if other.source is None or not other.can & (Cue.SAY | Cue.ACT) or other.relative is not None:
        return False
    if tokens.tag[other.source[0]] & Tag.PRONOUN:
        return bool(other.can & Cue.FINITE)
    return tokens.word[other.cue[0]] == tokens.word[frame.cue[0]]


def _goes_with(frame: Frame, other: Frame) -> bool:
    """Whether an -ing form goes with one in the report: said it was *painting and repairing* it."""
    return bool(other.can & Cue.PARTICIPLE and not frame.can & Cue.PARTICIPLE)


def _main_clause(tokens: Tokens, start: int, hi: int) -> int:
    """Where the main clause of a report begins: that if it rains, *she will stay*."""
    if start + 1 >= hi or not tokens.tag[start + 1] & Tag.SUBORDINATOR:
        return start
    k = start
    while k < hi and tokens.word[k] != ",":
        k += 1
    return k + 1


def _ends_sentence(tokens: Tokens, frame: Frame, hi: int) -> bool:
    """Whether a "said" ends the sentence: found cracks that spread *engineers said*."""
    said = tokens.word[frame.cue[0]] in ("said", "say", "says")
    return said and frame.cue[1] >= hi - 1 and frame.rule is SourceRule.SUBJECT


def _quotes(tokens: Tokens, frame: Frame, hi: int) -> bool:
    """Whether a quotation follows the frame: praised the "old bridge"."""
    return any(tokens.tag[m] & Tag.QUOTED for m in range(frame.last, min(hi, frame.last + _NEAR)))


_NEAR = 8


def _closes_sentence(tokens: Tokens, frame: Frame, hi: int) -> bool:
    """Whether nothing but when and where follows the frame."""
    return hi - frame.last <= _TRAIL and not any(
        tokens.tag[m] & Tag.QUOTED or is_verb(tokens, m) for m in range(frame.last, hi)
    )
