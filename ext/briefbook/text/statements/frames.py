"""The attribution frames of a sentence, found from its cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefbook.text.kinds import SourceKind
from briefbook.text.lang.load import language
from briefbook.text.statements.cues import CUES, NOUN_CUES, VERBS, Cue
from briefbook.text.statements.frame import REACH, Frame
from briefbook.text.statements.joints import follows_quotation, leads_to_content
from briefbook.text.statements.kinds import kind_of
from briefbook.text.statements.nonfinite import infinitive_subject, participle_frame, shared_source
from briefbook.text.statements.noun_phrases import noun_phrase_after
from briefbook.text.statements.passives import after_be, agent_place, is_reduced
from briefbook.text.statements.source_rules import SourceRule
from briefbook.text.statements.subjects import subject_before
from briefbook.text.statements.tokens import SENTENCE_ENDS
from briefbook.text.statements.verbless import (
    OWNERS,
    according_frame,
    noun_frame,
    of_quotation,
    per_frame,
    words_of_frame,
)
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag

if TYPE_CHECKING:
    from briefbook.text.statements.tokens import Range, Tokens

_ENGLISH = language("en")
_PARTICLES = _ENGLISH.lists["particles"]
_SAYING_PARTICLES = _ENGLISH.lists["saying-particles"]
_OFF = _ENGLISH.lists["off"]
_CLEAR = _ENGLISH.lists["clear"]


def find_frames(tokens: Tokens, lo: int, hi: int) -> list[Frame]:
    """The frames of the sentence ``lo``…``hi``, in order of their cues."""
    frames: list[Frame] = []
    tag, word = tokens.tag, tokens.word
    for k in range(lo, hi):
        if tag[k] & Tag.CUE:
            frame = _verb_frame(tokens, k, lo, hi, frames)
            if (
                frame is None
                and word[k] in NOUN_CUES
                and (leads_to_content(tokens, k, hi) or of_quotation(tokens, k, hi))
            ):
                frame = noun_frame(tokens, k, lo, hi, voiced=bool(frames))
        elif word[k] in NOUN_CUES:
            frame = noun_frame(tokens, k, lo, hi, voiced=bool(frames))
        elif word[k] not in _OPENERS:
            continue
        elif word[k + 1 : k + 2] == ["to"] and word[k].lower() == "according" and k + 2 < hi:
            frame = according_frame(tokens, k, hi)
        elif word[k].lower() == "per" and k + 1 < hi:
            frame = per_frame(tokens, k, lo, hi)
        elif word[k].lower() == "in" and word[k + 1 : k + 4] == ["the", "words", "of"]:
            frame = words_of_frame(tokens, k, hi)
        else:
            continue
        if frame and (frame.source is None or _names_somebody(tokens, frame.source)):
            frames.append(frame)
    return frames


_OPENERS = frozenset({"according", "According", "per", "Per", "PER", "in", "In", "IN"})
"""What may open a frame and is neither a verb nor a noun."""
_NOBODY = _ENGLISH.lists["nobody"]


def _names_somebody(tokens: Tokens, source: Range) -> bool:
    """Whether a phrase can be a source: neither a bare determiner nor an expression of time."""
    first = tokens.word[source[0]].lower().replace("\u2019", "'")
    if first in _POINTING or first == "nobody":
        return False
    if first == "no" and source[1] - source[0] > 1:
        return False  # no one, no official
    if source[1] - source[0] == 1 and tokens.tag[source[0]] & Tag.ADVERB and first.endswith("ly"):
        return False  # "Allegedly", with the sentence's capital
    if source[1] - source[0] > 1 and first.endswith("ing") and _does(tokens, source[0] + 1):
        return False  # Managing those who return, Saying such things
    if source[1] - source[0] == 1 and first in _NOBODY:
        return first in OWNERS
    return first in _ALSO_NAMES or not all(tokens.tag[m] & Tag.TIME for m in range(*source))


def _does(tokens: Tokens, k: int) -> bool:
    """Whether the word at ``k`` is what an -ing form before it has for its object."""
    return bool(tokens.tag[k] & (Tag.DETERMINER | Tag.OBJECT)) or tokens.word[k] == "things"


_POINTING = _ENGLISH.lists["pointing"]
"""Words that open "It's worth noting that", which nobody says."""
_ALSO_NAMES = _ENGLISH.lists["called-so"]
"""Months and days that people are called."""


def _verb_frame(tokens: Tokens, k: int, lo: int, hi: int, frames: list[Frame]) -> Frame | None:
    word = tokens.word
    low = word[k].lower()
    can, needs = CUES[low], VERBS[low].needs
    floor = max(lo, k - REACH)
    if needs == "content" and not (
        leads_to_content(tokens, k, hi) or k == lo or follows_quotation(tokens, k)
    ):
        return None
    cue = (k, k + 1)
    if k + 1 < hi and word[k + 1] in (_SAYING_PARTICLES if can & Cue.SAY else _PARTICLES):
        cue = (k, k + 2)
    if low in ("put", "puts") and k + 1 < hi and word[k + 1] == "it":
        cue, can = (k, k + 2), can | Cue.SAY  # as Jane Doe puts it
    if needs == "off":
        if k + 1 >= hi or word[k + 1] not in _OFF:
            return None
        cue = (k, k + 2)
    if needs == "back" and (k + 1 >= hi or word[k + 1] != "back"):
        return None
    if needs == "clear":
        clear = next((m for m in (k + 1, k + 2) if m < hi and word[m] in _CLEAR), None)
        if clear is None:
            return None
        cue = (k, clear + 1)
    if can & Cue.PASSIVE and (after_be(tokens, k, floor) or is_reduced(tokens, k, lo, hi, can)):
        by = agent_place(tokens, cue[1], hi, fronted=k == lo)
        agent = noun_phrase_after(tokens, by, hi) if by else None
        if agent is None:
            return None
        if k > lo and word[k - 1].lower() == "as" and agent[0] == k + 2:
            return Frame((k - 1, k + 2), agent, 0, SourceRule.ACCORDING_TO)  # as reported by
        return Frame(cue, agent, can, None)
    if can & Cue.BASE and can & (Cue.SAY | Cue.THINK):
        doer = infinitive_subject(tokens, k, floor)
        if doer:
            return Frame(cue, doer, can, SourceRule.PARTICIPLE)
    if can & Cue.PARTICIPLE and not after_be(tokens, k, floor):
        return participle_frame(tokens, k, (lo, hi), cue, frames)
    if k > lo and not can & Cue.PARTICIPLE and not is_verb(tokens, k):
        return None
    closing = _closing_source(tokens, k, lo, hi)
    if closing:
        return Frame(cue, closing, can, SourceRule.INVERTED, inverted=True)
    subject = subject_before(tokens, k, floor)
    if subject.phrase:
        return Frame(cue, subject.phrase, can, SourceRule.SUBJECT, relative=subject.relative)
    if subject.shared:
        source = shared_source(tokens, k, floor, frames)
        return Frame(cue, source, can, SourceRule.SHARED, shared=True) if source else None
    quoted = k > lo and tokens.tag[k - 1] & Tag.QUOTED
    if not quoted and k > lo and low not in _SAYS:
        return None
    if can & (Cue.SAY | Cue.THINK if quoted else Cue.SAY) and can & (Cue.PAST | Cue.THIRD):
        source = noun_phrase_after(tokens, _past_adverbs(tokens, cue[1], hi), hi)
        if source and source[1] < hi and _predicates(tokens, source[1]):
            source = None  # "said his boss was": what was said
        if source and not _is_thing(tokens, source):
            return Frame(cue, source, can, SourceRule.INVERTED, inverted=True)
    return None


def _is_thing(tokens: Tokens, source: Range) -> bool:
    """Whether nobody is named: "…" said *Monday*, "…" suggests *years of work*."""
    if all(tokens.tag[m] & Tag.TIME for m in range(*source)):
        return True
    if tokens.tag[source[0]] & (Tag.CAPITAL | Tag.DETERMINER | Tag.PRONOUN | Tag.NUMBER):
        return False
    return kind_of(" ".join(tokens.word[slice(*source)])) is SourceKind.UNKNOWN


def _closing_source(tokens: Tokens, k: int, lo: int, hi: int) -> Range | None:
    """The source behind a "said" that a whole clause and a comma stand before, if one does.

    Of "The bridge is safe, said Jane Doe, a lawyer", not of "Jane Doe, a lawyer, said".
    """
    tag, word = tokens.tag, tokens.word
    if k - 2 <= lo or word[k - 1] != "," or tag[k - 2] & Tag.QUOTED:
        return None
    if word[k] not in _SAYS and not _closes(tokens, k, hi):
        return None
    source = noun_phrase_after(tokens, k + 1, hi)
    if source is None or all(tag[m] & (Tag.TIME | Tag.NUMBER) for m in range(*source)):
        return None
    if tag[k + 1] & Tag.PARTICIPLE or "'" in word[k + 1].replace("\u2019", "'"):
        return None
    after = source[1]
    if after < hi and not (tag[after] & (Tag.PUNCTUATION | Tag.RELATIVE | Tag.PREPOSITION)):
        return None
    whole = any(
        is_verb(tokens, m) and not tag[m - 1] & Tag.RELATIVE and word[m - 1] != "to"
        for m in range(max(lo + 1, k - REACH), k - 1)
    )
    return source if whole else None


_SAYS = frozenset(("said", "says", "say"))


def _closes(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether only a name follows the verb of saying to the sentence's end: noted Jane Doe."""
    low = tokens.word[k].lower()
    if not CUES[low] & Cue.SAY or not CUES[low] & (Cue.PAST | Cue.THIRD):
        return False
    takes = VERBS[low].takes
    if not {"clause", "clause-alone"} & takes or "listener" in takes or k + 1 >= hi:
        return False
    source = noun_phrase_after(tokens, k + 1, hi)
    return bool(
        source
        and tokens.tag[k + 1] & Tag.CAPITAL
        and (source[1] >= hi or tokens.word[source[1]] in SENTENCE_ENDS)
    )


def _predicates(tokens: Tokens, k: int) -> bool:
    """Whether the word after a noun phrase is its verb, not a participle that describes it."""
    if not is_verb(tokens, k):
        return False
    if tokens.tag[k] & Tag.AUXILIARY or k + 1 >= len(tokens):
        return True
    return not tokens.tag[k + 1] & Tag.PREPOSITION and tokens.word[k + 1] != "as"


def _past_adverbs(tokens: Tokens, k: int, hi: int) -> int:
    while k < hi and tokens.tag[k] & Tag.ADVERB and not tokens.tag[k] & Tag.DETERMINER:
        k += 1
    return k
