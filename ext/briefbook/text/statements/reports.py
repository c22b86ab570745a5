"""Frames within frames: whose report a cue with a subject of its own stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.lang.load import language
from briefbook.text.statements.cues import Cue
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.frame import Frame
    from briefbook.text.statements.tokens import Tokens

_ENGLISH = language("en")
ASIDES = _ENGLISH.lists["asides"]
"""Words that open a clause beside a report rather than in it."""
_OPENERS = _ENGLISH.lists["content-openers"]
_OBJECT = 7
"""Tokens of whom and when between a cue and what it reports: told reporters on Monday that."""


def reporting(tokens: Tokens, inner: Frame, before: list[Frame]) -> Frame | None:
    """The outermost of the frames ``before`` in whose clause ``inner`` stands, if any does.

    X said that Y called it "…": the report is X's. On PolNeAR's training part the reporting source
    is the annotators' in four of five such cases.
    """
    if inner.shared or inner.rule is SourceRule.PARTICIPLE:
        return None
    for frame in before:
        if frame is inner:
            return None
        if interrupts(tokens, frame):
            return frame
        if inner.first < frame.last:
            return None
        if (
            frame.can & Cue.SAY
            and _opens_content(tokens, frame.last, inner.first)
            and not _apart(tokens, frame.last, inner.first)
            and not _describes(frame, before)
        ):
            return frame
    return None


def is_quoted_on(
    tokens: Tokens, frames: list[Frame], place: int, quoted: list[Frame | None]
) -> bool:
    """Whether the frame at ``place`` stands in the report of one that is quoted.

    Said he had "no idea" *if she had told him so*.
    """
    outer = reporting(tokens, frames[place], frames[max(0, place - _WITHIN) : place])
    return outer is not None and outer in quoted


_WITHIN = 6
"""Frames before one in whose report it is looked for."""


def _describes(frame: Frame, frames: list[Frame]) -> bool:
    """Whether the frame only describes the source of another: an aide, *who asked …*, said."""
    return frame.relative is not None and any(
        other.source == frame.source and other.relative is None and not other.shared
        for other in frames
    )


def interrupts(tokens: Tokens, frame: Frame) -> bool:
    """Whether the frame stands between commas: The move, Jane Doe said, was …"""
    if not frame.can & Cue.SAY or frame.shared or frame.first == 0:
        return False
    return (
        frame.last < len(tokens)
        and tokens.word[frame.first - 1] == ","
        and tokens.word[frame.last] == ","
    )


def _opens_content(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a reported clause begins between ``first`` and the subject at ``last``."""
    if first >= last:
        return True
    if any(word in _OPENERS for word in tokens.word[first : min(last, first + _OBJECT)]):
        return True
    return not tokens.tag[first] & (Tag.PREPOSITION | Tag.PUNCTUATION | Tag.COORDINATOR)


def _apart(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the clause that begins at ``last`` stands beside the one before, not in it."""
    k = last - 1
    if k >= first and tokens.word[k] in ASIDES:
        return True
    if k > first + 1 and tokens.word[k] == "which" and tokens.word[k - 2] == ",":
        return True  # said it was safe, to which John Roe replied
    while k >= first and tokens.tag[k] & (Tag.COORDINATOR | Tag.ADVERB | Tag.SUBORDINATOR):
        k -= 1
    if k < first or not (tokens.word[k] == "," or tokens.tag[k] & Tag.COMMA):
        return False
    # Said that in two cases, he had begun: what the comma closes is of the reported clause.
    fronted = tokens.word[first] == "that" and k == last - 1
    return not (fronted and not any(is_verb(tokens, m) for m in range(first + 1, k)))
