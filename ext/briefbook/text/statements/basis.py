"""The ground a source spoke on, and whether its words are a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_VEHICLES = _ENGLISH.nouns["vehicle"]
_TRANSLATIONS = _ENGLISH.lists["translations"]
_OWNERLESS = _ENGLISH.lists["ownerless"]
_PRESS = _ENGLISH.lists["press"]
_UNNAMED = _ENGLISH.lists["unnamed"]
"""What clauses say in which a source asks not to be named."""
_RELAYS = _ENGLISH.lists["relays"]
_GROUND_OPENERS = _ENGLISH.lists["ground-openers"]
_ASKED_ANONYMITY = _ENGLISH.lists["asked-anonymity"]
_TOLD = _ENGLISH.lists["told"]
_KNOW = _ENGLISH.lists["in-the-know"]
_KNOWLEDGE = 12
"""Tokens that tell what people know: "with direct knowledge of the matter"."""
_WITHIN = 24
"""Tokens of a clause on how a source spoke."""
_PARTS = _ENGLISH.lists["vehicle-parts"]
_BEFORE_VEHICLE = _ENGLISH.lists["before-vehicles"]


def is_vehicle(tokens: Tokens, phrase: Range) -> bool:
    """Whether the phrase names how words reached us, not whose they are: "a translation"."""
    return any(word.lower() in _OWNERLESS for word in tokens.word[phrase[0] : phrase[0] + 3])


def is_translation(tokens: Tokens, phrase: Range) -> bool:
    return any(word.lower() in _TRANSLATIONS for word in tokens.word[phrase[0] : phrase[1]])


def bases_of(tokens: Tokens, frame: Frame, lo: int, hi: int) -> list[Range]:
    """The bases that the sentence ``lo``…``hi`` gives for the frame's source, in order."""
    after_name = frame.source[1] if frame.source else frame.cue[1]
    found = [
        _clause(tokens, after_name, frame.cue[0] if frame.cue[0] > after_name else hi),
        _told(tokens, frame, hi),
        _vehicle(tokens, frame.last, hi),
    ]
    found.append(anonymity(tokens, found[0][1] if found[0] else lo, hi))
    return sorted({part for part in found if part})


def _clause(tokens: Tokens, k: int, hi: int) -> Range | None:
    """As in "who briefed reporters on the condition of anonymity": without the "who"."""
    word = tokens.word
    if k < hi and word[k] == ",":
        k += 1
    elif k < hi and word[k] in _KNOW:
        k = _past_knowledge(tokens, k, hi)
    if k >= hi or word[k] not in _GROUND_OPENERS:
        return None
    start = k + 1 if word[k] == "who" else k
    end = start
    while end < min(hi, start + _WITHIN) and not (
        word[end] in SENTENCE_ENDS
        or word[end] in (",", ";", "\u2014", ":")
        or tokens.tag[end] & Tag.QUOTED
    ):
        end += 1
    if _UNNAMED.intersection(word[start:end]) or (
        _RELAYS.intersection(word[start : start + 2]) and _PRESS.intersection(word[start:end])
    ):
        return (start, end)
    return None


def _past_knowledge(tokens: Tokens, k: int, hi: int) -> int:
    """Where "who" follows what people know, or ``k``: *briefed on the plan* who asked."""
    for m in range(k, min(hi, k + _KNOWLEDGE)):
        if tokens.word[m] == "who":
            return m
        if tokens.word[m] == "," and m + 1 < hi and tokens.word[m + 1] in _GROUND_OPENERS:
            return m + 1
        if not tokens.tag[m] & Tag.WORD:
            break
    return k


def anonymity(tokens: Tokens, lo: int, hi: int) -> Range | None:
    """The words by which a sentence says that its source is not named, wherever they stand."""
    word = tokens.word
    for k in range(lo, hi):
        if word[k] != "anonymity":
            continue
        start = k
        while start > lo and k - start < 4 and word[start - 1] in _CONDITION:
            start -= 1
        if start > lo and word[start - 1] in _ASKED_ANONYMITY:
            start -= 1
        return (start, k + 1) if start < k else None
    return None


_CONDITION = _ENGLISH.lists["condition"]


def _told(tokens: Tokens, frame: Frame, hi: int) -> Range | None:
    """As in "told reporters"."""
    k = frame.cue[1]
    cue = tokens.word[frame.cue[0]].lower()
    to_press = cue in _TOLD and k < hi and tokens.word[k] in _PRESS
    return (frame.cue[0], k + 1) if to_press else None


def _vehicle(tokens: Tokens, k: int, hi: int) -> Range | None:
    """As in "in its own readout", "in an interview with the Freedonia Times": the noun phrase."""
    word, tag = tokens.word, tokens.tag
    for m in range(k, min(hi, k + 5)):
        if word[m] in _BEFORE_VEHICLE:
            for end in range(m + 1, min(hi, m + 7)):
                if not tag[end] & Tag.WORD or tag[end] & (Tag.SUBORDINATOR | Tag.PREPOSITION):
                    break
                if word[end].lower() in _VEHICLES and not (
                    end + 1 < hi and word[end + 1].lower() in _VEHICLES
                ):
                    return (m + 1, _with_part(tokens, end + 1, hi))
        if tag[m] & (Tag.QUOTED | Tag.SUBORDINATOR) or word[m] in SENTENCE_ENDS:
            return None
    return None


def _with_part(tokens: Tokens, k: int, hi: int) -> int:
    """The end of a vehicle that says with whom or where: "with Reuters", "on Facebook"."""
    if k + 1 < hi and tokens.word[k] in _PARTS:
        named = noun_phrase_after(tokens, k + 1, hi)
        if named and any(tokens.tag[m] & Tag.CAPITAL for m in range(*named)):
            return named[1]
    return k
