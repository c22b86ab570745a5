"""Whose a cue is that has no subject before it: -ing forms, infinitives, verbs that share one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.clauses import clause_subject, is_person, main_subject
from briefbook.text.statements.cues import CUES, Cue
from briefbook.text.statements.frame import REACH, Frame
from briefbook.text.statements.joints import leads_to_content
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.noun_phrases import (
    is_pronoun,
    noun_phrase_after,
    noun_phrase_before,
)
from briefbook.text.statements.reports import interrupts, reporting
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.subjects import subject_before
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens


def participle_frame(
    tokens: Tokens, k: int, sentence: Range, cue: Range, frames: list[Frame]
) -> Frame | None:
    """The frame of an -ing form: its clause's subject, or the X of "with X saying"."""
    can = CUES[tokens.word[k].lower()]
    lo, hi = sentence
    floor = max(lo, k - REACH)
    if k > lo and tokens.tag[k - 1] & (Tag.DETERMINER | Tag.POSSESSIVE):
        return None  # "his writing"
    if k > lo and tokens.tag[k - 1] & Tag.WORD:
        phrase = noun_phrase_before(tokens, k - 1, floor)
        having = tokens.word[phrase[0] - 1] if phrase and phrase[0] > floor else ""
        named = tokens.tag[k - 1] & (Tag.CAPITAL | Tag.PRONOUN)
        if phrase and having in _HAVING and (named or _is_somebody(tokens, phrase)):
            return Frame(cue, phrase, can, SourceRule.PARTICIPLE)
    if k - 2 > lo and tokens.word[k - 1] == "as" and tokens.word[k - 2] == "quoted":
        quoted = subject_before(tokens, k - 2, floor).phrase
        return Frame(cue, quoted, can, SourceRule.SUBJECT) if quoted else None
    if k <= lo + 1:  # After saying it was safe, Jane Doe left
        fronted = main_subject(tokens, lo, hi)
        if fronted and fronted[0] > k:
            return Frame(cue, fronted, can, SourceRule.SHARED, shared=True)
    if k > lo and tokens.word[k - 1] == "by":  # angered them by saying
        source = clause_subject(tokens, k - 1, floor)
    else:
        source = shared_source(tokens, k, floor, frames)
    return Frame(cue, source, can, SourceRule.SHARED, shared=True) if source else None


def _is_somebody(tokens: Tokens, phrase: Range) -> bool:
    return kind_of(" ".join(tokens.word[slice(*phrase)])) is not SourceKind.UNKNOWN


def infinitive_subject(tokens: Tokens, k: int, lo: int) -> Range | None:
    """Whose an infinitive is: heard *Jane Doe* say, only for *Jane Doe* to tweet."""
    to = tokens.word[k - 1] == "to"
    end = k - 2 if to else k - 1
    if end < lo or not leads_to_content(tokens, k, len(tokens)):
        return None
    before = ("for",) if to else ("heard", "hear", "hears", "saw")
    for m in range(end, max(lo, end - _DOER), -1):
        if tokens.word[m - 1].lower() in before:
            return (m, end + 1) if tokens.tag[m] & (Tag.CAPITAL | Tag.DETERMINER) else None
        if not tokens.tag[m] & Tag.WORD:
            return None
    return None


_DOER = 6
"""Words of a name and its title."""


_HAVING = language("en").lists["before-acting"]


def shared_source(tokens: Tokens, k: int, lo: int, frames: list[Frame]) -> Range | None:
    for number in range(len(frames) - 1, -1, -1):
        frame = frames[number]
        if frame.first < lo:
            break
        before = frames[number - 1] if number else frame
        beside = before.cue[1] == frame.first - 1 and interrupts(tokens, frame)
        if beside and before.can & Cue.NOUN:
            return before.source  # John Roe's accusation, Jane Doe said, saying it was unsafe
        if frame.can & ~Cue.NOUN and frame.source and not _subordinate(tokens, frame, k, lo):
            if _is_over(tokens, frame, k):
                break
            return (reporting(tokens, frame, frames) or frame).source
    return clause_subject(tokens, k, lo)


def _is_over(tokens: Tokens, frame: Frame, k: int) -> bool:
    """Whether somebody else does something between the frame and token ``k``.

    Jane Doe praised the town, *and the mayor gave a speech*, vowing.
    """
    for m in range(frame.last, k - 1):
        if tokens.word[m] != "," or not tokens.tag[m + 1] & Tag.COORDINATOR:
            continue
        subject = noun_phrase_after(tokens, m + 2, k)
        if subject is None or subject[1] >= k or not is_verb(tokens, subject[1]):
            continue
        if not is_pronoun(tokens, subject[0]) and is_person(tokens, subject):
            return True
    return False


def _subordinate(tokens: Tokens, frame: Frame, k: int, lo: int) -> bool:
    """Whether the frame's clause is over by token ``k``: "When he asked, she …, saying"."""
    if frame.relative is not None and tokens.word[frame.relative - 2] != ",":
        return "," in tokens.word[frame.last : k]  # rebuked critics who say so, adding
    j = frame.first - 1
    while j >= lo and tokens.tag[j] & Tag.ADVERB:
        j -= 1
    if j < lo or not tokens.tag[j] & Tag.SUBORDINATOR or tokens.word[j].lower() == "that":
        return False
    return "," in tokens.word[frame.last : k - 1]
