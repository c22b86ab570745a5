"""The ground a source spoke on, and whether its words are a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.statements.tokens import SENTENCE_ENDS, Tokens
from briefbook.text.statements.wordlist import words
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frames import Frame
    from briefbook.text.statements.phrases import Range

_VEHICLES = words(
    """
    statement readout interview translation transcript release email e-mail letter memo report
    speech briefing filing conference testimony affidavit recording
    """
)
_TRANSLATIONS = frozenset(["translation", "translated", "interpreter", "translator"])
_TOLD = words(
    """
    briefed spoke spoken requested asked declined insisted speaking wasn't
    """
)
_WITHIN = 24
_OWNERLESS = frozenset(["translation", "transcript", "readout", "recording"])


def is_vehicle(tokens: Tokens, phrase: Range) -> bool:
    """Whether the phrase names how words reached us, not whose they are: "a translation"."""
    return tokens.word[phrase[1] - 1].lower() in _OWNERLESS or any(
        word.lower() in _OWNERLESS for word in tokens.word[phrase[0] : phrase[0] + 3]
    )


def is_translation(tokens: Tokens, phrase: Range) -> bool:
    return any(word.lower() in _TRANSLATIONS for word in tokens.word[phrase[0] : phrase[1]])


def bases_of(tokens: Tokens, frame: Frame, hi: int) -> list[Range]:
    """The bases that the sentence gives for the frame's source: beside the name, after the cue."""
    found: list[Range] = []
    after_name = frame.source[1] if frame.source else frame.cue[1]
    relative = _relative(tokens, after_name, hi)
    if relative:
        found.append(relative)
    vehicle = _vehicle(tokens, frame.last, hi)
    if vehicle:
        found.append(vehicle)
    return found


def _relative(tokens: Tokens, k: int, hi: int) -> Range | None:
    """As in "who briefed reporters on the condition of anonymity": without the "who"."""
    word = tokens.word
    if k < hi and word[k] == ",":
        k += 1
    if k >= hi or word[k] not in ("who", "speaking", "requesting", "citing"):
        return None
    start = k + 1 if word[k] == "who" else k
    end = start
    while end < min(hi, start + _WITHIN) and not (
        word[end] in SENTENCE_ENDS
        or word[end] in (",", ";", "\u2014", ":")
        or tokens.tag[end] & Tag.QUOTED
    ):
        end += 1
    if "anonymity" in word[start:end] or any(w in _TOLD for w in word[start : start + 2]):
        return (start, end)
    return None


def _vehicle(tokens: Tokens, k: int, hi: int) -> Range | None:
    """As in "in its own readout", "in a statement": the phrase without its preposition."""
    word = tokens.word
    for m in range(k, min(hi, k + 4)):
        if word[m] in ("in", "during", "at", "through", "via"):
            for end in range(m + 1, min(hi, m + 7)):
                if word[end].lower() in _VEHICLES:
                    return (m + 1, end + 1)
                if not tokens.tag[end] & Tag.WORD or tokens.tag[end] & Tag.SUBORDINATOR:
                    return None
            return None
        if tokens.tag[m] & (Tag.QUOTED | Tag.SUBORDINATOR):
            return None
    return None
